"""Playing scenarios (演练): the clock moves, deadlines fire on the way, people act, and every difference is said in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeVar

from engine.actor import SYSTEM, Actor
from engine.clock import SHANGHAI, SetClock
from engine.commands.address_confirmation import ConfirmAddress
from engine.commands.capacity import RecordCapacity
from engine.commands.case import OpenCase
from engine.commands.certificate import RenewCertificate
from engine.commands.collaboration import ReplyCollaboration
from engine.commands.command import CaseCommand, Command
from engine.commands.comment import WriteComment
from engine.commands.deadline import FireDeadline
from engine.commands.device import CalibrateDevice
from engine.commands.evidence import AddEvidence
from engine.commands.evidence_request import RequestEvidence
from engine.commands.evidence_sheet import PasteEvidence
from engine.commands.inquiry import RecordInquiry
from engine.commands.panel import CastVote
from engine.commands.parameter import ApproveParameter, ProposeParameter
from engine.commands.participant import AmendParticipant, RecordParticipant, StrikeParticipant
from engine.commands.party import AddParty, AmendParty, StrikeParty
from engine.commands.procedure import StartProcedure
from engine.commands.sampling import RecordExtraction, RecordSampling
from engine.commands.stop_order import OrderStop
from engine.commands.task import ClaimTask, CompleteTask, ReleaseTask
from engine.commands.withdrawal import ProposeWithdrawal, ReviewWithdrawal
from engine.errors import InvalidInputError, RefusalError
from engine.model import Participant, Party
from engine.queries.case_file import CaseFile, CaseFileView
from engine.queries.due import DueDeadlines
from engine.queries.task import CaseVersion, TaskOfStep
from web import city, jobs
from web.house import House
from web.scenario.expectation import unmet
from web.scenario.reader import Scenario, Step
from web.scenario.sample import sample_file

Answer = TypeVar("Answer")

WRITTEN: Mapping[str, Callable[..., CaseCommand[Any]]] = {
    "vote": CastVote,
    "comment": WriteComment,
    "participant": RecordParticipant,
    "party": AddParty,
    "withdraw": ProposeWithdrawal,
    "review": ReviewWithdrawal,
    "inquiry": RecordInquiry,
    "sampling": RecordSampling,
    "extraction": RecordExtraction,
    "paste": PasteEvidence,
    "request_evidence": RequestEvidence,
    "stop": OrderStop,
    "confirm_address": ConfirmAddress,
}
"""What is done by a form of its own, outside the steps of a procedure, by its word in a scenario."""


PEOPLE: Mapping[str, tuple[str, Callable[..., CaseCommand[Any]]]] = {
    "amend_participant": ("participant_id", AmendParticipant),
    "strike_participant": ("participant_id", StrikeParticipant),
    "strike_party": ("party_id", StrikeParty),
    "amend_party": ("party_id", AmendParty),
    "capacity": ("party_id", RecordCapacity),
}
"""What is done to somebody of the case, who is named under `who`, by its word in a scenario; how the command calls the person."""


class DifferenceError(Exception):
    """What happened is not what the file says; the message holds the first difference and the case's timeline."""


