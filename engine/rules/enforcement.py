"""Enforcement by the court (申请法院强制执行): from when until when it may be asked. Source: 行政强制法 Art. 53, 54; domain.md R33, R34, I11."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engine.errors import LawError

REMEDIES = ("reconsideration", "litigation", "litigation.after")
"""The clocks of the party's remedies, by key."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A right of the party as its clock tells it: `due` is its last day, rolled; `open` while it may still be used or is being used."""

    due: date
    open: bool


def lapsed_on(remedies: Sequence[Remedy]) -> date | None:
    """Return the last day of the remedy that ended last; None while one is open, or where no term was ever started."""
    return None if not remedies or any(remedy.open for remedy in remedies) else max(remedy.due for remedy in remedies)


def check_window(lapsed: date | None, demanded: date | None, closes: date | None, today: date) -> None:
    """Refuse an application to the court outside its window.

    Args:
        lapsed: the last day of reconsideration and litigation; None while one is open.
        demanded: the last day of the demand; None before its service.
        closes: the last day to apply, three months after `lapsed`.
        today: the day of the application.

    Raises:
        LawError: `remedies_open` before, `window_closed` after.
    """
    if lapsed is None or today <= lapsed:
        raise LawError("remedies_open", "当事人申请复议、提起诉讼的期限还没有届满，不能申请法院强制执行。", basis="行政强制法 53", field="course")
    if demanded is None or today <= demanded:
        until = f"至{demanded.isoformat()}，" if demanded else ""
        first = f"{(demanded + timedelta(days=1)).isoformat()}起" if demanded else "催告书送达并期满后"
        raise LawError("remedies_open", f"催告期{until}还没有届满，{first}才可以申请法院强制执行。", basis="行政强制法 54", field="course")
    if closes is None or today > closes:
        ended = f"已于{closes.isoformat()}届满" if closes else "没有起算"
        raise LawError("window_closed", f"申请法院强制执行的三个月期限{ended}。", basis="行政强制法 53", field="course")
