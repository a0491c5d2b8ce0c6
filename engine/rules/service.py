"""Service (送达): what the ways of service ask for beyond their proof."""

import re
from collections.abc import Collection
from datetime import date

from engine.errors import InvalidInputError, LawError

TOLD = frozenset({"D05-1"})
"""The papers that tell of facts and decide nothing, which may go by message without a confirmation. Source: 行政处罚法 Art. 41(3), 61(2)."""

ANNOUNCEMENT = "announcement"
_BETWEEN = re.compile(r"[、；;\n]")


def check_witnesses(witness: str, least: int) -> None:
    """Refuse a document left behind before fewer witnesses than the city asks for; they are listed with 、 between. Source: 民事诉讼法 Art. 89."""
    named = [name for name in _BETWEEN.split(witness) if name.strip()]
    if len(named) < least:
        message = f"留置送达的见证人须不少于{least}人，几人之间用顿号分开；没有见证人的，须有拍照、录像。"
        raise InvalidInputError({"witness": [message]})


def check_announcement(tried: Collection[str], least: int) -> None:
    """Refuse an announcement before other ways of service have failed; `tried` are the ways whose attempts stand in the file.

    Source: 民事诉讼法 Art. 95: whoever cannot be found, or cannot be served in any other way.
    """
    if len(set(tried) - {ANNOUNCEMENT}) < least:
        message = f"公告送达须在其他方式无法送达之后：先以不少于{least}种其他方式送达，并逐次记明日期和未送达的原因。"
        raise LawError("not_served", message, basis="民事诉讼法 95", field="way")


def check_electronic(agreed_on: date | None, day: date) -> None:
    """Refuse electronic service without the party's signed consent, or before the day on which it was given.

    Source: 行政处罚法 Art. 61(2); 民事诉讼法 Art. 90.
    """
    if agreed_on is None or day < agreed_on:
        missing = "当事人没有签订同意电子送达的确认书" if agreed_on is None else f"当事人{agreed_on.isoformat()}才签订同意电子送达的确认书"
        message = f"{missing}，不能电子送达；请先登记送达地址确认书（D22-1），或者用其他方式送达。"
        raise LawError("consent_required", message, basis="行政处罚法 61②、民事诉讼法 90", field="way")
