"""Auctions of seized goods for a fine (拍卖抵缴罚款): whether one may be asked for today, as the command and the pages say it."""

from datetime import date

from sqlalchemy import Connection, select

from engine.errors import LawError
from engine.model import Case, Deadline
from engine.queries.ledger import ledger_of
from engine.queries.remedy import party_challenges, remedies_ended
from engine.rules.goods_auction import BASIS, check_auction
from engine.rules.ledger import Ledger

PROCEDURE = "goods_auction"


def auctionable(connection: Connection, case: Case, today: date) -> Ledger:
    """Return the account of which an auction would pay the fine.

    Raises:
        LawError: `remedies_open` while a remedy or the demand lasts, `no_basis` where the party used one, or nothing of the fine is owed.
            Source: 行政强制法 Art. 46(3).
    """
    demanded = select(Deadline.due).where(Deadline.case_id == case.id, Deadline.key == "demand", Deadline.subject.is_(None), Deadline.state != "void")
    check_auction(
        remedies_ended(connection, case.id, today, of_party=True),
        connection.execute(demanded).scalar(),
        party_challenges(connection, case.id),
        today,
    )
    book = ledger_of(connection, case, today)
    if book is None or book.principal <= 0:
        raise LawError("no_basis", "罚款已经缴清，不能拍卖物品抵缴。", basis=BASIS)
    return book


def why_no_auction(connection: Connection, case: Case, today: date) -> str | None:
    """Return why no auction may be asked for today, before anybody fills in the form; None where it may."""
    try:
        auctionable(connection, case, today)
    except LawError as refusal:
        return refusal.message
    return None
