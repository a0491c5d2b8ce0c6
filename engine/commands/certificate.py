"""Certificates (执法证) and licences (法律职业资格): recorded by the security administrator, asked at each step of enforcement and review.

Source: 行政处罚法 Art. 42 (certificate), 58(2) (licence).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from engine.commands.command import Command, handles
from engine.commands.user import target
from engine.errors import InvalidInputError
from engine.events.certificate import CertificateRenewed, CertificateRestored, CertificateSuspended, CertificateWithdrawn, LicenceRecorded
from engine.model import User
from engine.rules.right import may_review
from engine.work import FormData, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewCertificate(Command[None]):
    """Record an officer's certificate: the first one, or its renewal."""

    user_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendCertificate(Command[None]):
    """Take a certificate in for a time."""

    user_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreCertificate(Command[None]):
    """Give a suspended certificate back before its time."""

    user_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawCertificate(Command[None]):
    """Withdraw a certificate from a day on."""

    user_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLicence(Command[None]):
    """Record what entitles a person to review decisions."""

    user_id: str
    data: Mapping[str, object]


@handles(RenewCertificate)
def renew_certificate(command: RenewCertificate, work: Work) -> None:
    """Record a term that begins before the present one is over, or today at the latest: no day of the present one is lost."""
    user = target(work, command.user_id)
    data = work.read_form("certificate_renewal", command.data)
    begins, ends = data.day("valid_from"), data.day("valid_until")
    follows = user.certificate_until is not None and user.certificate_withdrawn_on is None and begins <= user.certificate_until + timedelta(days=1)
    if begins > work.today and not follows:
        raise InvalidInputError({"valid_from": ["新证的起始日须不晚于今天，或者与现有执法证的有效期相接。"]})
    if follows and user.certificate_until is not None and ends <= user.certificate_until and data.text("number") == user.certificate:
        raise InvalidInputError({"valid_until": [f"现有执法证的有效期已至{user.certificate_until.isoformat()}。"]})
    first = min(begins, user.certificate_from) if follows and user.certificate_from is not None else begins
    renewed = CertificateRenewed(
        user=user.id, name=user.name, number=data.text("number"), valid_from=first, valid_until=ends, reason=data.text("reason")
    )
    work.record(renewed)


@handles(SuspendCertificate)
def suspend_certificate(command: SuspendCertificate, work: Work) -> None:
    """Suspend from today or a later day: what was done until now was done with a valid certificate."""
    user, number = _holder(work, command.user_id)
    data = work.read_form("certificate_suspension", command.data)
    begins = data.day("suspended_from")
    _check_not_past(work, begins, "suspended_from")
    ends = data.day("suspended_until") if data.find("suspended_until") else None
    suspended = CertificateSuspended(
        user=user.id, name=user.name, number=number, suspended_from=begins, suspended_until=ends, reason=data.text("reason")
    )
    work.record(suspended)


@handles(RestoreCertificate)
def restore_certificate(command: RestoreCertificate, work: Work) -> None:
    """Give the certificate back from today on; what was done in between was done without one. Refuses where it is not suspended."""
    user, number = _holder(work, command.user_id)
    data = work.read_form("reason", command.data)
    if user.certificate_suspended_from is None or (user.certificate_suspended_until or date.max) < work.today:
        raise InvalidInputError({"reason": ["这份执法证没有暂扣。"]})
    began = user.certificate_suspended_from
    restored = CertificateRestored(
        user=user.id, name=user.name, number=number, restored_on=work.today, reason=data.text("reason"), suspended_from=began
    )
    work.record(restored)


@handles(WithdrawCertificate)
def withdraw_certificate(command: WithdrawCertificate, work: Work) -> None:
    """Withdraw from today or a later day."""
    user, number = _holder(work, command.user_id)
    data = work.read_form("certificate_withdrawal", command.data)
    day = data.day("withdrawn_on")
    _check_not_past(work, day, "withdrawn_on")
    work.record(CertificateWithdrawn(user=user.id, name=user.name, number=number, withdrawn_on=day, reason=data.text("reason")))


@handles(RecordLicence)
def record_licence(command: RecordLicence, work: Work) -> None:
    """Record licence or beginning; refuses what entitles nobody."""
    user = target(work, command.user_id)
    data = work.read_form("licence", command.data)
    licence, since = data.find("licence"), _day(data, "reviewer_since")
    if not may_review(licence, since):
        raise InvalidInputError({"licence": ["2018年1月1日以后初次从事法制审核的，须有法律职业资格证书号（行政处罚法第五十八条）。"]})
    work.record(LicenceRecorded(user=user.id, name=user.name, licence=licence, reviewer_since=since))


def _holder(work: Work, user_id: str) -> tuple[User, str]:
    """Return a person with a certificate that is not withdrawn, and its number."""
    user = target(work, user_id)
    if user.certificate is None or (user.certificate_withdrawn_on is not None and user.certificate_withdrawn_on <= work.today):
        raise InvalidInputError({"reason": [f"{user.name}没有执法证。"]})
    return user, user.certificate


def _check_not_past(work: Work, day: date, field: str) -> None:
    if day < work.today:
        raise InvalidInputError({field: ["不能早于今天：以前的办理当时持有有效证件。"]})


def _day(data: FormData, name: str) -> date | None:
    return data.day(name) if data.find(name) else None
