"""Agreements on execution (执行协议): stages instead of force, kept or broken.

While one lasts no surcharge runs and nothing is demanded or applied for; what is waived is waived when all stages were paid in time.
Source: 行政强制法 Art. 42; 行政处罚法 Art. 72(2); domain.md R34, R39.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.composition import face, stated_payment
from engine.commands.document import issue, newest, penalty_paper
from engine.commands.enforcement import close_window, open_window
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.settlement import leave_payment
from engine.commands.submission import submits
from engine.commands.surcharge import agreed_since, end_pause
from engine.errors import LawError
from engine.events.booking import SurchargePaused, SurchargeRemitted
from engine.events.enforcement import AgreementConcluded, AgreementEnded
from engine.events.service import DocumentServed
from engine.model import Case, Payment, ProcessState, Task
from engine.queries.ledger import ledger_of
from engine.rules.agreement import check_stages, first_breach
from engine.rules.document.deferral import Portion
from engine.rules.document.execution_agreement import ExecutionAgreement
from engine.rules.document.service_receipt import Served
from engine.rules.ledger import Ledger, Part
from engine.rules.payment import Payment as Paid
from engine.rules.suspension import GROUNDS
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

CODE = "D24-4"
CLOCK = "execution.agreement"
BASIS = "行政强制法 42"
GROUND = "agreement"
PROCEDURE = "execution_agreement"
BREACHED = "行政强制法 42②"

BREACH = (
    "任何一期到期没有缴足的，视为不履行本协议：甲方恢复强制执行，自该期届满的次日起恢复计算加处罚款，总额不超出罚款数额，约定减免的加处罚款不予减免；"
    "已经缴纳的款项予以扣除。"
)


@starts("execution_agreement")
def ask_for_agreement(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse an agreement before the term is over or after the court was asked, and stages that do not make up what is owed then."""
    del instance
    parts = stages(data)
    _checked(work, case, data)
    return f"分{len(parts)}期履行"


