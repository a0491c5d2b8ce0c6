"""Orders to correct (责令改正): the party is told what to put right until when, and the officers look again. Source: 行政处罚法 Art. 28(1).

What a re-inspection finds feeds discretion: 拒不改正 founds the second step of two-step penalties, a correction in time may spare the fine.
"""

from collections.abc import Mapping
from datetime import date

from engine.commands import deadline as clock
from engine.commands.act_remedy import drop_order
from engine.commands.act_stay import check_not_ordered_to_stop
from engine.commands.composition import face, stated_citation, stated_remedies
from engine.commands.document import issue, newest, penalty_paper
from engine.commands.officer import check_two
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.service import served
from engine.commands.submission import submits
from engine.commands.surcharge_remedy import meet_order
from engine.errors import InvalidInputError, LawError
from engine.events.correction_order import ANNULLED, RESULTS, CorrectionOrdered, CorrectionReinspected
from engine.law.causes import Limb
from engine.model import Case, CorrectionOrder, Deadline, Document, Task
from engine.queries.correction_order import CLOCK
from engine.queries.discretion import PARTY_TYPES
from engine.queries.party import party_of
from engine.rules.correction_order import BASIS, basis_on, check_reinspection, threatened
from engine.rules.daily_penalty import is_empowered
from engine.rules.document.correction_order import CorrectionOrder as OrderFacts
from engine.rules.document.reinspection_record import ReinspectionRecord
from engine.rules.document.wording import day_text
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

PAPER = "D05"
REFUSING = "逾期不改正的，依据{statute}{article}“{content}”处理。"
DAILY = "受到罚款处罚后仍拒不改正的，本机关可以依据《中华人民共和国生态环境法典》第一千零六十条，按照原处罚数额按日连续处罚。"
"""What the order says where that can follow. Source: 环境保护主管部门实施按日连续处罚办法 (原环境保护部令第28号), from memory."""
OTHERWISE = "逾期不改正的，本机关将拒不改正作为从重处罚的情形，依法处理。"


