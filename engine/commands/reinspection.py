"""Re-inspection before closing (结案前复查): what a decision ordered besides money is looked at again before the case is closed.

Source: 行政处罚法 Art. 28(1), 66; domain.md section 2.1 O13.
"""

from engine.commands.document import penalty_paper
from engine.errors import InvalidInputError
from engine.model import Case, CorrectionOrder, Document
from engine.queries.discretion import reported
from engine.work import FormData, Work

SPOKEN = ("给予警告", "警告", "通报批评")
"""What is carried out by saying it."""


def check_reinspected(work: Work, case: Case, data: FormData) -> None:
    """Refuse to close a case while nobody has looked whether what was ordered besides money was done."""
    paper = penalty_paper(work, case.id)
    ordered = [] if paper is None or paper.code != "D19" else _ordered(work, case, paper)
    if paper is None or not ordered:
        return
    checked = data.find("correction_checked_on")
    since = paper.served_on or paper.issued_on
    if checked is not None and data.day("correction_checked_on") < since:
        raise InvalidInputError({"correction_checked_on": [f"复查日期早于决定书送达之日{since.isoformat()}（行政处罚法第二十八条第一款）。"]})
    inspected = [row for row in work.rows(CorrectionOrder, case_id=case.id) if row.inspected_on is not None and row.inspected_on >= since]
    if checked is None and not any(row.result == "corrected" for row in inspected):
        message = f"决定还责令“{ordered[0]}”：结案前须复查是否履行，勾选“已复查改正情况”并填写复查日期（行政处罚法第二十八条第一款、第六十六条）。"
        raise InvalidInputError({"correction_checked": [message]})


def _ordered(work: Work, case: Case, paper: Document) -> list[str]:
    """Return what the decision ordered besides money and confiscation: other penalties, duties, and a correction that the officers worded."""
    others = [str(clause) for clause in ((paper.facts or {}).get("sanction") or {}).get("others") or ()]
    correction = str(reported(work.connection, case.id).get("order_correction") or "").strip().rstrip("。")
    return [clause for clause in (*others, correction) if clause and not clause.startswith(SPOKEN)]