@operation("agreement.compose", returns=("document",))
def compose(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the agreement (执行协议书) that the head agreed to, to be signed by both sides."""
    del inputs, values
    case, form = work.case(case_id), start_form(work)
    book = _checked(work, case, form)
    issue(work, case_id, CODE, lambda number, token: _compose(work, case, form, book, number, token))
    return {"document": CODE}


@submits("agreement_signing")
def sign(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a signature from before the paper or after the day that was agreed: the surcharge has grown since."""
    if not data.flag("signed"):
        return
    day, paper, form = data.day("signed_on"), newest(work, case.id, CODE), start_form(work, task.instance)
    if paper is None or day < paper.issued_on:
        raise LawError("before_cause", "签订日期早于协议书制作日期。", basis=BASIS, field="signed_on")
    if day > form.day("effective_on"):
        message = f"协议约定于{form.text('effective_on')}以前签订，此后加处罚款又有增加，请重新报批。"
        raise LawError("window_closed", message, basis=BASIS, field="signed_on")
    _checked(work, case, form)


@operation("agreement.conclude")
def conclude(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record the agreement as signed: the surcharge stands still from the day after, and the months to ask the court wait."""
    del inputs, values
    form, signed, paper = start_form(work), form_here(work, case_id, "agreement_signing"), newest(work, case_id, CODE)
    if signed is None or paper is None:
        raise LawError("step_not_waiting", "协议还没有签订。", basis=BASIS)
    parts, day, begun = stages(form), signed.day("signed_on"), form.day("effective_on")
    work.record(
        DocumentServed(
            case=case_id,
            service=work.new_id(),
            document=paper.id,
            document_title=paper.title,
            way="direct",
            served_on=day,
            recipient=signed.text("signatory"),
            place=None,
        )
    )
    work.record(
        AgreementConcluded(
            case=case_id,
            signed_on=day,
            days=tuple(part.due for part in parts),
            amounts=tuple(part.amount for part in parts),
            waived=_waived(form),
        )
    )
    stands_from = begun + timedelta(days=1)
    work.record(SurchargePaused(case=case_id, pause=work.new_id(), ground=GROUND, word=GROUNDS[GROUND].word, started_on=stands_from))
    clock.start(work, case_id, CLOCK, day, cause="签订执行协议", length=(parts[-1].due - day).days, subject=work.instance)
    close_window(work, case_id, "履行执行协议")
    return {}


@submits("agreement_outcome")
def tell_outcome(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse to call an agreement kept that is not performed, and broken while every stage was paid in time."""
    form = start_form(work, task.instance)
    missed = _missed(work, case, form)
    if data.text("agreement") == "broken":
        if missed is None:
            raise LawError("before_cause", "到期的各期都已按期缴足，不能恢复强制执行。", basis=BREACHED, field="agreement")
    elif not _is_performed(work, case, form):
        found = f"{missed.due.isoformat()}到期的一期没有按期缴足" if missed else "各期还没有缴清"
        raise LawError("before_cause", f"{found}，不能按已履行了结。", basis=BREACHED, field="agreement")


@operation("agreement.end")
def end(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record that the agreement was kept; of a broken one, let the surcharge run again from the day after the stage that was missed."""
    del inputs, values
    case, form, told = work.case(case_id), start_form(work), form_here(work, case_id, "agreement_outcome")
    missed = _missed(work, case, form)
    day = work.today if missed is None else missed.due
    if missed is None and honour(work, case):
        leave_payment(work, case_id)
    work.record(AgreementEnded(case=case_id, kept=missed is None, ended_on=day, facts=told.text("facts") if told else ""))
    end_pause(work, case_id, day)
    if missed is None:
        clock.meet(work, case_id, CLOCK, day, subject=work.instance)
        return {}
    clock.void(work, case_id, CLOCK, "恢复强制执行", subject=work.instance)
    clock.meet(work, case_id, CLOCK, work.today, subject=work.instance)
    open_window(work, case_id)
    return {}


def check_breach_told(work: Work, case: Case, payment: Paid) -> None:
    """Refuse a payment made after the day of a stage that was missed until the breach is recorded: only then is it known what is owed.

    What was paid in time may be entered late, and in several parts. Source: 行政强制法 Art. 42(2).
    """
    form = _lasting(work, case.id)
    missed = None if form is None else _missed(work, case, form, payment)
    if missed is not None and payment.day > missed.due:
        message = (
            f"{missed.due.isoformat()}到期的一期没有按期缴足，加处罚款自次日起恢复计算。"
            "请先由承办人在“履行执行协议”中登记未履行、恢复强制执行，再确认这笔缴款。"
        )
        raise LawError("step_not_waiting", message, basis=BREACHED, field="paid_on")


def honour(work: Work, case: Case) -> bool:
    """Waive what was agreed once all stages are paid in time, and tell whether that was done; neither fine nor gains are ever waived.

    Source: 行政强制法 Art. 42(1).
    """
    form, book = _lasting(work, case.id), _book(work, case, work.today)
    if form is None or book.owing <= 0 or book.owing > book.overdue or not _is_performed(work, case, form):
        return False
    reason = f"执行协议履行完毕，当事人已采取补救措施：{form.text('measures')}"
    work.record(SurchargeRemitted(case=case.id, booking=work.new_id(), amount=book.owing, booked_on=work.today, reason=reason, settled=True))
    return True


def stages(form: FormData) -> list[Part]:
    """Return the stages that a form names."""
    rows = form.values.get("parts")
    found = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    return [Part(date.fromisoformat(str(row["due_on"])), Decimal(str(row["amount"]))) for row in found]


def _waived(form: FormData) -> Decimal:
    return Decimal(form.find("waived") or 0)


def _checked(work: Work, case: Case, form: FormData) -> Ledger:
    """Return the account on the day of the agreement; refuses what the law does not let agree on."""
    if newest(work, case.id, "D24-3") is not None:
        raise LawError("step_not_waiting", "已经申请法院强制执行，由人民法院主持执行。", basis="行政强制法 53")
    book = _book(work, case, form.day("effective_on"))
    if book.due is None or work.today <= book.due:
        raise LawError("before_cause", "缴款期限还没有届满，不能达成执行协议；确有经济困难的，申请延期分期缴纳。", basis=BASIS)
    check_stages(stages(form), _waived(form), book)
    return book


def _book(work: Work, case: Case, on: date, *further: Paid) -> Ledger:
    book = ledger_of(work.connection, case, on, *further)
    if book is None:
        raise LawError("before_cause", "本案没有罚款、没收违法所得的决定。", basis=BASIS)
    return book


def _lasting(work: Work, case_id: str) -> FormData | None:
    """Return the form of the agreement that is signed and not ended, None where there is none."""
    running = next((row for row in work.rows(ProcessState, case_id=case_id, procedure=PROCEDURE) if row.ended_at is None), None)
    return None if running is None or agreed_since(work, case_id) is None else start_form(work, running.id)


def _is_performed(work: Work, case: Case, form: FormData) -> bool:
    """Tell whether all stages are paid in time, those that are not due yet as well."""
    return _missed(work, case, form, on=stages(form)[-1].due + timedelta(days=1)) is None


def _missed(work: Work, case: Case, form: FormData, *further: Paid, on: date | None = None) -> Part | None:
    """Return the first stage whose day was over `on` (today) without its payment; `further` are payments that are not recorded yet.

    No more can be waived than there is surcharge: where that was remitted, or the fine was lowered, the stages still bring in all of the fine.
    """
    book = _book(work, case, work.today, *further)
    payments: Sequence[Paid] = [*(Paid(row.paid_on, row.amount) for row in work.rows(Payment, case_id=case.id)), *further]
    return first_breach(stages(form), min(_waived(form), book.account.surcharge), book.owing, payments, on or work.today)


def _compose(work: Work, case: Case, form: FormData, book: Ledger, number: str, token: str) -> ExecutionAgreement:
    paper = penalty_paper(work, case.id)
    return ExecutionAgreement(
        **face(work, case, number, token),
        decision=Served(name=paper.title if paper else "", number=(paper.number if paper else None) or ""),
        served_on=paper.served_on.isoformat() if paper and paper.served_on else "",
        reason=form.text("reason"),
        effective_on=form.text("effective_on"),
        fine=format(book.principal, "f"),
        gains=format(book.gains_owing, "f"),
        surcharge=format(book.overdue, "f"),
        parts=tuple(Portion(due=part.due.isoformat(), amount=format(part.amount, "f")) for part in stages(form)),
        waived=form.find("waived") or "0",
        measures=form.find("measures") or "" if _waived(form) else "",
        payment=stated_payment(work, case),
        breach=BREACH,
        approved_by=work.signature,
    )
