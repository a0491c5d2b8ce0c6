"""Orders to correct (责令改正): when a re-inspection may find that nothing was corrected, and what a report may claim afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.errors import LawError
from engine.law.book import LawBook
from engine.law.causes import Basis, Cause, Limb
from engine.rules.basis import punishes

BASIS = "行政处罚法 28①"
STOP = "责令停止"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An order as its re-inspection left it: `result` is corrected, partial or none; `due` the last day to correct, holidays counted in."""

    due: date
    result: str
    corrected_on: date | None
    refused: bool

    @property
    def in_time(self) -> bool:
        """Tell whether the breach was put right within the term (及时改正)."""
        return self.corrected_on is not None and self.corrected_on <= self.due


def check_reinspection(start: date, due: date, inspected_on: date, result: str) -> None:
    """Refuse a re-inspection before the order was served, and one that finds nothing corrected while the party still has time."""
    if inspected_on < start:
        raise LawError("before_cause", "复查日期早于责令改正送达之日。", basis=BASIS, field="inspected_on")
    if result != "corrected" and inspected_on <= due:
        message = f"改正期限到{due.isoformat()}才届满，在此以前不能认定没有改正；当事人已经改正的，可以提前复查。"
        raise LawError("before_cause", message, basis=BASIS, field="inspected_on")


def basis_on(limb: Limb, day: date) -> Basis:
    """Return the basis of a limb on a day, else its first one: an order is made under the law of the day."""
    return next((basis for basis in limb.bases if basis.in_force(day)), limb.bases[0])


def may_stop(limb: Limb, day: date, law: LawBook) -> bool:
    """Tell whether the article that punishes says that the breach is ordered to stop (责令停止)."""
    return not limb.lawful and STOP in law.statutes.article(basis_on(limb, day).cite).text


def threatened(cause: Cause, own: Limb, party: str, day: date, law: LawBook) -> Limb | None:
    """Return the limb that punishes the party for not obeying an order under `own`, None where the law only weighs it.

    The rule that was broken, or the article that punishes it, is the same: 排水条例 Art. 49 threatens who lets sewage into the rain
    drains, and nobody without a licence.
    """
    limbs = (limb for limb in (own, *cause.limbs.values()) if limb.requires_prior_order and punishes(limb, party, law))
    return next((limb for limb in limbs if _articles(own, day, law) & _articles(limb, day, law)), None)


def _articles(limb: Limb, day: date, law: LawBook) -> set[tuple[str, int | None]]:
    cited = (law.statutes.cite(short) for short in (basis_on(limb, day).cite, basis_on(limb, day).violated))
    return {(citation.statute, citation.article) for citation in cited}


def has_refused(outcomes: Iterable[Outcome]) -> bool:
    """Tell whether an order was served, its term ended, and the re-inspection found a refusal: what two-step penalties ask for first."""
    return any(outcome.refused for outcome in outcomes)


def check_corrected(outcomes: Iterable[Outcome]) -> None:
    """Refuse to claim a correction in time against what the newest re-inspection found (行政处罚法 Art. 33(1), 40)."""
    newest = next(reversed(tuple(outcomes)), None)
    if newest is not None and not newest.in_time:
        found = "复查没有查明已改正" if newest.corrected_on is None else f"复查查明{newest.corrected_on.isoformat()}才改正，已过期限"
        raise LawError("no_basis", f"{found}，不能按及时改正处理。", basis="行政处罚法 33①", field="corrected")
