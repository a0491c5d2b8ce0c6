"""Cash (当场收缴): when an officer may take the fine on the spot."""

from decimal import Decimal

from engine.errors import LawError
from engine.law.parameters import Values
from engine.rules.money import format_yuan


def check_cash(fine: Decimal, ground: str, parameters: Values) -> None:
    """Refuse with cash_not_allowed where none of the law's grounds holds; `ground` is small, hard or remote.

    A small fine and one that could hardly be enforced afterwards may be taken where the decision is made on the spot
    (行政处罚法 Art. 68); in remote, water or hardly accessible areas at the party's own request (Art. 69).
    """
    cap = parameters.decimal("cash.cap")
    if ground == "small" and fine > cap:
        message = f"罚款{format_yuan(fine)}超过{format_yuan(cap)}，不得以数额小为由当场收缴；事后难以执行的，写明具体情况。"
        raise LawError("cash_not_allowed", message, basis="行政处罚法 68", field="ground")
