"""Keys of other departments' machines (接口密钥) outside the engine: how one is made, and the command line's ways with them."""

from collections.abc import Iterator

from engine.actor import SYSTEM
from engine.clock import random_name
from engine.commands.partner_key import IssuePartnerKey, RevokePartnerKey
from engine.queries.partner_key import PartnerChannels
from web.house import House, opened
from web.settings import Settings
from web.webhook import key_of, mark_of, salt_of

STATES = {"active": "在用", "ending": "旧密钥，重叠期内有效", "expired": "已到期", "revoked": "已注销"}


def made(house: House, partner: str, overlap: int, page: str | None = None) -> tuple[str, IssuePartnerKey]:
    """Return a new key with the command that makes it known; the key is nowhere else.

    A page that is sent twice, with its idempotency key, makes the same key twice: the second answer shows what the first one made.
    """
    salt = random_name() if page is None else salt_of(house.settings.secret, page)
    key = key_of(house.settings.secret, partner, salt)
    return key.decode(), IssuePartnerKey(partner=partner, salt=salt, mark=mark_of(key), overlap=overlap)


def issue(settings: Settings, partner: str, overlap: int) -> str:
    """Make a key for a department and return it; ClickException says what is wrong."""
    with opened(settings) as house:
        key, command = made(house, partner, overlap)
        house.engine.execute(command, SYSTEM)
    return key


def revoke(settings: Settings, key_id: str) -> None:
    """End a key; ClickException if there is none."""
    with opened(settings) as house:
        house.engine.execute(RevokePartnerKey(key_id=key_id), SYSTEM)


def listing(settings: Settings) -> Iterator[str]:
    """Yield a line for each key of each department that answers by machine."""
    with opened(settings) as house:
        for channel in house.engine.ask(PartnerChannels(), SYSTEM):
            yield f"{channel.partner}\t{channel.name}\t{channel.webhook}"
            for key in channel.keys:
                until = "" if key.until is None else key.until.isoformat()
                yield "\t".join(("", key.id, key.mark, key.made_at.isoformat(), until, STATES[key.state]))
