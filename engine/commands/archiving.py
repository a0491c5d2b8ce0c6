"""Archiving (归档): every case ends in the archive, and a volume that lies there takes in nothing more. Source: 行政处罚法 Art. 47; 档案法 Art. 13.

The main road of a case that comes to a decision leads there. A case that ends otherwise, by withdrawal, transfer or annulment, or a clue that is
no case, goes there by a procedure of its own, which whoever ends it starts by `send_to_archive`.
"""

from engine.commands import deadline as clock
from engine.commands.procedure import follow
from engine.errors import LawError
from engine.model import Case, ProcessState, Task
from engine.queries.delivery import PROCEDURE as DELIVERY
from engine.work import Work

PROCEDURE = "archive"


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


def check_served(work: Work, case_id: str) -> None:
    """Refuse to archive a volume while a paper of it, such as a revocation, is still to be served. Source: 行政处罚法 Art. 47, 61."""
    going = any(row.ended_at is None for row in work.rows(ProcessState, case_id=case_id, procedure=DELIVERY))
    if going or work.rows(Task, case_id=case_id, form="service_record", state="waiting"):
        raise LawError("not_served", "还有文书没有送达，不能归档。", basis="行政处罚法 47、61")
