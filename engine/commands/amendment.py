"""Changes of the people of a case (变更记录): what every one of them keeps, and who is struck off. Source: 行政处罚法 Art. 40, 47."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypedDict

from engine.errors import InvalidInputError, LawError
from engine.model import Assessment, Case, Document, Evidence, Participant, Party
from engine.queries.procedure import NOTICE
from engine.work import FormData, Work


class Kept(TypedDict):
    """What is kept of a change: who told it, why, how the person stood before, who wrote it down and when."""

    amendment: str
    person_name: str
    made_at: datetime
    told_by: str | None
    reason: str | None
    before: Mapping[str, str | None]


def kept(work: Work, person: Party | Participant, columns: Iterable[str], data: FormData) -> Kept:
    """Return what is kept of a change that a form asks for; `columns` are those whose old values are kept."""
    return Kept(
        amendment=work.new_id(),
        person_name=work.actor.name,
        made_at=work.now,
        told_by=data.find("told_by"),
        reason=data.find("reason"),
        before={name: getattr(person, name) for name in columns},
    )


def check_there(person: Party | Participant) -> None:
    """Refuse to change whoever was struck off."""
    if person.struck_on is not None:
        raise LawError("step_not_waiting", f"{person.name or '此人'}已经除名，不能再改；仍须参加的，重新登记。")


def struck_on(case: Case, data: FormData) -> date:
    """Return the day from which somebody takes part no more; refuses one before the case."""
    day = data.day("struck_on")
    if day < case.discovered_on and data.text("ground") == "mistaken":
        raise InvalidInputError({"struck_on": ["发现登记有误的日期早于本案的发现日期。"]})
    return day


def references(work: Work, case: Case, data: FormData, field: str = "evidence") -> tuple[str, ...]:
    """Return the numbers of the pieces of evidence that a form names by number or id; refuses what the case does not have."""
    named = data.values.get(field)
    wanted = [str(item) for item in named] if isinstance(named, list) else []
    found = {name: str(piece.number) for piece in work.rows(Evidence, case_id=case.id) for name in (piece.id, str(piece.number))}
    if missing := [name for name in wanted if name not in found]:
        raise InvalidInputError({field: [f"本案没有证据{missing[0]}。"]})
    return tuple(found[name] for name in wanted)


def reports(work: Work, case: Case) -> int:
    """Return how often the case was assessed on a report; a review of the plea assesses it for the same party."""
    return len(work.rows(Assessment, case_id=case.id, occasion="report"))


def told_in_vain(work: Work, case: Case) -> int | None:
    """Return how many reports there are where the notice that went out told somebody who is not to be told; None where none did yet.

    The case goes back then: another report, another notice. Source: 行政处罚法 Art. 44, 45, 62.
    """
    told = case.decided_on is None and case.assessment_id is not None and bool(work.rows(Document, case_id=case.id, code=NOTICE))
    return reports(work, case) if told else None
