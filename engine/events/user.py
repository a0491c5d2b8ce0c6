"""What happens to people's accounts and powers (人员); a fact of the office's stream."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.events.fact import Change, Fact, fact
from engine.events.right import TITLES


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
    licence: str | None = None
    reviewer_since: date | None = None
    partner: str | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the row of the person."""
        held = ("certificate", "certificate_from", "certificate_until", "licence", "reviewer_since")
        names = ("login", "name", "title", "district", "squad", *held, "partner", "demonstration")
        values: dict[str, Any] = {name: getattr(self, name) for name in names}
        yield Change("user", self.user, values | {"roles": list(self.roles), "active": True}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"登记人员{self.name}（{'、'.join(TITLES.get(role, role) for role in self.roles)}）"


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


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class UserEnabled(Fact):
    """A closed account was opened again."""

    user: str
    name: str
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the account as open."""
        yield Change("user", self.user, {"active": True})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"恢复{self.name}的账号：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class UserChanged(Fact):
    """A person has another name, title, district or squad; `before` is the name until then."""

    user: str
    before: str
    name: str
    title: str | None
    district: str | None
    squad: str | None
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the person as known now."""
        yield Change("user", self.user, {"name": self.name, "title": self.title, "district": self.district, "squad": self.squad})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        place = self.squad or self.district or "不分辖区"
        return f"变更{self.before}的登记：{self.name}，{self.title or '无职务'}，{place}。理由：{self.reason}"
