"""Unclaimed goods (无人领取的物品): from when they may be sold, and where the money goes. Source: domain.md §1.2 R55."""

from datetime import date
from decimal import Decimal

from engine.errors import InvalidInputError, LawError
from engine.law.local import local_rule

BASIS = local_rule("unclaimed")

TREASURY, KEPT = "treasury", "kept"


def check_asked(asked_on: date, released_on: date | None) -> None:
    """Refuse to announce what nobody was asked to take back since it was free; `released_on` is the day on which that began, where it is known."""
    if released_on is not None and asked_on < released_on:
        raise LawError("before_cause", f"物品{released_on.isoformat()}才应当返还，通知领取的日期不能早于这一天。", basis=BASIS, field="asked_on")


def check_outcome(way: str, proceeds: Decimal | None, voucher: str | None) -> None:
    """Refuse a sale whose money nobody can find again, and money where nothing was sold."""
    if way == "sold":
        missing = [name for name, gone in (("proceeds", proceeds is None), ("voucher", not voucher)) if gone]
        if missing:
            raise InvalidInputError({name: ["拍卖、变卖的，登记得款和缴库或者存入专户的凭证。"] for name in missing})
    elif proceeds is not None or voucher:
        field = "proceeds" if proceeds is not None else "voucher"
        raise InvalidInputError({field: ["销毁的没有得款和凭证，请不要填写。"]})


def check_notice_over(due: date | None, done_on: date) -> None:
    """Refuse to sell or destroy before the notice ran out; the last day is still the owner's."""
    if due is None or done_on <= due:
        until = f"至{due.isoformat()}" if due else ""
        raise LawError("notice_running", f"领取物品的公告期限{until}，期满以后才可以处置。", basis=BASIS, field="done_on")
