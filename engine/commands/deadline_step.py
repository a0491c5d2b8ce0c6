"""Deadlines in processes (流程中的期限): the operations by which a service task starts, stops and ends a clock.

Each names a `deadline`. Where the day stands in a form, `form` and `field` say where; without them it is the day of the step. A procedure beside
the main one starts a clock of its own, reads its own forms, and stops, lengthens or ends its own clock, or where it has none of the key, the case's.
"""

from collections.abc import Mapping
from datetime import date, datetime

from engine.clock import SHANGHAI
from engine.commands import deadline as clock
from engine.commands.procedure import form_here, is_beside
from engine.errors import LawError
from engine.rules.deadlines import DEADLINES, Unit
from engine.rules.extension import Approval
from engine.work import Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

_DAY = ("form", "field")


@operation("deadline.start", inputs=("deadline",), options=(*_DAY, "cause"))
def start_deadline(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Start a clock from a day of a form, or from now."""
    del values
    key = inputs["deadline"]
    since: date = _day(work, case_id, inputs)
    if DEADLINES[key].unit is Unit.HOUR:
        since = _moment(work, case_id, inputs)
    cause = inputs.get("cause", DEADLINES[key].start.removesuffix("之日").removesuffix("之时"))
    clock.start(work, case_id, key, since, cause=cause, subject=work.instance if is_beside(work, case_id) else None)
    return {}


@operation("deadline.suspend", inputs=("deadline",), options=(*_DAY, "ground"))
def suspend_deadline(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Stop a clock for a ground: unless the model says otherwise, from the day on which the testing of an investigation began.

    Source: 住房和城乡建设行政处罚程序规定 (检验、检测、鉴定 are excluded from the term).
    """
    del values
    given = {"form": "investigation", "field": "started_on", "ground": "testing"} | dict(inputs)
    clock.suspend(work, case_id, inputs["deadline"], _day(work, case_id, given), given["ground"], subject=_subject(work, case_id, inputs))
    return {}


@operation("deadline.resume", inputs=("deadline",), options=_DAY)
def resume_deadline(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Let a clock run again: unless the model says otherwise, from the day after the appraisal ended."""
    del values
    given = {"form": "appraisal", "field": "finished_on"} | dict(inputs)
    # A model that names a form of its own stops its clock for one ground alone.
    ground = None if "form" in inputs else "testing"
    clock.resume(work, case_id, inputs["deadline"], _day(work, case_id, given), ground=ground, subject=_subject(work, case_id, inputs))
    return {}


@operation("deadline.extend", inputs=("deadline", "form"), options=("collective",))
def extend_deadline(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Lengthen a term by the `days` of a form for its `reason`, approved by whoever completed the step; `collective` after a panel."""
    del values
    form = form_here(work, case_id, inputs["form"])
    if form is None:
        raise LawError("step_not_waiting", "没有延期申请，不能延长期限。")
    approval = Approval(
        person=work.actor.id,
        person_name=work.actor.name,
        approved_on=work.today,
        reason=form.find("reason") or "",
        collective="collective" in inputs,
    )
    clock.extend(work, case_id, inputs["deadline"], int(form.text("days")), approval, subject=_subject(work, case_id, inputs))
    return {}


@operation("deadline.meet", inputs=("deadline",), options=_DAY)
def meet_deadline(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Note that what a clock asked for was done."""
    del values
    clock.meet(work, case_id, inputs["deadline"], _day(work, case_id, inputs), subject=_subject(work, case_id, inputs))
    return {}


def _subject(work: Work, case_id: str, inputs: Mapping[str, str]) -> str | None:
    """Return the procedure's own clock of the key, or None for the case's."""
    own = clock.find(work, case_id, inputs["deadline"], work.instance)
    return None if own is None else work.instance


def _day(work: Work, case_id: str, inputs: Mapping[str, str]) -> date:
    if "form" not in inputs:
        return work.today
    return date.fromisoformat(_text(work, case_id, inputs)[:10])


def _moment(work: Work, case_id: str, inputs: Mapping[str, str]) -> datetime:
    """Return the instant that a form gives in local time, or the present one where it gives none or only a day."""
    text = _text(work, case_id, inputs) if "form" in inputs else ""
    if len(text) <= len("2026-09-14"):
        return work.now
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


def _text(work: Work, case_id: str, inputs: Mapping[str, str]) -> str:
    form = form_here(work, case_id, inputs["form"])
    if form is None:
        raise LawError("step_not_waiting", "没有相应的办理记录，不能计算期限。")
    return form.text(inputs["field"])
