"""Legal review (法制审核): eight items, and the opinion."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.rules.document.legal_review import ITEMS
from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.text import Offence, Paragraph, Text
from forms.form import Form

_RETURNED = ("supplement", "return", "disagree")


def _item(name: str) -> Choice:
    return Choice(ITEMS[name], ("ok", "无问题"), ("problem", "有问题"), section="审核清单")


def _remark(name: str) -> Text:
    when = When(name, ("problem",), f"{ITEMS[name]}有问题的，必须说明问题。")
    return Text(f"{ITEMS[name]}的问题", longest=500, when=when, section="审核清单")


class LegalReviewForm(Form):
    """The eight items of 国办发〔2018〕118号, and whether the case may go on."""

    title = "法制审核"
    intro = "未经法制审核或者审核未通过的，不得作出决定。"
    submit = "出具意见"

    subject = _item("subject")
    subject_remark = _remark("subject")
    personnel = _item("personnel")
    personnel_remark = _remark("personnel")
    facts = _item("facts")
    facts_remark = _remark("facts")
    procedure = _item("procedure")
    procedure_remark = _remark("procedure")
    basis = _item("basis")
    basis_remark = _remark("basis")
    competence = _item("competence")
    competence_remark = _remark("competence")
    papers = _item("papers")
    papers_remark = _remark("papers")
    crime = _item("crime")
    crime_remark = _remark("crime")
    offence = Offence(
        section="审核清单", when=When("crime", ("problem",), "应当移送而没有移送的，写明涉嫌的罪名。", "涉嫌犯罪移送无问题的，不填罪名。")
    )
    opinion = Choice(
        "审核意见",
        ("pass", "通过"),
        ("supplement", "补正"),
        ("return", "退回"),
        ("disagree", "不同意"),
        routing=True,
        section="意见",
        basis="行政处罚法第五十八条",
    )
    opinion_text = Paragraph("意见说明", optional=True, section="意见")
    return_to = Choice(
        "退回到",
        ("investigation", "调查取证"),
        ("investigation_report", "调查终结"),
        routing=True,
        section="意见",
        when=When("opinion", _RETURNED, "未通过的，必须选择退回到哪一步。", "审核通过的，不选退回步骤。"),
    )
    reason = Paragraph("理由与要求", section="意见", when=When("opinion", _RETURNED, "未通过的，必须写明理由与要求。"))

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a pass in spite of a problem."""
        found = [str(entry.metadata["label"]) for name, entry in self.entries() if name in ITEMS and values[name] == "problem"]
        if values["opinion"] == "pass" and found:
            yield "opinion", f"{'、'.join(found)}有问题，不能通过。"
