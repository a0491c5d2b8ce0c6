"""Background work (后台): clocks that ring, the outbox and the index of the search; APScheduler only ticks, the tables say what there is to do."""

import logging

from apscheduler.schedulers.background import BackgroundScheduler

from engine.actor import SYSTEM
from engine.clock import local_date, random_name
from engine.commands.capture_review import DoubtCaptures
from engine.commands.deadline import FireDeadline, WarnDeadline
from engine.commands.office_duty import BeginOfficeDuty, RingOfficeDuty
from engine.commands.publication import EndPublication
from engine.commands.recount import NoteRecount, RecountDeadlines
from engine.commands.search import IndexCases
from engine.commands.security import ForgetSecurity
from engine.errors import RefusalError
from engine.journal import outbox
from engine.queries.catalogue import OurDepartment
from engine.queries.device import CasesOfDevice
from engine.queries.document import OneDocument
from engine.queries.due import DueDeadlines, DueWarnings, NextRecount, WaitingClocks
from engine.queries.office_duty import MissingDuties, RingingDuties
from engine.queries.publication import DuePublications
from engine.queries.search import StaleCases
from engine.store import lease
from web import paper, public_copy, webhook
from web.house import House

log = logging.getLogger("zhifa.jobs")

BATCH = 100
"""How many clocks, or cases, share a transaction."""

HOLDER = random_name()
"""Who holds the leases of this process."""


def fire_due(house: House) -> int:
    """Let every clock ring whose last day is over, the earliest first; return how many did."""
    return _round(house, DueDeadlines, FireDeadline)


def warn_due(house: House) -> int:
    """Tell the superiors of every duty that falls due or was missed; return how many clocks they were told of."""
    return _round(house, DueWarnings, WarnDeadline)


def see_to_duties(house: House) -> int:
    """Let what the office owes for a year that is over arise, run out and be announced; return how many clocks that touched."""
    missing, touched = house.engine.ask(MissingDuties(), SYSTEM), 0
    if not missing and not house.engine.ask(RingingDuties(until=house.engine.clock.now()), SYSTEM):
        return touched
    if not _leased(house, "duties"):
        return touched
    for key, year in missing:
        touched += house.engine.execute(BeginOfficeDuty(key=key, year=year), SYSTEM)
    for duty in house.engine.ask(RingingDuties(until=house.engine.clock.now()), SYSTEM):
        house.engine.execute(RingOfficeDuty(duty=duty), SYSTEM)
        touched += 1
    return touched


def recount(house: House) -> int:
    """Count the open clocks anew after a holiday table or a decree was published; return of how many cases."""
    counted = 0
    while (todo := house.engine.ask(NextRecount(limit=BATCH), SYSTEM)) is not None and _leased(house, "recount"):
        house.engine.execute_all([RecountDeadlines(case_id=case) for case in todo.cases], SYSTEM)
        counted += len(todo.cases)
        after = todo.cases[-1] if todo.cases else ""
        house.engine.execute(NoteRecount(tables=todo.tables, after=after, finished=len(todo.cases) < BATCH), SYSTEM)
    return counted


def end_publications(house: House) -> int:
    """Stop showing every publication whose last day is over; return how many did."""
    ended, stuck = 0, set[str]()
    today = local_date(house.engine.clock.now())
    while due := [item for item in house.engine.ask(DuePublications(before=today), SYSTEM) if item.publication_id not in stuck]:
        for item in due:
            stuck.add(item.publication_id)
            try:
                ended += house.engine.execute(EndPublication(case_id=item.case_id, publication_id=item.publication_id), SYSTEM)
            except Exception:
                # The public does not see it any more in any case; the next tick records it.
                log.exception("publication %s did not end", item.publication_id)
    return ended


def drain_outbox(house: House) -> int:
    """Do what waits in the outbox, each item marked by itself; return how many were done."""
    finished = 0
    now = house.engine.clock.now()
    with house.database.writing() as connection:
        items = outbox.claim(connection, now)
        connection.commit()
    for item in items:
        error = _deliver(house, item)
        with house.database.writing() as connection:
            if error is None:
                outbox.done(connection, item)
                finished += 1
            else:
                outbox.failed(connection, item, error, now)
            connection.commit()
    return finished


def doubt_captures(house: House, device: str) -> int:
    """Have what a device took audited anew wherever its certificates do not cover the day any more; return how many pieces."""
    cases = house.engine.ask(CasesOfDevice(code=device), SYSTEM)
    return sum(house.engine.execute(DoubtCaptures(case_id=case, device=device), SYSTEM) for case in cases)


