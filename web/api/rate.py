"""Rates (频率): how often a token may knock; counted in the memory of this process, so that several processes each count for themselves."""

from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from threading import Lock


@dataclass(slots=True)
class Limiter:
    """A bucket for each token: it holds `per_minute` requests and fills evenly, so that a burst is served and a flood is not.

    Only tokens that exist have a bucket, so that nobody can fill the memory by knocking.
    """

    per_minute: int
    _left: dict[str, tuple[float, datetime]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, token: str, now: datetime) -> int:
        """Take one request out of the bucket and return 0, or the seconds to wait."""
        with self._lock:
            left, since = self._left.get(token, (float(self.per_minute), now))
            left = min(self.per_minute, left + max(0.0, (now - since).total_seconds()) * self.per_minute / 60)
            if left < 1:
                return max(1, ceil((1 - left) * 60 / self.per_minute))
            self._left[token] = (left - 1, now)
            return 0