@dataclass(slots=True, kw_only=True)
class Play:
    """A scenario being played in a house whose clock it moves; several cases have names, and so have procedures started beside the main one."""

    house: House
    clock: SetClock
    cases: dict[str, str] = field(default_factory=dict)
    procedures: dict[str, str] = field(default_factory=dict)

    def move(self, instant: datetime) -> None:
        """Move the clock; every deadline that runs out on the way fires at its own instant, and publications end with their term."""
        while due := self.house.engine.ask(DueDeadlines(until=instant, limit=1), SYSTEM):
            self.clock.move(due[0].ends_at)
            self.house.engine.execute(FireDeadline(case_id=due[0].case_id, deadline_id=due[0].deadline_id), SYSTEM)
        self.clock.move(instant)
        jobs.end_publications(self.house)

    def give(self, command: Command[Answer], actor: Actor) -> Answer:
        """Give a command and return its answer."""
        return self.house.engine.execute(command, actor)

    def act(self, step: Step) -> object:
        """Carry out one step and return the engine's answer; RefusalError as the engine refuses."""
        actor = self.actor(str(step.by))
        if step.do == "open":
            case = self.give(OpenCase(data=step.data, **self._origin(step)), actor)
            self.cases[step.name or "case"] = case
            return case
        if step.do in {"renew", "calibrate", "adjust"}:
            return self._adjust(step, actor) if step.do == "adjust" else self._certify(step, actor)
        case = self.case(step)
        if step.do == "evidence":
            return self.give(_evidence(case, step.data), actor)
        if step.do == "start":
            started = self.give(StartProcedure(case_id=case, procedure=str(step.procedure), data=step.data), actor)
            self.procedures[step.name or str(step.procedure)] = started
            return started
        if step.do in {"claim", "release"}:
            task = self._task(case, str(step.data["task"]), self.procedure(step))
            command = ClaimTask(case_id=case, task_id=task) if step.do == "claim" else ReleaseTask(case_id=case, task_id=task)
            return self.give(command, actor)
        if step.do == "reply":
            return self.give(ReplyCollaboration(case_id=case, request_id=str(self.procedure(step)), data=step.data), actor)
        if step.do in WRITTEN or step.do in PEOPLE:
            return self.give(self._written(case, step), actor)
        if step.do is not None:
            raise DifferenceError(f"{step.place}：没有命令{step.do}")
        key = str(step.task)
        task = self._task(case, key, self.procedure(step))
        return self.give(CompleteTask(case_id=case, task_id=task, data=step.data), actor)

    def _origin(self, step: Step) -> dict[str, str]:
        """Return the case that a case which fines by the day follows, and its re-check; nothing for other cases."""
        return {} if step.case is None or step.procedure is None else {"beside": self.cases[step.case], "recheck": str(self.procedure(step))}

    def _adjust(self, step: Step, actor: Actor) -> object:
        """Propose another value of a parameter, which a second person approves."""
        data = dict(step.data)
        approver = self.actor(str(data.pop("approver")))
        proposal = self.give(ProposeParameter(**data | {"valid_from": date.fromisoformat(str(data["valid_from"]))}), actor)
        return self.give(ApproveParameter(proposal=proposal), approver)

    def _certify(self, step: Step, actor: Actor) -> object:
        """Record the certificate of an officer, or of a device, whose records are then looked at again."""
        data = dict(step.data)
        if step.do == "renew":
            return self.give(RenewCertificate(user_id=self.actor(str(data.pop("person"))).id, data=data), actor)
        device = str(data.pop("device"))
        answer = self.give(CalibrateDevice(code=device, data=data), actor)
        jobs.doubt_captures(self.house, device)
        return answer

    def actor(self, login: str) -> Actor:
        """Return somebody of the city as an actor."""
        return city.actor(self.house, login)

    def case(self, step: Step) -> str:
        """Return the case that a step is about: the named one, or the only one."""
        if step.case is not None:
            return self.cases[step.case]
        return next(reversed(self.cases.values()), "")

    def procedure(self, step: Step) -> str | None:
        """Return the procedure that a step names: by the name that its start was given, else by its own; DifferenceError if none was started.

        One that followed from something else is known by its own name: the newest of them that still runs, or that ran.
        """
        if step.procedure is None:
            return None
        if step.procedure not in self.procedures:
            begun = [item for item in self.view(self.case(step)).procedures if item.procedure == step.procedure]
            if not begun:
                raise DifferenceError(f"{step.place}：没有启动程序{step.procedure}")
            return max(begun, key=lambda item: (item.ended_at is None, item.started_at)).id
        return self.procedures[step.procedure]

    def shown(self, step: Step) -> CaseFileView:
        """Return what a step's expectations look at: the case; where the step names a procedure, that one's steps and, of each key, its own clock."""
        view = self.view(self.case(step))
        instance = self.procedures.get(step.name) if step.do == "start" and step.name else self.procedure(step)
        if instance is None:
            return replace(view, clocks=tuple(sorted(view.clocks, key=lambda clock: clock.subject is None)))
        clocks = sorted((clock for clock in view.clocks if clock.subject in {None, instance}), key=lambda clock: clock.subject is not None)
        return replace(view, clocks=tuple(clocks), waiting=tuple(task for task in view.waiting if task.instance == instance))

    def view(self, case: str) -> CaseFileView:
        """Return the whole case as the system sees it."""
        return self.house.engine.ask(CaseFile(case_id=case), SYSTEM)

    def _written(self, case: str, step: Step) -> CaseCommand[Any]:
        """Return the command of a form; one on a person goes to whoever the step names, of several of a name the one recorded last."""
        word = str(step.do)
        if word in WRITTEN:
            return WRITTEN[word](case_id=case, data=step.data)
        key, command = PEOPLE[word]
        view, data = self.view(case), dict(step.data)
        people: Sequence[Participant | Party] = view.participants if key == "participant_id" else view.parties
        name = data.pop("who", None)
        found = next((person.id for person in reversed(people) if person.name == name), "")
        return command(case_id=case, data=data, **{key: found})

    def _task(self, case: str, key: str, instance: str | None) -> str:
        task = self.house.engine.ask(TaskOfStep(case_id=case, step=key, instance=instance), SYSTEM)
        return key if task is None else task.id

    def version(self, case: str) -> int | None:
        """Return how many commands a case has seen, None before it is opened."""
        return self.house.engine.ask(CaseVersion(case_id=case), SYSTEM) if case else None


