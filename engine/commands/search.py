"""Searching (查找): the index catches up with the cases, a search is kept under a name, a list that leaves the system is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select

from engine.commands.command import Command, handles
from engine.errors import InvalidInputError
from engine.events.search import CasesExported
from engine.model import Case, Deadline, SavedSearch
from engine.queries.clock import PAYMENTS
from engine.queries.content import contents
from engine.queries.search import LARGEST_EXPORT, stale
from engine.rules.search import normal
from engine.rules.term import Owner
from engine.store import fulltext, tables
from engine.work import Work

MOST = 50
"""Searches that one person may keep."""

_ENTRIES = tables.TABLES["search"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexCases(Command[int]):
    """Bring so many cases that changed up to date in the index; the answer is how many there were. `anew` forgets the whole index first."""

    limit: int = 200
    anew: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSearch(Command[None]):
    """Keep the address of a search, or of a worklist, under a name; the same name takes the new address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetSearch(Command[None]):
    """Forget a search of one's own."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCases(Command[None]):
    """Record that the actor takes a list of so many cases out; `conditions` says in words what was searched for."""

    count: int
    conditions: str


@handles(IndexCases)
def index_cases(command: IndexCases, work: Work) -> int:
    """Write the rows and texts of the cases whose version is not the one in the index."""
    if command.anew:
        work.connection.execute(delete(_ENTRIES))
        fulltext.clear(work.connection)
    ids = work.connection.execute(stale().limit(command.limit)).scalars().all()
    if not ids:
        return 0
    cases = tables.rows(work.connection, Case, select(Case.__table__).where(Case.id.in_(ids)))
    terms: dict[str, list[Deadline]] = {}
    for deadline in tables.rows(work.connection, Deadline, select(Deadline.__table__).where(Deadline.case_id.in_(ids))):
        terms.setdefault(deadline.case_id, []).append(deadline)
    _drop(work, ids)
    work.connection.execute(insert(_ENTRIES), [_entry(case, terms.get(case.id, ())) for case in cases])
    numbered = work.connection.execute(select(_ENTRIES.c.case_id, _ENTRIES.c.id).where(_ENTRIES.c.case_id.in_(ids)))
    rows = {row.case_id: row.id for row in numbered}
    said = contents(work.connection, cases)
    fulltext.put(work.connection, {rows[case]: [normal(text) for _, text in texts] for case, texts in said.items()})
    return len(cases)


@handles(SaveSearch)
def save_search(command: SaveSearch, work: Work) -> None:
    """Keep the search; refuses a name that says nothing and an address outside the lists."""
    name = command.name.strip()
    if not name or len(name) > 40:
        raise InvalidInputError({"name": ["请写明名称，不超过40字。"]})
    if not command.address.startswith(("/search", "/work")) or len(command.address) > 1000 or not command.address.isprintable():
        raise InvalidInputError({"address": ["只能保存查找页和待办页的条件。"]})
    mine = work.rows(SavedSearch, order="name", user_id=work.actor.id)
    if len(mine) >= MOST and name not in {item.name for item in mine}:
        raise InvalidInputError({"name": [f"最多保存{MOST}条，请先删除不用的。"]})
    _forget(work, name)
    tables.put(work.connection, SavedSearch, {"user_id": work.actor.id, "name": name, "address": command.address, "saved_at": work.now})


@handles(ForgetSearch)
def forget_search(command: ForgetSearch, work: Work) -> None:
    """Forget the search; one that is not there is forgotten already."""
    _forget(work, command.name)


@handles(ExportCases)
def export_cases(command: ExportCases, work: Work) -> None:
    """Record the export; refuses more cases than one list may hold."""
    if command.count > LARGEST_EXPORT:
        raise InvalidInputError({"export": [f"共{command.count}件，一次最多导出{LARGEST_EXPORT}件，请先缩小范围。"]})
    work.record(CasesExported(person_name=work.actor.name, count=command.count, conditions=command.conditions))


def _forget(work: Work, name: str) -> None:
    table = tables.TABLES["saved_search"]
    work.connection.execute(delete(table).where(table.c.user_id == work.actor.id, table.c.name == name))


def _drop(work: Work, cases: Sequence[str]) -> None:
    """Take cases out of the index."""
    rows = work.connection.execute(delete(_ENTRIES).where(_ENTRIES.c.case_id.in_(cases)).returning(_ENTRIES.c.id)).scalars().all()
    fulltext.remove(work.connection, rows)


def _entry(case: Case, terms: Sequence[Deadline]) -> dict[str, Any]:
    names = ("version", "procedure", "cause", "cause_title", "district", "squad", "lead", "lead_name", "state", "outcome")
    days = ("opened_at", "filed_on", "decided_on")
    fine = case.fine if case.fine is not None else case.proposed_fine
    running = [term for term in terms if term.state in {"running", "expired"} and _duty(term)]
    return {
        "case_id": case.id,
        **{name: getattr(case, name) for name in names + days},
        "fine": None if fine is None else int(fine * 100),
        "due": min((term.due for term in running if term.due is not None), default=None) if _open(case) else None,
        "provisional": any(term.provisional for term in terms if term.state in {"running", "suspended"}),
    }


def _duty(term: Deadline) -> bool:
    """Return whether somebody is late when the term is over: a right that the party lets pass is nobody's delay."""
    return term.key in PAYMENTS or term.owner == Owner.AGENCY


def _open(case: Case) -> bool:
    return case.state not in {"archived", "rejected", "transferred", "withdrawn"}
