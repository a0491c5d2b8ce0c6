"""What happens to access tokens (访问令牌); facts of the office's stream. The token itself is told to nobody but its owner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class TokenIssued(Fact):
    """A person, or a system account, got a token with scopes and a last day; `digest` is the token's SHA-256."""

    token: str
    user: str
    user_name: str
    name: str
    scopes: tuple[str, ...]
    digest: str
    expires_on: date
    issued_by: str
    issued_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the token."""
        values = {"user_id": self.user, "name": self.name, "scopes": list(self.scopes), "digest": self.digest}
        dates = {"expires_on": self.expires_on, "issued_by": self.issued_by, "issued_at": self.issued_at, "revoked_at": None}
        yield Change("token", self.token, values | dates, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"为{self.user_name}签发访问令牌“{self.name}”（{'、'.join(self.scopes)}），有效至{self.expires_on}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRevoked(Fact):
    """A token was ended before its last day."""

    token: str
    user_name: str
    name: str
    revoked_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the token as revoked."""
        yield Change("token", self.token, {"revoked_at": self.revoked_at})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"注销{self.user_name}的访问令牌“{self.name}”"
