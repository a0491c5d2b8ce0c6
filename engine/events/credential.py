"""What administrators do to people's log-ins (口令): facts without change of the tables, for passwords and sessions are working state."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordReset(Fact):
    """An administrator set a one-time password, which must be changed at the first log-in."""

    user: str
    name: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the hash is no fact."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"重置{self.name}的口令，首次登录须更换"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class UserUnlocked(Fact):
    """An administrator unlocked an account before its time."""

    user: str
    name: str

    def changes(self) -> Iterator[Change]:
        """Yield nothing: the lock is no fact."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"解除{self.name}账号的锁定"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsEnded(Fact):
    """An administrator ended all sessions of a person."""

    user: str
    name: str
    count: int

    def changes(self) -> Iterator[Change]:
        """Yield nothing: sessions are no facts."""
        yield from ()

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"结束{self.name}的全部登录（{self.count}处）"
