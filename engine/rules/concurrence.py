"""Concurrence (法条竞合): one act that breaks several rules is fined once, under the rule with the higher fine (行政处罚法 Art. 29)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.errors import InvalidInputError, LawError
from engine.law.book import LawBook
from engine.law.causes import Basis, Cause, Limb
from engine.rules.assessment import Assessment
from engine.rules.basis import check_party, choose_basis, punishes
from engine.rules.money import format_yuan

SEPARATOR = "."
"""Between a cause and a limb of it."""


def other_basis(assessment: Assessment, other: str, act_end: date, party: str, law: LawBook) -> tuple[Limb, Basis]:
    """Return the limb and the basis of the other rule that the act breaks; they serve the order to put right, not a second fine.

    `other` is a cause, or a cause and a limb such as `JC19.digging`; where no limb is chosen, the heaviest one counts that punishes the
    party for such an act. Refuses with same_act_fined where the other rule has the higher fine: then the case is to be handled under that
    rule. The maximum in yuan is compared, as the law compares sums and not cases (生态环境法典 Art. 1055 says the same); a rule that
    fines only who refuses to correct has no higher fine as long as nobody was ordered to. A fine that is counted in times of a value is
    known only in a case of its own: then the case is to be handled there first. Refuses with no_basis where the other rule punishes
    nothing.
    """
    rival, chosen = _named(assessment, other, law)
    try:
        limb, found = _applied(chosen, act_end, party, law) if chosen else _heaviest(rival, act_end, party, law)
    except LawError as refusal:
        raise LawError(refusal.code, f"{rival.title}：{refusal.message}", basis=refusal.basis, field="concurrent") from None
    if limb.requires_prior_order or not assessment.kinds or found.maximum is None:
        return limb, found
    hint = "" if chosen or len(rival.limbs) == 1 else "本案不属于这一情形的，请选择该案由的具体情形。"
    if found.unit != "yuan":
        message = f"“{rival.title}”（{limb.title}）的罚款按基数计算：请先按该案由评定，再按罚款数额高的规定处罚（行政处罚法第二十九条）。{hint}"
        raise InvalidInputError({"concurrent": [message]})
    if found.maximum > (assessment.frame.maximum or 0):
        message = (
            f"同一行为还违反{found.cite}（{limb.title}），其罚款上限{format_yuan(found.maximum)}更高，"
            f"应当按“{rival.title}”处罚，不得再按本案由罚款。{hint}"
        )
        raise LawError("same_act_fined", message, basis="行政处罚法 29", field="concurrent")
    return limb, found


def rival_limbs(cause: Cause, party: str | None, law: LawBook) -> tuple[Limb, ...]:
    """Return the limbs of another cause that an act of the party may be held against: those that punish it; all of them for None."""
    return tuple(limb for limb in cause.limbs.values() if not limb.lawful and (party is None or punishes(limb, party, law)))


def _named(assessment: Assessment, other: str, law: LawBook) -> tuple[Cause, Limb | None]:
    """Return the other cause, and its limb where one was chosen."""
    cause, _, key = other.partition(SEPARATOR)
    rival = law.causes.causes.get(cause)
    limb = rival.limbs.get(key) if rival and key else None
    if rival is None or cause == assessment.cause or (key and (limb is None or limb.lawful)):
        raise InvalidInputError({"concurrent": ["请选择另一个案由，或者它的一种情形（如JC19、JC19.digging）。"]})
    return rival, limb


def _heaviest(rival: Cause, act_end: date, party: str, law: LawBook) -> tuple[Limb, Basis]:
    """Return the limb with the highest fine that punishes the party at once; one that needs an order first only where there is no other.

    A fine that is counted of a value may be of any height, and so counts as the highest.
    """
    applied, refusals = [], []
    for limb in rival_limbs(rival, party, law) or tuple(rival.limbs.values()):
        try:
            applied.append(_applied(limb, act_end, party, law))
        except LawError as refusal:
            refusals.append(refusal)
    if not applied:
        raise refusals[0]
    at_once = [each for each in applied if not each[0].requires_prior_order]
    return max(at_once, key=lambda each: _height(each[1])) if at_once else applied[0]


def _applied(limb: Limb, act_end: date, party: str, law: LawBook) -> tuple[Limb, Basis]:
    choice = choose_basis(limb, act_end, law.day)
    check_party(limb, choice, party, law)
    return limb, choice.basis


def _height(basis: Basis) -> tuple[bool, Decimal]:
    return basis.unit != "yuan", basis.maximum or Decimal(0)


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
