"""Keys of other departments' machines (接口密钥): whether one is good at an instant, and for how long two are good beside each other."""

from datetime import datetime

USUAL_OVERLAP = 7
MOST_OVERLAP = 30
"""Days for which the old key is good beside the new one: usually, and at most."""


def state_of(until: datetime | None, revoked_at: datetime | None, now: datetime) -> str:
    """Return active, ending (another took its place, and it is still good), expired or revoked."""
    if revoked_at is not None:
        return "revoked"
    if until is None:
        return "active"
    return "ending" if now < until else "expired"


def lives(until: datetime | None, revoked_at: datetime | None, now: datetime) -> bool:
    """Tell whether messages may be signed with a key."""
    return state_of(until, revoked_at, now) in {"active", "ending"}


def place_of(partner: str, way: str, key_id: str | None) -> str:
    """Return under which id the last contact is kept."""
    return f"{partner}:{way}:{key_id or ''}"
