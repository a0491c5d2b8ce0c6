"""Publication (公示): masked, checked, published in time; never a minor's. Source: 行政处罚法 Art. 48, 50; 个人信息保护法 Art. 28."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.commands import deadline as clock
from engine.commands.command import CaseCommand, handles
from engine.commands.document import penalty_paper
from engine.commands.public_file import check_files
from engine.commands.submission import last_form, submits
from engine.errors import LawError
from engine.events.publication import DecisionPublished, PublicationEnded, PublicationWithheld
from engine.model import Case, Document, Publication, Task
from engine.queries.disclosure import content_of, secrets_of, words_of
from engine.queries.discretion import PARTY_TYPES, reported
from engine.queries.party import identity_of, party_of
from engine.rules.publication import check_publishable, public_until, severity
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPublication(CaseCommand[bool]):
    """Stop showing a publication whose last day is over; given by the system alone. The answer is whether it was."""

    publication_id: str


@handles(EndPublication)
def end_publication(command: EndPublication, work: Work) -> bool:
    """Record the end of the term; a publication that was withdrawn or is not due yet stays as it is."""
    shown = work.find(Publication, command.publication_id)
    if shown is None or shown.case_id != command.case_id or shown.state != "published" or shown.until is None or shown.until >= work.today:
        return False
    work.record(PublicationEnded(case=shown.case_id, publication=shown.id, number=shown.number, until=shown.until))
    return True


@submits("publication")
def prepare(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a summary in which personal data are left, and any publication of a minor's case (I13)."""
    del task
    if data.routing["publish"]:
        _check_content(work, case, content_of(work.connection, work.law, case, data.text("summary")))
        check_files(work, case)
        check_served(work, case.id)


@operation("publication.publish")
def publish(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Publish the decision, checked once more, and stop the clock."""
    del inputs, values
    form = last_form(work, case_id, "publication")
    if form is None:
        raise LawError("publication_blocked", "没有可以公示的决定书。", basis="行政处罚法 48")
    publish_decision(work, work.case(case_id), form.text("summary"))
    clock.meet(work, case_id, "publication", work.today)
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What a publication takes over from the one of before that was withdrawn: its first day and its last one; `reason` is public.

    `stated` is the whole penalty as the paper that changed it has it, where more than the fine was changed.
    """

    of: str
    reason: str
    first_on: date
    until: date | None
    stated: str = ""


def publish_decision(work: Work, case: Case, summary: str, again: Again | None = None) -> None:
    """Show the decision to the public from today on, checked once more; the term of one that is shown again counts from its first day."""
    paper = penalty_paper(work, case.id)
    if paper is None or paper.number is None:
        raise LawError("publication_blocked", "没有可以公示的决定书。", basis="行政处罚法 48")
    check_served(work, case.id)
    content, parameters = content_of(work.connection, work.law, case, summary, again.stated if again else ""), work.law.parameters
    _check_content(work, case, content)
    check_files(work, case)
    grave = severity(case.procedure, content["kinds"], parameters)
    until = again.until if again else public_until(work.today, PARTY_TYPES[party_of(work.connection, case.id).kind], grave, parameters)
    publication = work.new_id()
    work.record(
        DecisionPublished(
            case=case.id,
            publication=publication,
            number=paper.number,
            district=case.district,
            published_on=work.today,
            until=until,
            content=content,
            cause=case.cause,
            procedure=case.procedure,
            kinds="".join(f"|{kind}|" for kind in content["kinds"]),
            severity=grave,
            decided_on=case.decided_on,
            words=words_of(content),
            again_of=again.of if again else None,
            again_reason=again.reason if again else None,
            first_on=again.first_on if again else None,
        )
    )
    work.tell("copy", publication=publication, case=case.id)


@operation("publication.withhold")
def withhold(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record why the decision is not published, and stop the clock."""
    del inputs, values
    form = last_form(work, case_id, "publication")
    work.record(PublicationWithheld(case=case_id, reason=form.find("reason") or "" if form else "", basis="行政处罚法 48①"))
    clock.meet(work, case_id, "publication", work.today)
    return {}


def check_served(work: Work, case_id: str) -> None:
    """Refuse to publish what the party has not been served with: until then no decision binds it, nor its change (行政处罚法 Art. 61)."""
    paper = penalty_paper(work, case_id)
    if paper is None or paper.served_on is None:
        raise LawError("not_served", "决定书尚未送达当事人，不得公示。", basis="行政处罚法 48①、61①")
    if any(change.served_on is None for change in work.rows(Document, case_id=case_id, code="D31")):
        raise LawError("not_served", "变更决定书尚未送达当事人，变更后的决定不得公示。", basis="行政处罚法 48①、61①")


def _check_content(work: Work, case: Case, content: Mapping[str, Any]) -> None:
    """Refuse with publication_blocked a minor's case, and content in which something personal is left."""
    known = identity_of(party_of(work.connection, case.id))
    act = date.fromisoformat(str(reported(work.connection, case.id)["act_end"]))
    # A registered name is public even where it contains the operator's own.
    shown = [content[name] for name in (("party",) if known.number else ()) + ("summary", "penalty")] + list(content["facts"])
    check_publishable("\n".join(str(text) for text in shown), secrets_of(work.connection, case.id), born=known.birthday, act=act)
