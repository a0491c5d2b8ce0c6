"""Auctions of seized goods for a fine (拍卖抵缴罚款): from when they are allowed, and what of the price goes to the fine.

Source: 行政强制法 Art. 46(3), 48, 60(2); 行政处罚法 Art. 72(1)(2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.errors import LawError
from engine.rules.enforcement import UNDECIDED, Challenge
from engine.rules.money import format_yuan

BASIS = "行政强制法 46③"


@dataclass(frozen=True, slots=True)
class Proceeds:
    """What became of the price of an auction, in yuan: costs, what went to the fine, and what goes back to the party."""

    price: Decimal
    costs: Decimal
    applied: Decimal
    rest: Decimal


def check_auction(lapsed: date | None, demanded: date | None, challenges: Sequence[Challenge], today: date) -> None:
    """Refuse an auction while the party can still challenge the decision, where it did, and before the demand ran out.

    Args:
        lapsed: the last day of reconsideration and litigation; None while one is open.
        demanded: the last day of the demand; None before its service.
        challenges: what the party undertook against the decision.
        today: the day of the application, or of the auction.
    """
    if any(each.result not in UNDECIDED for each in challenges):
        message = "当事人申请过复议或者提起过诉讼，查封、扣押的财物不能由本机关拍卖抵缴，应当申请法院强制执行。"
        raise LawError("no_basis", message, basis=BASIS)
    if lapsed is None or today <= lapsed:
        raise LawError("remedies_open", "当事人申请复议、提起诉讼的期限还没有届满，不能拍卖抵缴罚款。", basis=BASIS)
    if demanded is None or today <= demanded:
        until = f"至{demanded.isoformat()}，" if demanded else ""
        raise LawError("remedies_open", f"催告期{until}还没有届满，不能拍卖抵缴罚款。", basis="行政强制法 46③、54")


def proceeds(price: Decimal, costs: Decimal, principal: Decimal) -> Proceeds:
    """Return what becomes of a price: the costs of the auction first, then what is unpaid of the fine itself, the rest to the party.

    The article names the fine alone: gains and surcharge are for the court. Refuses costs above the price (`out_of_range`).
    """
    if costs > price:
        raise LawError("out_of_range", f"拍卖费用{format_yuan(costs)}超过成交价{format_yuan(price)}。", basis="行政强制法 60②", field="costs")
    applied = min(price - costs, principal)
    return Proceeds(price, costs, applied, price - costs - applied)


def check_receipts(parts: Proceeds, receipt_no: str | None) -> None:
    """Refuse to leave the rest with the agency: the party signs for it."""
    if parts.rest > 0 and not receipt_no:
        message = f"抵缴罚款以后余{format_yuan(parts.rest)}，应当退还当事人：请填写退款凭证号。"
        raise LawError("overpaid", message, basis=BASIS, field="rest_receipt")
    if parts.rest == 0 and receipt_no:
        raise LawError("overpaid", "抵缴罚款以后没有余款，请不要填写退款凭证号。", basis=BASIS, field="rest_receipt")
