"""Late entries (补记): what was received in time counts, whenever it was entered; what was received late binds the agency to nothing."""

from collections.abc import Mapping
from datetime import date

from engine.errors import InvalidInputError, LawError

BASIS: Mapping[str, str] = {"plea": "行政处罚法 44、45①", "hearing": "行政处罚法 44、64(1)"}
"""Why what the party brings forward in time must be heard, by what it is."""


def received_in_time(what: str, received: date, served: date, due: date) -> bool:
    """Return whether a plea or a request reached the agency within its term: on `due`, its last day, at the latest.

    Refuses a day before the notice reached the party on `served` (`before_cause`). National law sets no term for pleas, a parameter does.
    Source: 行政处罚法 Art. 44, 45(1), 64(1).
    """
    if received < served:
        raise LawError("before_cause", f"收到日期早于告知书送达日期{served.isoformat()}。", basis=BASIS[what], field="received_on")
    return received <= due


def is_heard(what: str, admitted: str | None, due: date, *, in_time: bool) -> bool:
    """Return whether the party is heard: always when it spoke in time, else as the agency says, which must say it.

    Refuses the form where the answer is missing or not the agency's to give (`invalid_input`).
    """
    if in_time and admitted == "refused":
        raise InvalidInputError({"admitted": [f"这是期限内（至{due.isoformat()}）收到的，必须听取（{_article(what)}）。"]})
    if not in_time and admitted is None:
        raise InvalidInputError({"admitted": [f"期限已于{due.isoformat()}届满：逾期收到的，请选择是否听取（{_article(what)}）。"]})
    return in_time or admitted == "heard"


def _article(what: str) -> str:
    return "行政处罚法第四十五条第一款" if what == "plea" else "行政处罚法第六十四条第一项"
