"""Terms of remedies (复议诉讼期限): what begins when the last of them is over, whosever it was.

The processes hear the terms of the party itself; those of an heir, and the ones that came after another term had already rung, are heard here.
Source: 行政强制法 Art. 53; 行政复议法 Art. 14; 行政诉讼法 Art. 25(2), 45, 46.
"""

from engine.commands.cost_court import open_cost_window
from engine.commands.deadline import expires
from engine.commands.duty import COLLECTION
from engine.commands.enforcement import open_window
from engine.commands.performance_cost import COURT_STEP
from engine.model import Deadline, ProcessState, Task
from engine.rules.enforcement import REMEDIES
from engine.work import Work
from engine.workflow import advance


@expires(*REMEDIES)
def open_windows(work: Work, deadline: Deadline) -> None:
    """Start the months to ask the court for whatever is still collected and can be challenged no more; an earlier process of a cost asks no court."""
    case_id = deadline.case_id
    if work.rows(Task, case_id=case_id, form="payment", state="waiting"):
        open_window(work, case_id)
    for row in work.rows(ProcessState, case_id=case_id, procedure=COLLECTION, order="id"):
        if row.ended_at is None and advance.knows(work, case_id, row.id, COURT_STEP):
            open_cost_window(work, case_id, row.id)
