"""Fines for every day (按日连续处罚): how a fined case stands for a re-check, and what the re-check behind a case reckons to."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, select

from engine.errors import LawError
from engine.events.case_link import DAILY
from engine.events.correction_order import ANNULLED
from engine.events.recheck import CORRECTED
from engine.law.book import LawBook
from engine.model import Assessment, Case, CaseLink, CorrectionOrder, Deadline, Document, Recheck
from engine.queries.correction_order import CLOCK
from engine.queries.history import FINES
from engine.queries.party import party_of
from engine.rules.basis import recorded_basis
from engine.rules.daily_penalty import DailyFine, FinedCase, Round, why_not
from engine.store import tables

_PAPER = (
    select(Document.__table__)
    .where(Document.case_id == bindparam("case"), Document.code.in_(FINES), Document.state != "withdrawn")
    .order_by(Document.issued_on.desc(), Document.id)
    .limit(1)
)
_ORDER = (
    select(CorrectionOrder.id, CorrectionOrder.document_id, CorrectionOrder.result, CorrectionOrder.refused, Deadline.start_on, Deadline.due)
    .join(Deadline, (Deadline.case_id == CorrectionOrder.case_id) & (Deadline.subject == CorrectionOrder.id))
    .where(CorrectionOrder.case_id == bindparam("case"), Deadline.key == CLOCK)
    .order_by(Deadline.start_on.desc(), CorrectionOrder.ordered_on.desc(), CorrectionOrder.id)
)


def rechecks_of(connection: Connection, case_id: str) -> Sequence[Recheck]:
    """Return the re-checks of a case, the newest last."""
    return tables.rows(connection, Recheck, tables.matching(Recheck, ("case_id",), "checked_on"), {"case_id": case_id})


def fining_paper(connection: Connection, case_id: str) -> Document | None:
    """Return the decision that fined, None where there is none that stands."""
    return next(iter(tables.rows(connection, Document, _PAPER, {"case": case_id})), None)


def bar(connection: Connection, case: Case, law: LawBook) -> str | None:
    """Return why a case cannot be re-checked for a fine by the day, None where it can."""
    paper = fining_paper(connection, case.id)
    last = rechecks_of(connection, case.id)
    fined = FinedCase(
        person=party_of(connection, case.id).kind == "person",
        discharge=_is_discharge(connection, case, law),
        fined=paper is not None and case.outcome == "penalty" and bool(case.fine),
        served=paper is not None and paper.served_on is not None,
        ordered=_round(connection, case.id) is not None,
        corrected=bool(last) and last[-1].result == CORRECTED,
    )
    return why_not(fined, law.parameters)


def _is_discharge(connection: Connection, case: Case, law: LawBook) -> bool:
    """Tell whether the basis on which a case was assessed is one of discharge or dumping that 生态环境法典 Art. 1060 speaks of."""
    frozen = tables.find(connection, Assessment, case.assessment_id) if case.assessment_id else None
    if frozen is None or case.cause not in law.causes.causes:
        return False
    limb = law.causes.cause(case.cause).limbs.get(frozen.explanation["limb"])
    try:
        return limb is not None and recorded_basis(limb, frozen.explanation["basis"], law).daily
    except LawError:
        return False


def next_round(connection: Connection, case_id: str) -> tuple[str, Round] | None:
    """Return the order that the next re-check looks at, and from when it counts; None where no order stands that was not obeyed."""
    found = _round(connection, case_id)
    if found is None:
        return None
    order, served_on, due = found
    before = [row.checked_on for row in rechecks_of(connection, case_id)]
    return order, Round(served_on=served_on, due=due, last=before[-1] if before else None)


def _round(connection: Connection, case_id: str) -> tuple[str, date, date] | None:
    """Return the newest order that was served, with the first and the last day of its term; None where it fell, was obeyed or excused."""
    row = connection.execute(_ORDER, {"case": case_id}).first()
    if row is None or row.result == ANNULLED or (row.result is not None and not row.refused):
        return None
    return row.id, row.start_on, row.due


def daily_fine(connection: Connection, recheck_id: str) -> DailyFine | None:
    """Return what a re-check that found a refusal reckons to, as decision and order stand now; None where it found none."""
    found = tables.find(connection, Recheck, recheck_id)
    if found is None or found.result == CORRECTED:
        return None
    case, paper = tables.find(connection, Case, found.case_id), tables.find(connection, Document, found.decision_id)
    order = tables.find(connection, CorrectionOrder, found.order_id)
    if case is None or paper is None or order is None:
        return None
    notice = tables.find(connection, Document, order.document_id) if order.document_id else paper
    clock = tables.rows(connection, Deadline, tables.matching(Deadline, ("key", "subject"), "id"), {"key": CLOCK, "subject": order.id})
    earlier = [row for row in rechecks_of(connection, case.id) if row.checked_on < found.checked_on]
    stands = case.outcome == "penalty" and paper.state != "withdrawn"
    return DailyFine(
        case=case.id,
        recheck=found.id,
        decision=_named(paper),
        decided_on=paper.issued_on,
        fine=case.fine if stands else None,
        order=_named(notice or paper),
        served_on=clock[0].start_on,
        stands=order.result != ANNULLED,
        first_on=found.first_on,
        checked_on=found.checked_on,
        result=found.result,
        again=bool(earlier),
    )


def _named(paper: Document) -> str:
    return f"《{paper.title}》（{paper.number or ''}）"


def origin_of(connection: Connection, case_id: str) -> DailyFine | None:
    """Return what founds a case that fines for every day; None for any other case."""
    links = tables.rows(connection, CaseLink, tables.matching(CaseLink, ("case_id", "kind"), "id"), {"case_id": case_id, "kind": DAILY})
    return daily_fine(connection, links[0].recheck) if links and links[0].recheck else None


def daily_sentence(connection: Connection, case_id: str) -> str:
    """Return how the sum of a case that fines for every day is put together, for papers; nothing for any other case."""
    found = origin_of(connection, case_id)
    return "" if found is None else found.sentence()


def unfined(connection: Connection, case_id: str) -> Sequence[DailyFine]:
    """Return the re-checks of a case that found a refusal and for which no case was registered yet."""
    links = tables.rows(connection, CaseLink, tables.matching(CaseLink, ("other_id", "kind"), "id"), {"other_id": case_id, "kind": DAILY})
    taken = {link.recheck for link in links}
    found = (daily_fine(connection, row.id) for row in rechecks_of(connection, case_id) if row.id not in taken)
    return [item for item in found if item is not None]
