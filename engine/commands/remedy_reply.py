"""The agency's answer (答复、答辩) to a remedy, as a paper with its list of evidence. Source: 行政复议法 Art. 48; 行政诉讼法 Art. 67."""

from collections.abc import Mapping

from engine.commands import deadline as clock
from engine.commands.challenge import disputed_paper
from engine.commands.composition import face
from engine.commands.document import issue
from engine.commands.procedure import form_here, start_form
from engine.errors import LawError
from engine.events.participant import ROLES
from engine.model import Participant, Remedy
from engine.rules.document.remedy_reply import RemedyReply
from engine.work import Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

_PAPERS = {"reconsideration": ("D40", "reconsideration.reply"), "litigation": ("D41", "litigation.defence")}


@operation("remedy.reply")
def send_reply(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the answer and note that it was in time."""
    del inputs, values
    remedy = work.get(Remedy, work.instance or "")
    code, key = _PAPERS[remedy.kind]
    issue(work, case_id, code, lambda number, token: _reply(work, case_id, remedy, number, token))
    clock.meet(work, case_id, key, work.today, subject=remedy.id)
    return {}


def _reply(work: Work, case_id: str, remedy: Remedy, number: str, token: str) -> RemedyReply:
    form, paper = form_here(work, case_id, "remedy_reply"), disputed_paper(work, remedy)
    if form is None or paper is None:
        raise LawError("step_not_waiting", "没有答复内容或者决定书。")
    case = work.case(case_id)
    return RemedyReply(
        **face(work, case, number, token),
        recipient=remedy.organ,
        docket=remedy.number or "",
        decision_title=paper.title,
        decision_number=paper.number or "",
        decision_date=paper.issued_on.isoformat(),
        cause=case.cause_title,
        claim=start_form(work).text("claim"),
        facts=form.text("facts"),
        law=form.text("law"),
        procedure=form.text("procedure"),
        request=form.text("request"),
        applicant=_other(work, remedy),
        evidence=tuple(line.strip() for line in form.text("evidence").splitlines() if line.strip()),
    )


def _other(work: Work, remedy: Remedy) -> str:
    """Return who applied or sued where it is not the party: the name and in what capacity."""
    if remedy.applicant is None:
        return ""
    person = work.get(Participant, remedy.applicant)
    return f"{remedy.applicant_name or ''}（{ROLES[person.role]}）"
