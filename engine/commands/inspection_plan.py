"""The yearly plan of inspections (年度检查计划): drafted by the legal office, approved by the head, published. Source: 国办发〔2024〕54号."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import Command, handles
from engine.errors import InvalidInputError, LawError, NotFoundError, StepNotWaitingError
from engine.events.inspection_plan import InspectionPlanDecided, InspectionPlanDrafted, InspectionPlanPublished
from engine.model import InspectionPlan
from engine.rules.inspection import BASIS, PLANNED, check_special
from engine.work import FormData, Work

AHEAD = 1
"""How many years ahead a plan can be drafted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftInspectionPlan(Command[str]):
    """Draft a matter of a year's inspections; the answer is its id."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideInspectionPlan(Command[None]):
    """Approve a drafted matter, or return it."""

    plan: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishInspectionPlan(Command[None]):
    """Tell the public of an approved matter, from today on."""

    plan: str


@handles(DraftInspectionPlan)
def draft_inspection_plan(command: DraftInspectionPlan, work: Work) -> str:
    """Record the matter; refuses a past year, a title that the year has, a cause that is not the department's, a cap above that of all matters."""
    data = work.read_form("inspection_plan", command.data)
    _check_draft(work, data)
    plan = work.new_id()
    work.record(
        InspectionPlanDrafted(
            plan=plan,
            year=int(data.text("year")),
            title=data.text("name"),
            kind=data.text("kind"),
            kind_title=PLANNED[data.text("kind")],
            causes=listed(data, "causes"),
            scope=data.text("scope"),
            cap=int(data.text("cap")),
            basis=data.text("basis"),
            person=work.actor.id,
            person_name=work.actor.name,
            at=work.now,
        )
    )
    return plan


@handles(DecideInspectionPlan)
def decide_inspection_plan(command: DecideInspectionPlan, work: Work) -> None:
    """Record the decision; refuses whoever drafted the matter, and a special campaign beyond the number of the year."""
    plan = _plan(work, command.plan)
    if plan.state != "drafted":
        raise StepNotWaitingError("这项检查计划不在等待批准。")
    if work.actor.id == plan.drafted_by:
        raise LawError("same_person", "拟订人不能批准自己拟订的检查计划，须由负责人批准。", basis=BASIS)
    data = work.read_form("approval", command.data)
    approved = data.flag("approved")
    if approved and plan.kind == "special":
        special = [each.title for each in work.rows(InspectionPlan, year=plan.year, kind="special") if each.state in {"approved", "published"}]
        check_special(plan.year, special, work.law.parameters.integer("inspection.special.most"))
    work.record(
        InspectionPlanDecided(
            plan=plan.id,
            title=plan.title,
            approved=approved,
            opinion=data.text("opinion" if approved else "reason"),
            person=work.actor.id,
            person_name=work.actor.name,
            decided_on=work.today,
        )
    )


@handles(PublishInspectionPlan)
def publish_inspection_plan(command: PublishInspectionPlan, work: Work) -> None:
    """Publish the matter; refuses one that the head did not approve."""
    plan = _plan(work, command.plan)
    if plan.state == "published":
        raise StepNotWaitingError("这项检查计划已经公布。")
    if plan.state != "approved":
        raise LawError("inspection_unapproved", "这项检查计划还没有经负责人批准，不能公布。", basis=BASIS)
    work.record(
        InspectionPlanPublished(plan=plan.id, year=plan.year, title=plan.title, cap=plan.cap, person_name=work.actor.name, published_on=work.today)
    )


def listed(data: FormData, name: str) -> tuple[str, ...]:
    """Return the texts of a field that holds several, none where it was left empty."""
    values = data.values.get(name)
    return tuple(str(value) for value in values) if isinstance(values, list) else ()


def _check_draft(work: Work, data: FormData) -> None:
    problems: dict[str, list[str]] = {}
    year, most = int(data.text("year")), work.law.parameters.integer("inspection.enterprise.most")
    strange = [cause for cause in listed(data, "causes") if not work.law.department.may_punish(cause)]
    if not work.today.year <= year <= work.today.year + AHEAD:
        problems["year"] = [f"年度须为{work.today.year}年或者{work.today.year + AHEAD}年。"]
    elif any(each.title == data.text("name") and each.state != "returned" for each in work.rows(InspectionPlan, year=year)):
        problems["name"] = [f"{year}年的检查计划已有“{data.text('name')}”。"]
    if strange:
        problems["causes"] = [f"本机关没有{work.law.causes.named(strange)}的处罚权。"]
    if int(data.text("cap")) > most:
        problems["cap"] = [f"公布的同一企业每年行政检查上限为{most}次，一个事项不能超过（国办发〔2024〕54号）。"]
    if problems:
        raise InvalidInputError(problems)


def _plan(work: Work, key: str) -> InspectionPlan:
    found = work.find(InspectionPlan, key)
    if found is None:
        raise NotFoundError("没有这项检查计划。")
    return found
