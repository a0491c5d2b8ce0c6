"""What happens to delegations (授权代理): granted with their term, ended before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationGranted(Fact):
    """Somebody lets another approve in the own stead for a time; it ends by itself."""

    delegation: str
    delegator: str
    delegator_name: str
    delegate: str
    delegate_name: str
    role: str
    district: str
    squad: str | None
    scope: tuple[str, ...]
    scope_titles: tuple[str, ...]
    valid_from: date
    valid_until: date
    reason: str
    granted_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the delegation."""
        people = ("delegator", "delegator_name", "delegate", "delegate_name")
        names = (*people, "role", "district", "squad", "valid_from", "valid_until", "reason", "granted_at")
        values: dict[str, object] = {name: getattr(self, name) for name in names}
        yield Change("delegation", self.delegation, values | {"scope": list(self.scope)}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        term = f"{self.valid_from.isoformat()}至{self.valid_until.isoformat()}"
        return f"{self.delegator_name}授权{self.delegate_name}代为{'、'.join(self.scope_titles)}，{term}。理由：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationEnded(Fact):
    """A delegation was revoked, or given back, before its term."""

    delegation: str
    delegator_name: str
    delegate_name: str
    by_name: str
    reason: str
    ended_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the end."""
        yield Change("delegation", self.delegation, {"ended_at": self.ended_at, "ended_name": self.by_name, "ended_reason": self.reason})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.by_name}终止{self.delegator_name}对{self.delegate_name}的授权。理由：{self.reason}"
