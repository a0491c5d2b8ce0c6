"""Delivery (送达文书): a paper that the party must get is served by a procedure of its own, while the procedure that made it goes on.

Which kinds are served so stands in the register of documents (`delivered`). Source: 行政强制法 Art. 21, 25, 28; 行政处罚法 Art. 56, 61.
"""

from engine.commands.procedure import begin, starts
from engine.errors import InvalidInputError
from engine.model import Case, Document, ProcessState
from engine.queries.delivery import PROCEDURE, undelivered
from engine.work import FormData, Work


def deliver(work: Work, case_id: str, document: str) -> None:
    """Start the service of a paper that was just made."""
    begin(work, case_id, PROCEDURE, {"paper": document})


@starts("delivery")
def begin_delivery(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return what is served; refuses a paper that the party has, that another step serves, or that is on its way already."""
    del instance
    paper = _named(work, case.id, data)
    if paper is None or paper.id not in {item.id for item in undelivered(work.connection, case.id)}:
        raise InvalidInputError({"paper": ["这份文书不在等待送达的文书里：已经送达、正在送达，或者在制作它的程序里送达。"]})
    return f"{paper.title}{paper.number or ''}"


def delivered_by(work: Work, procedure: ProcessState) -> Document:
    """Return the paper that a delivery serves."""
    paper = _named(work, procedure.case_id, FormData(form="delivery", values=procedure.data or {}, routing={}))
    if paper is None:
        raise LookupError(f"delivery {procedure.id} serves no paper")
    return paper


def _named(work: Work, case_id: str, data: FormData) -> Document | None:
    """Return the paper of the case that a form names by id or number."""
    named = data.text("paper")
    return next((paper for paper in work.rows(Document, case_id=case_id) if named in {paper.id, paper.number}), None)
