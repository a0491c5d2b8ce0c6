"""Enforcement (强制执行): the demand letter, the application to the court, its answers, and the end of an execution.

Source: 行政处罚法 Art. 72(1)(4); 行政强制法 Art. 35-40, 53-58; domain.md R33-R35, R39.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from engine.commands import deadline as clock
from engine.commands.composition import face, stated_party, stated_payment
from engine.commands.cost_court import APPLICATION
from engine.commands.court_paper import changed_words, compose_application, court_of, unclaimed_words
from engine.commands.court_window import begin_window, shift_window
from engine.commands.document import issue, newest, penalty_paper
from engine.commands.duty import cost_subject, own_paper
from engine.commands.performance_cost import drop_costs
from engine.commands.procedure import form_here
from engine.commands.submission import submits
from engine.commands.surcharge import AGREEMENT, agreed_since
from engine.commands.termination import end_beside
from engine.errors import LawError
from engine.events.enforcement import CourtAnswered, CourtApplied, ExecutionEnded
from engine.model import Case, Instalment, SurchargePause, Task
from engine.queries.ledger import ledger_of, owes
from engine.queries.remedy import challenges_against, judged, party_challenges, remedies_ended, terms_against, unclaimed
from engine.rules.document.demand import Demand
from engine.rules.document.service_receipt import Served
from engine.rules.enforcement import COURT, DOUBTFUL, JUDGED, NOBODY_PAYS, RULING, WINDOW, WINDOWS, check_own, check_window, is_the_organ_s
from engine.rules.ledger import Ledger
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

_ANSWERS: Mapping[str, str] = {"accepted": "受理", "refused": "不予受理", "granted": "裁定准予执行", "denied": "裁定不准予执行"}
_GROUNDS: Mapping[str, str] = {
    "died": "公民死亡，无遗产可供执行，又无义务承受人",
    "ended": "法人或者其他组织终止，无财产可供执行，又无义务承受人",
    "object_lost": "执行标的灭失",
    "annulled": "据以执行的行政决定被撤销",
    "three_years": "中止执行满三年，没有明显社会危害，当事人确无履行能力",
    "enforced": "法院执行完毕或者终结执行",
    "barred": "法院不予受理、不准予执行，或者申请法院强制执行的期限已过",
}


@operation("demand.issue", returns=("document",))
def issue_demand(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the demand letter (催告书) for what is owed today. Source: 行政强制法 Art. 35, 54."""
    del inputs, values
    case = work.case(case_id)
    book = _owed(work, case)
    issue(work, case_id, "D24", lambda number, token: _compose_demand(work, case, book, number, token))
    return {"document": "D24"}


