"""The clock (时钟): the one place that reads the time and makes random names."""

from datetime import UTC, date, datetime, timedelta, timezone
from secrets import token_hex, token_urlsafe
from typing import Protocol

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Local time of the law. China has kept UTC+8 without daylight saving since 1991-09-15, and no case here is older."""


class Clock(Protocol):
    """What tells the time: an aware instant in UTC."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...


class WallClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)


class SetClock:
    """A clock that stands where it is put: for tests, scenarios and the demonstration."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant at which the clock stands."""
        return self._instant

    def move(self, instant: datetime) -> None:
        """Put the clock forward to `instant`; it never goes back."""
        self._instant = max(self._instant, instant.astimezone(UTC))


def local_date(instant: datetime) -> date:
    """Return the date of an instant in the local time of the law."""
    return instant.astimezone(SHANGHAI).date()


def random_name() -> str:
    """Return 128 random bits as 32 hexadecimal digits."""
    return token_hex(16)


def random_token() -> str:
    """Return 256 random bits as a token that a machine shows at the door, marked so that scanners of leaked secrets know it."""
    return f"zhifa_{token_urlsafe(32)}"
