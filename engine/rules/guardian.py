"""Guardians (监护人): who acts for a party that has not come of age."""

from datetime import date

from engine.errors import LawError
from engine.rules.identity import age_on

ADULT = 18


def needs_guardian(born: date | None, day: date) -> bool:
    """Return whether a party born on that day is a minor on the other; who has no birth date is none.

    Source: 民法典 Art. 17, 19, 20, 23: a guardian represents a minor by law.
    """
    return born is not None and age_on(born, day) < ADULT


def check_guardian(born: date | None, day: date, *, recorded: bool) -> None:
    """Refuse with guardian_required to tell a minor anything, or decide, while nobody is recorded who stands up for the minor.

    Source: 行政处罚法 Art. 30, 44; 民法典 Art. 23, 27.
    """
    if needs_guardian(born, day) and not recorded:
        message = "当事人未满十八周岁，还没有登记监护人（法定代理人），不能向其告知或者作出决定；请承办人员先在案件页登记参加人。"
        raise LawError("guardian_required", message, basis="行政处罚法 30、44；民法典 23、27")
