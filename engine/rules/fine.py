"""The fine (罚款, D5): which amounts may be decided, and what each asks for."""

from dataclasses import dataclass
from decimal import Decimal

from engine.errors import LawError
from engine.law.book import LawBook
from engine.rules.assessment import Assessment, Frame, Run
from engine.rules.money import format_yuan
from engine.rules.table import run


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """Leave to decide outside the tier (调整适用): the reason, and who approved it.

    The benchmark would let the head alone approve it. Here only the panel does: the tier is what the city published so that like cases are
    treated alike (行政处罚法 Art. 34), and no one person, who decides the case as well, sets it aside.
    """

    reason: str
    panel: bool = False
    legal_review: bool = False

    @property
    def approved(self) -> bool:
        """Tell whether it has a reason and the approval of the panel."""
        return self.panel and bool(self.reason.strip())


def check_fine(assessment: Assessment, fine: Decimal, notified: Decimal | None = None, *, adjustment: Adjustment | None = None) -> None:
    """Refuse a fine in yuan that the law does not allow; the first reason counts: statute, summary cap, notified fine, tier.

    Nothing overrides the statutory maximum. Below the minimum (减轻) asks for a factor of 行政处罚法 Art. 30-32, a passed legal review
    and the panel; where the statute says 可以, no fine at all asks for a reason. `notified` is the fine of the notice, which a plea
    never raises (Art. 45). Outside the tier asks for an approved adjustment (Art. 34).
    """
    frame = assessment.frame
    mitigated = _check_statute(frame, fine, adjustment)
    if frame.summary_cap is not None and fine > frame.summary_cap:
        raise LawError("summary_cap", f"当场处罚的罚款不得超过{format_yuan(frame.summary_cap)}。", basis="行政处罚法 51", field="fine")
    if notified is not None and fine > notified:
        message = f"罚款{format_yuan(fine)}高于告知的{format_yuan(notified)}：不得因陈述、申辩加重处罚；事实有变化的，应当重新告知。"
        raise LawError("above_notified", message, basis="行政处罚法 45②", field="fine")
    if not mitigated:
        _check_tier(frame, fine, adjustment)


def _check_statute(frame: Frame, fine: Decimal, adjustment: Adjustment | None) -> bool:
    """Return whether the fine lies below the statutory minimum and may."""
    if frame.maximum is None or frame.minimum is None:
        if fine:
            raise LawError("no_basis", f"依{frame.cite}不处罚款。", basis=frame.cite, field="fine")
        return True
    if fine > frame.maximum:
        message = f"罚款{format_yuan(fine)}超过法定上限{format_yuan(frame.maximum)}，不得作出。"
        raise LawError("above_statutory_maximum", message, basis=frame.cite, field="fine")
    if fine >= frame.minimum:
        return False
    waived = frame.may and fine == 0 and adjustment is not None and bool(adjustment.reason.strip())
    reduced = frame.mitigating and adjustment is not None and adjustment.approved and adjustment.panel and adjustment.legal_review
    if not (waived or reduced):
        message = f"罚款{format_yuan(fine)}低于法定下限{format_yuan(frame.minimum)}：减轻处罚须有法定情节、法制审核通过并经集体讨论。"
        raise LawError("below_statutory_minimum", message, basis=frame.cite, field="fine")
    return True


def _check_tier(frame: Frame, fine: Decimal, adjustment: Adjustment | None) -> None:
    if frame.low is None or frame.high is None:
        if adjustment is None or not adjustment.panel:
            raise LawError("no_benchmark", "没有适用的裁量阶次，应当经集体讨论，在法定幅度内决定。", basis="行政处罚法 34", field="fine")
        return
    if frame.low <= fine <= frame.high or (adjustment is not None and adjustment.approved):
        return
    message = f"罚款{format_yuan(fine)}不在“{frame.tier}”阶次{format_yuan(frame.low)}至{format_yuan(frame.high)}内：须经集体讨论同意并说明理由。"
    raise LawError("outside_tier", message, basis="行政处罚法 34", field="fine")


def guard_fine(frame: Frame, fine: Decimal | None, law: LawBook) -> tuple[str, Run | None]:
    """Return what the published table says of a fine (阶次内, 调整适用, 减轻处罚 …) and the run; nothing where there is no fine or no tier."""
    if fine is None or frame.maximum is None or frame.low is None:
        return "", None
    values = {
        "罚款": fine,
        "法定下限": frame.minimum,
        "法定上限": frame.maximum,
        "阶次下限": frame.low,
        "阶次上限": frame.high,
        "可以不罚": frame.may,
        "有法定从轻减轻情节": frame.mitigating,
    }
    outcome, made = run("D5", "shared", "guard", values, law)
    return str(outcome.result), made
