"""Remedies (复议诉讼) in words: which acts of a case can be challenged and by whom, and what follows where an act fell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine.events.participant import ROLES
from engine.model import Document, Remedy
from engine.queries.case_file import CaseFileView
from engine.rules.remedy import ACTS, APPLICANTS, SUMS, changeable
from forms import FormDescription
from web.date import day

DECISIONS = frozenset({"D19", "D20", "D21"})
FORMS = frozenset({"reconsideration", "litigation"})
CHANGES = frozenset({"fine", "gains", "opposed", "restored_goods", "content"})
"""The fields of a result that say into what an act was changed."""
NOTHING = "本案没有已经送达、可以申请复议或者起诉的行为；已经撤销的不能再争议。"
"""Why nothing can be chosen."""

_FALLEN: Mapping[str, str] = {
    "D08": "登记保存的物品立即返还，在“返还物品”程序中登记。",
    "D08R": "物品的处理由本机关依法重新决定。",
    "D09": "还在查封、扣押的物品立即解除、返还，已变卖的退还变卖款，在“返还物品”程序中登记。造成损失的，依法赔偿（行政强制法第六十八条）。",
    "D09R": "物品的处理由本机关依法重新决定；已经不能返还的，依法赔偿（行政强制法第六十八条）。",
    "D05": "不再复查，没有改正的不属于拒不改正；处罚决定以拒不改正为由的，启动“自行纠错”。",
    "D05-2": "通知不再有效；因停止受到损失的，依法赔偿（国家赔偿法第四条）。",
    "D25": "不再代履行；已经代履行的，费用不再收取，已缴的退还，造成损失的依法赔偿（行政强制法第六十八条）。",
    "D25-6": "费用不再收取，已缴的退还；造成损失的依法赔偿（行政强制法第四十一条、第六十八条）。",
    "D25-7": "费用不再收取，已缴的退还；责令重新作出的，启动“收取代履行费用”重新核定。",
    "D25-2": "不得强制拆除；已经拆除的，依法赔偿（行政强制法第六十八条）。",
}


def options(file: CaseFileView) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return what the start of a remedy may name: the acts whose paper was served, newest last, and who may challenge them."""
    known = [person for person in file.participants if person.role in APPLICANTS and person.struck_on is None]
    people = [(person.id, f"{person.name}（{ROLES[person.role]}）") for person in known]
    party = file.parties[0].name if file.parties else ""
    return {"against": _acts(file), "applicant": [("party", f"{party}（当事人）"), *people]}


def _acts(file: CaseFileView) -> list[tuple[str, str]]:
    served = [paper for paper in file.documents if paper.served_on is not None]
    decided = [paper for paper in served if paper.code in DECISIONS]
    apart = [paper for paper in served if paper.code in ACTS and paper.state != "withdrawn"]
    return [*(("penalty", _named(paper)) for paper in decided[-1:]), *((paper.id, _named(paper)) for paper in apart)]


def _named(paper: Document) -> str:
    told = f"{day(paper.served_on)}送达" if paper.served_on is not None else f"{day(paper.issued_on)}制发"
    return f"《{paper.title}》{paper.number or ''}，{told}"


def said(file: CaseFileView) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return what the words of a form that started a remedy mean, whatever became of the acts and people that it names."""
    papers = [(key, _named(paper)) for paper in file.documents for key in (paper.id, paper.number, paper.code) if key]
    people = [(key, person.name or "") for person in file.participants for key in (person.id, person.name) if key]
    decided = next((f"《{paper.title}》" for paper in reversed(file.documents) if paper.code in DECISIONS), "处罚决定")
    return {"against": [("penalty", decided), ("surcharge", ACTS["D24-2"]), *papers], "applicant": [("party", "当事人"), *people]}


def of_act(form: FormDescription, file: CaseFileView, instance: str) -> FormDescription:
    """Return the form of a result with the fields by which the act that its procedure is about can be changed; every other form as it is."""
    remedy = next((row for row in file.remedies if row.id == instance), None)
    if remedy is None or not any(item.name == "opposed" for item in form.fields):
        return form
    code = None if remedy.against is None else next((paper.code for paper in file.documents if paper.id == remedy.against), "")
    fitting = changeable(code) | ({"opposed"} if code is None else set())
    fields = [item for item in form.fields if item.name not in CHANGES or item.name in fitting]
    if code is not None and code in SUMS:
        fields = [replace(item, label=f"变更后的{SUMS[code]}", hint="不得高于原来的数额。") if item.name == "fine" else item for item in fields]
    return replace(form, fields=tuple(fields))


def fallen(remedy: Remedy, file: CaseFileView) -> str | None:
    """Return what follows where the act of a remedy fell."""
    if remedy.against is None:
        return "多缴的罚没款退还；没收的物品返还当事人；查封、扣押、登记保存的物品依法解除、退还。"
    code = next((paper.code for paper in file.documents if paper.id == remedy.against), "")
    return _FALLEN.get(code)
