"""Papers of seizure (扣押文书): what the decision, the notices and the release say, put together from the case."""

from engine.clock import SHANGHAI
from engine.commands import deadline as clock
from engine.commands.composition import face, stated_remedies
from engine.commands.goods_paper import first_held, paper_number, stated_article, stated_goods
from engine.commands.procedure import start_form
from engine.rules.document.seizure import AppraisalNotice, SeizureDecision, SeizureExtension, SeizureRelease
from engine.rules.seizure import MEASURES, seizure_basis
from engine.work import FormData, Work

TERM = "行政强制法 25①"
_COPIES = ("送达当事人一份", "归入案卷一份")


def compose_seizure(work: Work, case_id: str, form: FormData, number: str, token: str) -> SeizureDecision:
    """Return the decision to seize with its list, which is handed over on the spot."""
    case, application, measure = work.case(case_id), start_form(work), str(work.instance)
    term, law = clock.find(work, case_id, "seizure", measure), work.law
    kind, order = _kind(application), application.find("order")
    allowed = seizure_basis(law.causes.cause(case.cause), form.day("held_on"), law.statutes, kind, order)
    urgent = application.text("urgency") == "urgent"
    return SeizureDecision(
        **face(work, case, number, token) | {"date": form.text("held_on")},
        cause=case.cause_title,
        reason=application.text("facts").rstrip("。") + (f"，经人民政府以{order}责成" if order else ""),
        basis=(stated_article(work, allowed), stated_article(work, "行政强制法 19" if urgent else TERM)),
        urgent=urgent,
        held_at=f"{form.text('held_on')}T{form.text('held_time')}",
        days=law.parameters.integer("seizure.days"),
        until=term.due.isoformat() if term is not None and term.due else "",
        items=stated_goods(work, case_id, measure, outcome=False),
        place=form.text("place"),
        keeper=form.text("keeper"),
        condition=form.find("condition") or "",
        presence=form.text("presence"),
        witness=form.find("witness") or "",
        statement=form.find("statement") or "没有提出陈述、申辩。",
        remedies=stated_remedies(work),
        copies_to=("当场交付当事人一份", "归入案卷一份"),
        word=MEASURES[kind],
    )


def compose_release(work: Work, case_id: str, reason: str, number: str, token: str) -> SeizureRelease:
    """Return the decision on what becomes of the things that are seized."""
    case, measure = work.case(case_id), str(work.instance)
    return SeizureRelease(
        **face(work, case, number, token),
        cause=case.cause_title,
        decision=paper_number(work, case_id, "D09"),
        held_at=first_held(work, case_id).astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M"),
        basis=(stated_article(work, "行政强制法 28"),),
        items=stated_goods(work, case_id, measure, outcome=True),
        reason=reason,
        remedies=stated_remedies(work),
        copies_to=_COPIES,
        word=MEASURES[_kind(start_form(work))],
    )


def compose_extension(work: Work, case_id: str, form: FormData, number: str, token: str) -> SeizureExtension:
    """Return the notice that the term is longer."""
    case, term = work.case(case_id), clock.find(work, case_id, "seizure", work.instance)
    return SeizureExtension(
        **face(work, case, number, token),
        cause=case.cause_title,
        decision=paper_number(work, case_id, "D09"),
        basis=(stated_article(work, TERM),),
        reason=form.text("reason").rstrip("。"),
        days=int(form.text("days")),
        until=term.due.isoformat() if term is not None and term.due else "",
        copies_to=_COPIES,
        word=MEASURES[_kind(start_form(work))],
    )


def compose_appraisal(work: Work, case_id: str, form: FormData, number: str, token: str) -> AppraisalNotice:
    """Return the notice that things are appraised, for how long, and at whose cost."""
    case = work.case(case_id)
    return AppraisalNotice(
        **face(work, case, number, token),
        cause=case.cause_title,
        decision=paper_number(work, case_id, "D09"),
        basis=(stated_article(work, "行政强制法 25③"),),
        institution=form.text("institution"),
        subject=form.text("subject"),
        started_on=form.text("started_on"),
        days=int(form.text("period")),
        cost="检测、鉴定的费用由本机关承担。",
        copies_to=_COPIES,
        word=MEASURES[_kind(start_form(work))],
    )


def _kind(application: FormData) -> str:
    """Return what was applied for; applications from before there was a choice are for things."""
    return application.find("kind") or "seize"
