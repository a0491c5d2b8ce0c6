"""Stages (阶段): the ordinary procedure in eight words, for one look; the drawing beside it is the truth in full."""

from collections.abc import Mapping

from engine.model import Task
from engine.queries.case_file import CaseFileView

STAGES: Mapping[str, frozenset[str]] = {
    "核查": frozenset({"verification", "confirm_verification", "approve_no_filing"}),
    "立案": frozenset({"case_filing", "review_filing", "approve_filing"}),
    "调查": frozenset({"investigation", "appraisal", "investigation_report", "confirm_report"}),
    "审核": frozenset({"legal_review", "review_proposal", "approve_proposal"}),
    "告知": frozenset(
        {"notice", "plea", "plea_review", "request_hearing", "appoint_host", "set_hearing", "hold_hearing", "report_hearing", "review_hearing"}
    ),
    "决定": frozenset({"convene_panel", "panel_discussion", "decide"}),
    "执行公示": frozenset({"confirm_payment", "payment_reminder", "prepare_publication", "review_publication"}),
    "结案": frozenset({"closing", "approve_closing", "archiving"}),
}
"""The steps of each stage; serving belongs to whatever is served."""

EARLIER: Mapping[str, str] = {"transfer": "决定"}
"""The stages of steps that only earlier versions of the procedure have, whose cases go on."""


def stages(file: CaseFileView) -> list[tuple[str, str]]:
    """Return each stage as `done`, `now` or empty; a case that was sent back stands where it stands now."""
    decided = file.case.decided_on is not None
    waiting = {_stage(task, decided=decided) for task in file.waiting if task.instance == file.case.id}
    reached = min(waiting, default=max((_stage(task, decided=decided) for task in file.done if task.instance == file.case.id), default=-1) + 1)
    return [(title, "now" if place in waiting else "done" if place < reached else "") for place, title in enumerate(STAGES)]


def _stage(task: Task, *, decided: bool) -> int:
    titles = list(STAGES)
    if task.step == "serve":
        return titles.index("执行公示" if decided else "告知")
    if task.step in EARLIER:
        return titles.index(EARLIER[task.step])
    return next((place for place, steps in enumerate(STAGES.values()) if task.step in steps), 0)
