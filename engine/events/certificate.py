"""What happens to certificates (执法证) and licences (法律职业资格): issued, renewed, suspended, withdrawn, each with its dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from engine.events.fact import Change, Fact, fact


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRenewed(Fact):
    """An officer holds a certificate with this term: a first one, or one that follows the last without a gap."""

    user: str
    name: str
    number: str
    valid_from: date
    valid_until: date
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the certificate, free of what was said of the one before."""
        values: dict[str, object] = {"certificate": self.number, "certificate_from": self.valid_from, "certificate_until": self.valid_until}
        lifted = {"certificate_suspended_from": None, "certificate_suspended_until": None, "certificate_withdrawn_on": None}
        yield Change("user", self.user, values | lifted)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"登记{self.name}的执法证{self.number}，有效期{self.valid_from.isoformat()}至{self.valid_until.isoformat()}。依据：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateSuspended(Fact):
    """A certificate is taken in for a time (暂扣), both days included; without an end until it is given back."""

    user: str
    name: str
    number: str
    suspended_from: date
    suspended_until: date | None
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the suspension."""
        yield Change("user", self.user, {"certificate_suspended_from": self.suspended_from, "certificate_suspended_until": self.suspended_until})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        until = "归还为止" if self.suspended_until is None else self.suspended_until.isoformat()
        return f"暂扣{self.name}的执法证{self.number}，自{self.suspended_from.isoformat()}至{until}。理由：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRestored(Fact):
    """A suspended certificate is given back before its time; the days from `suspended_from` until then stay without it."""

    user: str
    name: str
    number: str
    restored_on: date
    reason: str
    suspended_from: date | None = None

    def changes(self) -> Iterator[Change]:
        """Yield the end of the suspension; one that never began is none."""
        if self.suspended_from is None or self.suspended_from >= self.restored_on:
            yield Change("user", self.user, {"certificate_suspended_from": None, "certificate_suspended_until": None})
        else:
            yield Change("user", self.user, {"certificate_suspended_until": self.restored_on - timedelta(days=1)})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"归还{self.name}的执法证{self.number}（{self.restored_on.isoformat()}）。理由：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateWithdrawn(Fact):
    """A certificate is withdrawn (吊销、收回) from a day on."""

    user: str
    name: str
    number: str
    withdrawn_on: date
    reason: str

    def changes(self) -> Iterator[Change]:
        """Yield the day of the withdrawal."""
        yield Change("user", self.user, {"certificate_withdrawn_on": self.withdrawn_on})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        return f"自{self.withdrawn_on.isoformat()}起收回{self.name}的执法证{self.number}。理由：{self.reason}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceRecorded(Fact):
    """What entitles somebody to review decisions: a licence, or having done so before 2018. Source: 行政处罚法 Art. 58(2)."""

    user: str
    name: str
    licence: str | None
    reviewer_since: date | None

    def changes(self) -> Iterator[Change]:
        """Yield the licence."""
        yield Change("user", self.user, {"licence": self.licence, "reviewer_since": self.reviewer_since})

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        held = (
            f"法律职业资格{self.licence}" if self.licence else f"自{self.reviewer_since.isoformat() if self.reviewer_since else '？'}起从事法制审核"
        )
        return f"登记{self.name}的审核资格：{held}"
