"""Appointments for a hearing (指定听证主持人): who holds it, who records it, and whether the public may come."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice
from forms.field.text import Paragraph, User
from forms.form import Form


class HearingAppointmentForm(Form):
    """The head names host and recorder, also where a host was challenged."""

    title = "受理听证"
    intro = "当事人在期限内要求听证的，应当组织听证；主持人不得是本案调查人员、审核人员或者作出决定的人。"
    submit = "受理并指定"

    host = User("听证主持人", basis="行政处罚法第六十四条第四项", hint="非本案调查人员；被申请回避的，由负责人决定是否更换。")
    recorder = User("记录员")
    public = Choice(
        "是否公开",
        ("open", "公开举行"),
        ("secret", "不公开：涉及国家秘密"),
        ("trade", "不公开：涉及商业秘密"),
        ("privacy", "不公开：涉及个人隐私"),
        basis="行政处罚法第六十四条第三项",
    )
    opinion = Paragraph("意见", optional=True, hint="有人申请主持人回避的，写明是否回避和理由。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield one person for both parts."""
        if values["host"] and values["host"] == values["recorder"]:
            yield "recorder", "主持人和记录员不能是同一人。"
