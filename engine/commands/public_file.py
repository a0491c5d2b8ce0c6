"""Files beside a publication (公示附件): attached after a check of everything they tell; and the public copy of the decision."""

from dataclasses import dataclass

from engine.commands.command import CaseCommand, handles
from engine.errors import FileRefusedError, InvalidInputError, LawError, NotFoundError, StepNotWaitingError, TooLargeError
from engine.events.public_file import PublicFileAttached, PublicFileRemoved
from engine.events.publication import PublicCopyMade
from engine.model import Case, Publication, PublicFile
from engine.queries.disclosure import preparing, secrets_of
from engine.rules.disclosure import TYPES, check_file
from engine.rules.evidence import LIMIT, media_type
from engine.work import Work

MOST = 20
"""Files beside one publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachPublicFile(CaseCommand[str]):
    """Attach a file that is to go public with the decision; the answer is its id."""

    title: str
    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePublicFile(CaseCommand[None]):
    """Take a file away again before the decision is public, or public again."""

    file_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPublicCopy(CaseCommand[None]):
    """Record the public copy that was made of the masked content; its bytes are in the file store already."""

    publication_id: str
    sha256: str
    size: int


@handles(AttachPublicFile)
def attach_public_file(command: AttachPublicFile, work: Work) -> str:
    """Check and keep the file.

    Refuses with `file_refused` what cannot be read whole, with `too_large` more than twenty megabytes, with `publication_blocked` what
    tells something personal, and with `step_not_waiting` when the publication is not being prepared: what was reviewed does not change.
    """
    _check_words(command)
    if len(command.content) > LIMIT:
        raise TooLargeError(f"文件超过{LIMIT // 1024 // 1024}兆字节。", field="file")
    kind = media_type(command.content, command.file_name)
    if kind not in TYPES:
        raise FileRefusedError("公示附件只接受PDF和照片（JPEG、PNG），且内容须与扩展名相符。", field="file")
    work.check_version()
    _check_preparing(work, command.case_id)
    if len(work.rows(PublicFile, case_id=command.case_id, state="attached")) >= MOST:
        raise FileRefusedError(f"一份公示最多{MOST}个附件。", field="file")
    check_file(command.content, kind, (command.file_name, command.title), secrets_of(work.connection, command.case_id))
    file = work.new_id()
    work.record(
        PublicFileAttached(
            case=command.case_id,
            file=file,
            title=command.title.strip(),
            file_name=command.file_name,
            media_type=kind,
            sha256=work.ports.files.put(command.content),
            size=len(command.content),
            person_name=work.actor.name,
            attached_at=work.now,
        )
    )
    return file


@handles(RemovePublicFile)
def remove_public_file(command: RemovePublicFile, work: Work) -> None:
    """Take the file away; NotFoundError where the case has none of that id."""
    file = work.find(PublicFile, command.file_id)
    if file is None or file.case_id != command.case_id or file.state != "attached":
        raise NotFoundError("本案没有这个公示附件。")
    work.check_version()
    _check_preparing(work, command.case_id)
    work.record(PublicFileRemoved(case=command.case_id, file=file.id, title=file.title, person_name=work.actor.name))


@handles(RecordPublicCopy)
def record_public_copy(command: RecordPublicCopy, work: Work) -> None:
    """Check the text and the metadata of the copy once more and record its first bytes; a later one changes nothing."""
    shown = work.get(Publication, command.publication_id)
    if shown.case_id != command.case_id or not work.ports.files.has(command.sha256):
        raise LawError("not_found", "没有这份公示或者它的文件。")
    if shown.copy_sha256 is None:
        secrets = secrets_of(work.connection, command.case_id)
        check_file(work.ports.files.get(command.sha256), "application/pdf", (shown.number,), secrets)
        work.record(PublicCopyMade(case=shown.case_id, publication=shown.id, number=shown.number, sha256=command.sha256, size=command.size))


def check_files(work: Work, case: Case) -> None:
    """Refuse with publication_blocked where a file that is to go public tells something personal by what the case knows now."""
    secrets = secrets_of(work.connection, case.id)
    for file in work.rows(PublicFile, case_id=case.id, state="attached"):
        check_file(work.ports.files.get(file.sha256), file.media_type, (file.file_name, file.title), secrets)


def _check_preparing(work: Work, case_id: str) -> None:
    if not preparing(work.connection, case_id):
        raise StepNotWaitingError("公示不在准备之中，附件不能增减。")


def _check_words(command: AttachPublicFile) -> None:
    problems = {}
    for field, text, limit in (("title", command.title, 60), ("file_name", command.file_name, 200)):
        if not text.strip() or len(text) > limit or any(ord(character) < 32 for character in text):
            problems[field] = [f"必填，不超过{limit}个字，不能含控制字符。"]
    if problems:
        raise InvalidInputError(problems)
