"""Receipts (票据): one receipt is booked once, be it for the fine or for the cost of a performance.

Source: 行政处罚法 Art. 67, 70; 行政强制法 Art. 51(2).
"""

from engine.errors import InvalidInputError
from engine.model import Booking, Payment
from engine.work import Work


def check_receipt(work: Work, number: str, field: str = "receipt_no") -> None:
    """Refuse a receipt that was booked before, in whichever account; `field` is where it was typed."""
    paid, booked = work.rows(Payment, receipt_no=number), work.rows(Booking, receipt_no=number)
    if paid or booked:
        raise InvalidInputError({field: ["这个票据号已经登记过。"]})
