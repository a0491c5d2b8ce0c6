"""Off-site enforcement (非现场执法): from which devices evidence may come, and what is asked of it. Source: 行政处罚法 Art. 41."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from engine.departments.device import Device
from engine.errors import InvalidInputError, LawError

SOURCE = "remote"
"""The source of a clue that a device gave."""

QUALITIES: Mapping[str, str] = {"genuine": "真实", "clear": "清晰", "whole": "完整", "accurate": "准确"}
"""What a record must be. Source: Art. 41(2)."""


def device_of(devices: Mapping[str, Device], code: str) -> Device:
    """Return a device of the register; refuses one that is not in it."""
    found = devices.get(code)
    if found is None:
        raise InvalidInputError({"device": ["登记的电子技术监控设备中没有这个编号。"]})
    return found


def check_device(device: Device, cause: str, captured_on: date, named: Callable[[Iterable[str]], str]) -> None:
    """Refuse what a device took that was not reviewed, published, certified or in use then, or for a cause that no law lets it collect.

    `named` calls causes by their titles.
    """
    if cause not in device.causes:
        message = f"{device.name}只依照{device.basis}采集{named(device.causes)}的违法事实。"
        raise LawError("no_basis", message, basis="行政处罚法 41①", field="device")
    missing = [
        word
        for word, day in (
            ("经过法制审核", device.law_reviewed_on),
            ("经过技术审核", device.technically_reviewed_on),
            ("向社会公布设置地点", device.published_on),
        )
        if day is None or day > captured_on
    ]
    if missing:
        message = f"{device.name}在{captured_on.month}月{captured_on.day}日还没有{'、'.join(missing)}，所采集的记录不能作为证据。"
        raise LawError("evidence_inadmissible", message, basis="行政处罚法 41①", field="device")
    day = f"{captured_on.month}月{captured_on.day}日"
    if device.retired_on is not None and captured_on >= device.retired_on:
        raise LawError("evidence_inadmissible", f"{device.name}在{day}已经停用，所采集的记录不能作为证据。", basis="行政处罚法 41①", field="device")
    check_certified(device, captured_on, "device")


def check_certified(device: Device, captured_on: date, field: str | None = None) -> None:
    """Refuse what a device took on a day on which no certificate of it was in force. Source: 行政处罚法 Art. 41(1); 计量法 Art. 9."""
    if not device.calibrated(captured_on):
        day = f"{captured_on.month}月{captured_on.day}日"
        message = f"{device.name}在{day}没有在有效期内的检定、校准证书，所采集的记录不能作为证据。"
        raise LawError("evidence_inadmissible", message, basis="行政处罚法 41①", field=field)


def check_audited(kept: int, waiting: int) -> None:
    """Refuse to conclude an off-site case on records that nobody audited, or of which none stood. Source: Art. 41(2)."""
    if waiting:
        raise LawError("evidence_inadmissible", "电子技术监控设备的记录还没有审核，未经审核不得作为行政处罚的证据。", basis="行政处罚法 41②")
    if not kept:
        raise LawError("evidence_inadmissible", "非现场执法的案件没有经审核符合要求的记录。", basis="行政处罚法 41②")
