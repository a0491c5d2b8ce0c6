"""Devices (电子技术监控设备): registered, reviewed by two others, published, certified anew, retired.

A device of the department's file is taken over into the register by the first thing that is done about it. Source: 行政处罚法 Art. 41(1).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import Command, handles
from engine.departments.device import KINDS
from engine.departments.device import Device as Known
from engine.errors import InvalidInputError, LawError, NotAllowedError, NotFoundError, StepNotWaitingError
from engine.events.device import ASPECTS, DeviceCalibrated, DevicePublished, DeviceRegistered, DeviceRetired, DeviceReviewed
from engine.model import Device
from engine.queries.device import devices_of
from engine.work import FormData, Work

BASIS = "行政处罚法 41①"
REVIEWERS = {"law": "legal_reviewer", "technical": "system_admin"}
"""Which role reviews what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterDevice(Command[str]):
    """Put a device into the register; the answer is its code."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDevice(Command[None]):
    """Say whether a device passes a review: `aspect` is law or technical."""

    code: str
    aspect: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishDevice(Command[None]):
    """Tell the public where a device stands, from today on."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrateDevice(Command[str]):
    """Record a certificate of a device; the answer is its id."""

    code: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireDevice(Command[None]):
    """Use a device no more, from today on."""

    code: str
    data: Mapping[str, object]


@handles(RegisterDevice)
def register_device(command: RegisterDevice, work: Work) -> str:
    """Record the device; refuses a code that is taken, and a cause that the department may not punish.

    One whose review failed is registered again under its code.
    """
    data = work.read_form("device", command.data)
    code, causes = data.text("code"), tuple(_list(data, "causes"))
    before = work.find(Device, code)
    if code in work.law.department.devices or (before is not None and before.remark is None):
        raise InvalidInputError({"code": ["这个编号已经登记。"]})
    strange = [cause for cause in causes if not work.law.department.may_punish(cause)]
    if strange:
        raise InvalidInputError({"causes": [f"本机关没有{'、'.join(strange)}的处罚权。"]})
    work.record(
        DeviceRegistered(
            device=code,
            name=data.text("name"),
            kind=data.text("kind"),
            kind_title=KINDS[data.text("kind")],
            place=data.text("place"),
            basis=data.text("basis"),
            rank=data.text("rank"),
            causes=causes,
            person=work.actor.id,
            person_name=work.actor.name,
            at=work.now,
            again=before is not None,
        )
    )
    return code


@handles(ReviewDevice)
def review_device(command: ReviewDevice, work: Work) -> None:
    """Record the review; refuses whoever registered the device, or did the other review, and a review that was done."""
    device = _open(work, command.code)
    if command.aspect not in REVIEWERS:
        raise NotFoundError("没有这项审核。")
    if REVIEWERS[command.aspect] not in work.actor.roles:
        raise NotAllowedError(f"您的角色不能进行{ASPECTS[command.aspect]}。")
    if work.actor.id in {device.registered_by, device.law_reviewer, device.technical_reviewer}:
        raise LawError("same_person", "登记、法制审核、技术审核须由不同的人办理。", basis=BASIS)
    done = device.law_reviewed_on if command.aspect == "law" else device.technically_reviewed_on
    if done is not None or device.remark is not None:
        raise StepNotWaitingError(f"这台设备的{ASPECTS[command.aspect]}不在等待。")
    data = work.read_form("device_review", command.data)
    work.record(
        DeviceReviewed(
            device=device.id,
            name=device.name,
            aspect=command.aspect,
            passed=data.routing["passed"] is True,
            opinion=data.text("opinion"),
            person=work.actor.id,
            person_name=work.actor.name,
            reviewed_on=work.today,
        )
    )


@handles(PublishDevice)
def publish_device(command: PublishDevice, work: Work) -> None:
    """Publish the site; refuses a device without both reviews, and a measuring one without a certificate that is in force."""
    device = _open(work, command.code)
    if device.published_on is not None:
        raise StepNotWaitingError("这台设备的设置地点已经公布。")
    if device.law_reviewed_on is None or device.technically_reviewed_on is None:
        raise LawError("evidence_inadmissible", f"{device.name}还没有经过法制审核和技术审核，不能公布使用。", basis=BASIS)
    if not devices_of(work.connection, work.law.department)[device.id].calibrated(work.today):
        raise LawError("evidence_inadmissible", f"{device.name}没有在有效期内的检定、校准证书，不能公布使用。", basis=BASIS)
    work.record(
        DevicePublished(device=device.id, name=device.name, place=device.place, person_name=work.actor.name, published_on=work.today)
    )  # fmt: skip


@handles(CalibrateDevice)
def calibrate_device(command: CalibrateDevice, work: Work) -> str:
    """Record the certificate."""
    device, data = _open(work, command.code), work.read_form("device_calibration", command.data)
    calibration = work.new_id()
    work.record(
        DeviceCalibrated(
            calibration=calibration,
            device=device.id,
            name=device.name,
            certificate=data.text("certificate"),
            issuer=data.text("issuer"),
            valid_from=data.day("valid_from"),
            valid_until=data.day("valid_until"),
            person_name=work.actor.name,
            at=work.now,
        )
    )
    return calibration


@handles(RetireDevice)
def retire_device(command: RetireDevice, work: Work) -> None:
    """Record the end with its reason."""
    device, data = _open(work, command.code), work.read_form("reason", command.data)
    work.record(
        DeviceRetired(device=device.id, name=device.name, reason=data.text("reason"), person_name=work.actor.name, retired_on=work.today)
    )  # fmt: skip


def _open(work: Work, code: str) -> Device:
    """Return a device that is not retired; one of the department's file is taken over first."""
    if work.find(Device, code) is None and code in work.law.department.devices:
        _take_over(work, work.law.department.devices[code])
    device = work.find(Device, code)
    if device is None:
        raise NotFoundError("登记的电子技术监控设备中没有这个编号。")
    if device.retired_on is not None:
        raise StepNotWaitingError("这台设备已经停用。")
    return device


def _take_over(work: Work, known: Known) -> None:
    """Record a device of the department's file as it stands there."""
    work.record(
        DeviceRegistered(
            device=known.code,
            name=known.name,
            kind=known.kind,
            kind_title=KINDS[known.kind],
            place=known.place,
            basis=known.basis,
            rank=known.rank,
            causes=known.causes,
            person="",
            person_name="机关目录",
            at=work.now,
            law_reviewed_on=known.law_reviewed_on,
            technically_reviewed_on=known.technically_reviewed_on,
            published_on=known.published_on,
        )
    )
    for entry in known.calibrations:
        work.record(
            DeviceCalibrated(
                calibration=work.new_id(),
                device=known.code,
                name=known.name,
                certificate=entry.certificate,
                issuer="机关目录",
                valid_from=entry.valid_from,
                valid_until=entry.valid_until,
                person_name="机关目录",
                at=work.now,
            )
        )


def _list(data: FormData, name: str) -> list[str]:
    value = data.values.get(name)
    return [str(item) for item in value] if isinstance(value, list | tuple) else []
