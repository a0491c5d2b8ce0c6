"""Disclosure (公示内容): what the public sees, or would see, of a case, with every text masked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, select

from engine.actor import Actor
from engine.law.book import LawBook
from engine.model import Amendment, Base, Case, Document, Participant, Party, PublicFile, Remedy, Task
from engine.queries.amendment import earlier
from engine.queries.discretion import PARTY_TYPES
from engine.queries.goods import goods_of
from engine.queries.party import identity_of, party_of
from engine.queries.procedure import may_publish_again
from engine.queries.query import Query, Reading, answers
from engine.rules.document import read
from engine.rules.document.changed_decision import ChangedDecision
from engine.rules.document.decision import Decision
from engine.rules.document.spot_decision import SpotDecision
from engine.rules.document.wording import day_text
from engine.rules.identity import Identity
from engine.rules.money import format_yuan
from engine.rules.publication import Spared, changed_sanction, kinds_of, public_until, severity
from engine.rules.redaction import Secrets, mask, masking
from engine.rules.remedy import KINDS, RESULTS
from engine.rules.search import normal
from engine.store import tables

Row = TypeVar("Row", bound=Base)

_DECISIONS = select(Document.__table__).where(Document.case_id == bindparam("case"), Document.code.in_(("D19", "D20")))
_SUMMARIES = (
    select(Task.__table__)
    .where(Task.case_id == bindparam("case"), Task.form == "publication", Task.state == "done")
    .order_by(Task.done_at.desc(), Task.id.desc())
    .limit(1)
)
_PREPARING = select(Task.__table__).where(Task.case_id == bindparam("case"), Task.form == "publication", Task.state == "waiting")
_CHANGES = select(Document.__table__).where(Document.case_id == bindparam("case"), Document.code == "D31")
_REMEDIES = select(Remedy.__table__).where(Remedy.case_id == bindparam("case"), Remedy.against.is_(None), Remedy.result.is_not(None))
_PARTIES = select(Party.__table__).where(Party.case_id == bindparam("case"))
_PARTICIPANTS = select(Participant.__table__).where(Participant.case_id == bindparam("case"))
_AMENDMENTS = select(Amendment.__table__).where(Amendment.case_id == bindparam("case"))
_FILES = select(PublicFile.__table__).where(PublicFile.case_id == bindparam("case"), PublicFile.state == "attached")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A decision as it would be published today.

    Attributes:
        content: what the page would say.
        until: the last day on which it would be shown.
        preparing: whether the publication is being prepared, so that files may be attached and removed.
    """

    content: Mapping[str, Any]
    until: date
    severity: str
    files: tuple[PublicFile, ...]
    preparing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPublication(Query[Preview | None]):
    """What would be published of a case within reach; None before there is a decision."""

    case_id: str


@answers(PreviewPublication)
def preview_publication(query: PreviewPublication, actor: Actor, reading: Reading) -> Preview | None:
    """Return the preview with the newest summary."""
    case = reading.case(query.case_id, actor)
    if penalty_of(reading.connection, case.id) is None:
        return None
    content = content_of(reading.connection, reading.law, case, summary_of(reading.connection, case.id))
    grave = severity(case.procedure, content["kinds"], reading.law.parameters)
    return Preview(
        content=content,
        until=public_until(reading.today, PARTY_TYPES[content["party_kind"]], grave, reading.law.parameters),
        severity=grave,
        files=tuple(files_of(reading.connection, case.id)),
        preparing=preparing(reading.connection, case.id),
    )


def preparing(connection: Connection, case_id: str) -> bool:
    """Tell whether files may come and go: while the publication is prepared, and before it is proposed to publish again."""
    return bool(_rows(connection, Task, _PREPARING, case_id)) or may_publish_again(connection, case_id)


def content_of(connection: Connection, law: LawBook, case: Case, summary: str, stated: str = "") -> dict[str, Any]:
    """Return what the public will see, of a decision that was changed its new form; every text has been through the mask.

    `stated` is the whole penalty in the words of the paper that changed it, needed where more than the fine was changed.
    """
    party, paper = party_of(connection, case.id), penalty_of(connection, case.id)
    secrets, natural, how = secrets_of(connection, case.id), identity_of(party).number is not None, masking(law.parameters)
    facts = paper.facts if paper is not None and paper.facts else {}
    decision, changes = decision_of(paper), changes_of(connection, law, case.id)
    sanction = (
        None
        if decision is None
        else changed_sanction(decision.sanction, case.fine, stated, _spared(connection, case))
        if changes
        else decision.sanction
    )
    return {
        "party": mask(party.name or "", secrets, how) if natural else party.name,
        "party_kind": party.kind,
        "code": None if natural else party.code,
        "legal_representative": party.legal_representative if party.kind == "organisation" else None,
        "cause": case.cause_title,
        "summary": mask(summary, secrets, how),
        "facts": [mask(text, secrets, how) for text in facts.get("findings", ())],
        "basis": "；".join(f"《{item['statute']}》{item['article']}" for item in facts.get("basis", ())),
        "penalty": "" if sanction is None else mask(sanction.sentence("当事人"), secrets, how),
        "kinds": [] if sanction is None else list(kinds_of(sanction)),
        "fine": None if case.fine is None else format(case.fine, "f"),
        "decided_on": case.decided_on.isoformat() if case.decided_on else None,
        "agency": law.department.name,
        "number": paper.number if paper is not None else None,
        "changes": [mask(text, secrets, how) for text in changes],
    }


def _spared(connection: Connection, case: Case) -> Spared:
    """Return what is left of confiscated gains in yuan, None where nobody touched them, and the things that are not confiscated any more."""
    touched = case.gains is not None or any(remedy.gains is not None for remedy in _rows(connection, Remedy, _REMEDIES, case.id))
    back = frozenset(thing.number for thing in goods_of(connection, case.id) if thing.disposal == "confiscated" and thing.intent == "return")
    return Spared(gains=case.gains if touched else None, goods=back)


