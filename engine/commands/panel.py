"""Panels (集体讨论): convened by the head, voted by each member in person, concluded by the chair. Source: 行政处罚法 Art. 57(2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from engine.commands.command import CaseCommand, handles
from engine.commands.document import issue
from engine.commands.late_entry import check_none_pending
from engine.commands.officer import recused_in
from engine.commands.opinion import give
from engine.commands.panel_record import compose_panel_record
from engine.commands.submission import submits
from engine.commands.suspicion import suspect
from engine.errors import InvalidInputError, LawError, NotAllowedError, StepNotWaitingError
from engine.events.panel import MemberSeated, PanelConcluded, PanelConvened, VoteCast
from engine.model import Case, Panel, Seat, Task, User
from engine.queries.reach import named_in
from engine.rules.panel import BASIS, MEMBERS, check_resolution, count
from engine.work import FormData, Work

MEMBER_TITLE: Mapping[bool, str] = {True: "负责人", False: "案审会成员"}
"""What a member is called who has no title of his own, by whether he is a head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote(CaseCommand[None]):
    """Vote in the panel that is open on a case, with one's own opinion; `data` is the form `panel_vote`."""

    data: Mapping[str, object]


def open_panel(work: Work, case_id: str) -> Panel | None:
    """Return the panel of a case that is not concluded yet, or None."""
    return next(iter(work.rows(Panel, case_id=case_id, state="open", order="convened_at")), None)


def seats_of(work: Work, panel: Panel) -> list[Seat]:
    """Return the seats of a panel in the order of their places."""
    return work.rows(Seat, panel_id=panel.id, order="place")


@submits("panel_convening")
def convene(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Seat the members that the head names; nobody who investigates sits, and the chair is one of them."""
    del task
    members = members_named(work, case, data)
    chair = next((user for user in members if data.text("chair") in {user.id, user.login}), None)
    if chair is None or "panel_member" not in chair.roles:
        raise InvalidInputError({"chair": ["主持人须是成员之一，并且是案审会成员。"]})
    panel = work.new_id()
    work.record(
        PanelConvened(
            case=case.id,
            panel=panel,
            chair=chair.id,
            chair_name=chair.name,
            matter=data.text("matter"),
            place=data.text("place"),
            meets_on=data.day("meets_on"),
            convened_name=work.actor.name,
            convened_at=work.now,
            named=named_in(case.panel, [user.id for user in members]),
        )
    )
    for place, user in enumerate(members, start=1):
        title = user.title or MEMBER_TITLE["head" in user.roles]
        work.record(MemberSeated(case=case.id, panel=panel, seat=work.new_id(), place=place, person=user.id, person_name=user.name, title=title))


def members_named(work: Work, case: Case, data: FormData) -> list[User]:
    """Return the people whom a form names for a collective discussion (集体讨论).

    Refuses strangers, a person named twice, the officers of the case, and who was recused, and who is neither a head nor a member of the panel.
    """
    named = data.values.get("members")
    wanted = [str(item) for item in named] if isinstance(named, list) else []
    known = {key: user for user in work.rows(User, active=True) for key in (user.id, user.login)}
    if unknown := [member for member in wanted if member not in known]:
        raise InvalidInputError({"members": [f"没有这些人员：{'、'.join(unknown)}。"]})
    members = [known[member] for member in wanted]
    if len({user.id for user in members}) < len(members):
        raise InvalidInputError({"members": ["同一人员不能列两次。"]})
    if any(user.id in {case.lead, case.second} for user in members):
        raise LawError("same_person", "办案人员可以列席汇报，不能作为集体讨论的成员。", basis=BASIS, field="members")
    if gone := [user.name for user in members if user.id in recused_in(case)]:
        message = f"{'、'.join(gone)}已回避，不得参加本案的集体讨论。"
        raise LawError("officer_recused", message, basis="行政处罚法 43", field="members")
    if others := [user.name for user in members if not MEMBERS.intersection(user.roles)]:
        raise InvalidInputError({"members": [f"{'、'.join(others)}不是负责人或者案审会成员。"]})
    return members


@handles(CastVote)
def cast_vote(command: CastVote, work: Work) -> None:
    """Record the actor's own vote; only a member votes, once, and not before the meeting."""
    case = work.case(command.case_id)
    data = work.read_form("panel_vote", command.data)
    work.check_version()
    panel = open_panel(work, case.id)
    if panel is None:
        raise StepNotWaitingError("本案没有正在进行的集体讨论。")
    seat = next((seat for seat in seats_of(work, panel) if seat.person == work.actor.id), None)
    if seat is None:
        raise NotAllowedError("您不是本次集体讨论的成员，不能表决。")
    if seat.vote is not None:
        raise StepNotWaitingError("您已经表决，不能更改。")
    _check_met(work, panel)
    work.record(
        VoteCast(case=case.id, seat=seat.id, person_name=seat.person_name, vote=data.text("vote"), opinion=data.text("opinion"), voted_at=work.now)
    )


@submits("panel_discussion")
def conclude(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the result that the votes carry, and draw up the record of the discussion; a suspected crime goes to the police."""
    panel = open_panel(work, case.id)
    if panel is None:
        raise LawError("panel_required", "尚未召集集体讨论，没有成员表决。", basis=BASIS, field="resolution")
    if panel.chair != work.actor.id:
        raise StepNotWaitingError(f"“{task.title}”须由主持人{panel.chair_name}以本人身份办理。")
    _check_met(work, panel)
    check_none_pending(work, case)
    day, resolution = data.day("held_on"), str(data.routing["resolution"])
    if day < panel.meets_on or (case.plea_on is not None and day < case.plea_on):
        raise LawError("before_cause", "集体讨论不能早于召集的日期和陈述申辩。", basis="行政处罚法 45、57②", field="held_on")
    tally = count([seat.vote for seat in seats_of(work, panel)])
    check_resolution(tally, resolution, work.law.parameters.integer("panel.quorum"))
    fine = data.find("fine")
    give(work, case, task, resolution, data.find("opinions") or data.find("reason") or "")
    work.record(
        PanelConcluded(
            case=case.id,
            panel=panel.id,
            resolution=resolution,
            held_on=day,
            fine=None if fine is None else Decimal(fine),
            agreed=tally.agreed,
            voted=tally.voted,
            members=tally.members,
            concluded_at=work.now,
        )
    )
    issue(work, case.id, "D18", lambda number, token: compose_panel_record(work, panel.id, data, number, token))
    suspect(work, case.id, data.find("offence"), data.find("reason") or data.text("opinions"))


def _check_met(work: Work, panel: Panel) -> None:
    if work.today < panel.meets_on:
        raise LawError("before_cause", f"集体讨论定于{panel.meets_on}举行，届时再表决。", basis=BASIS, field="held_on")