@starts("correction_order")
def order_correction(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the last day; refuses one that is over, a limb that the cause lacks, a decision that was not served, and a clue without two officers."""
    del instance
    if case.filed_on is None:
        # While the clue is checked nobody but the two who check it speaks for the agency.
        check_two(work, case)
    until = data.day("until")
    if data.text("way") == "decision":
        since = _decision(work, case.id).served_on or work.today
        if until < since:
            raise InvalidInputError({"until": [f"改正期限不能早于决定送达之日（{since.isoformat()}）。"]})
    elif until < work.today:
        raise InvalidInputError({"until": ["改正期限不能早于今天。"]})
    limb_of(work, case, data)
    return f"{day_text(until.isoformat())}前"


@operation("correction.issue", returns=("document", "apart"))
def issue_order(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the order, unless the decision holds it; `apart` tells whether there is a paper of its own to serve."""
    del inputs, values
    form, instance, document = start_form(work), work.instance or "", None
    if apart := form.text("way") == "notice":
        if form.day("until") < work.today:
            raise LawError("before_cause", "改正期限在通知书制作以前已经届满，请另行责令改正。", basis=BASIS)
        document = issue(work, case_id, PAPER, lambda number, token: _order(work, case_id, form, number, token))
    # An order that stands in the decision is one, too.
    meet_order(work, case_id, PAPER)
    until = form.day("until")
    work.record(CorrectionOrdered(case=case_id, order=instance, document=document, demand=form.text("demand"), until=until, ordered_on=work.today))
    return {"document": PAPER, "apart": apart}


@operation("correction.start", returns=("late",))
def start_correction(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Start the term on the day of service; an order that reached the party after its own last day binds nobody (`late`)."""
    del inputs, values
    order = work.get(CorrectionOrder, work.instance or "")
    paper = _decision(work, case_id) if order.document_id is None else work.get(Document, order.document_id)
    if paper.served_on is None:
        raise LawError("not_served", "责令改正通知书没有送达，不能起算期限。", basis=BASIS)
    if order.until < paper.served_on:
        return {"late": True}
    _start(work, order, paper, "责令改正送达")
    return {"late": False}


def move_orders(work: Work, paper: Document, cause: str) -> list[str]:
    """Let the terms of the orders in a paper run from its corrected service to the same last day; return the keys of the clocks that moved.

    An order that, as it turns out, reached the party after its own last day binds nobody: nobody refused by not following it.
    Source: 行政处罚法 Art. 28(1).
    """
    moved, day = [], paper.served_on
    for order in work.rows(CorrectionOrder, case_id=paper.case_id, order="id"):
        term = clock.find(work, paper.case_id, CLOCK, order.id)
        if day is None or term is None or term.state == "void" or order.result == ANNULLED or not _is_in(work, order, paper):
            continue
        if order.until < day:
            drop_order(work, order, f"{paper.title}{day.isoformat()}才送达，改正期限（{order.until.isoformat()}）已过")
            continue
        met_on = term.ended_on if term.state == "met" else None
        _start(work, order, paper, cause)
        if met_on is not None:
            clock.meet(work, paper.case_id, CLOCK, met_on, subject=order.id)
        moved.append(CLOCK)
    return moved


def _is_in(work: Work, order: CorrectionOrder, paper: Document) -> bool:
    """Tell whether a paper holds an order: its notice, or the decision that ordered it."""
    return paper.id == order.document_id if order.document_id is not None else paper.id == _decision(work, paper.case_id).id


def _start(work: Work, order: CorrectionOrder, paper: Document, cause: str) -> None:
    """Start the term of an order on the day on which its paper was served; its last day stands in the order."""
    day = paper.served_on or paper.issued_on
    length = (order.until - day).days
    clock.start(work, order.case_id, CLOCK, day, cause=cause, length=length, subject=order.id, origin=served(paper.id))


@submits("reinspection")
def check_record(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse what the term, or an order to stop, does not allow yet, and a correction before the breach was discovered."""
    if data.text("result") != "corrected":
        check_not_ordered_to_stop(work, case.id, (PAPER,), task.instance, "result")
    term = _term(work, case.id, task.instance)
    check_reinspection(term.start_on, term.due or term.start_on, data.day("inspected_on"), data.text("result"))
    if data.find("corrected_on") and data.day("corrected_on") < case.discovered_on:
        raise LawError("before_cause", "改正日期早于发现违法行为之日。", basis=BASIS, field="corrected_on")


@operation("correction.reinspect")
def record_reinspection(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record what both officers stand by, with its record (复查笔录); no good reason means 拒不改正."""
    del inputs, values
    form, instance = form_here(work, case_id, "reinspection"), work.instance or ""
    if form is None:
        raise LawError("step_not_waiting", "没有复查情况。", basis=BASIS)
    corrected_on = form.day("corrected_on") if form.find("corrected_on") else None
    issue(work, case_id, "D03", lambda number, token: _record(work, case_id, form, number, token))
    work.record(
        CorrectionReinspected(
            case=case_id,
            order=instance,
            inspected_on=form.day("inspected_on"),
            result=form.text("result"),
            corrected_on=corrected_on,
            refused=form.find("excuse") == "none",
        )
    )
    if corrected_on is not None:
        clock.meet(work, case_id, CLOCK, corrected_on, subject=instance)
    return {}


def _decision(work: Work, case_id: str) -> Document:
    """Return the decision in which the party was ordered to correct; refuses (`not_served`) one that was not served."""
    paper = penalty_paper(work, case_id) or newest(work, case_id, "D21")
    if paper is None or paper.served_on is None:
        raise LawError("not_served", "处罚决定还没有送达，不能按决定中的责令改正计算期限。", basis=BASIS, field="way")
    return paper


def _term(work: Work, case_id: str, instance: str) -> Deadline:
    term = clock.find(work, case_id, CLOCK, instance)
    if term is None:
        raise LawError("not_served", "责令改正没有送达，不能复查。", basis=BASIS)
    return term


def limb_of(work: Work, case: Case, form: FormData) -> Limb:
    """Return the limb that a form names, else the first one of the cause; refuses what the cause lacks, and what breaks no law."""
    cause = work.law.causes.cause(case.cause)
    named = form.find("limb") or next(iter(cause.limbs))
    if named not in cause.limbs:
        raise InvalidInputError({"limb": [f"“{cause.title}”没有这一情形。"]})
    if cause.limbs[named].lawful:
        raise LawError("no_basis", f"“{cause.limbs[named].title}”不属于违法行为，不得责令改正。", basis=cause.limbs[named].lawful, field="limb")
    return cause.limbs[named]


def _consequence(work: Work, case: Case, own: Limb) -> str:
    """Return what the law threatens: the limb of the cause that punishes refusing, or that refusing weighs in discretion; fines by the day too."""
    party = PARTY_TYPES[party_of(work.connection, case.id).kind]
    limb = threatened(work.law.causes.cause(case.cause), own, party, case.discovered_on, work.law)
    daily = DAILY if basis_on(own, case.discovered_on).daily and party != "citizen" and is_empowered(work.law.parameters) else ""
    if limb is None:
        return OTHERWISE + daily
    cited = basis_on(limb, case.discovered_on).cite
    found = stated_citation(work, cited, work.law.statutes.article(cited).text)
    return REFUSING.format(statute=f"《{found.statute}》", article=found.article, content=found.content) + daily


def _order(work: Work, case_id: str, form: FormData, number: str, token: str) -> OrderFacts:
    case = work.case(case_id)
    limb = limb_of(work, case, form)
    return OrderFacts(
        **face(work, case, number, token),
        cause=case.cause_title,
        findings=tuple(line.strip() for line in form.text("facts").splitlines() if line.strip()),
        violated=(stated_citation(work, basis_on(limb, case.discovered_on).violated, limb.conduct),),
        demand=form.text("demand").rstrip("。"),
        until=form.text("until"),
        consequence=_consequence(work, case, limb),
        remedies=stated_remedies(work),
    )


def _record(work: Work, case_id: str, form: FormData, number: str, token: str) -> ReinspectionRecord:
    del number
    case, order = work.case(case_id), work.get(CorrectionOrder, work.instance or "")
    paper = penalty_paper(work, case_id) or newest(work, case_id, "D21") if order.document_id is None else work.get(Document, order.document_id)
    return ReinspectionRecord(
        **face(work, case, "", token),
        cause=case.cause_title,
        order_title=paper.title if paper else "",
        order_number=(paper.number or "") if paper else "",
        demand=(order.demand or "").rstrip("。"),
        due=(_term(work, case_id, order.id).due or order.until).isoformat(),
        inspected_on=form.text("inspected_on"),
        place=form.text("place"),
        present=form.text("present"),
        finding=form.text("finding"),
        conclusion=_conclusion(form),
    )


def _conclusion(form: FormData) -> str:
    if (corrected_on := form.find("corrected_on")) is not None:
        day = date.fromisoformat(corrected_on)
        return f"{RESULTS['corrected']}（{day.year}年{day.month}月{day.day}日改正）。"
    if form.find("excuse") == "justified":
        return f"{RESULTS[form.text('result')]}，有正当理由：{form.text('reason').rstrip('。')}。"
    return f"{RESULTS[form.text('result')]}，没有正当理由，属于拒不改正。"
