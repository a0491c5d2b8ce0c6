"""Audits anew (重新审核设备记录): an audited record came into doubt, such as by a correction of its device's certificate.

Until somebody else looked at it again nothing is decided; what does not stand is taken off, and the officer says how the case goes on.
Source: 行政处罚法 Art. 41, 46(2).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.commands.capture import captures
from engine.commands.collaboration import chosen
from engine.commands.command import CaseCommand, handles
from engine.commands.procedure import follow, start_form, starts
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError
from engine.events.capture import CaptureDoubted
from engine.model import Case, Evidence, Task
from engine.work import FormData, Work

BASIS = "行政处罚法 41②、46②"
REVIEW = "capture_review"
STEP = "review_capture"
"""The step at which a record is audited anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtCaptures(CaseCommand[int]):
    """Have what a device took in a case audited anew where no certificate covers the day; given by the system alone.

    The answer is how many pieces.
    """

    device: str


@handles(DoubtCaptures)
def doubt_captures(command: DoubtCaptures, work: Work) -> int:
    """Flag the pieces that no certificate covers any more and put them before the auditor; nothing happens where all of them are covered."""
    case, doubted = work.case(command.case_id), 0
    for taken in captures(work, case.id):
        if taken.device.code == command.device and taken.doubtful:
            day = f"{taken.captured_on.year}年{taken.captured_on.month}月{taken.captured_on.day}日"
            reason = f"按现在登记的证书，{taken.device.name}在{day}不在检定、校准有效期内。"
            _doubt(work, case.id, taken.doubtful, reason)
            numbers = [str(piece.number) for piece in taken.doubtful]
            follow(work, case.id, REVIEW, reason, subject=f"证据{'、'.join(numbers)}", records=numbers)
            doubted += len(numbers)
    return doubted


@starts("capture_review")
def propose_review(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Flag the pieces; refuses what no device took, or did not pass its audit."""
    del instance
    taken = {piece.id for capture in captures(work, case.id) for piece in capture.pieces}
    pieces = chosen(work, case.id, data, "records")
    if any(piece.id not in taken or piece.recheck != "kept" for piece in pieces):
        raise LawError("step_not_waiting", "只能重新审核已经审核作为证据的设备记录。", basis="行政处罚法 41②", field="records")
    _doubt(work, case.id, pieces, data.text("reason"))
    return f"证据{'、'.join(str(piece.number) for piece in pieces)}"


@submits("capture_exclusion")
def handle_exclusion(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a way on that does not fit how far the case has come."""
    del work, task
    decided, way = case.decided_on is not None, data.text("way")
    if decided and way not in {"correct", "unused"}:
        raise InvalidInputError({"way": ["决定已经作出：须自行纠错，或者说明没有影响。"]})
    if not decided and way == "correct":
        raise InvalidInputError({"way": ["还没有作出决定，没有可以纠正的。"]})


def check_reviewed(work: Work, case: Case) -> None:
    """Refuse a decision on a report that still rests on a record taken off since. Source: 行政处罚法 Art. 41(2), 46(2)."""
    done = work.rows(Task, case_id=case.id, state="done")
    reported = max((task.done_at for task in done if task.form == "investigation_report" and task.done_at is not None), default=None)
    for task in done:
        off = task.step == STEP and (task.data or {}).get("result") == "excluded"
        if off and reported is not None and task.done_at is not None and task.done_at >= reported:
            numbers = "、".join(str(piece.number) for piece in chosen(work, case.id, start_form(work, task.instance), "records"))
            message = f"证据{numbers}的设备记录在调查终结以后重新审核，不再作为证据：退回调查终结，按其余证据重新认定事实、评定裁量。"
            raise LawError("evidence_inadmissible", message, basis=BASIS)


def _doubt(work: Work, case_id: str, pieces: Sequence[Evidence], reason: str) -> None:
    numbers = tuple(piece.number for piece in pieces)
    work.record(CaptureDoubted(case=case_id, evidence=tuple(piece.id for piece in pieces), numbers=numbers, reason=reason))
