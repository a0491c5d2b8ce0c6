"""Amendments of a participant (更正参加人): what is recorded becomes right, with the reason and who told it."""

from typing import ClassVar

from forms.field.text import Paragraph, Text
from forms.participant import ParticipantForm


class ParticipantAmendmentForm(ParticipantForm):
    """The participant as it shall stand, why, and on whose word."""

    title: ClassVar[str] = "更正参加人信息"
    intro: ClassVar[str] = "只改写错的和变更了的，身份不能改；原来的记录留在变更记录里。已经制作的文书不会改动。"
    submit: ClassVar[str] = "更正"

    told_by = Text("由谁告知", longest=100, hint="如：本人、当事人、户籍查询。")
    reason = Paragraph("更正理由", longest=500)
