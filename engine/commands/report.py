"""Reports of an act (举报): whoever told of it is answered, and one that is not ours goes to who has the power, where the city sets terms.

Source: the local rule of the city after 上海市城市管理行政执法条例 Art. 26(2); domain.md R53.
"""

from collections.abc import Mapping

from engine.commands import deadline as clock
from engine.commands.participant import secrets_of
from engine.commands.procedure import start_form, starts
from engine.commands.submission import last_form
from engine.errors import LawError
from engine.law.local import local_rule
from engine.model import Case
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

ANSWER, TRANSFER = "report.answer", "report.transfer"
REPORT = "hotline"
"""The source of a clue that somebody reported."""

_RULE = local_rule("report")


def take_report(work: Work, case_id: str) -> None:
    """Start the term in which whoever reported the act is told what the check found; other clues have none."""
    case = work.case(case_id)
    if case.source == REPORT:
        clock.start_where_ruled(work, case_id, ANSWER, case.discovered_on, cause="收到举报")


def check_competence(work: Work, case_id: str) -> None:
    """Start the term in which a report goes on to who has the power, once both officers found that it is not ours; void it where it is."""
    case, verification = work.case(case_id), last_form(work, case_id, "verification")
    elsewhere = verification is not None and verification.find("finding") == "elsewhere"
    if case.source == REPORT and elsewhere:
        clock.start_where_ruled(work, case_id, TRANSFER, work.today, cause="核查确认不属本机关职责")
    else:
        clock.void(work, case_id, TRANSFER, "重新核查，属于本机关职责")


@starts("report_answer")
def answer_report(work: Work, case: Case, data: FormData, instance: str) -> str | None:
    """Refuse a day before the report, and words by which others would learn who reported. Source: 行政处罚法 Art. 50; the local rule, Art. 26(3)."""
    del instance
    if data.day("told_on") < case.discovered_on:
        raise LawError("before_cause", f"告知的日期早于收到举报的日期{case.discovered_on}。", basis=_RULE, field="told_on")
    told = data.find("told") or data.find("why") or ""
    if any(secret in told for secret in secrets_of(work, case.id)):
        message = "内容里有举报人的身份信息，本案的其他人员看得到；请从内容里去掉。"
        field = "told" if data.find("told") else "why"
        raise LawError("complainant_named", message, basis=f"行政处罚法 50、{local_rule('informant')}", field=field)
    return None


@operation("report.unreachable")
def leave_unanswered(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """End the term to answer a report whose author cannot be told, such as one without a name; the reason stands in the form.

    Where that was found after the term was over, the answer stays late, and nobody is warned of it any more.
    """
    del inputs, values
    form = start_form(work)
    clock.void(work, case_id, ANSWER, form.text("why"))
    clock.meet(work, case_id, ANSWER, form.day("told_on"))
    return {}
