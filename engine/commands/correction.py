"""Correction of clerical errors (更正): a notice (补正通知书) is added to a document that was served, which itself stays as it is (I14)."""

from collections.abc import Mapping

from engine.commands.composition import face
from engine.commands.document import issue
from engine.commands.procedure import start_form, starts
from engine.errors import InvalidInputError
from engine.model import Case, Document
from engine.rules.document.correction_notice import CorrectionNotice
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
    return data.text("number")


@operation("document.correct", returns=("document",))
def issue_correction(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the notice that corrects the document."""
    del inputs, values
    issue(work, case_id, "D30", lambda number, token: _notice(work, case_id, number, token))
    return {"document": "D30"}


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
