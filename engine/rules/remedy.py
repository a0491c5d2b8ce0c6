"""Remedies (复议诉讼): what may become of a decision before the reconsideration organ and the court, and when the surcharge stands still."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.errors import LawError

KINDS: Mapping[str, str] = {"reconsideration": "行政复议", "litigation": "行政诉讼"}

ACTS: Mapping[str, str] = {
    "D24-2": "加处罚款决定",
    "D09": "查封、扣押决定",
    "D09R": "解除查封、扣押和物品处理的决定",
    "D08": "先行登记保存的决定",
    "D08R": "登记保存物品的处理决定",
    "D05": "责令改正通知",
    "D05-2": "责令停止违法行为通知",
    "D25": "代履行决定",
    "D25-6": "立即代履行",
    "D25-7": "代履行费用缴纳决定",
    "D25-2": "强制执行（强制拆除）决定",
}
"""The acts beside the penalty that can be challenged, by the code of their paper. Source: 行政复议法 Art. 11(2); 行政诉讼法 Art. 12(1)(2).

A preservation serves the inquiry and its paper tells of no remedy; whether it is open to one by itself, the organ or the court says, and what they
took up is recorded here. Source: 行政处罚法 Art. 56; 最高法适用行政诉讼法解释 Art. 1(2)(6).
"""

SURCHARGE = "D24-2"
"""The paper of the decision on the surcharge."""

COST = "D25-7"
"""The paper of the decision on the cost of a performance."""

SUMS: Mapping[str, str] = {SURCHARGE: "加处罚款", COST: "代履行费用"}
"""The acts that are a sum and nothing else, by the code of their paper, with what the sum is called."""

APPLICANTS = frozenset({"interested", "successor"})
"""Who may challenge an act beside the party: whom it concerns, and the near relatives of a party that died."""

PLACES = frozenset({"penalty", "surcharge"})
"""What stands in a form for the penalty, and for the newest decision on the surcharge."""


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


def changeable(act: str | None) -> frozenset[str]:
    """Return the fields of a result by which an act can be changed; `act` is the code of its paper, None for the penalty.

    Source: 行政复议法 Art. 63; 行政诉讼法 Art. 77.
    """
    if act is None:
        return frozenset({"fine", "gains", "restored_goods"})
    return frozenset({"fine"} if act in SUMS else {"content"})


def paused_from(filed: date, accepted: date | None, rule: str) -> date | None:
    """Return the day from which the surcharge stands still: that of the application or of its acceptance (`surcharge.pause_from`).

    Source: 行政处罚法 Art. 73(3); which day is a parameter. None while it is not accepted and acceptance counts.
    """
    return filed if rule == "application" else accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What the same person undertook before against the same act: `result` is None while it is pending.

    `overdue` says that the organ did not decide in its term.
    """

    kind: str
    result: str | None
    overdue: bool = False


REPEATABLE = frozenset({"withdrawn", "not_accepted", "dismissed"})
"""The results after which the same act may still be reviewed: nothing was decided on it. Source: 行政复议法 Art. 30, 33, 74; 行政诉讼法 Art. 62."""


def check_conflict(kind: str, before: Sequence[Taken], *, spot: bool) -> None:
    """Refuse what the law refuses to the same person about the same act; remedies of others and against other acts stand beside it.

    `spot` says that the act is a penalty decided on the spot, which is reconsidered before anybody sues.
    Where the organ does not decide in its term, the party may sue all the same. Source: 行政复议法 Art. 23(1)(1), 29, 30(1)(7), 34;
    行政诉讼法 Art. 44-46.
    """
    suing = kind == "litigation"
    pending = next((each for each in before if each.result is None and not (suing and each.overdue)), None)
    if pending is not None:
        message, basis = _PENDING[pending.kind, kind]
        raise LawError("step_not_waiting", message, basis=basis)
    if kind == "reconsideration" and any(each.result not in REPEATABLE for each in before):
        message = "同一申请人对同一行为，复议机关已经作出复议决定，或者法院已经受理，不能再申请复议；不服复议决定的，起诉。"
        raise LawError("step_not_waiting", message, basis="行政复议法 29②、30①(7)")
    reconsidered = any(each.kind == "reconsideration" and (each.overdue or each.result not in {None, "withdrawn"}) for each in before)
    if kind == "litigation" and spot and not reconsidered:
        raise LawError("remedies_open", "当场作出的处罚决定，应当先申请行政复议，对复议决定不服的再起诉。", basis="行政复议法 23①(1)")


_PENDING: Mapping[tuple[str, str], tuple[str, str]] = {
    ("reconsideration", "litigation"): ("同一人对同一行为申请的行政复议尚未结束：复议期间不得起诉。", "行政复议法 29①、行政诉讼法 44"),
    ("litigation", "reconsideration"): ("同一人对同一行为提起的行政诉讼，法院已经受理：不得申请复议。", "行政复议法 29②"),
    ("reconsideration", "reconsideration"): ("同一人对同一行为申请的行政复议尚未结束，不能重复申请。", "行政复议法 30①(7)"),
    ("litigation", "litigation"): ("同一人对同一行为提起的行政诉讼尚未结束，不能重复起诉。", "最高法适用行政诉讼法解释 69①(6)"),
}


def check_not_worse(before: Decimal | None, fine: Decimal, word: str = "罚款", field: str = "fine", *, opposed: bool = False) -> None:
    """Refuse to enter a sum, a fine by its `word`, above the one that was challenged, unless somebody with an interest asked for the opposite.

    `opposed` says that a third party did before the organ, or a plaintiff beside the party before the court.
    Source: 行政复议法 Art. 63(2); 行政诉讼法 Art. 77(2).
    """
    if fine > (before or Decimal(0)) and not opposed:
        message = (
            f"变更后的{word}不得高于原{word}{before or 0}元：不得作出对申请人（原告）更为不利的变更；"
            "第三人、同为原告的利害关系人有相反请求的除外，并勾选“有相反请求”。"
        )
        raise LawError("above_notified", message, basis="行政复议法 63②、行政诉讼法 77②", field=field)


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
