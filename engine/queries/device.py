"""Devices (电子技术监控设备): the register, made of the department's file and of what was recorded since; and what the public sees of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from engine.actor import Actor
from engine.departments.department import Department
from engine.departments.device import Calibration, Device
from engine.model import Calibration as CalibrationRow
from engine.model import Device as DeviceRow
from engine.model import ProcessState
from engine.queries.due import SYSTEM_ONLY
from engine.queries.query import Query, Reading, answers
from engine.store import tables

READERS = frozenset({"officer", "squad_leader", "legal_reviewer", "publisher", "head", "legal_office", "system_admin", "auditor", "SYSTEM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceView:
    """A device as the office sees it; `state` is refused, waiting, reviewed, in_use, uncalibrated or retired.

    `seeded` devices stand in the department's file and nobody acted on them since; who acted is None for what the file told.
    `district` is that of who registered it, None for what the file told.
    """

    device: Device
    state: str
    seeded: bool
    registered_by: str | None
    registered_name: str | None
    law_reviewer_name: str | None
    technical_reviewer_name: str | None
    publisher_name: str | None
    remark: str | None
    retired_reason: str | None
    district: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Devices(Query[tuple[DeviceView, ...]]):
    """All devices of the register, by code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDevices(Query[tuple[Device, ...]]):
    """The devices that are in use today, as the public may know them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesOfDevice(Query[tuple[str, ...]]):
    """The cases in which something that a device took was handed in."""

    code: str


@answers(CasesOfDevice, roles=SYSTEM_ONLY)
def cases_of_device(query: CasesOfDevice, actor: Actor, reading: Reading) -> tuple[str, ...]:
    """Return the cases by id, in their order."""
    del actor
    table = ProcessState.__table__.c
    handed = select(table.case_id).where(table.procedure == "capture", table.data["device"].as_string() == query.code)
    return tuple(reading.connection.execute(handed.distinct().order_by(table.case_id)).scalars())


@answers(Devices, roles=READERS)
def devices(query: Devices, actor: Actor, reading: Reading) -> tuple[DeviceView, ...]:
    """Return the register."""
    del query, actor
    known = {row.id: row for row in reading.rows(DeviceRow, select(DeviceRow.__table__))}
    found = devices_of(reading.connection, reading.law.department)
    return tuple(_view(found[code], known.get(code), reading.today) for code in sorted(found))


@answers(PublicDevices)
def public_devices(query: PublicDevices, actor: Actor, reading: Reading) -> tuple[Device, ...]:
    """Return the devices."""
    del query, actor
    found = devices_of(reading.connection, reading.law.department)
    return tuple(found[code] for code in sorted(found) if found[code].in_use(reading.today))


def devices_of(connection: Connection, department: Department) -> Mapping[str, Device]:
    """Return all devices by code: what was recorded goes before what the department's file says, and what was recorded last of a certificate."""
    certificates: dict[str, dict[str, Calibration]] = {}
    for entry in tables.rows(connection, CalibrationRow, select(CalibrationRow.__table__).order_by(CalibrationRow.recorded_at, CalibrationRow.id)):
        made = Calibration(certificate=entry.certificate, valid_from=entry.valid_from, valid_until=entry.valid_until)
        certificates.setdefault(entry.device, {})[entry.certificate] = made
    rows = tables.rows(connection, DeviceRow, select(DeviceRow.__table__))
    return {
        **department.devices,
        **{row.id: _device(row, tuple(sorted(certificates.get(row.id, {}).values(), key=lambda entry: entry.valid_from))) for row in rows},
    }


def _device(row: DeviceRow, calibrations: tuple[Calibration, ...]) -> Device:
    return Device(
        code=row.id,
        name=row.name,
        place=row.place,
        basis=row.basis,
        rank=row.rank,
        causes=tuple(row.causes),
        kind=row.kind,
        law_reviewed_on=row.law_reviewed_on,
        technically_reviewed_on=row.technically_reviewed_on,
        published_on=row.published_on,
        calibrations=calibrations,
        retired_on=row.retired_on,
    )


def _view(device: Device, row: DeviceRow | None, today: date) -> DeviceView:
    return DeviceView(
        device=device,
        state=_state(device, row, today),
        seeded=row is None,
        registered_by=None if row is None else row.registered_by,
        registered_name=None if row is None else row.registered_name,
        law_reviewer_name=None if row is None else row.law_reviewer_name,
        technical_reviewer_name=None if row is None else row.technical_reviewer_name,
        publisher_name=None if row is None else row.publisher_name,
        remark=None if row is None else row.remark,
        retired_reason=None if row is None else row.retired_reason,
        district=None if row is None else row.district,
    )


def _state(device: Device, row: DeviceRow | None, today: date) -> str:
    if device.retired_on is not None:
        return "retired"
    if row is not None and row.remark is not None:
        return "refused"
    if device.law_reviewed_on is None or device.technically_reviewed_on is None:
        return "waiting"
    if device.published_on is None:
        return "reviewed"
    return "in_use" if device.calibrated(today) else "uncalibrated"
