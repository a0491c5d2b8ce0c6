"""Archiving (归档): every case ends in the archive, and a volume that lies there takes in nothing more. Source: 行政处罚法 Art. 47; 档案法 Art. 13.

The main road of a case that comes to a decision leads there. A case that ends otherwise, by withdrawal, transfer or annulment, or a clue that is
no case, goes there by a procedure of its own, which whoever ends it starts by `send_to_archive`.
"""

from engine.commands import deadline as clock
from engine.commands.procedure import follow, starts
from engine.errors import LawError
from engine.model import Case, Document, Evidence, ProcessState, Task
from engine.queries.delivery import PROCEDURE as DELIVERY
from engine.rules.archive import check_handover, check_term, check_volume, handed_over_after, kept_for, recordings_kept
from engine.work import FormData, Work

PROCEDURE = "archive"
RECORDING, MONTHS = "audiovisual", 12
HANDOVER = "archive.transfer"
"""The clock of the volume's way to the public archives (档案馆)."""


def check_not_archived(case: Case) -> None:
    """Refuse with step_not_waiting to add to a volume that is archived."""
    if case.archived_on is not None:
        raise LawError("step_not_waiting", "案卷已经归档，不能再添加内容。", basis="行政处罚法 47")


def send_to_archive(work: Work, case_id: str, cause: str) -> None:
    """Put the volume of a case that ended off the main road before the archivist, and start the clock of the archive.

    Whoever ends the main road does so first: its clocks end with it.
    """
    clock.start(work, case_id, "archive", work.case(case_id).closed_on or work.today, cause=cause)
    follow(work, case_id, PROCEDURE, f"{cause}，案卷归档。")


def check_volume_of(work: Work, case: Case, data: FormData) -> None:
    """Refuse a term shorter than the city's, and one summary case more than a volume may hold."""
    check_term(term_of_volume(work, case, data), _least(work, case))
    if case.procedure == "summary" and case.filed_on is not None:
        volume = data.text("volume_no")
        held = len([row for row in work.rows(Case, volume=volume, procedure="summary") if row.id != case.id])
        check_volume(volume, held, work.law.parameters.integer("archive.volume.summary"))


def term_of_volume(work: Work, case: Case, data: FormData) -> str:
    """Return for how long the volume is kept: as the archivist chose, or as the city has it."""
    return data.find("term") or _least(work, case)


def keep_recordings(work: Work, case_id: str, term: str) -> None:
    """Start the clock of the recordings in a volume that went to the archive; what is kept for ever has none. Source: domain.md R50, R51."""
    kept = recordings_kept(term, work.law.parameters)
    if kept is not None and work.rows(Evidence, case_id=case_id, kind=RECORDING):
        clock.start(work, case_id, "av.retention", work.today, cause="归档", length=kept * MONTHS)


def await_handover(work: Work, case_id: str, term: str) -> None:
    """Start the clock after which an archived volume goes to the public archives; one that lies there, or is not kept that long, has none.

    The volume is formed when the case is over, whenever it is put into the archive.
    Source: 档案法实施条例 Art. 20; domain.md R52.
    """
    after, known = handed_over_after(term, work.law.parameters), clock.find(work, case_id, HANDOVER)
    if after is not None and (known is None or known.state != "met"):
        clock.start(work, case_id, HANDOVER, work.case(case_id).closed_on or work.today, cause="办结", length=after * MONTHS)


@starts("archive_transfer")
def hand_over(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the archives and the list under which the volume came there; refuses a day on which it could not go. Source: 档案法实施条例 Art. 20."""
    del instance
    term = clock.find(work, case.id, HANDOVER)
    due = term.due if term is not None and term.state in {"running", "expired"} else None
    check_handover(data.day("handed_on"), case.archived_on or work.today, due, data.find("ground"))
    return f"{data.text('archives')}，{data.text('list_no')}"


def _least(work: Work, case: Case) -> str:
    major = bool(work.rows(Document, case_id=case.id, code="D18"))
    return kept_for(case.procedure, filed=case.filed_on is not None, major=major, parameters=work.law.parameters)


def check_served(work: Work, case_id: str) -> None:
    """Refuse to archive a volume while a paper of it, such as a revocation, is still to be served. Source: 行政处罚法 Art. 47, 61."""
    going = any(row.ended_at is None for row in work.rows(ProcessState, case_id=case_id, procedure=DELIVERY))
    if going or work.rows(Task, case_id=case_id, form="service_record", state="waiting"):
        raise LawError("not_served", "还有文书没有送达，不能归档。", basis="行政处罚法 47、61")
