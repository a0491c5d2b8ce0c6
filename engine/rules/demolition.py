"""Demolition (限期拆除、强制拆除): what the decision says, and when the agency may come to force.

Source: 城乡规划法 Art. 64, 68; 行政强制法 Art. 35, 37, 43, 44; domain.md R37.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from engine.errors import InvalidInputError, LawError
from engine.rules.document.wording import day_text

DEMOLITION = "限期拆除"
"""What is ordered where a building cannot be put right. Whether it is heard as a penalty: parameter `hearing.kinds`."""

_FORCED = (
    "逾期不拆除，又不申请行政复议、不提起行政诉讼的，依据《中华人民共和国城乡规划法》第六十八条、"
    "《中华人民共和国行政强制法》第四十四条，由县级以上地方人民政府责成有关部门强制拆除。"
)


def check_demolition(kinds: Sequence[str], report: Mapping[str, Any]) -> None:
    """Refuse to order a demolition without saying what is pulled down, and until when. Source: 城乡规划法 Art. 64; 行政处罚法 Art. 59(1)(3), (4)."""
    if DEMOLITION not in kinds:
        return
    if "拆除" not in str(report.get("order_correction") or ""):
        raise InvalidInputError({"order_correction": ["限期拆除的，必须写明拆除什么，如：拆除楼顶加建的一层（城乡规划法第六十四条）。"]})
    if not report.get("correction_due"):
        raise InvalidInputError({"correction_due": ["限期拆除的，必须填写自行拆除的期限（城乡规划法第六十四条）。"]})


def worded(clauses: Sequence[str], report: Mapping[str, Any], you: str) -> tuple[str, ...]:
    """Return the clauses of a penalty, of which that of the demolition says what, and until when."""
    return tuple(_clause(report, you) if clause == DEMOLITION else clause for clause in clauses)


def enforcement(kinds: Sequence[str]) -> str:
    """Return who enforces the decision where that is not the court; empty where it is.

    Source: 行政强制法 Art. 44; 城乡规划法 Art. 68; 最高人民法院关于违法的建筑物、构筑物、设施等强制拆除问题的批复 (法释〔2013〕5号).
    """
    return _FORCED if DEMOLITION in kinds else ""


def _clause(report: Mapping[str, Any], you: str) -> str:
    until, what = day_text(str(report["correction_due"])), str(report["order_correction"]).strip().rstrip("。")
    return f"{DEMOLITION}：限{you}于{until}前自行{what.removeprefix('自行')}"


def check_term(due: date | None, day: date) -> None:
    """Refuse to call the building standing before the term of the announcement is over; `due` is its last day."""
    if due is None:
        raise LawError("notice_required", "还没有公告限期自行拆除。", basis="行政强制法 44", field="building")
    if day <= due:
        message = f"公告的自行拆除期限至{due.isoformat()}，期限届满以前不能催告。"
        raise LawError("before_cause", message, basis="行政强制法 44", field="building")


def check_standing(*, fell: bool, said: str) -> None:
    """Refuse to pull down under a decision that fell, and to go back from one that stands. Source: 行政强制法 Art. 37; 行政复议法 Art. 64."""
    if fell and said != "annulled":
        message = "强制执行决定已被撤销，不能强制拆除：没有实施的，登记“执行决定被撤销，没有实施”，退回政府责成，依法另行决定。"
        raise LawError("step_not_waiting", message, basis="行政强制法 37、行政复议法 64", field="building")
    if said == "annulled" and not fell:
        raise LawError("no_basis", "强制执行决定没有被撤销。", basis="行政强制法 37", field="building")


def check_remedies(lapsed: date | None, today: date) -> None:
    """Refuse to go on while the party may still apply or sue, or has; `lapsed` is the last day of the remedy that ended last."""
    if lapsed is None or today <= lapsed:
        message = "当事人申请行政复议、提起行政诉讼的期限没有届满，或者复议、诉讼没有终结，不能强制拆除。"
        raise LawError("remedies_open", message, basis="行政强制法 44", field="building")


def check_demand(due: date | None, day: date) -> None:
    """Refuse to ask the government before the demand has run out."""
    if due is None or day <= due:
        first = f"{(due + timedelta(days=1)).isoformat()}起" if due else "催告书送达并期满后"
        raise LawError("notice_required", f"催告期没有届满，{first}才可以报请责成强制拆除。", basis="行政强制法 35、37", field="building")


def check_planned(planned: date, served: date | None, day: date) -> None:
    """Refuse a demolition before the day that the decision names, or before its service."""
    if served is None or day < served:
        raise LawError("not_served", "强制执行决定书送达以前，不得强制拆除。", basis="行政强制法 38", field="done_on")
    if day < planned:
        message = f"强制执行决定书写明{planned.isoformat()}拆除，不得提前。"
        raise LawError("before_cause", message, basis="行政强制法 37", field="done_on")