def leave_papers(house: House) -> int:
    """Leave the papers that wait until somebody opens them, where there are too many to print at once; return how many."""
    with house.database.writing() as connection:
        left = outbox.leave(connection, "render") + outbox.leave(connection, "copy")
        connection.commit()
    return left


def index_cases(house: House, batches: int | None = None) -> int:
    """Bring the cases that changed up to date in the index of the search, in so many batches at most; return how many were."""
    caught_up = 0
    while (batches is None or batches > 0) and house.engine.ask(StaleCases(), SYSTEM):
        caught_up += house.engine.execute(IndexCases(), SYSTEM)
        batches = None if batches is None else batches - 1
    return caught_up


def forget_security(house: House) -> int:
    """Forget what the security log need not keep any longer; return how many rows went."""
    return house.engine.execute(ForgetSecurity(), SYSTEM)


def start(house: House) -> BackgroundScheduler:
    """Start ticking: clocks and ends of publications every half minute, outbox and index every second, survey and security log once a day."""
    house.database.survey()
    scheduler = BackgroundScheduler(timezone="Asia/Shanghai")
    scheduler.add_job(_guarded, "interval", seconds=30, args=[tick, house], max_instances=1, coalesce=True)
    scheduler.add_job(_guarded, "interval", seconds=30, args=[end_publications, house], max_instances=1, coalesce=True)
    scheduler.add_job(_guarded, "interval", seconds=1, args=[drain_outbox, house], max_instances=1, coalesce=True)
    scheduler.add_job(_guarded, "interval", seconds=1, args=[index_cases, house], max_instances=1, coalesce=True)
    scheduler.add_job(_guarded, "interval", days=1, args=[forget_security, house], max_instances=1, coalesce=True)
    scheduler.add_job(_guarded, "interval", days=1, args=[survey, house], max_instances=1, coalesce=True)
    scheduler.start()
    return scheduler


def survey(house: House) -> None:
    """Let the database look anew at how its tables have grown."""
    house.database.survey()


def tick(house: House) -> None:
    """Do what the clocks ask for: count anew, ring, tell; one that has nothing to do costs one question."""
    waiting = house.engine.ask(WaitingClocks(until=house.engine.clock.now()), SYSTEM)
    if waiting.recount:
        recount(house)
    if waiting.rings or waiting.recount:
        fire_due(house)
    if waiting.warns or waiting.rings or waiting.recount:
        warn_due(house)
    see_to_duties(house)


def _round(house: House, question: type[DueDeadlines | DueWarnings], command: type[FireDeadline | WarnDeadline]) -> int:
    """Answer what is due in batches, a transaction each; a case that is broken waits for the next tick and does not silence the others."""
    done, stuck = 0, set[str]()
    while True:
        found = house.engine.ask(question(until=house.engine.clock.now(), limit=BATCH + len(stuck)), SYSTEM)
        due = [item for item in found if item.deadline_id not in stuck]
        if not due or not _leased(house, "deadlines"):
            return done
        # No key: a clock that runs out a second time must ring again, and one that rang already does nothing.
        failed = house.engine.execute_all([command(case_id=item.case_id, deadline_id=item.deadline_id) for item in due], SYSTEM)
        lost = {item.deadline_id for item in due if item.case_id in failed}
        stuck |= lost
        done += len(due) - len(lost)


def _leased(house: House, name: str) -> bool:
    """Tell whether this process may do a round now; another one that began is left to finish it."""
    with house.database.writing() as connection:
        taken = lease.take(connection, name, HOLDER, house.engine.clock.now())
        connection.commit()
    return taken


def _deliver(house: House, item: outbox.Item) -> str | None:
    """Do one item; return why it failed, or None."""
    if item.kind not in {"render", "copy", "request", "captures"}:
        return f"不认识的事项{item.kind}"
    try:
        if item.kind == "captures":
            doubt_captures(house, str(item.payload["device"]))
            return None
        if item.kind == "copy":
            public_copy.make(house, str(item.payload["publication"]))
            return None
        if item.kind == "request":
            webhook.send(house, house.engine.ask(OurDepartment(), SYSTEM).partners[str(item.payload["partner"])], str(item.payload["request"]))
            return None
        document = house.engine.ask(OneDocument(document_id=str(item.payload["document"])), SYSTEM)
        if document.pdf_sha256 is None:
            paper.render(house, document)
    except (RefusalError, OSError, ValueError) as error:
        return str(error)
    return None


def _guarded(job: object, house: House) -> None:
    # A tick that fails is logged and comes again; the tables still say what there is to do.
    try:
        job(house)  # type: ignore[operator]  # One of the functions above.
    except Exception:
        log.exception("background work failed")
