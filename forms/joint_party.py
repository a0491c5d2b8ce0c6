"""Joint parties (共同当事人): who broke the law together with the party of a case."""

from typing import ClassVar

from forms.clue import PartyForm
from forms.field.text import Paragraph


class JointPartyForm(PartyForm):
    """A further party, and what it did in the act."""

    title: ClassVar[str] = "登记共同当事人"
    intro: ClassVar[str] = "一案只对一个当事人作出决定。共同当事人在本案登记，再就同一事实另立一案，分别裁量、分别告知、分别送达。"
    submit: ClassVar[str] = "登记"

    part = Paragraph("在违法行为中做了什么", longest=500, hint="如：提供场地和设备、实际操作。", basis="行政处罚法第五条第二款")
