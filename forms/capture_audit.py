"""Audits of captures (设备记录审核): genuine, clear, whole and accurate, or not used."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.rules.off_site import QUALITIES
from forms.field.choice import Choice, Tick
from forms.field.entry import When
from forms.field.text import Paragraph
from forms.form import Form

_ASKED = "记录内容，符合的逐项勾选"


class CaptureAuditForm(Form):
    """What the auditor found of the record; all four make it evidence."""

    title = "审核设备记录"
    intro = (
        "未经审核或者经审核不符合要求的，不得作为行政处罚的证据。第一次审核符合要求的，随即生成《非现场执法提示通知书》："
        "由执法人员打印后交给当事人，当事人也可以凭核验码在公示网站查看；本系统不发送短信、语音。"
    )
    submit = "提交审核"

    genuine = Tick("真实", section=_ASKED, basis="行政处罚法第四十一条第二款")
    clear = Tick("清晰", section=_ASKED)
    whole = Tick("完整", section=_ASKED)
    accurate = Tick("准确", section=_ASKED)
    result = Choice("审核结论", ("kept", "符合要求，作为证据"), ("excluded", "不符合要求，不作为证据"), section="结论", routing=True)
    reason = Paragraph(
        "不符合要求的理由", longest=500, section="结论", when=When("result", ("excluded",), "写明哪一项不符合、为什么。", "符合要求的不填。")
    )

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a record that is to be evidence though something is wrong with it."""
        lacking = "、".join(word for name, word in QUALITIES.items() if not values[name])
        if values["result"] == "kept" and lacking:
            yield "result", f"没有确认{lacking}的，不能作为证据。"
