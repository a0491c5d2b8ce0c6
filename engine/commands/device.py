"""Devices (电子技术监控设备): registered, reviewed by two others, published, certified anew, retired.

A device of the department's file is taken over into the register by the first thing that is done about it. Source: 行政处罚法 Art. 41(1).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.actor import Actor
from engine.commands.command import Command, handles
from engine.departments.device import KINDS
from engine.departments.device import Device as Known
from engine.errors import InvalidInputError, LawError, NotAllowedError, NotFoundError, StepNotWaitingError
from engine.events.device import ASPECTS, DeviceCalibrated, DevicePublished, DeviceRegistered, DeviceRetired, DeviceReviewed
from engine.model import Calibration, Device
from engine.queries.device import devices_of
from engine.work import FormData, Work

BASIS = "行政处罚法 41①"
REVIEWERS = {"law": "legal_reviewer", "technical": "system_admin"}
"""Which role reviews what."""
TECHNICIAN = REVIEWERS["technical"]
"""Who looks after the department's file, and vouches for certificates: no case is this person's (GB/T 22239-2019 8.1.5)."""


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
    _check_code(work, code, before)
    strange = [cause for cause in causes if not work.law.department.may_punish(cause)]
    if strange:
        raise InvalidInputError({"causes": [f"本机关没有{work.law.causes.named(strange)}的处罚权。"]})
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
            district=work.actor.district,
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
    """Record the certificate.

    What began before today would make evidence of what a device took without it, and a number that is known would be corrected: both are for
    the technical reviewer alone, who has no part in any case. Everything else is for the district of the device. Source: 行政处罚法 Art. 41(1).
    """
    device, data = _open(work, command.code), work.read_form("device_calibration", command.data)
    again = any(entry.certificate == data.text("certificate") for entry in work.rows(Calibration, device=device.id))
    if TECHNICIAN not in work.actor.roles:
        _check_looks_after(work, device)
        if again:
            raise LawError("evidence_inadmissible", "这份证书已经登记；登记有误的，由系统管理员核对原件后更正。", basis=BASIS, field="certificate")
        if data.day("valid_from") < work.today:
            message = "今天以前起有效的证书会使以前的记录成为证据，须由系统管理员（技术审核）核对原件后登记。"
            raise LawError("evidence_inadmissible", message, basis=BASIS, field="valid_from")
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
            again=again,
        )
    )
    # Records that had passed their audit are looked at again, each case by itself.
    work.tell("captures", device=device.id)
    return calibration


@handles(RetireDevice)
def retire_device(command: RetireDevice, work: Work) -> None:
    """Record the end with its reason; refuses whoever does not look after the device."""
    device, data = _open(work, command.code), work.read_form("reason", command.data)
    _check_looks_after(work, device)
    work.record(
        DeviceRetired(device=device.id, name=device.name, reason=data.text("reason"), person_name=work.actor.name, retired_on=work.today)
    )  # fmt: skip


def looks_after(actor: Actor, district: str | None) -> bool:
    """Tell whether a device is somebody's to look after: squad leaders' of its district; of the department's file, the technical reviewer's."""
    if district is None:
        return TECHNICIAN in actor.roles
    return "squad_leader" in actor.roles and actor.district == district


def _check_looks_after(work: Work, device: Device) -> None:
    if not looks_after(work.actor, device.district):
        known = work.law.department.districts.get(device.district or "")
        whose = "机关目录中的设备由系统管理员" if known is None else f"这台设备由{known.name}登记，由该辖区的中队长"
        raise NotAllowedError(f"{whose}登记证书和停用。")


def _check_code(work: Work, code: str, before: Device | None) -> None:
    """Refuse a code that is taken: one that was retired stays with its device, by which older records are judged."""
    if before is not None and before.retired_on is not None:
        message = "这个编号的设备已经停用；以前的记录仍按它核对，编号不能再用，请以新编号登记。"
    elif code in work.law.department.devices or (before is not None and before.remark is None):
        message = "这个编号已经登记。"
    elif before is not None and before.district not in {None, work.actor.district}:
        message = "这个编号由其他辖区登记，审核没有通过的，由该辖区更正后重新登记。"
    else:
        return
    raise InvalidInputError({"code": [message]})


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
