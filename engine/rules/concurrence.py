"""Concurrence (法条竞合): one act that breaks several rules is fined once, under the rule with the higher fine (行政处罚法 Art. 29)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.errors import InvalidInputError, LawError
from engine.law.book import LawBook
from engine.law.causes import Basis, Cause, Limb
from engine.rules.assessment import Assessment
from engine.rules.basis import choose_basis, punishes
from engine.rules.money import format_yuan


def other_basis(assessment: Assessment, other: str, act_end: date, party: str, law: LawBook) -> tuple[Limb, Basis]:
    """Return the limb and the basis of the other rule that the act breaks; they serve the order to put right, not a second fine.

    Refuses with same_act_fined where the other rule has the higher fine: then the case is to be handled under that rule. The
    maximum in yuan is compared, as the law compares sums and not cases (生态环境法典 Art. 1055 says the same); a rule that fines only
    who refuses to correct has no higher fine as long as nobody was ordered to. A fine that is counted in times of a value is known
    only in a case of its own: then the case is to be handled there first. Refuses with no_basis where the other rule punishes nothing.
    """
    if other == assessment.cause or other not in law.causes.causes:
        raise InvalidInputError({"concurrent": ["请填写另一个案由的编码。"]})
    rival = law.causes.cause(other)
    limb = rival_limb(rival, party, law)
    try:
        found = choose_basis(limb, act_end, law.day).basis
    except LawError as refusal:
        raise LawError(refusal.code, f"{rival.title}：{refusal.message}", basis=refusal.basis, field="concurrent") from None
    if limb.requires_prior_order or not assessment.kinds or found.maximum is None:
        return limb, found
    if found.unit != "yuan":
        message = f"“{rival.title}”的罚款按基数计算：请先按该案由评定，再按罚款数额高的规定处罚（行政处罚法第二十九条）。"
        raise InvalidInputError({"concurrent": [message]})
    if found.maximum > (assessment.frame.maximum or 0):
        message = f"同一行为还违反{found.cite}，其罚款上限更高，应当按“{rival.title}”处罚，不得再按本案由罚款。"
        raise LawError("same_act_fined", message, basis="行政处罚法 29", field="concurrent")
    return limb, found


def rival_limb(cause: Cause, party: str, law: LawBook) -> Limb:
    """Return the limb of another cause that an act is held against: the first that punishes the party at once, or else the first."""
    limbs = [limb for limb in cause.limbs.values() if not limb.lawful]
    fitting = [limb for limb in limbs if punishes(limb, party, law)] or limbs
    return next((limb for limb in fitting if not limb.requires_prior_order), fitting[0])


@dataclass(frozen=True, slots=True)
class FinedAct:
    """An act of the same party at the same place that was fined: the decision's number, the sum in yuan, first and last day of the act."""

    number: str
    fine: Decimal
    start: date
    end: date

    def meets(self, start: date, end: date) -> bool:
        """Tell whether the act shares a day with another one."""
        return self.start <= end and start <= self.end


def check_once(fined: Sequence[FinedAct], start: date, end: date, separate: str | None, field: str) -> None:
    """Refuse a second fine for what the party did on the same days at the same place, unless reasons say that it was another act.

    Source: 行政处罚法 Art. 29: no second fine for one act, under whatever rule.
    """
    earlier = next((act for act in fined if act.meets(start, end)), None)
    if earlier is None or (separate or "").strip():
        return
    found = f"当事人同日在同一地点的行为已由{earlier.number}罚款{format_yuan(earlier.fine)}"
    message = f"{found}，同一个违法行为不得给予两次以上罚款；确属另一行为的，须写明理由。"
    raise LawError("same_act_fined", message, basis="行政处罚法 29", field=field)