def play(scenario: Scenario, house: House, clock: SetClock) -> Play:
    """Play a scenario to its end; DifferenceError at the first step that goes another way than written."""
    stage = Play(house=house, clock=clock)
    for step in scenario.steps:
        if step.at is not None:
            if step.at < clock.now():
                raise DifferenceError(f"{step.place}：时间不能倒退到{step.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}")
            stage.move(step.at)
        if step.do is not None or step.task is not None:
            _play_step(stage, step)
        if step.expect and (differences := unmet(step.expect, house, stage.shown(step))):
            raise DifferenceError(f"{step.place}：{'；'.join(differences)}\n{timeline(stage, step)}")
    return stage


def timeline(stage: Play, step: Step) -> str:
    """Return the case's timeline in words, for whoever looks for the reason of a difference."""
    case = stage.case(step)
    if not case:
        return "（尚未立案）"
    moments = stage.view(case).timeline
    return "\n".join(f"  {item.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M} {item.actor_name}：{'；'.join(item.sentences)}" for item in moments)


def _play_step(stage: Play, step: Step) -> None:
    what = step.task or step.do
    before = stage.version(stage.case(step))
    try:
        stage.act(step)
    except RefusalError as refusal:
        if step.refuse is None:
            raise DifferenceError(f"{step.place}（{step.by} {what}）被拒绝：{_words(refusal)}\n{timeline(stage, step)}") from refusal
        _compare(step, refusal)
        if stage.version(stage.case(step)) != before:
            raise DifferenceError(f"{step.place}：被拒绝的命令留下了痕迹") from refusal
        return
    if step.refuse is not None:
        raise DifferenceError(f"{step.place}（{step.by} {what}）本应被拒绝（{step.refuse['code']}），却办成了\n{timeline(stage, step)}")


def _compare(step: Step, refusal: RefusalError) -> None:
    wanted: Mapping[str, str] = step.refuse or {}
    found = {"code": refusal.code, "basis": refusal.basis or "", "field": refusal.field or ""}
    for name, value in wanted.items():
        agrees = value in found[name] if name == "basis" else value == found[name]
        if not agrees:
            raise DifferenceError(f"{step.place}：拒绝的{name}应为“{value}”，实为“{found[name]}”（{_words(refusal)}）") from refusal


def _words(refusal: RefusalError) -> str:
    fields = "；".join(f"{name} {'、'.join(messages)}" for name, messages in refusal.fields.items()) if isinstance(refusal, InvalidInputError) else ""
    return f"{refusal.code} {refusal.message}{fields and '（' + fields + '）'}{(refusal.basis and ' 依据：' + refusal.basis) or ''}"


def _evidence(case: str, data: Mapping[str, object]) -> AddEvidence:
    content, file_name = sample_file(str(data.get("file", "照片.png")), str(data["name"]))
    return AddEvidence(
        case_id=case, kind=str(data["kind"]), name=str(data["name"]), purpose=str(data["purpose"]), file_name=file_name, content=content
    )
