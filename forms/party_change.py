"""Changes of the party (变更当事人): another name, or a successor by merger or division."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from engine.events.amendment import CHANGES
from forms.clue import PartyForm
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import Where
from forms.field.several import References
from forms.field.text import Paragraph, Text


class PartyChangeForm(PartyForm):
    """What became of the party, how it stands now, and what proves it."""

    title: ClassVar[str] = "申请变更当事人"
    intro: ClassVar[str] = (
        "填变更以后的当事人。更名和登记有误的，仍是同一人；合并、分立的，由承受人承受，已经告知的须重新告知；分立后的法人承担连带债务。"
    )
    submit: ClassVar[str] = "申请变更"

    change = Choice("变更的种类", *CHANGES.items(), section="变更", basis="民法典第六十四条、第六十七条；行政处罚法第四十条")
    others = Text(
        "分立后的其他法人",
        longest=200,
        optional=True,
        where=Where("change", ("divided",)),
        section="变更",
        basis="民法典第六十七条",
        hint="写明其他承受人的名称，用顿号分开：分立后的法人承担连带债务。",
    )
    changed_on = Day("变更日期", section="变更", hint="登记机关核准的日期；登记有误的，填查明之日。")
    evidence = References(
        "证据", least=1, few="变更须有证据，至少选一份。", section="变更", hint="如：准予变更登记通知书、合并协议。", basis="行政处罚法第四十条"
    )
    told_by = Text("由谁告知", longest=100, section="变更", hint="如：当事人、登记机关查询。")
    reason = Paragraph("变更理由", longest=500, section="变更")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with the party, and others who came of no division."""
        yield from super().problems(values)
        if values["others"] and values["change"] != "divided":
            yield "others", "不是分立的，不填分立后的其他法人。"
