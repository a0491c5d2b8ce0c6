"""Publication (公示): what is published, with which names, and for how long."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from engine.errors import LawError
from engine.law.parameters import Values
from engine.rules.document.part import Sanction
from engine.rules.identity import age_on
from engine.rules.reckoning import months_later
from engine.rules.redaction import Leftover, Secrets, leftovers

ADULT = 18

KINDS = (
    "罚款",
    "没收违法所得",
    "没收非法财物",
    "警告",
    "通报批评",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "限制从业",
    "责令停产停业",
    "责令停业整治",
    "责令关闭",
    "行政拘留",
)
"""The kinds of penalty by which the public may choose. Source: 行政处罚法 Art. 9."""

_OTHERWISE = {
    "停业整治": "责令停业整治",
    "停产停业|停工整治|暂停施工|责令停业(?!整治)": "责令停产停业",
    "吊销": "吊销许可证件",
    "暂扣": "暂扣许可证件",
}
"""How else a clause may name a kind, as patterns."""


GROUNDS: Mapping[str, str] = {
    "changed": "决定依法变更",
    "revoked": "决定依法撤销",
    "unlawful": "决定被确认违法",
    "void": "决定被确认无效",
    "mistaken": "公示内容有误",
    "unsuitable": "不应当公示",
}
"""Why a publication is withdrawn."""

LAW_GROUNDS: Mapping[str, str] = {ground: GROUNDS[ground] for ground in ("changed", "revoked", "unlawful", "void")}
"""The grounds on which the law sets a term of three working days. Source: 行政处罚法 Art. 48(2)."""


AGAIN: Mapping[str, str] = {
    "wrong_case": "撤回提错了案件",
    "upheld": "决定经复议、诉讼没有改变",
    "right": "公示内容核对无误或者已经更正",
    "changed": "决定依法变更，按变更后的内容公示",
}
"""Why a decision that was withdrawn is published again."""


def check_publishable(text: str, secrets: Secrets, *, born: date | None, act: date, secret: bool = False) -> None:
    """Refuse with publication_blocked what must not be published: minors, secrets, and texts in which personal data are left.

    `born` is the birth date of a natural person, who is a minor by the age on the day of the act; `secret` marks state or trade
    secrets. Source: 行政处罚法 Art. 48, 50; 个人信息保护法 Art. 28; 政府信息公开条例 Art. 15.
    """
    if born is not None and age_on(born, act) < ADULT:
        raise LawError("publication_blocked", "当事人为未成年人，处罚信息不得公示。", basis="个人信息保护法 28")
    if secret:
        raise LawError("publication_blocked", "涉及国家秘密或者商业秘密，不得公示。", basis="行政处罚法 50")
    found = leftovers(text, secrets)
    if found:
        raise LawError("publication_blocked", f"公示文本中还有个人信息：{places(found)}。", basis="个人信息保护法 34", field="text")


def public_until(published: date, party: str, severity: str, parameters: Values) -> date:
    """Return the last day of publication for a party, citizen or otherwise, by severity (parameters `publish.retention.*`, in months)."""
    group = "citizen" if party == "citizen" else "org"
    return months_later(published, parameters.integer(f"publish.retention.{group}.{severity}"))


def severity(procedure: str, kinds: Sequence[str], parameters: Values) -> str:
    """Return how grave a penalty counts for the term of its publication: minor, general or serious.

    Serious are the kinds that end or suspend a business (parameter `publish.serious.kinds`), minor what was decided in a procedure
    of `publish.minor.procedures`.
    """
    if set(kinds) & set(parameters.names("publish.serious.kinds")):
        return "serious"
    return "minor" if procedure in parameters.names("publish.minor.procedures") else "general"


def goes_to_credit(procedure: str, kinds: Sequence[str], parameters: Values) -> bool:
    """Return whether a decision is reported to the credit site (双公示): not on the spot, and not only a warning or a reprimand.

    Source: parameters `credit.push.procedures` and `credit.push.except`.
    """
    return procedure in parameters.names("credit.push.procedures") and bool(set(kinds) - set(parameters.names("credit.push.except")))


def kinds_of(sanction: Sanction) -> tuple[str, ...]:
    """Return the kinds of penalty in a decision, in the order of 行政处罚法 Art. 9."""
    found = {"罚款"} if sanction.fine is not None else set()
    if sanction.gains is not None and sanction.gains != "0":
        found.add("没收违法所得")
    if sanction.goods:
        found.add("没收非法财物")
    for clause in sanction.others:
        found |= {kind for kind in KINDS if kind in clause} | {kind for words, kind in _OTHERWISE.items() if re.search(words, clause)}
    return tuple(kind for kind in KINDS if kind in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spared:
    """What a change left of a confiscation: `gains` in yuan, None where they stay, and by their numbers the `goods` that go back."""

    gains: Decimal | None = None
    goods: frozenset[int] = frozenset()


def changed_sanction(sanction: Sanction, fine: Decimal | None, stated: str, spared: Spared = Spared()) -> Sanction:  # Frozen.
    """Return a penalty as it was changed: with what is left of fine and confiscation, or as the paper that changed it states the whole of it."""
    left = None if not fine else format(fine, "f")
    if stated:
        return Sanction(correction="", fine=None, others=(stated,))
    gains = sanction.gains if spared.gains is None else format(spared.gains, "f") if spared.gains else None
    goods = tuple(each for each in sanction.goods if not any(each.endswith(f"（物品{number}）") for number in spared.goods))
    return replace(sanction, fine=left, gains=gains, goods=goods)


def places(found: Sequence[Leftover]) -> str:
    """Return in words what was found where, without saying it again."""
    return "、".join(f"第{each.start + 1}字起的{each.title}" for each in found)
