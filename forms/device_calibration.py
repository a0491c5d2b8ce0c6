"""Certificates of devices (登记检定校准证书): by whom, from when until when."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.day import Day
from forms.field.text import Code, Text
from forms.form import Form


class DeviceCalibrationForm(Form):
    """A certificate that is in force for some days."""

    title = "登记检定、校准证书"
    submit = "登记证书"

    certificate = Code("证书编号", basis="计量法第九条、行政处罚法第四十一条第一款")
    issuer = Text("检定、校准机构", longest=60)
    valid_from = Day("有效期自", future=True, hint="今天以前起有效的，由系统管理员核对原件后登记。")
    valid_until = Day("有效期至", future=True, hint="两日都算在内；期外所采集的记录不能作为证据。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield an end before the beginning."""
        if values["valid_from"] and values["valid_until"] and values["valid_until"] < values["valid_from"]:
            yield "valid_until", "有效期的末日早于首日。"
