"""A statutory term (期限规则): what one clock of the law is, before any date is known."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """How a term counts (计算单位)."""

    NATURAL = "natural"
    WORKING = "working"
    MONTH = "month"
    HOUR = "hour"


class Owner(StrEnum):
    """Whose term it is (期限主体)."""

    PARTY = "party"
    AGENCY = "agency"
    COURT = "court"
    PARTNER = "partner"


class Expiry(StrEnum):
    """What the end of the term brings (期满后果)."""

    ESCALATE = "escalate"
    POWER_ENDS = "power_ends"
    RIGHT_ENDS = "right_ends"
    STEP_GOES_ON = "step_goes_on"
    DEEMED_SERVED = "deemed_served"
    SURCHARGE = "surcharge"
    EARLIEST = "earliest"
    WINDOW_OPENS = "window_opens"
    REINSPECTION = "reinspection"
    COORDINATION = "coordination"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One statutory clock.

    Attributes:
        key: the name shared by processes, rows and screens.
        title: what is due, in Chinese.
        start: the event from which it runs; that day is not counted.
        end: the words in front of the due date.
        parameter: the parameter that holds the length, or None where each order sets it.
        length: the length on which the register was drawn up, in `unit`.
        rolls: whether a last day that is not worked moves to the next working day.
        clear: whether the days must lie wholly between, so that the day after them is the first that is free.
        rolls_by: the parameter that says whether the term rolls, where the cities differ.
        reminds: whether the clock is of what lies in the archive, so that its end is announced to the archivist and nobody before.
        rings_at: the parameter that holds the time of the last day at which the clock rings, or None for its end (24:00).
    """

    key: str
    title: str
    start: str
    end: str
    parameter: str | None
    length: int | None
    unit: Unit
    owner: Owner
    basis: str
    on_expiry: Expiry
    rolls: bool = False
    clear: bool = False
    rolls_by: str | None = None
    rings_at: str | None = None
    reminds: bool = False

    @property
    def opens(self) -> bool:
        """Tell whether its last day opens a way that was shut, so that nobody is late who takes it afterwards."""
        return self.on_expiry in {Expiry.EARLIEST, Expiry.WINDOW_OPENS}


def deadline_rule(
    key: str,
    title: str,
    start: str,
    end: str,
    term: tuple[str | None, int | None, Unit],
    owner: Owner,
    basis: str,
    on_expiry: Expiry,
) -> DeadlineRule:
    """Return a clock whose last day rolls where a party or a court has to keep it, and whose days are clear where it holds something off.

    `term` is the parameter that holds the length, the length itself and its unit.
    """
    parameter, length, unit = term
    return DeadlineRule(
        key=key,
        title=title,
        start=start,
        end=end,
        parameter=parameter,
        length=length,
        unit=unit,
        owner=owner,
        basis=basis,
        on_expiry=on_expiry,
        rolls=owner in (Owner.PARTY, Owner.COURT),
        clear=on_expiry is Expiry.EARLIEST,
    )
