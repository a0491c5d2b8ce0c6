"""A task on its own page (办理页): the form, what was typed before, and what the person should see beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from engine.actor import Actor
from engine.clock import SHANGHAI, local_date
from engine.errors import NotAllowedError, NotFoundError
from engine.model import Draft, Task
from engine.queries.case_file import CaseFile, CaseFileView, case_file
from engine.queries.caution import Caution, cautions_of
from engine.queries.correction_order import known_correction
from engine.queries.daily_penalty import origin_of
from engine.queries.discretion import SPOT
from engine.queries.draft import find_draft
from engine.queries.enclosure import enclosures_of
from engine.queries.history import past_decisions
from engine.queries.ledger import owes
from engine.queries.query import Query, Reading, answers
from engine.queries.reach import may_act
from engine.queries.worklist import governing_of
from engine.rules.archive import kept_for
from engine.rules.document.wording import minute_text
from engine.rules.hearing import earliest_hearing
from engine.rules.history import PastDecision
from engine.rules.police_transfer import STANDARDS
from engine.rules.reckoning import Reckoning


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """A task with its case.

    Attributes:
        draft: what the actor typed and did not submit, or None.
        suggested: values that the form starts with when there is no draft.
        governing: the key of the deadline that governs the step.
        returned: why the step came back, newest first: (who, what, reason); nothing where the last word in its procedure was another.
        past: what was decided before against the party for the same cause, beside a report.
        earliest: from when on a hearing may be held if the party is told today, where its day is set.
        cautions: what to know before the step is submitted.
    """

    task: Task
    file: CaseFileView
    draft: Draft | None
    suggested: Mapping[str, Any]
    governing: str
    returned: tuple[tuple[str, str, str], ...]
    past: tuple[PastDecision, ...]
    earliest: Reckoning | None
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPage(Query[TaskView]):
    """A waiting task; NotFoundError if the case has none such, NotAllowedError if it is somebody else's."""

    case_id: str
    task_id: str


@answers(TaskPage)
def task_page(query: TaskPage, actor: Actor, reading: Reading) -> TaskView:
    """Return the task, its case, the actor's draft and what the form starts with."""
    file = case_file(CaseFile(case_id=query.case_id), actor, reading)
    task = reading.find(Task, query.task_id)
    if task is None or task.case_id != query.case_id:
        raise NotFoundError("本案没有这一步。")
    if not may_act(actor, file.case, task.role, task.step):
        raise NotAllowedError(f"您的角色不能办理“{task.title}”。")
    return TaskView(
        task=task,
        file=file,
        draft=find_draft(reading, actor, f"task:{task.id}"),
        suggested=_suggested(file, task, reading),
        governing=governing_of(task.step, {clock.key for clock in file.clocks if clock.subject is None}),
        returned=_returned(file, task),
        past=_past(file, task, reading),
        earliest=earliest_hearing(reading.today, reading.law) if task.form == "hearing_notice" else None,
        cautions=tuple(cautions_of(file, task, reading)),
    )


def _returned(file: CaseFileView, task: Task) -> tuple[tuple[str, str, str], ...]:
    """Return the last opinions in the task's own procedure that sent something back, if the very last did."""
    steps = {item.step for item in file.done if item.instance == task.instance}
    said = [item for item in file.opinions if item.step in steps]
    back = [item for item in said if item.result in {"returned", "return", "supplement", "disagree"}]
    if not back or back[-1] is not said[-1]:
        return ()
    return tuple((item.person_name, item.result_title, item.text) for item in reversed(back[-3:]))


def _past(file: CaseFileView, task: Task, reading: Reading) -> tuple[PastDecision, ...]:
    if task.form != "investigation_report" or not file.parties:
        return ()
    return tuple(past_decisions(reading.connection, file.case, file.parties[0], file.case.discovered_on))


def _suggested(file: CaseFileView, task: Task, reading: Reading) -> Mapping[str, Any]:
    """Return what is known already: the form's last submission when a step of the same procedure came back, else what follows from the case.

    Remedies side by side have the same steps: what the organ told of one is nothing that is known of another.
    """
    mine = [item for item in file.done if item.instance == task.instance]
    before = [item.data for item in mine if item.form == task.form and item.step == task.step and item.data and item.data.get("result") != "extended"]
    if before:
        return dict(before[-1])
    case = file.case
    if task.form == "case_filing":
        verification = next((item.data or {} for item in reversed(file.done) if item.form == "verification"), {})
        return {"facts": verification.get("facts", ""), "cause": case.cause}
    if task.form in {"decide", "plea_review"}:
        return {"fine": None if case.proposed_fine is None else format(case.proposed_fine, "f"), "outcome": case.proposed_outcome}
    if task.form == "investigation_report":
        appraisal = next((item.data or {} for item in reversed(file.done) if item.form == "appraisal"), {})
        measured = {name: appraisal[name] for name in ("measured", "limit") if appraisal.get(name)}
        start = {"act_start": case.discovered_on.isoformat()}
        known = _fined_daily(reading, case.id) or known_correction(reading.connection, case.id)
        return {**start, **_found_on_the_spot(file), **measured, **known}
    if task.form == "spot_record":
        return {"act_on": local_date(task.opened_at).isoformat(), "act_time": task.opened_at.astimezone(SHANGHAI).strftime("%H:%M"), "way": "spot"}
    if task.form == "spot_handover":
        paying = {"payment": "code"} if owes(case) else {}
        return {"recipient": next((party.name for party in file.parties), ""), "result": "signed", **paying}
    if task.form == "panel_discussion":
        return {"held_on": file.panels[-1].meets_on.isoformat()} if file.panels else {}
    rest = {
        "verification": lambda: _seen_on_the_spot(file),
        "archiving": lambda: _kept(file, reading),
        "payment": lambda: _owed(file),
        "police_delivery": lambda: _whole(file, reading),
        "police_report": lambda: _suspected(file, task),
    }
    return rest[task.form]() if task.form in rest else {}


