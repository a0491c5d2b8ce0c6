"""Guardians (监护人): who acts for a party that cannot act alone: a minor, and an adult without or with limited capacity."""

from datetime import date

from engine.errors import LawError
from engine.rules.identity import age_on

ADULT = 18
INCAPABLE = frozenset({"none", "limited"})
"""The capacities of an adult who does not act alone."""


def is_minor(born: date | None, day: date) -> bool:
    """Return whether a party born on that day is a minor on the other; who has no birth date is none. Source: 民法典 Art. 17."""
    return born is not None and age_on(born, day) < ADULT


def needs_guardian(born: date | None, day: date, capacity: str | None = None) -> bool:
    """Return whether somebody represents the party by law: a minor on the day, or an adult whose recorded capacity is none or limited.

    Source: 民法典 Art. 17, 19-23: the guardian is the legal representative; 民事诉讼法 Art. 60.
    """
    return is_minor(born, day) or capacity in INCAPABLE


def check_guardian(born: date | None, day: date, *, recorded: bool, capacity: str | None = None) -> None:
    """Refuse with guardian_required to tell such a party anything, or decide, while nobody is recorded who stands up for it.

    Source: 行政处罚法 Art. 30, 31, 44; 民法典 Art. 23, 27, 28.
    """
    if recorded or not needs_guardian(born, day, capacity):
        return
    who = "未满十八周岁" if is_minor(born, day) else "是成年的无民事行为能力人或者限制民事行为能力人"
    message = f"当事人{who}，还没有登记监护人（法定代理人），不能向其告知或者作出决定；请承办人员先在案件页登记参加人。"
    basis = "行政处罚法 30、44；民法典 23、27" if is_minor(born, day) else "行政处罚法 31、44；民法典 21、22、23、28"
    raise LawError("guardian_required", message, basis=basis)
