"""Papers to be delivered (待送达文书): what the party must get, and nobody is serving yet."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from engine.model import Document, ProcessState
from engine.rules.document import DOCUMENTS

PROCEDURE = "delivery"
DELIVERED = frozenset(code for code, kind in DOCUMENTS.items() if kind.delivered)


def unsent(papers: Iterable[Any], procedures: Iterable[Any]) -> list[Any]:
    """Return those of a case's papers that a delivery may be started for; `procedures` are those that run or ran beside the main one."""
    running = [row for row in procedures if row.procedure == PROCEDURE and row.ended_at is None]
    going = {(row.data or {}).get("paper") for row in running}
    return [paper for paper in papers if paper.code in DELIVERED and paper.state == "issued" and not going & {paper.id, paper.number}]


def undelivered(connection: Connection, case_id: str) -> list[Any]:
    """Return the papers of a case that a delivery may be started for, the oldest first."""
    papers, procedures = Document.__table__, ProcessState.__table__
    made = select(papers.c.id, papers.c.code, papers.c.title, papers.c.number, papers.c.state).where(papers.c.case_id == case_id)
    began = select(procedures.c.procedure, procedures.c.ended_at, procedures.c.data).where(procedures.c.case_id == case_id)
    return unsent(connection.execute(made.order_by(papers.c.issued_on, papers.c.id)), connection.execute(began))
