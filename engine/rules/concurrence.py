"""Concurrence (法条竞合): one act that breaks several rules is fined once, under the rule with the higher fine (行政处罚法 Art. 29)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from engine.errors import InvalidInputError, LawError
from engine.law.book import LawBook
from engine.law.causes import Basis, Cause, Limb
from engine.rules.assessment import Assessment, Run
from engine.rules.basis import TABLE, BasisChoice, check_party, choose_basis, place, punishes
from engine.rules.money import format_yuan
from engine.rules.table import run

SEPARATOR = "."
"""Between a cause and a limb of it."""


OWN, TO_OTHER, OTHER_FIRST = "按本案处罚", "按另一规定处罚", "先按另一规定评定"
"""What the published model concludes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivalry:
    """The other rule that an act breaks, by its limb and basis; what the model concludes of both, and the runs that say why."""

    cause: Cause
    limb: Limb
    basis: Basis
    conclusion: str
    runs: tuple[Run, ...]


def other_basis(assessment: Assessment, other: str, act_end: date, party: str, law: LawBook) -> tuple[Limb, Basis]:
    """Return the limb and the basis of the other rule that the act breaks; they serve the order to put right, not a second fine.

    Refuses with same_act_fined where the other rule has the higher fine: then the case is to be handled under that rule. A fine that is
    counted in times of a value is known only in a case of its own: then the case is to be handled there first. Else as `rivalry`.
    """
    found = rivalry(assessment, other, act_end, party, law)
    hint = "" if SEPARATOR in other or len(found.cause.limbs) == 1 else "本案不属于这一情形的，请选择该案由的具体情形。"
    title, limb, basis = found.cause.title, found.limb, found.basis
    if found.conclusion == OTHER_FIRST:
        message = f"“{title}”（{limb.title}）的罚款按基数计算：请先按该案由评定，再按罚款数额高的规定处罚（行政处罚法第二十九条）。{hint}"
        raise InvalidInputError({"concurrent": [message]})
    if found.conclusion == TO_OTHER:
        maximum = format_yuan(basis.maximum or Decimal(0))
        message = f"同一行为还违反{basis.cite}（{limb.title}），其罚款上限{maximum}更高，应当按“{title}”处罚，不得再按本案由罚款。{hint}"
        raise LawError("same_act_fined", message, basis="行政处罚法 29", field="concurrent")
    return limb, basis


def rivalry(assessment: Assessment, other: str, act_end: date, party: str, law: LawBook) -> Rivalry:
    """Return what the published model says of a case and another rule that the act breaks (行政处罚法 Art. 29).

    `other` is a cause, or a cause and a limb such as `JC19.digging`; where no limb is chosen, the heaviest one counts that punishes the
    party for such an act. The maximum in yuan is compared, as the law compares sums and not cases (生态环境法典 Art. 1055 says the same); a
    rule that fines only who refuses to correct has no higher fine as long as nobody was ordered to. Refuses with no_basis where the other
    rule punishes nothing.
    """
    rival, chosen = _named(assessment, other, law)
    try:
        applied = _applied((chosen,) if chosen else rival_limbs(rival, party, law) or tuple(rival.limbs.values()), act_end, party, law)
    except LawError as refusal:
        raise LawError(refusal.code, f"{rival.title}：{refusal.message}", basis=refusal.basis, field="concurrent") from None
    values = {
        "违反的其他规定": [_rule(number, limb, choice.basis) for number, (limb, choice) in enumerate(applied, 1)],
        "本案罚款上限": assessment.frame.maximum or Decimal(0),
        "本案给予处罚": bool(assessment.kinds),
    }
    outcome, made = run("D0", TABLE, "concurrence", values, law)
    limb, choice = applied[place(outcome.part("heaviest")) - 1]
    compared = replace(choice.run, title=f"{choice.run.title}（{rival.title}）")
    return Rivalry(cause=rival, limb=limb, basis=choice.basis, conclusion=str(outcome.result), runs=(compared, made))


def _rule(number: int, limb: Limb, basis: Basis) -> Mapping[str, object]:
    """Return a rule that the act breaks besides as the model sees it; where it knows no fine, its maximum is 0."""
    return {
        "序号": number,
        "条款": basis.cite,
        "罚款上限": basis.maximum or Decimal(0),
        "按基数计罚": basis.unit != "yuan",
        "须先责令改正": limb.requires_prior_order,
    }


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


def _applied(limbs: Sequence[Limb], act_end: date, party: str, law: LawBook) -> Sequence[tuple[Limb, BasisChoice]]:
    """Return the limbs that punish the party for such an act, each with its basis; the first refusal where none does."""
    applied, refusals = [], []
    for limb in limbs:
        try:
            choice = choose_basis(limb, act_end, law.day, law)
            check_party(limb, choice, party, law)
            applied.append((limb, choice))
        except LawError as refusal:
            refusals.append(refusal)
    if not applied:
        raise refusals[0]
    return applied


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