@submits("court_application")
def apply_to_court(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse an application before the remedies have lapsed and the demand has run out, or after three months (I11)."""
    del task
    if data.text("course") == "apply":
        check_own(challenges_against(work.connection, case.id))
        open_window(work, case.id)
        _check_window(work, case)


@operation("court.open")
def open_court_window(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Start the three months to apply, where the remedies have lapsed."""
    del inputs, values
    open_window(work, case_id)
    return {}


def open_window(work: Work, case_id: str) -> None:
    """Start the clock of the application on the day on which the remedies came to their end; one that was started goes on.

    Only a fine or gains that are not settled go to the court; a demolition is ordered by the government (行政强制法 Art. 44; 法释〔2013〕5号).
    What a court changed is enforced by its judgment, for which two years are given instead of three months. A remedy that was withdrawn or not
    taken up neither begins the months anew nor takes any of them away: while it was pending nobody could ask.
    Source: 行政强制法 Art. 53; 行政诉讼法 Art. 95; 最高法适用行政诉讼法解释 Art. 153, 156.
    """
    case, since, key = work.case(case_id), _window_from(work, case_id), _window(work, case_id)
    known = clock.find(work, case_id, key)
    if key == JUDGED:
        clock.void(work, case_id, WINDOW, "法院已经判决变更（调解）")
    if is_the_organ_s(challenges_against(work.connection, case_id)):
        close_window(work, case_id, "复议决定变更（调解），由行政复议机关执行")
    elif owes(case) and not case.settled and since is not None and since <= work.today and (known is None or known.state == "void"):
        lapsed = _ended(work, case_id)
        ended = "判决（调解书）生效" if key == JUDGED else "复议诉讼期限届满"
        begin_window(work, case_id, key, since, cause=ended if since == lapsed else "暂缓、分期履行期限结束")


def move_window(work: Work, case_id: str, cause: str) -> list[str]:
    """Let the months to apply follow the remedies, whose terms were counted anew; return the key of their clock where it moved.

    Source: 行政强制法 Art. 53; domain.md R34.
    """
    key = _window(work, case_id)
    return [key] if shift_window(work, case_id, key, _window_from(work, case_id), cause=cause) else []


def _window_from(work: Work, case_id: str) -> date | None:
    """Return the day from which the court may be asked for three months; None while a remedy or an agreement lasts.

    Where payment was deferred or agreed in stages, the months run from the end of that grace. Source: 行政处罚法 Art. 72(2); domain.md R34.
    """
    lapsed = _ended(work, case_id)
    return None if lapsed is None or agreed_since(work, case_id) is not None else _after_grace(work, case_id, lapsed)


def _ended(work: Work, case_id: str) -> date | None:
    """Return the day on which the party's remedies against the penalty came to their end; None while one is open or pending."""
    return remedies_ended(work.connection, case_id, work.today, of_party=True)


def _after_grace(work: Work, case_id: str, lapsed: date) -> date:
    broken = [row.ended_on for row in work.rows(SurchargePause, case_id=case_id, ground=AGREEMENT) if row.ended_on is not None]
    book = ledger_of(work.connection, work.case(case_id), work.today) if work.rows(Instalment, case_id=case_id) else None
    return max(day for day in (lapsed, book.due if book else None, *broken) if day is not None)


def window_closes(work: Work, case_id: str) -> date | None:
    """Return the last day to ask the court as it stands today; None while a remedy or an agreement is pending, for then it is not known.

    Where the term of lawsuit still runs, three months from its end. Source: 行政强制法 Art. 53.
    """
    key = _window(work, case_id)
    known = clock.find(work, case_id, key)
    if known is not None and known.state != "void":
        return known.due
    lasting = agreed_since(work, case_id) is not None or any(each.result is None for each in party_challenges(work.connection, case_id))
    terms = [] if lasting else [row.due for row in terms_against(work.connection, case_id) if row.due is not None]
    if not terms:
        return None
    since = _ended(work, case_id) or max(terms)
    return clock.forecast(work, case_id, key, _after_grace(work, case_id, since))


def _window(work: Work, case_id: str) -> str:
    """Return the key of the clock in which the court is asked: to let the decision be enforced, or to enforce its own judgment."""
    return WINDOW if judged(work.connection, case_id) is None else JUDGED


def close_window(work: Work, case_id: str, reason: str) -> None:
    """Note that there is nothing to ask the court for now: the party challenges the decision, or has paid."""
    for key in WINDOWS:
        clock.void(work, case_id, key, reason)


@operation("court.apply")
def send_application(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the application that the head signed, and wait for the court. Source: 行政强制法 Art. 55, 56."""
    del inputs, values
    case, form = work.case(case_id), form_here(work, case_id, "court_application")
    check_own(challenges_against(work.connection, case_id))
    _check_window(work, case)
    lapsed, book = _ended(work, case_id), _owed(work, case)
    without = unclaimed_words(unclaimed(work.connection, case_id, work.today))
    if form is None or lapsed is None:
        raise LawError("step_not_waiting", "没有强制执行的申请。", basis="行政强制法 55")
    issue(work, case_id, "D24-3", lambda number, token: compose_application(work, case, form, book, lapsed, number, token, unclaimed=without))
    work.record(
        CourtApplied(
            case=case_id,
            court=court_of(work, case_id),
            fine=book.principal,
            gains=book.gains_owing,
            surcharge=Decimal(0) if without else book.overdue,
            applied_on=work.today,
            signed_name=work.actor.name,
            unclaimed=without,
        )
    )
    clock.meet(work, case_id, _window(work, case_id), work.today)
    clock.start(work, case_id, "court.acceptance", work.today, cause="申请强制执行")
    return {}


@submits("court_answer")
def record_answer(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what the court answered, and what runs from its answer: its own ruling, or our fifteen days. Source: 行政强制法 Art. 56-58."""
    answer, day, about = data.text("answer"), data.day("answered_on"), cost_subject(work, task.instance)
    paper = newest(work, case.id, "D24-3") if about is None else own_paper(work, case.id, about, APPLICATION)
    if paper is None or day < paper.issued_on:
        raise LawError("before_cause", "法院答复的日期早于申请。", basis="行政强制法 56①", field="answered_on")
    ruling = clock.find(work, case.id, DOUBTFUL, about) or clock.find(work, case.id, RULING, about)
    if ruling is not None and day < ruling.start_on:
        message = f"法院裁定的日期早于受理（{ruling.start_on.isoformat()}）。"
        raise LawError("before_cause", message, basis="行政强制法 57", field="answered_on")
    work.record(
        CourtAnswered(
            case=case.id,
            answer=answer,
            word=_ANSWERS[answer],
            answered_on=day,
            number=data.text("number"),
            reason=data.find("reason"),
            collection=about,
        )
    )
    for key in ("court.acceptance", "court.challenge"):
        clock.meet(work, case.id, key, day, subject=about)
    if answer == "accepted":
        clock.start(work, case.id, DOUBTFUL if data.flag("doubtful") else RULING, day, cause="法院受理", subject=about)
    else:
        for key in (RULING, DOUBTFUL):
            clock.meet(work, case.id, key, day, subject=about)
    if data.find("next") == "challenge":
        clock.start(work, case.id, "court.challenge", day, cause=_ANSWERS[answer], subject=about)


@operation("execution.end")
def end_execution(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record why the execution ends (终结执行), and let the clocks of money go.

    The cost of a performance is a debt of its own: it goes on being collected unless nobody is left who can pay. Source: 行政强制法 Art. 40, 51(2).
    """
    del inputs, values
    form = form_here(work, case_id, "execution_end")
    if form is None:
        raise LawError("step_not_waiting", "没有终结执行的申请。", basis="行政强制法 40")
    ground = _GROUNDS[form.text("ground")]
    work.record(ExecutionEnded(case=case_id, ground=ground, facts=form.text("facts"), ended_on=work.today))
    end_applications(work, case_id, "终结执行")
    end_beside(work, case_id, "终结执行")
    if form.text("ground") in NOBODY_PAYS:
        drop_costs(work, case_id, f"终结执行：{ground}")
    return {}


def end_applications(work: Work, case_id: str, reason: str) -> None:
    """Let the clocks of demand and application go: what they were about is enforced no more, or became another sum."""
    for key in (*COURT, "demand"):
        clock.void(work, case_id, key, reason)


def _check_window(work: Work, case: Case) -> None:
    key = _window(work, case.id)
    demanded, window = clock.find(work, case.id, "demand"), clock.find(work, case.id, key)
    check_window(
        _ended(work, case.id),
        None if demanded is None else demanded.due,
        None if window is None else window.due,
        work.today,
        judged=key == JUDGED,
    )


def _owed(work: Work, case: Case) -> Ledger:
    book = ledger_of(work.connection, case, work.today)
    if book is None or book.due is None or work.today <= book.due:
        raise LawError("before_cause", "缴款期限还没有届满，不能催告或者申请强制执行。", basis="行政强制法 53")
    if book.owing <= 0:
        raise LawError("before_cause", "罚款、没收款项和加处罚款已经缴清。", basis="行政强制法 53")
    return book


def _compose_demand(work: Work, case: Case, book: Ledger, number: str, token: str) -> Demand:
    paper, party = penalty_paper(work, case.id), stated_party(work, case.id)
    you = party.you
    return Demand(
        **face(work, case, number, token),
        decision=Served(name=paper.title if paper else "", number=(paper.number if paper else None) or ""),
        served_on=paper.served_on.isoformat() if paper and paper.served_on else "",
        due=book.due.isoformat() if book.due else "",
        fine=format(book.principal, "f"),
        gains=format(book.gains_owing, "f"),
        surcharge=format(book.overdue, "f"),
        total=format(book.owing, "f"),
        withheld=book.annulled,
        days=work.law.parameters.integer("demand.days"),
        payment=stated_payment(work, case),
        changed=changed_words(work, case.id),
        right=f"{you}收到本催告书后有权进行陈述和申辩，可以向本机关书面或者口头提出。",
    )
