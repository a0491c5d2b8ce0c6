"""Agreements on execution (执行协议): whether the stages were performed in time. Source: 行政强制法 Art. 42; domain.md R39."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from engine.errors import InvalidInputError
from engine.rules.ledger import Ledger, Part
from engine.rules.money import format_yuan
from engine.rules.payment import Payment


def check_stages(parts: Sequence[Part], waived: Decimal, book: Ledger) -> None:
    """Refuse stages out of order, more waived than the surcharge, and sums that are not what is owed on the day of the agreement.

    `book` is the account on that day: the fine itself is never waived.
    """
    days = [part.due for part in parts]
    if days != sorted(set(days)) or (days and days[0] < book.on):
        raise InvalidInputError({"parts": ["各期的最后缴款日须先后不同，且不早于约定的签订日期。"]})
    if waived > book.overdue:
        found = f"约定减免{format_yuan(waived)}，超过尚欠的加处罚款{format_yuan(book.overdue)}；罚款本身不能减免（行政强制法第四十二条第一款）。"
        raise InvalidInputError({"waived": [found]})
    if (total := sum((part.amount for part in parts), Decimal(0))) != book.owing - waived:
        less = f"减去约定减免的{format_yuan(waived)}，" if waived else ""
        right = f"签订之日尚欠{format_yuan(book.owing)}，{less}应为{format_yuan(book.owing - waived)}。"
        raise InvalidInputError({"parts": [f"各期合计{format_yuan(total)}；{right}"]})


def first_breach(parts: Sequence[Part], waived: Decimal, owing: Decimal, payments: Sequence[Payment], on: date) -> Part | None:
    """Return the first stage that was not performed by its last day, None where all were whose day is over.

    `owing` is what is still to pay after all `payments`, in yuan; no surcharge runs while the agreement lasts.
    """
    left = waived + sum((part.amount for part in parts), Decimal(0))
    for part in parts:
        left -= part.amount
        later = sum((payment.amount for payment in payments if payment.day > part.due), Decimal(0))
        if part.due < on and owing + later > left:
            return part
    return None
