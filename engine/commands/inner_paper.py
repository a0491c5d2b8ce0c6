"""Inner papers (内部文书): put together from the forms, opinions and registers of a case, so that nobody writes anything twice."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from engine.clock import SHANGHAI
from engine.commands.composition import face, particulars, stated_assessment, stated_sanction
from engine.commands.participant import guardians, named
from engine.events.decision import OUTCOMES
from engine.model import Case, Opinion
from engine.queries.discretion import reported
from engine.queries.party import party_of
from engine.rules.document.inner import KnownParty, Signature
from engine.rules.limitation import GROUNDS
from engine.work import Work

ENDS: Mapping[str, str] = {"rejected": "不予立案", "revoked": "处罚决定已经撤销", "transferred": "移送其他机关", "withdrawn": "撤案"}
"""How a case ends without a decision that stands, by its state or outcome."""

PARTY = "当事人"
"""How papers speak of the party that do not speak to it."""


def common(work: Work, case_id: str, number: str, token: str) -> dict[str, Any]:
    """Return what every inner paper states; `number` is what its kind bears, empty where it bears none."""
    case = work.case(case_id)
    return face(work, case, number, token, known_party(work, case_id)) | {"cause": case.cause_title}


def known_party(work: Work, case_id: str) -> KnownParty:
    """Return the party as far as it is known; unlike in papers that go out, nothing is refused for what is still to be found out."""
    return KnownParty(**particulars(party_of(work.connection, case_id)), guardian=named(guardians(work, case_id)))


def named_party(work: Work, case_id: str) -> KnownParty:
    """Return the party by its name alone: a third party learns whose case it is, and nothing more. Source: 个人信息保护法 Art. 6."""
    party = party_of(work.connection, case_id)
    return KnownParty(kind=party.kind, name=party.name or "", code_label="", code="", address="", legal_representative="")


def signatures(work: Work, case_id: str, *steps: str, since: datetime | None = None) -> tuple[Signature, ...]:
    """Return what was said at these steps since an instant, the oldest first."""
    given = work.rows(Opinion, case_id=case_id, order="at")
    return tuple(signed(item) for item in given if item.step in steps and (since is None or item.at >= since))


def signed(opinion: Opinion) -> Signature:
    """Return an opinion as a line of a paper."""
    return Signature(step=opinion.title, person=opinion.person_name, result=opinion.result_title, text=opinion.text, at=minute(opinion.at))


def minute(instant: datetime) -> str:
    """Return an instant as papers state it: local time to the minute."""
    return instant.astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")


GRAVE: Mapping[str, str] = {"complex": "情节复杂或者重大", "interest": "涉及重大公共利益"}
"""Why a case goes before the panel or must be reviewed by law, whatever its fine (行政处罚法 Art. 57(2), 58(1)), by the field of the report."""


def stated_day(day: date | None) -> str:
    """Return a day as facts hold it, empty where there is none."""
    return day.isoformat() if day else ""


def stated_proposal(work: Work, case: Case) -> str:
    """Return what the officers propose, with its reason, and why an act of more than two years ago is punished."""
    report = reported(work.connection, case.id)
    outcome, reason = str(report.get("outcome") or ""), str(report.get("fine_reason") or "")
    crime = f"移送公安机关，涉嫌{report['offence']}。" if report.get("offence") else f"{OUTCOMES[outcome]}。"
    proposed = _penalty(work, case, case.proposed_fine) if outcome == "penalty" else crime
    ground = report.get("ground")
    older = f"追诉时效为五年：{GROUNDS[ground]}。{report['ground_reason']}" if ground else ""
    grave = "、".join(word for name, word in GRAVE.items() if report.get(name))
    discussed = f"本案{grave}：{report['complex_reason']}" if grave else ""
    return f"建议{proposed}{reason}{older}{discussed}"


def stated_resolution(work: Work, case: Case) -> str:
    """Return what was decided, in a sentence; of a case that ended without a decision, how it ended."""
    if case.outcome is None:
        return f"{ENDS[case.state]}。"
    return _penalty(work, case, case.fine) if case.outcome == "penalty" else f"{({**OUTCOMES, **ENDS})[case.outcome]}。"


def _penalty(work: Work, case: Case, fine: Any) -> str:
    sanction = stated_sanction(work, case, stated_assessment(work, case.id), fine, PARTY)
    return f"给予行政处罚：{sanction.sentence(PARTY)}。"


def lines(form: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return a long text of a form as paragraphs."""
    return tuple(line.strip() for line in str(form.get(name) or "").splitlines() if line.strip())
