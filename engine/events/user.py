"""What happens to people's accounts and powers (人员); a fact of the office's stream."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class UserRegistered(Fact):
    """A person got an account with roles, reach and, for officers, a certificate."""

    user: str
    login: str
    name: str
    title: str | None
    district: str | None
    squad: str | None
    roles: tuple[str, ...]
    certificate: str | None
    certificate_from: date | None
    certificate_until: date | None
    demonstration: bool

    def changes(self) -> Iterator[Change]:
        """Yield the row of the person."""
        names = ("login", "name", "title", "district", "squad", "certificate", "certificate_from", "certificate_until", "demonstration")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("user", self.user, values | {"roles": list(self.roles), "active": True}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"登记人员{self.name}（{'、'.join(self.roles)}）"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class UserDisabled(Fact):
    """An account was closed."""

    user: str
    name: str
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the account as closed."""
        yield Change("user", self.user, {"active": False})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"停用{self.name}的账号：{self.reason}"
