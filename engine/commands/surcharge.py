"""The surcharge (加处罚款): it stands still while a reconsideration or a lawsuit is pending, and may be waived.

A procedure that hears of an application calls `pause`, and `resume` when it is decided; or its model names the operations
`surcharge.pause` and `surcharge.resume`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from engine.commands.procedure import form_here, start_form, starts
from engine.commands.settlement import leave_payment
from engine.errors import LawError
from engine.events.booking import SurchargePaused, SurchargeRemitted, SurchargeResumed
from engine.model import Case, SurchargePause, Task
from engine.queries.ledger import ledger_of
from engine.rules.ledger import Ledger
from engine.rules.money import format_yuan
from engine.rules.suspension import GROUNDS
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

AGREEMENT = "agreement"
"""The ground on which agency and party let it stand still themselves."""


def pause(work: Work, case_id: str, ground: str, *, applied_on: date, accepted_on: date | None = None) -> None:
    """Stop the surcharge for a reconsideration or a lawsuit, from its application or its acceptance, as the city's parameter says.

    Nothing happens where it stands still already, or where acceptance counts and has not come. Source: 行政处罚法 Art. 73(3).
    """
    since = applied_on if work.law.parameters.text("surcharge.pause_from") == "application" else accepted_on
    if since is None or pending(work, case_id) is not None:
        return
    if since > work.today:
        raise LawError("date_in_future", f"{since.isoformat()}尚未到来。", basis="行政处罚法 73③")
    work.record(SurchargePaused(case=case_id, pause=work.new_id(), ground=ground, word=GROUNDS[ground].word, started_on=since))


def resume(work: Work, case_id: str, until: date) -> None:
    """Let the surcharge run again from the day after; one that runs goes on. Refuses an end before the beginning (`before_cause`)."""
    standing = pending(work, case_id)
    if standing is None:
        return
    if until < standing.started_on or until > work.today:
        code = "before_cause" if until < standing.started_on else "date_in_future"
        raise LawError(code, "结束日期早于开始日期，或者尚未到来。", basis="行政处罚法 73③", field="finished_on")
    work.record(SurchargeResumed(case=case_id, pause=standing.id, word=GROUNDS[standing.ground].word, ended_on=until))


def pending(work: Work, case_id: str) -> SurchargePause | None:
    """Return the pause of a remedy that lasts, or None: while it does, the remedy is pending."""
    return next((row for row in _lasting(work, case_id) if row.ground != AGREEMENT), None)


def agreed_since(work: Work, case_id: str) -> date | None:
    """Return from which day the surcharge stands still under an agreement (行政强制法 Art. 42), None where none lasts."""
    return next((row.started_on for row in _lasting(work, case_id) if row.ground == AGREEMENT), None)


def check_not_agreed(work: Work, case: Case, task: Task) -> None:
    """Refuse to demand, or to ask the court, while the party performs in stages as agreed."""
    if task.form in {"demand", "court_application"} and agreed_since(work, case.id) is not None:
        raise LawError("case_suspended", f"正在履行执行协议，“{task.title}”待恢复强制执行后办理。", basis="行政强制法 42")


def end_pause(work: Work, case_id: str, until: date) -> None:
    """Let the surcharge run again from the day after an agreement ended; one that ends before its pause began costs no day."""
    for row in _lasting(work, case_id):
        if row.ground == AGREEMENT:
            ended = max(until, row.started_on - timedelta(days=1))
            work.record(SurchargeResumed(case=case_id, pause=row.id, word=GROUNDS[AGREEMENT].word, ended_on=ended))


def _lasting(work: Work, case_id: str) -> list[SurchargePause]:
    return [row for row in work.rows(SurchargePause, case_id=case_id) if row.ended_on is None]


@operation("surcharge.pause", inputs=("ground", "form", "applied"), options=("accepted",))
def pause_surcharge(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Stop the surcharge by the days of a form."""
    del values
    form = _form(work, case_id, inputs["form"])
    accepted = form.find(inputs["accepted"]) if "accepted" in inputs else None
    applied = form.day(inputs["applied"])
    pause(work, case_id, inputs["ground"], applied_on=applied, accepted_on=date.fromisoformat(accepted) if accepted else None)
    return {}


@operation("surcharge.resume", inputs=("form", "field"))
def resume_surcharge(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Let the surcharge run again after a day of a form."""
    del values
    resume(work, case_id, _form(work, case_id, inputs["form"]).day(inputs["field"]))
    return {}


@starts("remission")
def apply_for_remission(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse to waive more than what is still owed of the surcharge; the fine itself cannot be waived. Source: 行政强制法 Art. 42."""
    del instance
    amount = Decimal(data.text("amount"))
    _check_remission(_ledger(work, case), amount)
    return format_yuan(amount)


@operation("surcharge.remit")
def remit(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Waive what the head agreed to."""
    del inputs, values
    form, case = start_form(work), work.case(case_id)
    amount, book = Decimal(form.text("amount")), _ledger(work, case)
    _check_remission(book, amount)
    settled = replace(book, remitted=book.remitted + amount).is_even
    reason = f"已采取补救措施：{form.text('measures')}"
    work.record(SurchargeRemitted(case=case_id, booking=work.new_id(), amount=amount, booked_on=work.today, reason=reason, settled=settled))
    if settled:
        leave_payment(work, case_id)
    return {}


def _check_remission(book: Ledger, amount: Decimal) -> None:
    if amount > book.overdue + book.withheld:
        message = f"减免{format_yuan(amount)}超过尚欠的加处罚款{format_yuan(book.overdue + book.withheld)}；罚款本身不能减免。"
        raise LawError("overpaid", message, basis="行政强制法 42①", field="amount")


def _ledger(work: Work, case: Case) -> Ledger:
    book = ledger_of(work.connection, case, work.today)
    if book is None:
        raise LawError("before_cause", "本案没有罚款决定。", basis="行政处罚法 72①(1)")
    return book


def _form(work: Work, case_id: str, name: str) -> FormData:
    form = form_here(work, case_id, name)
    if form is None:
        raise LawError("step_not_waiting", "没有相应的办理记录。")
    return form
