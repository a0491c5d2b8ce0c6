"""What happens to calendar feeds (日历订阅); facts of the office's stream. The address is told to nobody but its owner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedMade(Fact):
    """A person got a secret address under which their deadlines can be read; `digest` is its SHA-256."""

    feed: str
    user: str
    user_name: str
    digest: str
    made_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the feed."""
        values = {"user_id": self.user, "digest": self.digest, "made_at": self.made_at, "revoked_at": None}
        yield Change("calendar_feed", self.feed, values, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.user_name}生成日历订阅地址"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedRevoked(Fact):
    """An address stopped working."""

    feed: str
    user_name: str
    revoked_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the end of the feed."""
        yield Change("calendar_feed", self.feed, {"revoked_at": self.revoked_at})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.user_name}停用日历订阅地址"
