"""Answers of the police (公安机关答复), and what the agency does about a refusal. Source: 移送涉嫌犯罪案件规定 Art. 7-10."""

from collections.abc import Mapping

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.collaboration import ReplyCollaboration, replies, take_answer
from engine.commands.document import issue
from engine.commands.opinion import check_persons
from engine.commands.police_delivery import ANSWER, copy_letter
from engine.commands.police_paper import objection
from engine.commands.police_transfer import check_member, given, procuratorate
from engine.commands.submission import submits
from engine.errors import LawError
from engine.events.collaboration import CollaborationReopened
from engine.model import Case, Collaboration, Task
from engine.rules.police_transfer import ANSWERS, SUPERVISION
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

OBJECTION = "transfer.objection"
GOODS = "transfer.goods"
SUPERVISED = "transfer.supervision"


@replies("police_answer")
def answer_transfer(work: Work, request: Collaboration, data: FormData, command: ReplyCollaboration) -> None:
    """Take in the notice of the police; one that passed the case on to another office is awaited further.

    Refuses a decision from before the case was sent.
    """
    if data.day("decided_on") < local_date(request.sent_at):
        raise LawError("before_cause", "决定日期早于移送。", basis="移送涉嫌犯罪案件规定 8", field="decided_on")
    outcome = data.text("outcome")
    body = f"（{data.text('body')}）" if outcome == "passed_on" else ""
    word = f"{ANSWERS[outcome]}{body}，{data.text('number')}"
    take_answer(work, request, data, command, word, ANSWER)
    if outcome == "passed_on":
        _ask_again(work, request, f"已转送{data.text('body')}，等待其决定。")
    elif outcome == "refused":
        clock.start(work, request.case_id, OBJECTION, work.today, cause="收到不予立案通知书", subject=request.id)
    else:
        clock.start(work, request.case_id, GOODS, work.today, cause="收到立案通知书", subject=request.id)


@submits("police_objection")
def object_to_refusal(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a second reconsideration: after one, only the procuratorate can be asked."""
    check_persons(work, case, "decider")
    asked = work.rows(Task, instance=task.instance, form="police_objection", state="done")
    if data.text("way") == "reconsider" and any((done.data or {}).get("way") == "reconsider" for done in asked):
        message = "公安机关已经复议过一次：仍有异议的，建议人民检察院立案监督。"
        raise LawError("step_not_waiting", message, basis="移送涉嫌犯罪案件规定 9", field="way")
    clock.meet(work, case.id, OBJECTION, work.today, subject=task.instance)


@operation("police.reconsider")
def ask_reconsideration(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Ask the police once more in writing, for three days; they have everything already."""
    del inputs, values
    issue(work, case_id, "D26-1", lambda number, token: objection(work, case_id, None, number, token))
    _ask_again(
        work, work.get(Collaboration, str(work.instance)), f"对不予立案决定提请复议：{given(work, case_id, 'police_objection').text('reason')}"
    )
    return {}


@operation("police.supervise")
def ask_supervision(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Suggest in writing that the procuratorate supervise the filing, and start the term after which the result is asked for."""
    del inputs, values
    body = given(work, case_id, "police_objection").text("body")
    document = issue(work, case_id, "D26-2", lambda number, token: objection(work, case_id, body, number, token))
    known = procuratorate(work, SUPERVISION)
    if known is not None and known.name == body:
        copy_letter(work, case_id, document, SUPERVISION)
    clock.start(work, case_id, SUPERVISED, work.today, cause="建议立案监督", subject=work.instance)
    return {}


@submits("police_supervision")
def record_supervision(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a result from before the refusal that it is about; where the police filed after all, the goods are due."""
    check_member(work, task)
    refused = work.get(Collaboration, task.instance).replied_at
    if refused is not None and data.day("received_on") < local_date(refused):
        raise LawError("before_cause", "收到日期早于公安机关的不予立案通知。", basis="移送涉嫌犯罪案件规定 9", field="received_on")
    clock.meet(work, case.id, SUPERVISED, data.day("received_on"), subject=task.instance)
    if data.routing["filed"]:
        clock.start(work, case.id, GOODS, data.day("received_on"), cause="收到立案通知书", subject=task.instance)


def _ask_again(work: Work, request: Collaboration, questions: str) -> None:
    clock.start(work, request.case_id, ANSWER, work.today, cause="再次请公安机关答复", subject=request.id)
    term = clock.find(work, request.case_id, ANSWER, request.id)
    due = term.due if term is not None and term.due is not None else work.today
    work.record(
        CollaborationReopened(case=request.case_id, request=request.id, partner_name=request.partner_name, questions=questions, due=due)
    )  # fmt: skip
