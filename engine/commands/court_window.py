"""The term to ask the court (申请法院强制执行的期限): begun where the remedies ended, and moved where their end moves.

Source: 行政强制法 Art. 53; 最高法适用行政诉讼法解释 Art. 153, 156.
"""

from datetime import date

from engine.commands import deadline as clock
from engine.events.deadline import DeadlineVoided
from engine.queries.remedy import undecided
from engine.work import Work

AGAIN = "送达日期更正后，复议、诉讼期限还没有届满"


def begin_window(work: Work, case_id: str, key: str, since: date, *, cause: str, paper_id: str | None = None, subject: str | None = None) -> None:
    """Start the term, without the days on which a remedy was pending that was withdrawn or not taken up: nobody could ask meanwhile.

    `paper_id` names the decision, None for the penalty; `subject` the procedure that collects a cost.
    """
    clock.start(work, case_id, key, since, cause=cause, subject=subject)
    for remedy in undecided(work.connection, case_id, paper_id):
        if remedy.effective_on is not None:
            clock.leave_out(work, case_id, key, (remedy.filed_on, remedy.effective_on), remedy.kind, subject=subject)


def shift_window(
    work: Work, case_id: str, key: str, since: date | None, *, cause: str, paper_id: str | None = None, subject: str | None = None
) -> bool:
    """Let a term that was begun run from the day on which the remedies end now, and tell whether it moved.

    Where they are open again (None) it goes, over or not, and begins again when they end; an application that was made stays made, and is
    late where the term that moved was over before it.
    """
    known = clock.find(work, case_id, key, subject)
    if known is None or known.state == "void" or known.start_on == since:
        return False
    asked = known.ended_on if known.state == "met" else None
    if since is None or since > work.today:
        if asked is None:
            work.record(DeadlineVoided(case=case_id, deadline=known.id, title=known.title, reason=AGAIN, voided_on=work.today))
        return asked is None
    begin_window(work, case_id, key, since, cause=cause, paper_id=paper_id, subject=subject)
    if asked is not None:
        clock.meet(work, case_id, key, asked, subject=subject)
    return True