def changes_of(connection: Connection, law: LawBook, case_id: str) -> list[str]:
    """Return in a sentence each when and by which paper the decision of a case was changed, the first change first."""
    found = [(remedy.effective_on or date.min, _changed_by(remedy)) for remedy in _rows(connection, Remedy, _REMEDIES, case_id) if _changes(remedy)]
    for paper in _rows(connection, Document, _CHANGES, case_id):
        facts = read(paper.code, paper.facts) if paper.facts else None
        said = facts.decision if isinstance(facts, ChangedDecision) else ""
        found.append((paper.issued_on, f"{_day(paper.issued_on)}，{law.department.name}自行纠错（{paper.number}）：{said}"))
    return [text for _, text in sorted(found)]


def _changes(remedy: Remedy) -> bool:
    return RESULTS[str(remedy.result)].changes and (remedy.fine != remedy.before or remedy.gains is not None)


def _changed_by(remedy: Remedy) -> str:
    sums = [("罚款", remedy.before, remedy.fine)] if remedy.fine != remedy.before else []
    sums += [("没收违法所得", remedy.gains_before, remedy.gains)] if remedy.gains is not None else []
    said = "，".join(f"{word}由{format_yuan(before or Decimal(0))}变更为{format_yuan(after or Decimal(0))}" for word, before, after in sums)
    told = f"{remedy.organ}{KINDS[remedy.kind]}{RESULTS[str(remedy.result)].word}（{remedy.document_no}）"
    return f"{_day(remedy.effective_on or date.min)}，{told}：{said}。"


def _day(day: date) -> str:
    return day_text(day.isoformat())


def words_of(content: Mapping[str, Any]) -> str:
    """Return what can be found of a publication, in the form in which it is compared: masked words, and nothing else."""
    told = [content[name] for name in ("party", "code", "legal_representative", "cause", "summary", "penalty", "number", "agency")]
    return "·".join(normal(str(text)) for text in (*told, *content["facts"]) if text)


def secrets_of(connection: Connection, case_id: str) -> Secrets:
    """Return what must not be left of the people of a case: the parties as far as they are people, and everybody who takes part.

    An organisation's name, code and representative are public, and so is the registered name of an individual business.
    """
    parties = _rows(connection, Party, _PARTIES, case_id)
    people = [party for party in parties if party.kind != "organisation"]
    others = _rows(connection, Participant, _PARTICIPANTS, case_id)
    known: list[Party | Participant] = [*(party for party in people if identity_of(party).number), *others]
    # What stood there before it was put right may still stand in texts.
    before = [row for row in _rows(connection, Amendment, _AMENDMENTS, case_id) if row.before]
    names = [*(person.name for person in known), *(party.legal_representative for party in people), *earlier(before, known, "name")]
    names += earlier(before, people, "legal_representative")
    living: list[Party | Participant] = [*people, *others]
    homes = [*(person.address for person in living), *earlier(before, living, "address")]
    former = _former_people(before, [party for party in parties if not identity_of(party).number])
    numbers = [*(party.code for party in people if party.code_kind), *(old["code"] for row in before if (old := row.before or {}).get("code_kind"))]
    return Secrets(
        names=frozenset(filter(None, names)) | former.names,
        addresses=frozenset(filter(None, homes)) | former.addresses,
        numbers=frozenset(filter(None, numbers)),
    )


def _known(before: Mapping[str, Any]) -> Identity:
    return Identity(kind=before["kind"], code=before.get("code"), code_kind=before.get("code_kind"))


def _former_people(rows: Sequence[Amendment], firms: Sequence[Party]) -> Secrets:
    """Return what was recorded of a person where an organisation or a business stands now, without the words by which this is known openly."""
    ids = {party.id for party in firms}
    public = {word for party in firms for word in (party.name, party.legal_representative, party.address)}
    found = [row.before or {} for row in rows if row.subject_id in ids]
    people = [before for before in found if before.get("kind") not in {None, "organisation"}]
    names = {before.get("legal_representative") for before in people}
    names |= {before.get("name") for before in people if _known(before).number is not None}
    homes = {before.get("address") for before in people}
    return Secrets(names=frozenset(filter(None, names - public)), addresses=frozenset(filter(None, homes - public)))


def decision_of(paper: Document | None) -> Decision | SpotDecision | None:
    """Return the facts of the decision that imposes the penalty; None where they were erased."""
    facts = read(paper.code, paper.facts) if paper is not None and paper.facts else None
    return facts if isinstance(facts, Decision | SpotDecision) else None


def penalty_of(connection: Connection, case_id: str) -> Document | None:
    """Return the decision that imposes the penalty, in writing before on the spot; None before there is one."""
    found = _rows(connection, Document, _DECISIONS, case_id)
    return max(found, key=lambda paper: (paper.code == "D19", paper.issued_on, paper.state == "issued", paper.sequence or 0), default=None)


def summary_of(connection: Connection, case_id: str) -> str:
    """Return the newest summary for the public, empty before there is one."""
    return next((str((task.data or {}).get("summary") or "") for task in _rows(connection, Task, _SUMMARIES, case_id)), "")


def files_of(connection: Connection, case_id: str) -> list[PublicFile]:
    """Return the files that go public with the decision of a case, in the order in which they were attached."""
    return sorted(_rows(connection, PublicFile, _FILES, case_id), key=lambda file: (file.attached_at, file.id))


def _rows(connection: Connection, model: type[Row], statement: Any, case_id: str) -> list[Row]:
    return tables.rows(connection, model, statement, {"case": case_id})
