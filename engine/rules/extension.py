"""Extensions (延期): how often, by how much, by whom and until when a term may be lengthened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.errors import InvalidInputError, LawError
from engine.law.local import local_rule
from engine.law.parameters import Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who approved an extension, on which day and why; `collective` after a discussion by the persons in charge (集体讨论)."""

    person: str
    person_name: str
    approved_on: date
    reason: str
    collective: bool = False

    def sentence(self) -> str:
        """Return who approved and why, in Chinese."""
        how = "经集体讨论，" if self.collective else "经"
        return f"{how}{self.person_name}{self.approved_on.month}月{self.approved_on.day}日批准：{self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRule:
    """One lengthening that the law allows: the parameter of its limit (None: no limit), whether a panel must agree, and the article.

    One that `repeats` may be granted again and again.
    """

    limit: str | None
    basis: str
    collective: bool = False
    repeats: bool = False


EXTENSIONS: Mapping[str, tuple[ExtensionRule, ...]] = {
    "clue.check": (ExtensionRule(limit="clue.extension.days", basis="住房和城乡建设行政处罚程序规定"),),
    "decision": (
        ExtensionRule(limit="decision.extension.first.days", basis="住房和城乡建设行政处罚程序规定"),
        ExtensionRule(limit="decision.extension.second.days", basis="住房和城乡建设行政处罚程序规定", collective=True),
    ),
    "seizure": (ExtensionRule(limit="seizure.extension.days", basis="行政强制法 25①"),),
    "reconsideration.review": (ExtensionRule(limit="reconsideration.review.extension.days", basis="行政复议法 62①"),),
    "payment": (ExtensionRule(limit=None, basis="行政处罚法 66②", repeats=True),),
    "collaboration.data": (ExtensionRule(limit="collab.data.extension.days", basis=local_rule("data")),),
    "information.answer": (ExtensionRule(limit="information.extension.days", basis="政府信息公开条例 33②"),),
    "collaboration.reply": (ExtensionRule(limit=None, basis="行政处罚法 26"),),
}
"""The lengthenings of each term, in the order in which they are granted; a term that is not named here cannot be lengthened."""


def check_extension(key: str, granted: int, length: int, approval: Approval, due: date, values: Values) -> ExtensionRule:
    """Return the rule under which a term is lengthened; `granted` extensions went before, `due` is the last day as it stands.

    Source: 行政强制法 Art. 25(1) (once, before the term ends); 住房和城乡建设行政处罚程序规定 (30 days, then 60 after a collective discussion).

    Raises:
        LawError: `extension_too_late` where the term is over or no extension is left, `panel_required` where a panel must agree.
        InvalidInputError: no day, too many days, or no reason.
    """
    rules = EXTENSIONS.get(key, ())
    if granted >= len(rules) and not (rules and rules[-1].repeats):
        basis = rules[-1].basis if rules else None
        raise LawError("extension_too_late", "这个期限不能再延长。", basis=basis, field="days")
    rule = rules[min(granted, len(rules) - 1)]
    if approval.approved_on > due:
        raise LawError("extension_too_late", f"期限已于{due.month}月{due.day}日届满，不能再延长。", basis=rule.basis, field="days")
    limit = None if rule.limit is None else values.integer(rule.limit)
    if length < 1 or (limit is not None and length > limit):
        raise InvalidInputError({"days": [f"延长的天数须为1至{limit}日（{rule.basis}）。" if limit else "延长的天数须不少于1日。"]})
    if rule.collective and not approval.collective:
        raise LawError("panel_required", "再次延期须经集体讨论决定。", basis=rule.basis, field="days")
    if not approval.reason.strip():
        raise InvalidInputError({"reason": [f"请写明延期理由（{rule.basis}）。"]})
    return rule
