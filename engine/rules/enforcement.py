"""Enforcement by the court (申请法院强制执行): from when until when it may be asked. Source: 行政强制法 Art. 53, 54; domain.md R33, R34, I11."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engine.errors import LawError

AFTER = "litigation.after"
"""The clock of the suit after a reconsideration."""
REMEDIES = ("reconsideration", "litigation", AFTER)
"""The clocks of the party's remedies, by key."""
WINDOW, JUDGED = WINDOWS = ("court.application", "court.judgment")
"""The clocks of the agency's own term to ask the court: to let the decision be enforced, and to enforce a judgment that changed it."""
RULING, DOUBTFUL = "court.ruling", "court.ruling.doubtful"
"""The court's terms to rule, the longer one where it hears the parties first."""
COURT = (*WINDOWS, "court.acceptance", RULING, DOUBTFUL, "court.challenge")
"""The clocks of an application to the court, by key; those about the cost of a performance have the procedure that collects it as subject."""

NOBODY_PAYS = frozenset({"died", "ended", "three_years"})
"""The grounds to end an execution on which nobody is left who can pay; every other is about the penalty alone. Source: 行政强制法 Art. 40."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A right of the party as its clock tells it: `due` is its last day, rolled; `open` while it may still be used or is being used."""

    due: date
    open: bool


@dataclass(frozen=True, slots=True)
class Challenge:
    """A reconsideration or a litigation as it stands: its result and the day from which that binds, both None while it is pending."""

    kind: str
    result: str | None
    ended_on: date | None
    late: bool = False
    """Whether it was brought after the term for it was over."""


UNDECIDED = frozenset({"withdrawn", "not_accepted"})
"""Results of a reconsideration after which the party may still sue in the ordinary term. Source: 最高法适用行政诉讼法解释 Art. 58."""
BY_THE_ORGAN = frozenset({"changed", "mediated"})
"""Results of a reconsideration that its own organ enforces. Source: 行政复议法 Art. 78(2)(3)."""


def lapsed_on(remedies: Mapping[str, Remedy], challenges: Sequence[Challenge] = ()) -> date | None:
    """Return the day on which the party's remedies came to their end; None while one is open or pending, or where no term was ever started.

    A judgment ends them on the day from which it binds, a mediation before the reconsideration organ likewise, and so does the ruling that lets a
    suit be withdrawn, after which nobody sues again on the same facts. A reconsideration that was decided leaves the fifteen days of its own and no
    other term; one that was withdrawn or not taken up leaves the ordinary terms, and so does a suit that came late and was withdrawn: what was
    never decided makes no term longer. Source: 行政诉讼法 Art. 44-46, 62; 行政复议法 Art. 29, 41, 73; 行政强制法 Art. 53;
    最高法适用行政诉讼法解释 Art. 58, 60, 156.
    """
    if any(challenge.ended_on is None for challenge in challenges):
        return None
    standing = [each for each in challenges if not (each.late and each.result in UNDECIDED)]
    final = [each.ended_on for each in standing if each.ended_on and (each.kind == "litigation" or each.result == "mediated")]
    if final:
        return max(final)
    decided = any(each.result not in UNDECIDED for each in challenges)
    left = [remedies[AFTER]] if decided and AFTER in remedies else [] if decided else list(remedies.values())
    return None if not left or any(remedy.open for remedy in left) else max(remedy.due for remedy in left)


def is_the_organ_s(challenges: Sequence[Challenge]) -> bool:
    """Tell whether the reconsideration organ changed the decision and enforces it itself: no court judged it since."""
    decided = [each for each in challenges if each.result not in UNDECIDED]
    return bool(decided) and decided[-1].kind == "reconsideration" and decided[-1].result in BY_THE_ORGAN


def check_own(challenges: Sequence[Challenge]) -> None:
    """Refuse (`no_basis`) to ask the court for what the reconsideration organ changed: the organ enforces it, unless a court judged it since."""
    if is_the_organ_s(challenges):
        message = "复议决定变更了原决定（或者调解结案），由行政复议机关强制执行或者申请法院强制执行，本机关不申请。"
        raise LawError("no_basis", message, basis="行政复议法 78(2)(3)", field="course")


def check_window(
    lapsed: date | None, demanded: date | None, closes: date | None, today: date, *, judged: bool = False, field: str | None = "course"
) -> None:
    """Refuse an application to the court outside its window.

    Args:
        lapsed: the last day of reconsideration and litigation; None while one is open.
        demanded: the last day of the demand; None before its service.
        closes: the last day to apply, three months after `lapsed`, or where a judgment is enforced two years.
        judged: whether a court changed the decision, so that its judgment is enforced.
        today: the day of the application.
        field: the field of the form that asks for it.

    Raises:
        LawError: `remedies_open` before, `window_closed` after.
    """
    if lapsed is None or today <= lapsed:
        raise LawError("remedies_open", "当事人申请复议、提起诉讼的期限还没有届满，不能申请法院强制执行。", basis="行政强制法 53", field=field)
    if demanded is None or today <= demanded:
        until = f"至{demanded.isoformat()}，" if demanded else ""
        first = f"{(demanded + timedelta(days=1)).isoformat()}起" if demanded else "催告书送达并期满后"
        raise LawError("remedies_open", f"催告期{until}还没有届满，{first}才可以申请法院强制执行。", basis="行政强制法 54", field=field)
    if closes is None or today > closes:
        ended = f"已于{closes.isoformat()}届满" if closes else "没有起算"
        months, basis = ("申请执行判决的二年期限", "最高法适用行政诉讼法解释 153") if judged else ("申请法院强制执行的三个月期限", "行政强制法 53")
        raise LawError("window_closed", f"{months}{ended}。", basis=basis, field=field)
