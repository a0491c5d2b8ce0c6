"""Evidence (证据): received, checked for its type and sealed by its SHA-256."""

from dataclasses import dataclass, fields
from datetime import date

from engine.commands.archiving import check_not_archived
from engine.commands.command import CaseCommand, handles
from engine.commands.officer import officer_of, recused_in
from engine.errors import FileRefusedError, TooLargeError
from engine.events.evidence import EvidenceReceived
from engine.model import Evidence, User
from engine.rules.conflict import check_certificate, check_recusal
from engine.rules.evidence import LIMIT, media_type
from engine.work import Work

WORDS = ("kind", "name", "purpose", "file_name", "source", "place", "obtained_on", "secrecy")
"""What is said of a file, read by the form `evidence`."""

RECORD = "application/json"
"""The media type of the frozen facts of a record, such as that of an inquiry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEvidence(CaseCommand[str]):
    """Hand in a file as evidence; the answer is its id. What is said of it is read by the form `evidence`, empty where it is not said."""

    kind: str
    name: str
    purpose: str
    file_name: str
    content: bytes
    source: str = ""
    place: str = ""
    obtained_on: str = ""
    secrecy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What comes in as evidence: its bytes and what is said of them; the record of an inquiry is its frozen facts as JSON."""

    kind: str
    name: str
    purpose: str
    file_name: str
    media_type: str
    content: bytes
    source: str | None
    place: str | None
    obtained_on: date | None
    secrecy: str | None = None


@handles(AddEvidence)
def add_evidence(command: AddEvidence, work: Work) -> str:
    """Store the file, seal it and number it within the case.

    Refuses a kind that is not one of the eight of 行政处罚法 Art. 46, a file that is not of an accepted type (415) or too large (413).
    """
    data = work.read_form("evidence", {name: getattr(command, name) for name in WORDS})
    if len(command.content) > LIMIT:
        raise TooLargeError(f"文件超过{LIMIT // 1024 // 1024}兆字节。", field="file")
    kind_of_file = media_type(command.content, data.text("file_name"))
    if kind_of_file is None:
        raise FileRefusedError("只接受照片（JPEG、PNG、WebP）、PDF、音频和视频（MP3、M4A、WAV、MP4），且内容须与扩展名相符。", field="file")
    work.check_version()
    check_not_archived(work.case(command.case_id))
    if "officer" in work.actor.roles:
        officer = officer_of(work.get(User, work.actor.id))
        check_certificate(officer, work.today)
        check_recusal(officer, recused_in(work.case(command.case_id)))
    piece = Piece(
        kind=data.text("kind"),
        name=data.text("name"),
        purpose=data.text("purpose"),
        file_name=data.text("file_name"),
        media_type=kind_of_file,
        content=command.content,
        source=data.find("source"),
        place=data.find("place"),
        obtained_on=data.day("obtained_on") if data.find("obtained_on") else None,
        secrecy=data.find("secrecy"),
    )
    return seal(work, command.case_id, piece)


def seal(work: Work, case_id: str, piece: Piece) -> str:
    """Number a piece of evidence within the case and seal it by its SHA-256; return its id."""
    words = {field.name: getattr(piece, field.name) for field in fields(piece) if field.name != "content"}
    fact = EvidenceReceived(
        case=case_id,
        evidence=work.new_id(),
        number=1 + max((item.number for item in work.rows(Evidence, case_id=case_id)), default=0),
        size=len(piece.content),
        sha256=work.ports.files.put(piece.content),
        person=work.actor.id,
        person_name=work.actor.name,
        received_at=work.now,
        **words,
    )
    work.record(fact)
    return fact.evidence
