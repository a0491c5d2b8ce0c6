"""Who one is (我是谁): the person behind the token, with roles, reach and scopes."""

from collections.abc import Mapping
from typing import Any

from engine.clock import local_date
from web.api.bearer import bearer
from web.api.door import Door
from web.api.shape import made
from web.request import engine, house

door = Door("me", "本人")

ME = made(
    "Me",
    id=str,
    name=str,
    district=str | None,
    squad=str | None,
    roles=frozenset[str],
    token=str,
    scopes=tuple[str, ...],
    expires_on=str,
    today=str,
    per_minute=int,
)


@door.opens("GET", "/me", "令牌是谁的、能做什么 Whose token this is, and what it opens", answer=(200, ME))
def me() -> Mapping[str, Any]:
    """Return the bearer; `today` is the office's day, on which all dates are seen."""
    who, token = bearer().actor, bearer().token
    person = {"id": who.id, "name": who.name, "district": who.district, "squad": who.squad, "roles": who.roles}
    said = {"token": token.name, "scopes": token.scopes, "expires_on": token.expires_on.isoformat()}
    return person | said | {"today": local_date(engine().clock.now()).isoformat(), "per_minute": house().settings.api_rate}
