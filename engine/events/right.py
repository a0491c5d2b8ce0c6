"""What happens to rights (权限): roles granted and withdrawn, each with what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGranted(Fact):
    """A person got a role; `roles` are all that the person has from now on."""

    user: str
    name: str
    role: str
    role_title: str
    roles: tuple[str, ...]
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the roles."""
        yield Change("user", self.user, {"roles": list(self.roles)})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"授予{self.name}“{self.role_title}”权限。依据：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWithdrawn(Fact):
    """A role was taken away; `roles` are all that the person still has."""

    user: str
    name: str
    role: str
    role_title: str
    roles: tuple[str, ...]
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the roles."""
        yield Change("user", self.user, {"roles": list(self.roles)})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"收回{self.name}的“{self.role_title}”权限。理由：{self.reason}"
