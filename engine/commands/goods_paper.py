"""Papers on goods (物品文书): what the notices and decisions on preservation and seizure say, put together from the case."""

from datetime import datetime, time

from engine.clock import SHANGHAI, local_date
from engine.commands import deadline as clock
from engine.commands.composition import stated_agency, stated_citation, stated_officers, stated_party
from engine.commands.procedure import start_form
from engine.events.goods import DISPOSALS
from engine.model import Case, Document, Goods, ProcessState, Task
from engine.queries.goods import goods_of
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Citation
from engine.rules.document.preservation import PreservationNotice, PreservationOutcome
from engine.rules.goods import phrase
from engine.work import FormData, Work

PRESERVATION = "行政处罚法 56"
APPROVALS = {"preservation": "approve_preservation"}
"""The step in which the head approves a measure before it is taken."""

_REASONS = {"loss": "证据可能灭失", "later": "证据以后难以取得"}
_DUTY = "在此期间，当事人或者有关人员不得销毁或者转移上述证据。"


def approval_of(work: Work, measure: ProcessState) -> tuple[str, datetime] | None:
    """Return who approved a measure beforehand, and when: by phone as the application says, or in its step; None where nobody did."""
    data = measure.data or {}
    if data.get("way") == "phone":
        day = local_date(measure.started_at)
        return str(data["approver"]), datetime.combine(day, time.fromisoformat(data["phoned_at"]), SHANGHAI)
    done = work.rows(Task, instance=measure.id, step=APPROVALS[measure.procedure], state="done", order="done_at")
    return (done[-1].done_name or "", done[-1].done_at) if done and done[-1].done_at is not None else None


def compose_preservation(work: Work, case_id: str, form: FormData, number: str, token: str) -> PreservationNotice:
    """Return the notice of preservation with its list."""
    case, application, measure = work.case(case_id), start_form(work), str(work.instance)
    term, approved = clock.find(work, case_id, "preservation", measure), approval_of(work, work.get(ProcessState, measure))
    return PreservationNotice(
        agency=stated_agency(work),
        number=number,
        date=form.text("held_on"),
        case_number=case.number or "",
        check_token=token,
        party=stated_party(work, case_id),
        officers=stated_officers(work, case),
        cause=case.cause_title,
        reason=_REASONS[application.text("reason")],
        basis=(_article(work, PRESERVATION),),
        approved_by=approved[0] if approved else "",
        held_at=f"{form.text('held_on')}T{form.text('held_time')}",
        items=_items(work, case, measure, outcome=False),
        place=form.text("place"),
        keeper=form.text("keeper"),
        days=work.law.parameters.integer("preservation.days"),
        until=term.due.isoformat() if term is not None and term.due else "",
        duty=_DUTY,
        presence=form.text("presence"),
        witness=form.find("witness") or "",
        statement=form.find("statement") or "",
        copies_to=("当场交付当事人一份", "归入案卷一份"),
    )


def compose_outcome(work: Work, case_id: str, reason: str, number: str, token: str) -> PreservationOutcome:
    """Return the notice of what becomes of the things under preservation."""
    case, measure = work.case(case_id), str(work.instance)
    things = [thing for thing in goods_of(work.connection, case_id) if thing.origin == measure]
    first = min((thing.held_at for thing in things), default=work.now).astimezone(SHANGHAI)
    return PreservationOutcome(
        agency=stated_agency(work),
        number=number,
        date=work.today.isoformat(),
        case_number=case.number or "",
        check_token=token,
        party=stated_party(work, case_id),
        officers=stated_officers(work, case),
        cause=case.cause_title,
        notice=_notice_number(work, case_id, things),
        held_at=first.strftime("%Y-%m-%dT%H:%M"),
        basis=(_article(work, PRESERVATION),),
        items=_items(work, case, measure, outcome=True),
        reason=reason,
        copies_to=("送达当事人一份", "归入案卷一份"),
    )


def outcome_text(thing: Goods, measure: str) -> str:
    """Return what became of a thing in the eyes of a measure, as its paper says it."""
    if thing.measure != measure:
        return "转为扣押"
    if thing.disposal is not None:
        return f"{DISPOSALS[thing.disposal]}（{thing.basis or thing.recipient}）" if thing.basis or thing.recipient else DISPOSALS[thing.disposal]
    return {"return": "返还", "appraise": "送交检测、鉴定"}.get(thing.intent or "", "")


def _items(work: Work, case: Case, measure: str, *, outcome: bool) -> tuple[GoodsItem, ...]:
    return tuple(
        GoodsItem(
            number=thing.number,
            name=thing.name,
            quantity=phrase("", thing.quantity, thing.unit),
            marks=thing.marks or "",
            value=None if thing.value is None else format(thing.value, "f"),
            outcome=outcome_text(thing, measure) if outcome else "",
        )
        for thing in goods_of(work.connection, case.id)
        if measure in {thing.origin, thing.measure}
    )


def _notice_number(work: Work, case_id: str, things: list[Goods]) -> str:
    """Return the number of the notice that lists these things."""
    named = {thing.number for thing in things}
    for paper in work.rows(Document, case_id=case_id, code="D08", order="issued_on"):
        if named and named <= {int(item["number"]) for item in (paper.facts or {}).get("items", ())}:
            return paper.number or ""
    return ""


def _article(work: Work, short: str) -> Citation:
    return stated_citation(work, short, work.law.statutes.article(short).text)
