"""Evidence (证据): received, checked for its type and sealed by its SHA-256."""

from dataclasses import dataclass

from engine.commands.command import CaseCommand, handles
from engine.commands.officer import officer_of
from engine.errors import FileRefusedError, InvalidInputError, TooLargeError
from engine.events.evidence import EvidenceReceived
from engine.model import Evidence, User
from engine.rules.conflict import check_certificate
from engine.rules.evidence import KINDS, LIMIT, media_type
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEvidence(CaseCommand[str]):
    """Hand in a file as evidence; the answer is its id."""

    kind: str
    name: str
    purpose: str
    file_name: str
    content: bytes


@handles(AddEvidence)
def add_evidence(command: AddEvidence, work: Work) -> str:
    """Store the file, seal it and number it within the case.

    Refuses a kind that is not one of the eight of 行政处罚法 Art. 46, a file that is not of an accepted type (415) or too large (413).
    """
    _check_words(command)
    if len(command.content) > LIMIT:
        raise TooLargeError(f"文件超过{LIMIT // 1024 // 1024}兆字节。", field="file")
    kind_of_file = media_type(command.content, command.file_name)
    if kind_of_file is None:
        raise FileRefusedError("只接受照片（JPEG、PNG、WebP）、PDF、音频和视频（MP3、M4A、WAV、MP4），且内容须与扩展名相符。", field="file")
    work.check_version()
    if "officer" in work.actor.roles:
        check_certificate(officer_of(work.get(User, work.actor.id)), work.today)
    number = 1 + max((item.number for item in work.rows(Evidence, case_id=command.case_id)), default=0)
    evidence = work.new_id()
    work.record(
        EvidenceReceived(
            case=command.case_id,
            evidence=evidence,
            number=number,
            kind=command.kind,
            name=command.name.strip(),
            purpose=command.purpose.strip(),
            file_name=command.file_name,
            media_type=kind_of_file,
            size=len(command.content),
            sha256=work.ports.files.put(command.content),
            person=work.actor.id,
            person_name=work.actor.name,
            received_at=work.now,
        )
    )
    return evidence


def _check_words(command: AddEvidence) -> None:
    """Refuse a kind that the law does not know, and words that are missing, too long or not text."""
    problems = {}
    if command.kind not in KINDS:
        problems["kind"] = ["证据种类须为行政处罚法第46条所列八种之一。"]
    for field, text, limit in (("name", command.name, 100), ("purpose", command.purpose, 500), ("file_name", command.file_name, 200)):
        if not text.strip() or len(text) > limit or any(ord(character) < 32 for character in text):
            problems[field] = [f"必填，不超过{limit}个字，不能含控制字符。"]
    if problems:
        raise InvalidInputError(problems)
