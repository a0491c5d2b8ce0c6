"""What happens to the keys of other departments' machines (接口密钥); facts of the office's stream. No key stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from engine.events.fact import Change, Fact, fact

TABLE = "partner_key"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKeyIssued(Fact):
    """A department got a key; `mark` is the beginning of its SHA-256."""

    key: str
    partner: str
    partner_name: str
    salt: str
    mark: str
    made_by: str
    made_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the row of the key."""
        values = {name: getattr(self, name) for name in ("partner", "salt", "mark", "made_by", "made_at")}
        yield Change(TABLE, self.key, values | {"until": None, "revoked_at": None}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.made_by}为{self.partner_name}生成接口密钥（指纹{self.mark}）"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKeyReplaced(Fact):
    """Another key took the place of this one, which is still good until an instant."""

    key: str
    partner_name: str
    mark: str
    until: datetime
    until_word: str

    def changes(self) -> Iterator[Change]:
        """Yield when the key ends."""
        yield Change(TABLE, self.key, {"until": self.until})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.partner_name}的旧接口密钥（指纹{self.mark}）可以用到{self.until_word}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerKeyRevoked(Fact):
    """A key was ended at once."""

    key: str
    partner_name: str
    mark: str
    person_name: str
    revoked_at: datetime

    def changes(self) -> Iterator[Change]:
        """Yield the key as revoked."""
        yield Change(TABLE, self.key, {"revoked_at": self.revoked_at})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"{self.person_name}注销{self.partner_name}的接口密钥（指纹{self.mark}）"
