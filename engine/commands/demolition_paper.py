"""Papers of a forced demolition (强制拆除文书), put together from the case and from what was filled in."""

from datetime import date

from engine.commands import deadline as clock
from engine.commands.announcement import announced_party
from engine.commands.composition import face, stated_party, stated_remedies
from engine.commands.document import newest, penalty_paper
from engine.commands.submission import last_form
from engine.errors import LawError
from engine.model import Document, Opinion
from engine.rules.document.demolition import DemolitionDecision, DemolitionDemand, DemolitionNotice, DemolitionRequest
from engine.rules.document.service_receipt import Served
from engine.work import FormData, Work

CLOCK = "demolition"


def written(work: Work, case_id: str, form: str) -> FormData:
    """Return the newest submission of a form; refuses where its step was not done."""
    found = last_form(work, case_id, form)
    if found is None:
        raise LawError("step_not_waiting", "前一步还没有办理。", basis="行政强制法 44")
    return found


def compose_notice(work: Work, case_id: str, number: str, token: str) -> DemolitionNotice:
    """Return the announcement, with the last day as its clock counts it."""
    form, term = written(work, case_id, "demolition_notice"), clock.find(work, case_id, CLOCK)
    return DemolitionNotice(
        **face(work, work.case(case_id), number, token, announced_party(work, case_id)),
        decision=_named(penalty_paper(work, case_id)),
        building=_building(form),
        until=term.due.isoformat() if term is not None and term.due else "",
        place=form.text("place"),
    )


def compose_demand(work: Work, case_id: str, number: str, token: str) -> DemolitionDemand:
    """Return the demand to pull the building down."""
    paper, party = penalty_paper(work, case_id), stated_party(work, case_id)
    return DemolitionDemand(
        **face(work, work.case(case_id), number, token, party),
        decision=_named(paper),
        served_on=_served_on(paper),
        building=_building(written(work, case_id, "demolition_notice")),
        way="自行拆除，清运建筑垃圾，并将拆除情况书面报告本机关",
        days=work.law.parameters.integer("demolition.demand.days"),
        right=f"{party.you}收到本催告书后有权进行陈述和申辩，可以向本机关书面或者口头提出。",
    )


def compose_request(work: Work, case_id: str, lapsed: date | None, number: str, token: str) -> DemolitionRequest:
    """Return the letter to the government; `lapsed` is the day on which the party's remedies came to their end."""
    form, paper, demand = written(work, case_id, "demolition_report"), penalty_paper(work, case_id), newest(work, case_id, "D24D")
    signed = work.rows(Opinion, case_id=case_id, step="approve_demolition_report", order="at")
    announced = written(work, case_id, "demolition_notice")
    return DemolitionRequest(
        **face(work, work.case(case_id), number, token),
        recipient=form.text("government"),
        decision=_named(paper),
        served_on=_served_on(paper),
        building=_building(announced),
        announcement=_named(newest(work, case_id, "D25-3")),
        until=announced.text("until"),
        lapsed_on=lapsed.isoformat() if lapsed else "",
        demand=_named(demand),
        demanded_on=_served_on(demand),
        plea=form.find("plea") or "",
        finding=form.text("finding"),
        departments=form.text("departments"),
        signatory=signed[-1].person_name if signed else "",
        materials=(*_attached(paper), "限期拆除公告", *_attached(demand), "拆除复查记录和现场照片"),
    )


def compose_decision(work: Work, case_id: str, number: str, token: str) -> DemolitionDecision:
    """Return the decision to enforce, as the head agreed to it."""
    order, report = written(work, case_id, "demolition_order"), written(work, case_id, "demolition_report")
    return DemolitionDecision(
        **face(work, work.case(case_id), number, token),
        decision=_named(penalty_paper(work, case_id)),
        demand=_named(newest(work, case_id, "D24D")),
        building=_building(written(work, case_id, "demolition_notice")),
        reason=report.text("finding"),
        order=order.text("number"),
        departments=order.text("departments"),
        method=order.text("method"),
        planned_at=f"{order.text('planned_on')}T{order.text('planned_at')}",
        remedies=stated_remedies(work),
    )


def _served_on(paper: Document | None) -> str:
    return paper.served_on.isoformat() if paper and paper.served_on else ""


def _attached(paper: Document | None) -> tuple[str, ...]:
    return () if paper is None else (f"{paper.title}（{paper.number}）及送达回证",)


def _building(form: FormData) -> str:
    return form.text("building").strip().rstrip("。")


def _named(paper: Document | None) -> Served:
    return Served(name=paper.title if paper else "", number=(paper.number if paper else None) or "")
