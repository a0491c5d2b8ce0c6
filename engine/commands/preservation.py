"""Preservation (先行登记保存): evidence that may be lost is registered, kept, and decided on within seven working days.

Source: 行政处罚法 Art. 56; domain.md §2.3.
"""

from datetime import datetime, time

from engine.clock import SHANGHAI
from engine.commands.goods import subject_of
from engine.commands.officer import check_two
from engine.commands.procedure import starts
from engine.errors import LawError
from engine.model import Case
from engine.work import FormData, Work


@starts("preservation")
def apply_for_preservation(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Refuse an application without two officers, or with a phone call that has not been made; return what is to be kept."""
    del instance
    check_two(work, case)
    if data.find("way") == "phone":
        called = datetime.combine(work.today, time.fromisoformat(data.text("phoned_at")), SHANGHAI)
        if called > work.now:
            raise LawError("date_in_future", "电话批准时间不能晚于现在。", basis="行政处罚法 56", field="phoned_at")
    return subject_of(data)
