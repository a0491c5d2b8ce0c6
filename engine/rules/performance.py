"""Performance in the party's stead (代履行): when it may be done, and by what means never. Source: 行政强制法 Art. 43, 50-52; domain.md R36, R38."""

import re
from datetime import date, time

from engine.errors import LawError

_CUT = re.compile(r"(停止?供?|断)(应)?(水|电|热|暖|燃?气)")


def check_means(method: str) -> None:
    """Refuse to press residents by cutting water, power, heat or gas. Source: 行政强制法 Art. 43(2)."""
    if _CUT.search(method):
        message = "不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行。"
        raise LawError("forbidden_means", message, basis="行政强制法 43", field="method")


def check_time(begun: time, *, working: bool, night: tuple[time, time], urgent: bool, field: str = "performed_at") -> None:
    """Refuse to enforce at night or on a day off, unless it is urgent; `night` is its beginning and its end. Source: 行政强制法 Art. 43(1)."""
    dark = begun >= night[0] or begun < night[1]
    if (dark or not working) and not urgent:
        when = "夜间" if dark else "法定节假日"
        raise LawError("forbidden_time", f"不得在{when}实施强制执行，情况紧急的除外。", basis="行政强制法 43", field=field)


def check_earliest(demanded: date | None, earliest: date | None, day: date) -> None:
    """Refuse to perform before three clear working days have passed since the demand. Source: 行政强制法 Art. 51(1)(2), 69."""
    if demanded is None or earliest is None:
        raise LawError("notice_required", "代履行前没有催告当事人。", basis="行政强制法 51①(2)", field="performed_on")
    if day < earliest:
        message = f"{demanded.isoformat()}催告，{earliest.isoformat()}起才可以代履行（其间须有三个整工作日）。"
        raise LawError("notice_required", message, basis="行政强制法 51①(2)", field="performed_on")
