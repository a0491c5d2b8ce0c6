"""The record of a panel (集体讨论记录): put together from its seats, its votes and the case."""

from engine.clock import SHANGHAI
from engine.commands.composition import face, stated_assessment, stated_findings
from engine.model import Panel, Party, Seat
from engine.rules.document.panel_record import Member, PanelRecord
from engine.work import FormData, Work


def compose_panel_record(work: Work, panel_id: str, form: FormData, number: str, token: str) -> PanelRecord:
    """Return the record of a panel as it was concluded."""
    del number
    panel = work.get(Panel, panel_id)
    case = work.case(panel.case_id)
    return PanelRecord(
        **face(work, case, "", token),
        cause=case.cause_title,
        findings=stated_findings(work, case.id),
        basis=stated_assessment(work, case.id).basis_full,
        convened_by=panel.convened_name,
        chair=panel.chair_name,
        held_on=form.text("held_on"),
        place=panel.place,
        matter=panel.matter,
        proposed=None if case.proposed_fine is None else format(case.proposed_fine, "f"),
        course=form.text("opinions"),
        members=tuple(_member(seat) for seat in work.rows(Seat, panel_id=panel.id, order="place")),
        resolution=panel.resolution or "",
        reason=form.find("reason") or "",
        fine=None if panel.fine is None else format(panel.fine, "f"),
        others=tuple(party.name or "" for party in work.rows(Party, case_id=case.id, order="number") if party.number > 1 and party.struck_on is None),
    )


def _member(seat: Seat) -> Member:
    signed = "" if seat.voted_at is None else seat.voted_at.astimezone(SHANGHAI).strftime("%Y-%m-%dT%H:%M")
    return Member(name=seat.person_name, title=seat.title, vote=seat.vote or "", opinion=seat.opinion or "", signed_at=signed)