def _fined_daily(reading: Reading, case_id: str) -> Mapping[str, Any]:
    """Return what the re-check behind a case that fines for every day fixes of the report; nothing for any other case."""
    found = origin_of(reading.connection, case_id)
    if found is None:
        return {}
    days = {"act_start": found.first_on.isoformat(), "act_end": found.checked_on.isoformat(), "measured": str(found.days)}
    sums = {name: format(value, "f") for name, value in (("price", found.fine or Decimal(0)), ("fine", found.amount))}
    return {**days, **sums, "facts": found.finding(), "outcome": "penalty"}


FOUND = ("facts", "limb", "measured", "limit", "price", "harm", "corrected", "refused", "slight", "no_fault", "incapable", "factors")
"""What a record on the spot and a report ask alike."""


def _record(file: CaseFileView) -> Mapping[str, Any]:
    """Return the record on the spot of a case that went on under the ordinary procedure, empty where there is none."""
    return next((item.data or {} for item in reversed(file.done) if item.form == SPOT), {})


def _seen_on_the_spot(file: CaseFileView) -> Mapping[str, Any]:
    """Return what was recorded on the spot as the form of the verification asks it. Source: 行政处罚法 Art. 51, 54, 55."""
    seen = _record(file)
    if not seen:
        return {}
    party = file.parties[0].name if file.parties else ""
    said = f"当事人陈述申辩：{seen['plea_content']}" if seen.get("plea_content") else "当事人没有提出陈述、申辩。"
    answered = f"复核意见：{seen['plea_finding']}" if seen.get("plea_finding") else ""
    corrected = "当事人当场改正。" if seen.get("corrected") else ""
    told = f"{minute_text(seen['act_on'] + 'T' + seen['act_time'])}，执法人员出示执法证件后检查、告知。"
    lines = (told, seen["facts"], corrected, said, answered, f"转普通程序的理由：{seen.get('reason') or ''}")
    return {
        "inspected_on": seen["act_on"],
        "second": seen["second"],
        "record": "\n".join(line for line in lines if line),
        "present": f"{party}（当事人）" if party else "",
        "facts": seen["facts"],
    }


def _found_on_the_spot(file: CaseFileView) -> Mapping[str, Any]:
    """Return what was found on the spot as the report asks it."""
    seen = _record(file)
    days = {name: seen["act_on"] for name in ("act_start", "act_end") if seen}
    return days | {name: seen[name] for name in FOUND if seen.get(name)}


def _kept(file: CaseFileView, reading: Reading) -> Mapping[str, Any]:
    major = any(paper.code == "D18" for paper in file.documents)
    return {"term": kept_for(file.case.procedure, filed=file.case.filed_on is not None, major=major, parameters=reading.law.parameters)}


def _whole(file: CaseFileView, reading: Reading) -> Mapping[str, Any]:
    """Return everything of a case that may go out: what goes to the police is the whole file. Source: 移送涉嫌犯罪案件规定 Art. 6."""
    known, tests = enclosures_of(reading.connection, file.case, police=True), {piece.id for piece in file.evidence if piece.kind == "appraisal"}
    pieces = [piece.id for piece in known.evidence if piece.barred is None]
    return {
        "tests": [piece for piece in pieces if piece in tests],
        "materials": [piece for piece in pieces if piece not in tests],
        "papers": [paper.id for paper in known.papers if paper.barred is None],
    }


def _suspected(file: CaseFileView, task: Task) -> Mapping[str, Any]:
    """Return which crime was suspected, and by how much dangerous waste where that is the standard."""
    started = next((item.data for item in file.procedures if item.id == task.instance), {})
    waste = f"{STANDARDS['hazardous_waste']}{started['tonnes']}吨" if started.get("standard") == "hazardous_waste" else ""
    return {"offence": started.get("offence", ""), "standard": waste}


def _owed(file: CaseFileView) -> Mapping[str, Any]:
    return {} if file.ledger is None else {"amount": format(max(file.ledger.owing, file.ledger.owing * 0), "f")}
