"""Amendments of a party (当事人信息变更): what is recorded of the party becomes right, with the reason."""

from typing import ClassVar

from forms.clue import PartyForm
from forms.field.text import Paragraph, Text


class PartyAmendmentForm(PartyForm):
    """The party as it shall stand, and why."""

    title: ClassVar[str] = "更正当事人信息"
    intro: ClassVar[str] = "只改写错的和变更了的；原来的记录留得住，已经制作的文书不改动。告知之后改姓名、名称和号码的，启动“变更当事人”。"
    submit: ClassVar[str] = "更正"

    told_by = Text("由谁告知", longest=100, hint="如：当事人本人、登记机关查询。")
    reason = Paragraph("更正理由", longest=500, hint="如：营业执照变更登记、当事人提供了新住址。")
