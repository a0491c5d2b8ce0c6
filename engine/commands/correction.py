"""Correction of clerical errors (更正): a notice (补正通知书) is added to a document that was served, which itself stays as it is (I14)."""

from collections.abc import Mapping

from engine.commands.composition import face
from engine.commands.document import issue
from engine.commands.procedure import start_form, starts
from engine.errors import InvalidInputError, LawError
from engine.model import Case, Deadline, Document
from engine.rules.document.correction_notice import CorrectionNotice
from engine.rules.document.wording import day_text
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@starts("clerical_correction")
def apply_for_correction(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the number of the document; refuses one that was not served, words that it does not hold, and a correction to the same words."""
    del instance
    paper = _paper(work, case.id, data)
    if paper is None or paper.served_on is None:
        raise InvalidInputError({"number": ["本案没有这个文号的已送达文书。"]})
    if data.text("wrong") == data.text("right"):
        raise InvalidInputError({"right": ["补正前后的文字相同。"]})
    if data.text("wrong") not in str(paper.facts):
        raise InvalidInputError({"wrong": [f"《{paper.title}》中没有这些文字。"]})
    _check_dates(work, case.id, data.text("wrong"))
    return data.text("number")


@operation("document.correct", returns=("document",))
def issue_correction(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the notice that corrects the document."""
    del inputs, values
    issue(work, case_id, "D30", lambda number, token: _notice(work, case_id, number, token))
    return {"document": "D30"}


def _check_dates(work: Work, case_id: str, wrong: str) -> None:
    """Refuse to correct, as if it were a slip of the pen, a day on which a term of the case begins or ends: the term would stay as it was.

    Source: 民法典 Art. 201; domain.md §2.15 I9.
    """
    for deadline in work.rows(Deadline, case_id=case_id):
        days = [day for day in (deadline.start_on, deadline.due) if day is not None]
        if deadline.state != "void" and any(word in wrong for day in days for word in (day.isoformat(), day_text(day.isoformat()))):
            message = f"这是“{deadline.title}”起算或者届满的日期，不能按文字差错补正：送达日期有误的，按“更正送达日期”办理，期限随之重算。"
            raise LawError("clock_date", message, basis="民法典 201", field="wrong")


def _paper(work: Work, case_id: str, data: FormData) -> Document | None:
    return next(iter(work.rows(Document, case_id=case_id, number=data.text("number"))), None)


def _notice(work: Work, case_id: str, number: str, token: str) -> CorrectionNotice:
    case, applied = work.case(case_id), start_form(work)
    paper = _paper(work, case_id, applied)
    return CorrectionNotice(
        **face(work, case, number, token),
        corrected_title=paper.title if paper else "",
        corrected_number=applied.text("number"),
        corrected_date=paper.issued_on.isoformat() if paper else "",
        wrong=applied.text("wrong"),
        right=applied.text("right"),
        reason=applied.text("reason"),
    )
