"""Captures (设备记录): what a device took is evidence only after its audit, and a case that began with one rests on it.

How a certificate stands is asked again wherever a record counts: a correction may say that it never covered the day.

Source: 行政处罚法 Art. 41; domain.md §2.13.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.commands.collaboration import chosen
from engine.commands.document import issue
from engine.commands.inner_paper import common
from engine.commands.officer import check_in_charge
from engine.commands.opinion import check_persons, give
from engine.commands.procedure import start_form, starts
from engine.commands.submission import submits
from engine.departments.device import Device
from engine.errors import LawError
from engine.events.capture import CaptureAudited, CaptureSubmitted
from engine.model import Case, Evidence, ProcessState, Task
from engine.queries.device import devices_of
from engine.rules.document.capture_notice import CaptureNotice
from engine.rules.document.part import Enclosed
from engine.rules.document.wording import day_text
from engine.rules.off_site import SOURCE, check_audited, check_certified, check_device, device_of
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@starts("capture")
def submit_capture(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the device; refuses one that was not reviewed and published when it took the record, or collects other causes."""
    del instance
    check_in_charge(work, case)
    device = device_of(devices_of(work.connection, work.law.department), data.text("device"))
    check_device(device, case.cause, data.day("captured_on"), work.law.causes.named)
    pieces = chosen(work, case.id, data, "records")
    if any(piece.recheck is not None for piece in pieces):
        raise LawError("step_not_waiting", "所选的证据已经提交审核或者复核过。", basis="行政处罚法 41②", field="records")
    work.record(
        CaptureSubmitted(
            case=case.id,
            device=device.code,
            device_name=device.name,
            captured_on=data.day("captured_on"),
            captured_time=data.text("captured_time"),
            evidence=tuple(piece.id for piece in pieces),
        )
    )
    return f"{device.name}{day_text(data.text('captured_on'))}"


@submits("capture_audit")
def audit_capture(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record the audit, the first one or a later one; who investigates does not audit, and nobody keeps what an uncertified device took."""
    check_persons(work, case, "reviewer")
    kept = data.text("result") == "kept"
    pieces = chosen(work, case.id, start_form(work, task.instance), "records")
    for taken in captures(work, case.id) if kept else ():
        if {piece.id for piece in pieces} & {piece.id for piece in taken.pieces}:
            check_certified(taken.device, taken.captured_on, "result")
    give(work, case, task, "pass" if kept else "disagree", data.find("reason") or "真实、清晰、完整、准确。")
    work.record(CaptureAudited(case=case.id, evidence=tuple(piece.id for piece in pieces), kept=kept, person_name=work.actor.name))


@operation("capture.persuade")
def tell_party(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Write the notice that tells the party what was recorded and asks it to stop. Source: 行政处罚法 Art. 41(3)."""
    del inputs, values
    issue(work, case_id, "D05-1", lambda _, token: _notice(work, case_id, token))
    return {}


def _notice(work: Work, case_id: str, token: str) -> CaptureNotice:
    form = start_form(work)
    device = device_of(devices_of(work.connection, work.law.department), form.text("device"))
    pieces = chosen(work, case_id, form, "records")
    return CaptureNotice(
        **common(work, case_id, "", token),
        device=f"{device.name}（编号{device.code}）",
        place=device.place,
        captured_on=form.text("captured_on"),
        captured_time=form.text("captured_time"),
        records=tuple(Enclosed(number=f"证据{piece.number}", name=piece.name, sha256=piece.sha256) for piece in pieces),
    )


@dataclass(frozen=True, slots=True)
class Capture:
    """What a device took on a day, as it was handed in."""

    device: Device
    captured_on: date
    pieces: tuple[Evidence, ...]

    @property
    def doubtful(self) -> tuple[Evidence, ...]:
        """Return the pieces that count as evidence though no certificate covers the day."""
        return () if self.device.calibrated(self.captured_on) else tuple(piece for piece in self.pieces if piece.recheck == "kept")


def captures(work: Work, case_id: str) -> list[Capture]:
    """Return what devices took in a case, with each device as its certificates are known now."""
    handed = [start_form(work, row.id) for row in work.rows(ProcessState, case_id=case_id, procedure="capture")]
    devices = devices_of(work.connection, work.law.department) if handed else {}
    return [Capture(devices[form.text("device")], form.day("captured_on"), tuple(chosen(work, case_id, form, "records"))) for form in handed]


def check_captures(work: Work, case: Case) -> None:
    """Refuse to rest on what an uncertified device took, and an off-site case before its records were audited and one stood."""
    for taken in captures(work, case.id):
        if taken.doubtful:
            check_certified(taken.device, taken.captured_on)
    if case.source == SOURCE:
        found = [piece.recheck for piece in work.rows(Evidence, case_id=case.id)]
        check_audited(found.count("kept"), found.count("needed"))
