"""Keys of other departments' machines (接口密钥): for the system administrator with their last use, and for whoever signs or checks a message."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from engine.actor import Actor
from engine.model import PartnerContact, PartnerKey
from engine.queries.query import Query, Reading, answers
from engine.rules.partner_key import lives, place_of, state_of

READERS = frozenset({"system_admin", "SYSTEM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """A key without what it is made from; `state` is active, ending, expired or revoked."""

    id: str
    mark: str
    made_by: str
    made_at: datetime
    until: datetime | None
    revoked_at: datetime | None
    state: str
    received_at: datetime | None
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What went wrong last, and when."""

    at: datetime
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerChannel:
    """A department that answers by machine: where requests go, its keys, the newest first, and what failed last on the way in and out."""

    partner: str
    name: str
    webhook: str
    keys: tuple[KeyView, ...]
    refused: Failure | None
    failed: Failure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerChannels(Query[tuple[PartnerChannel, ...]]):
    """The departments that answer by machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivingKeys(Query[tuple[PartnerKey, ...]]):
    """The keys with which messages of a department may be signed now, the newest first."""

    partner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastContact(Query[datetime | None]):
    """When something was last noted of a department, a way and a key; None before the first time."""

    partner: str
    way: str
    key_id: str | None = None


@answers(PartnerChannels, roles=READERS)
def partner_channels(query: PartnerChannels, actor: Actor, reading: Reading) -> tuple[PartnerChannel, ...]:
    """Return the departments in the order of the catalogue."""
    del query, actor
    keys = reading.rows(PartnerKey, select(PartnerKey.__table__).order_by(PartnerKey.made_at.desc(), PartnerKey.id))
    contacts = {(row.partner, row.way, row.key_id): row for row in reading.rows(PartnerContact, select(PartnerContact.__table__))}

    def at(key: PartnerKey, way: str) -> datetime | None:
        found = contacts.get((key.partner, way, key.id))
        return None if found is None else found.at

    def failure(partner: str, way: str) -> Failure | None:
        found = contacts.get((partner, way, None))
        return None if found is None else Failure(at=found.at, what=found.what)

    def view(key: PartnerKey) -> KeyView:
        return KeyView(
            id=key.id,
            mark=key.mark,
            made_by=key.made_by,
            made_at=key.made_at,
            until=key.until,
            revoked_at=key.revoked_at,
            state=state_of(key.until, key.revoked_at, reading.now),
            received_at=at(key, "in"),
            delivered_at=at(key, "out"),
        )

    return tuple(
        PartnerChannel(
            partner=partner.code,
            name=partner.name,
            webhook=partner.webhook,
            keys=tuple(view(key) for key in keys if key.partner == partner.code),
            refused=failure(partner.code, "refused"),
            failed=failure(partner.code, "failed"),
        )
        for partner in reading.law.department.partners.values()
        if "api" in partner.ways
    )


@answers(LastContact, roles=frozenset({"SYSTEM"}))
def last_contact(query: LastContact, actor: Actor, reading: Reading) -> datetime | None:
    """Return the instant."""
    del actor
    found = reading.find(PartnerContact, place_of(query.partner, query.way, query.key_id))
    return None if found is None else found.at


@answers(LivingKeys, roles=frozenset({"SYSTEM"}))
def living_keys(query: LivingKeys, actor: Actor, reading: Reading) -> tuple[PartnerKey, ...]:
    """Return the keys."""
    del actor
    order = (PartnerKey.made_at.desc(), PartnerKey.id)
    found = reading.rows(PartnerKey, select(PartnerKey.__table__).where(PartnerKey.partner == query.partner).order_by(*order))
    return tuple(key for key in found if lives(key.until, key.revoked_at, reading.now))
