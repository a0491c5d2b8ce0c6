"""Remedies (复议诉讼): what may become of a decision before the reconsideration organ and the court, and when the surcharge stands still."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.errors import LawError

KINDS: Mapping[str, str] = {"reconsideration": "行政复议", "litigation": "行政诉讼"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a result is called, and whether the decision falls with it, is changed, or must be withdrawn from the public."""

    word: str
    falls: bool = False
    changes: bool = False
    withdraws: bool = False
    anew: bool = False


RESULTS: Mapping[str, Result] = {
    "upheld": Result(word="维持"),
    "claims_dismissed": Result(word="驳回诉讼请求"),
    "dismissed": Result(word="驳回"),
    "changed": Result(word="变更", changes=True, withdraws=True),
    "annulled": Result(word="撤销", falls=True, withdraws=True),
    "annulled_anew": Result(word="撤销并责令重新作出", falls=True, withdraws=True, anew=True),
    "unlawful": Result(word="确认违法", withdraws=True),
    "void": Result(word="确认无效", falls=True, withdraws=True),
    "mediated": Result(word="调解结案", changes=True),
    "withdrawn": Result(word="撤回（和解）"),
    "not_accepted": Result(word="不予受理"),
}
"""Every result by its code. Source: 行政复议法 Art. 30, 63-74; 行政诉讼法 Art. 60, 62, 69-78."""

PROCEDURE = "procedure"
"""The flaw after which the same may be decided again on the same facts. Source: 行政复议法 Art. 64(2)."""

FLAWS: Mapping[str, str] = {PROCEDURE: "仅违反法定程序", "substance": "事实、依据或者裁量有误"}


def paused_from(filed: date, accepted: date | None, rule: str) -> date | None:
    """Return the day from which the surcharge stands still: that of the application or of its acceptance (`surcharge.pause_from`).

    Source: 行政处罚法 Art. 73(3); which day is a parameter. None while it is not accepted and acceptance counts.
    """
    return filed if rule == "application" else accepted


def check_not_worse(before: Decimal | None, fine: Decimal, word: str = "罚款") -> None:
    """Refuse to enter a sum, a fine by its `word`, above the one that was challenged. Source: 行政复议法 Art. 63(2); 行政诉讼法 Art. 77(2)."""
    if fine > (before or Decimal(0)):
        message = f"变更后的{word}不得高于原{word}{before or 0}元：不得作出对申请人（原告）更为不利的变更。"
        raise LawError("above_notified", message, basis="行政复议法 63②", field="fine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled:
    """A decision that was annulled with the order to act anew: its cause, facts, fine in yuan, and what was wrong with it."""

    cause: str
    facts: str
    fine: Decimal | None
    flaw: str


def check_not_repeated(old: Annulled, cause: str, facts: str, fine: Decimal | None) -> None:
    """Refuse to repeat on the same facts and reasons what was annulled, unless only its procedure was wrong.

    Source: 行政复议法 Art. 64(2); 行政诉讼法 Art. 71; 最高法适用行政诉讼法解释 Art. 90.
    """
    same = old.cause == cause and "".join(old.facts.split()) == "".join(facts.split())
    if old.flaw != PROCEDURE and same and fine is not None and fine >= (old.fine or Decimal(0)):
        message = "原决定已被撤销并责令重新作出：不得以同一的事实和理由，作出与原决定相同或者基本相同的决定。"
        raise LawError("same_act_fined", message, basis="行政复议法 64②、行政诉讼法 71", field="fine")
