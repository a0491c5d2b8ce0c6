"""Publication (公示): masked, checked, published in time; never a minor's. Source: 行政处罚法 Art. 48, 50; 个人信息保护法 Art. 28."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from engine.commands import deadline as clock
from engine.commands.document import penalty_paper
from engine.commands.submission import last_form, submits
from engine.errors import LawError
from engine.events.publication import DecisionPublished, PublicationWithheld
from engine.model import Case, Document, Party, Task
from engine.queries.discretion import PARTY_TYPES, reported
from engine.rules.identity import birth_date, resident_id
from engine.rules.money import format_yuan
from engine.rules.publication import check_publishable, public_until
from engine.rules.redaction import Secrets, mask
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@submits("publication")
def prepare(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a summary in which personal data are left, and any publication of a minor's case (I13)."""
    del task
    if data.routing["publish"]:
        content = _content(work, case, data.text("summary"))
        _check(work, case, content)
        _check_served(penalty_paper(work, case.id))


@operation("publication.publish")
def publish(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Publish the decision, checked once more, and stop the clock."""
    del inputs, values
    case, form, paper = work.case(case_id), last_form(work, case_id, "publication"), penalty_paper(work, case_id)
    if form is None or paper is None or paper.number is None:
        raise LawError("publication_blocked", "没有可以公示的决定书。", basis="行政处罚法 48")
    _check_served(paper)
    content = _content(work, case, form.text("summary"))
    _check(work, case, content)
    work.record(
        DecisionPublished(
            case=case_id,
            publication=work.new_id(),
            number=paper.number,
            district=case.district,
            published_on=work.today,
            until=public_until(work.today, PARTY_TYPES[_party(work, case_id).kind], work.law.parameters),
            content=content,
        )
    )
    clock.meet(work, case_id, "publication", work.today)
    return {}


@operation("publication.withhold")
def withhold(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record why the decision is not published, and stop the clock."""
    del inputs, values
    form = last_form(work, case_id, "publication")
    work.record(PublicationWithheld(case=case_id, reason=form.find("reason") or "" if form else "", basis="行政处罚法 48①"))
    clock.meet(work, case_id, "publication", work.today)
    return {}


def _check_served(paper: Document | None) -> None:
    """Refuse to publish what the party has not been served with: until then the decision does not bind it (行政处罚法 Art. 61)."""
    if paper is None or paper.served_on is None:
        raise LawError("not_served", "决定书尚未送达当事人，不得公示。", basis="行政处罚法 48①、61①")


def _content(work: Work, case: Case, summary: str) -> dict[str, Any]:
    """Return what the public will see; every text has been through the mask."""
    party, paper, law = _party(work, case.id), penalty_paper(work, case.id), work.law
    secrets, natural = _secrets(party), resident_id(party.kind, party.code) is not None
    facts = paper.facts if paper is not None and paper.facts else {}
    basis = "；".join(f"《{item['statute']}》{item['article']}" for item in facts.get("basis", ()))
    content: dict[str, Any] = {
        "party": mask(party.name or "", secrets) if natural else party.name,
        "party_kind": party.kind,
        "code": party.code if party.kind == "organisation" else None,
        "legal_representative": party.legal_representative if party.kind == "organisation" else None,
        "cause": case.cause_title,
        "summary": mask(summary, secrets),
        "facts": [mask(text, secrets) for text in facts.get("findings", ())],
        "basis": basis,
        "penalty": f"罚款{format_yuan(case.fine)}" if case.fine is not None else "",
        "fine": None if case.fine is None else format(case.fine, "f"),
        "decided_on": case.decided_on.isoformat() if case.decided_on else None,
        "agency": law.department.name,
        "number": paper.number if paper is not None else None,
    }
    words = [content["party"], content["cause"], content["summary"], content["number"]]
    return content | {"search": " ".join(str(word) for word in words if word)}


def _check(work: Work, case: Case, content: Mapping[str, Any]) -> None:
    party = _party(work, case.id)
    number = resident_id(party.kind, party.code)
    born = birth_date(number) if number else None
    act = date.fromisoformat(str(reported(work.connection, case.id)["act_end"]))
    # A registered name is public even where it contains the operator's own.
    shown = [content[name] for name in (("party",) if number else ()) + ("summary", "penalty")] + list(content["facts"])
    check_publishable("\n".join(str(text) for text in shown), _secrets(party), born=born, act=act)


def _secrets(party: Party) -> Secrets:
    """Return what must not be left of a natural person, and of who runs an individual business.

    An organisation's name, code and representative are public, and so is the registered name of an individual business.
    """
    people = (party.name if resident_id(party.kind, party.code) else None, party.legal_representative if party.kind != "organisation" else None)
    names = frozenset(name for name in people if name)
    homes = frozenset({party.address}) if party.kind != "organisation" and party.address else frozenset()
    return Secrets(names=names, addresses=homes)


def _party(work: Work, case_id: str) -> Party:
    return work.rows(Party, case_id=case_id, order="id")[0]
