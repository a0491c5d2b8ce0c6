"""Requests for information of a case file (政府信息公开申请): asked, examined, with a third party's view where it is concerned, and answered.

Source: 政府信息公开条例 Art. 14-16, 29-37, 51; domain.md R49.
"""

from collections.abc import Mapping
from datetime import date

from engine.commands import deadline as clock
from engine.commands.composition import stated_agency, stated_remedies
from engine.commands.document import issue
from engine.commands.participant import secrets_of
from engine.commands.procedure import form_here, start_form, starts
from engine.commands.reckoning import term_of
from engine.commands.submission import last_form, submits
from engine.errors import InvalidInputError, LawError
from engine.model import Case, Document, Task
from engine.rules.document.information_answer import DISCLOSED, GROUNDS, OUTCOMES, InformationAnswer
from engine.rules.document.inner import KnownParty
from engine.rules.extension import Approval, check_extension
from engine.rules.redaction import Secrets, leftovers
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

ANSWER, THIRD = "information.answer", "information.third"
CODE = "D42"
SERVING = "send_answer"
"""The step at which the answer goes to the applicant."""
VIEWS: Mapping[str, str] = {"agreed": "第三方同意公开", "refused": "第三方不同意公开", "silent": "第三方逾期没有提出意见"}
SHOWN = 24
"""So many characters of a request tell it from others."""


@starts("information_request")
def receive_request(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what is asked for; refuses what tells who complained: whoever complained is answered as such, outside the case's papers."""
    del instance
    _check_secrets(work, case.id, data, "applicant", "asked")
    asked = data.text("asked")
    return asked if len(asked) <= SHOWN else f"{asked[:SHOWN]}…"


@submits("information_handling")
def handle_request(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse words that tell who complained, numbers of people in what is disclosed, an inquiry from before the request, more time than the law has.

    Source: 行政处罚法 Art. 50; 政府信息公开条例 Art. 15, 32, 33.
    """
    _check_secrets(work, case.id, data, "content", "why", "third_party", "reason")
    if found := leftovers(data.find("content") or "", Secrets()):
        raise InvalidInputError({"content": [f"公开的内容里还有{found[0].title}，属于个人隐私，请去掉（政府信息公开条例第十五条）。"]})
    handling, term = data.text("handling"), clock.find(work, case.id, ANSWER, task.instance)
    if handling == "third_party":
        _check_inquiry(data, start_form(work, task.instance).day("received_on"))
    elif handling == "extension" and term is not None:
        supposed = Approval(person=work.actor.id, person_name=work.actor.name, approved_on=work.today, reason=data.text("reason"))
        granted = len(term_of(term).extensions)
        check_extension(ANSWER, granted, int(data.text("days")), supposed, term.due or work.today, work.law.parameters)


def _check_inquiry(data: FormData, requested_on: date) -> None:
    if data.day("asked_on") < requested_on:
        raise LawError("before_cause", "征求意见的日期早于收到申请的日期。", basis="政府信息公开条例 32", field="asked_on")
    if data.day("received_on") < data.day("asked_on"):
        raise LawError("before_cause", "第三方收到的日期早于征求意见书发出的日期。", basis="政府信息公开条例 32", field="received_on")


@submits("third_party_view")
def hear_third_party(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a view from outside the term, and silence before it is over. Source: 政府信息公开条例 Art. 32."""
    term = clock.find(work, case.id, THIRD, task.instance)
    if term is None or term.due is None:
        raise LawError("step_not_waiting", "没有征求第三方意见。", basis="政府信息公开条例 32")
    _check_secrets(work, case.id, data, "reason")
    answered, silent = data.day("answered_on"), data.text("view") == "silent"
    if silent and term.due >= work.today:
        raise LawError("before_term", f"第三方可以在{term.due}以前提出意见，期满才能视为没有提出。", basis="政府信息公开条例 32", field="view")
    if answered < term.start_on:
        raise LawError("before_cause", "提出意见的日期早于第三方收到征求意见书的日期。", basis="政府信息公开条例 32", field="answered_on")
    if answered > term.due or (silent and answered != term.due):
        message = f"第三方的期限到{term.due}届满：逾期没有提出意见的，选“没有提出意见”，日期填{term.due}。"
        raise LawError("wrong_day", message, basis="政府信息公开条例 32", field="answered_on")


@operation("information.heard")
def close_inquiry(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Note that the third party spoke in its term; one that said nothing let it pass."""
    del inputs, values
    form = form_here(work, case_id, "third_party_view")
    if form is not None and form.text("view") != "silent":
        clock.meet(work, case_id, THIRD, form.day("answered_on"), subject=work.instance)
    return {}


@submits("information_delivery")
def tell_applicant(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a day before the request, or before the answer that is served, and an answer that was only told by phone.

    Source: 政府信息公开条例 Art. 33, 40.
    """
    serving = task.step == SERVING
    papers = [paper.issued_on for paper in work.rows(Document, case_id=case.id, code=CODE)]
    since = max(papers) if serving else start_form(work, task.instance).day("received_on")
    if data.day("served_on") < since:
        raise LawError("before_cause", f"告知的日期早于{since}。", basis="政府信息公开条例 33", field="served_on")
    if serving and data.text("way") == "phone":
        raise InvalidInputError({"way": ["答复书应当书面或者以申请人要求的形式提供，不能只打电话（政府信息公开条例第四十条）。"]})


@operation("information.answer")
def answer_request(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the answer (政府信息公开申请答复书). Source: 政府信息公开条例 Art. 36."""
    del inputs, values
    issue(work, case_id, CODE, lambda number, token: _compose(work, case_id, number, token))
    return {}


def _compose(work: Work, case_id: str, number: str, token: str) -> InformationAnswer:
    request, form = start_form(work), form_here(work, case_id, "information_handling")
    if form is None:
        raise LawError("step_not_waiting", "没有答复内容。")
    view = last_form(work, case_id, "third_party_view", instance=work.instance)
    outcome, ground = OUTCOMES[form.text("outcome")], form.find("ground")
    return InformationAnswer(
        agency=stated_agency(work),
        number=number,
        date=work.today.isoformat(),
        case_number=work.case(case_id).number or "",
        check_token=token,
        party=KnownParty(kind=request.text("kind"), name=request.text("applicant"), code_label="", code="", address="", legal_representative=""),
        officers=(),
        received_on=request.text("received_on"),
        asked=_sentence(request.text("asked")),
        outcome=outcome,
        content=_sentence(form.find("content") or "") if outcome in DISCLOSED else "",
        ground=GROUNDS[ground] if ground else "",
        reason=_sentence(form.find("why") or ""),
        remedies=stated_remedies(work),
        third="" if view is None else VIEWS[view.text("view")],
    )


def _sentence(text: str) -> str:
    return f"{text.strip().rstrip('。')}。" if text.strip() else ""


def _check_secrets(work: Work, case_id: str, data: FormData, *names: str) -> None:
    secrets = secrets_of(work, case_id)
    for name in names:
        if any(secret in (data.find(name) or "") for secret in secrets):
            message = "这里有举报人的身份信息，本案的其他人员和申请人会看到；请去掉。举报人询问自己的举报，用“答复举报人”告知。"
            raise LawError("complainant_named", message, basis="行政处罚法 50", field=name)
