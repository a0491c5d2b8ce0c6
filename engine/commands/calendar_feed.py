"""Calendar feeds (日历订阅): a person makes a secret address for their deadlines, or ends it; there is one at a time."""

import re
from dataclasses import dataclass

from engine.commands.command import Command, handles
from engine.errors import InvalidInputError
from engine.events.calendar_feed import CalendarFeedMade, CalendarFeedRevoked
from engine.model import CalendarFeed
from engine.work import Work

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeCalendarFeed(Command[str]):
    """Make an address, which ends the one before; the answer is its id. `digest` is the SHA-256 of the secret, which the engine never sees."""

    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeCalendarFeed(Command[None]):
    """End one's address at once."""


@handles(MakeCalendarFeed)
def make_calendar_feed(command: MakeCalendarFeed, work: Work) -> str:
    """Record the address; refuses what is no digest."""
    if not _DIGEST.fullmatch(command.digest):
        raise InvalidInputError({"digest": ["须为地址的SHA-256。"]})
    _revoke(work)
    feed = work.new_id()
    work.record(CalendarFeedMade(feed=feed, user=work.actor.id, user_name=work.actor.name, digest=command.digest, made_at=work.now))
    return feed


@handles(RevokeCalendarFeed)
def revoke_calendar_feed(command: RevokeCalendarFeed, work: Work) -> None:
    """End the address; without one nothing happens."""
    del command
    _revoke(work)


def _revoke(work: Work) -> None:
    for feed in work.rows(CalendarFeed, user_id=work.actor.id):
        if feed.revoked_at is None:
            work.record(CalendarFeedRevoked(feed=feed.id, user_name=work.actor.name, revoked_at=work.now))
