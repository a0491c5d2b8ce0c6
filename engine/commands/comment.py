"""Comments (批注): a word to the others who handle a case."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.archiving import check_not_archived
from engine.commands.command import CaseCommand, handles
from engine.events.comment import CommentWritten
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteComment(CaseCommand[str]):
    """Comment on a case; `data` is the form `comment`, the answer the id."""

    data: Mapping[str, object]


@handles(WriteComment)
def write_comment(command: WriteComment, work: Work) -> str:
    """Record the comment under its author's name; it moves nothing in the procedure."""
    case = work.case(command.case_id)
    data = work.read_form("comment", command.data)
    check_not_archived(case)
    key = work.new_id()
    work.record(
        CommentWritten(case=case.id, comment=key, person=work.actor.id, person_name=work.actor.name, text=data.text("text"), written_at=work.now)
    )
    return key
