"""Changes of the people of a case (变更记录): put right, struck off, found to need a guardian."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.capacity import RecordCapacity
from engine.commands.command import CaseCommand
from engine.commands.participant import AmendParticipant, StrikeParticipant
from engine.commands.party import AmendParty, StrikeParty
from engine.errors import InvalidInputError, NotFoundError, RefusalError
from engine.model import Participant, Party
from engine.queries.case_file import CaseFile, CaseFileView
from web import login, words
from web.filled import FilledForm, at_field, compact
from web.request import ask, execute, typed

blueprint = Blueprint("amendment", __name__)
blueprint.before_request(login.demand)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of change: its form, its question, its command, and what is said when it is done."""

    form: str
    question: str
    command: Callable[..., CaseCommand[None]]
    done: str


KINDS: Mapping[tuple[str, str], Kind] = {
    ("parties", "amend"): Kind("party_amendment", "当事人的哪些信息要更正？", AmendParty, "当事人信息已更正，更正前后都在变更记录里。"),
    ("parties", "strike"): Kind("striking", "为什么不再是共同当事人？", StrikeParty, "共同当事人已除名。"),
    ("parties", "capacity"): Kind("capacity", "当事人能独立参加程序吗？", RecordCapacity, "民事行为能力已记录。"),
    ("participants", "amend"): Kind(
        "participant_amendment", "参加人的哪些信息要更正？", AmendParticipant, "参加人信息已更正，更正前后都在变更记录里。"
    ),
    ("participants", "strike"): Kind("striking", "为什么不再参加？", StrikeParticipant, "参加人已除名。"),
}
"""Every kind by whom it changes and what it does, as the address has it."""

PERSON: Mapping[str, str] = {"parties": "party_id", "participants": "participant_id"}
"""How the commands call whom they change."""


@blueprint.get("/cases/<case_id>/<any(parties, participants):people>/<key>", defaults={"act": "amend"})
@blueprint.get("/cases/<case_id>/<any(parties, participants):people>/<key>/<act>")
def show(case_id: str, people: str, key: str, act: str) -> ResponseReturnValue:
    """Show the form of a change, filled in with what is recorded where it puts that right."""
    kind, file = _kind(people, act), ask(CaseFile(case_id=case_id))
    person = _person(file, people, key)
    values = words.party_fields(person) if isinstance(person, Party) else words.participant_fields(person)
    return _page(file, person, kind, FilledForm(forms.describe(kind.form), values if act == "amend" else {}))


@blueprint.post("/cases/<case_id>/<any(parties, participants):people>/<key>", defaults={"act": "amend"})
@blueprint.post("/cases/<case_id>/<any(parties, participants):people>/<key>/<act>")
def change(case_id: str, people: str, key: str, act: str) -> ResponseReturnValue:
    """Record the change and go back to where the person stands in the file."""
    kind, data = _kind(people, act), compact(typed(request))
    try:
        execute(kind.command(case_id=case_id, data=data, **{PERSON[people]: key}))
    except NotFoundError:
        raise
    except RefusalError as refusal:
        errors = refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal)
        file = ask(CaseFile(case_id=case_id))
        filled = FilledForm(forms.describe(kind.form), data, errors)
        return _page(file, _person(file, people, key), kind, filled, refusal), refusal.status
    flash(kind.done)
    return redirect(url_for("case.show", case_id=case_id, _anchor="party" if people == "parties" else "participants"), 303)


def _kind(people: str, act: str) -> Kind:
    kind = KINDS.get((people, act))
    if kind is None:
        raise NotFoundError("没有这一页。")
    return kind


def _person(file: CaseFileView, people: str, key: str) -> Party | Participant:
    known: tuple[Party | Participant, ...] = file.parties if people == "parties" else file.participants
    found = next((person for person in known if person.id == key), None)
    if found is None:
        raise NotFoundError("本案没有这个人。")
    return found


def _page(file: CaseFileView, person: Party | Participant, kind: Kind, filled: FilledForm, refusal: RefusalError | None = None) -> str:
    shown = None if isinstance(refusal, InvalidInputError) else refusal
    return render_template("case/note.html", file=file, person=person, question=kind.question, filled=filled, refusal=shown)
