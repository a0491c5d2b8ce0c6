"""Credit repair (信用修复): when a penalty need no longer be shown. Source: 信用修复管理办法 (2026); terms are parameters `credit.*`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engine.law.parameters import Values
from engine.rules.reckoning import months_later


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What a repair hangs on: since when the penalty is shown, how grave it is, whether it is performed, disputed, and repeated.

    `lasting` are its kinds that are shown until the end of their term, which is `until`, None where it has none (domain.md §5).
    """

    published_on: date
    severity: str
    performed: bool
    disputed: bool
    others: Sequence[date]
    lasting: Sequence[str] = ()
    until: date | None = None


def earliest(repair: Repair, parameters: Values) -> date:
    """Return the first day on which the shortest term of publication is over (`credit.<severity>.min`, in months)."""
    return months_later(repair.published_on, parameters.integer(f"credit.{repair.severity}.min"))


def longest(published_on: date, severity: str, parameters: Values) -> date:
    """Return the last day on which the credit site may show a penalty (`credit.<severity>.max`, in months): repaired or not, it ends then."""
    return months_later(published_on, parameters.integer(f"credit.{severity}.max"))


def hindrances(repair: Repair, today: date, parameters: Values) -> tuple[str, ...]:
    """Return why the penalty must go on being shown, in words; none means that the repair may be agreed to."""
    first, months = earliest(repair, parameters), parameters.integer("credit.repair.clean.months")
    found = []
    if not repair.performed:
        found.append("处罚尚未履行完毕")
    if repair.lasting and (repair.until is None or today <= repair.until):
        end = f"，至{repair.until.isoformat()}" if repair.until else ""
        found.append(f"{'、'.join(repair.lasting)}须公示到期满{end}，不提前停止")
    if today < first:
        found.append(f"最短公示期至{first.isoformat()}才届满")
    if repair.disputed:
        found.append("复议或者诉讼尚未结束")
    if any(months_later(day, months) > today for day in repair.others):
        found.append(f"{months}个月内又受到处罚")
    return tuple(found)
