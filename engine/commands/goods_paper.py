"""Papers on goods (物品文书): what the notices and decisions on preservation and seizure say, put together from the case."""

from datetime import datetime, time

from engine.clock import SHANGHAI, local_date
from engine.commands import deadline as clock
from engine.commands.composition import face, stated_citation
from engine.commands.procedure import start_form
from engine.events.goods import DISPOSALS
from engine.model import Document, Goods, ProcessState, Task
from engine.queries.goods import goods_of
from engine.rules.document.disposal_record import DisposalRecord
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Citation
from engine.rules.document.preservation import PreservationNotice, PreservationOutcome
from engine.rules.goods import phrase
from engine.work import FormData, Work

PRESERVATION = "行政处罚法 56"
APPROVALS = {"preservation": "approve_preservation", "seizure": "approve_seizure"}
"""The step in which the head approves a measure before it is taken."""

TAKEN_AWAY = frozenset({"confiscated", "destroyed", "sold", "auctioned"})
"""The ends by which a thing does not come back to its owner, nor goes to another body."""

_REASONS = {"loss": "证据可能灭失", "later": "证据以后难以取得"}
_DUTY = "在此期间，当事人或者有关人员不得销毁或者转移上述证据。"


def power_ends(work: Work, kind: str) -> bool:
    """Tell whether the power over a thing ends with its term: by law for seizure, by the city's parameter for preservation (domain.md §12)."""
    return kind == "seizure" or work.law.parameters.flag("preservation.ends_power")


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
        **face(work, case, number, token) | {"date": form.text("held_on")},
        cause=case.cause_title,
        reason=_REASONS[application.text("reason")],
        basis=(stated_article(work, PRESERVATION),),
        approved_by=approved[0] if approved else "",
        held_at=f"{form.text('held_on')}T{form.text('held_time')}",
        items=stated_goods(work, case_id, measure, outcome=False),
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
    return PreservationOutcome(
        **face(work, case, number, token),
        cause=case.cause_title,
        notice=paper_number(work, case_id, "D08"),
        held_at=first_held(work, case_id).astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M"),
        basis=(stated_article(work, PRESERVATION),),
        items=stated_goods(work, case_id, measure, outcome=True),
        reason=reason,
        copies_to=("送达当事人一份", "归入案卷一份"),
    )


def compose_record(work: Work, case_id: str, reason: str, number: str, token: str) -> DisposalRecord:
    """Return the record of what the measure confiscated, destroyed or sold, as the officer proposed it and the head approved."""
    case, measure = work.case(case_id), str(work.instance)
    ended = {thing.number for thing in goods_of(work.connection, case_id) if thing.measure == measure and thing.disposal in TAKEN_AWAY}
    done = work.rows(Task, instance=measure, form="goods_disposal", state="done", order="done_at")
    return DisposalRecord(
        **face(work, case, number, token),
        cause=case.cause_title,
        items=tuple(item for item in stated_goods(work, case_id, measure, outcome=True) if item.number in ended),
        reason=reason,
        proposed_by=(done[-1].done_name or "") if done else "",
        approved_by=work.signature,
    )


def outcome_text(thing: Goods, measure: str) -> str:
    """Return what became of a thing in the eyes of a measure, as its paper says it."""
    if thing.measure != measure:
        return "转为扣押"
    if thing.disposal is not None:
        return f"{DISPOSALS[thing.disposal]}（{thing.basis or thing.recipient}）" if thing.basis or thing.recipient else DISPOSALS[thing.disposal]
    return {"return": "解除，返还" if thing.kind == "seizure" else "返还", "appraise": "送交检测、鉴定"}.get(thing.intent or "", "")


def listed(thing: Goods, outcome: str = "") -> GoodsItem:
    """Return a thing as the list of a paper names it, with what became of it where the paper says so."""
    return GoodsItem(
        number=thing.number,
        name=thing.name,
        quantity=phrase("", thing.quantity, thing.unit),
        marks=thing.marks or "",
        value=None if thing.value is None else format(thing.value, "f"),
        outcome=outcome,
    )


def stated_goods(work: Work, case_id: str, measure: str, *, outcome: bool) -> tuple[GoodsItem, ...]:
    """Return the things of a measure as a list names them, with what became of each where `outcome` is asked."""
    return tuple(
        listed(thing, outcome_text(thing, measure) if outcome else "")
        for thing in goods_of(work.connection, case_id)
        if measure in {thing.origin, thing.measure}
    )


def paper_number(work: Work, case_id: str, code: str, measure: str | None = None) -> str:
    """Return the number of the paper by which the things of a measure were taken, found by its list; empty where there is none."""
    here = measure or work.instance
    named = {thing.number for thing in goods_of(work.connection, case_id) if here in {thing.origin, thing.measure}}
    for paper in work.rows(Document, case_id=case_id, code=code, order="issued_on"):
        if named and named & {int(item["number"]) for item in (paper.facts or {}).get("items", ())}:
            return paper.number or ""
    return ""


def first_held(work: Work, case_id: str) -> datetime:
    """Return when the first thing of the measure was taken."""
    mine = [thing.held_at for thing in goods_of(work.connection, case_id) if work.instance in {thing.origin, thing.measure}]
    return min(mine, default=work.now)


def stated_article(work: Work, short: str) -> Citation:
    """Return an article with what the catalogue says it says."""
    return stated_citation(work, short, work.law.statutes.article(short).text)
