"""History (既往处理): earlier decisions against the party of a case for the same cause, in the whole bureau."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Text, and_, bindparam, or_, select

from engine.model import Assessment, Case, Document, Party
from engine.rules.concurrence import FinedAct
from engine.rules.history import PastDecision

FINES = ("D19", "D20")
"""The papers that impose a fine: the decision, and the decision on the spot."""

_SAME = or_(
    and_(Party.code == bindparam("party"), Party.code_kind.is_not_distinct_from(bindparam("paper", type_=Text))),
    and_(Party.code.is_(None), Party.uncoded.is_not(None), Party.kind == bindparam("kind"), Party.name == bindparam("name")),
)
"""The same party: the same number of the same kind of paper, or the same name where an organisation has no number."""

_EARLIER = (
    select(Document.number, Document.code, Document.served_on, Document.facts, Case.fine)
    .join(Case, Case.id == Document.case_id)
    .join(Party, Party.case_id == Case.id)
    .where(_SAME, Party.number == 1, Case.cause == bindparam("cause"), Case.id != bindparam("case"))
    .where(Document.code.in_((*FINES, "D21")), Document.served_on < bindparam("act"), Document.state != "withdrawn")
    .order_by(Document.served_on, Document.number)
    .distinct()
)

_FINED = (
    select(Document.number, Case.fine, Assessment.facts)
    .join(Case, Case.id == Document.case_id)
    .join(Assessment, Assessment.id == Case.assessment_id)
    .join(Party, Party.case_id == Case.id)
    .where(_SAME, Party.number == 1, Case.id != bindparam("case"), Case.fine > 0)
    .where(Document.code.in_(FINES), Document.state != "withdrawn")
    .where(or_(Case.place == bindparam("place"), Case.grid == bindparam("grid")))
    .order_by(Document.number)
)


def past_decisions(connection: Connection, case: Case, party: Party, act: date) -> Sequence[PastDecision]:
    """Return the decisions that took effect before an act: fines, and exemptions as a first offence; other exemptions do not count.

    Other districts' decisions count too; of them no more is told than number, day and sum.
    """
    if not (party.code or party.uncoded):
        return []
    rows = connection.execute(_EARLIER, _same(party) | {"cause": case.cause, "case": case.id, "act": act})
    return [PastDecision(row.number or "", row.served_on, row.fine if row.code in FINES else None) for row in rows if _counts(row.code, row.facts)]


def _counts(code: str, facts: object) -> bool:
    return code in FINES or (isinstance(facts, dict) and facts.get("ground") == "first")


def _same(party: Party) -> dict[str, Any]:
    return {"party": party.code or "", "paper": party.code_kind, "kind": party.kind, "name": "" if party.code else party.name}


def fined_acts(connection: Connection, case: Case, party: Party) -> Sequence[FinedAct]:
    """Return the acts of the party at the case's place that other cases fined, under whatever rule; none where no place is known."""
    if not (party.code or party.uncoded) or not (case.place or case.grid):
        return []
    rows = connection.execute(_FINED, _same(party) | {"case": case.id, "place": case.place, "grid": case.grid})
    return [FinedAct(row.number or "", row.fine, *(date.fromisoformat(row.facts[end]) for end in ("act_start", "act_end"))) for row in rows]
