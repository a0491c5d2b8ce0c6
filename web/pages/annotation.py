"""The file kept in order (案卷登记): participants, the party put right, cases beside this one, comments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.address_confirmation import ConfirmAddress
from engine.commands.case_link import LinkCases
from engine.commands.command import CaseCommand
from engine.commands.comment import WriteComment
from engine.commands.inquiry import RecordInquiry
from engine.commands.participant import RecordParticipant
from engine.commands.party import AddParty, AmendParty
from engine.commands.sampling import RecordExtraction, RecordSampling
from engine.errors import InvalidInputError, NotFoundError, RefusalError
from engine.queries.case_file import CaseFile
from web import login, words
from web.filled import FilledForm, at_field, compact
from web.request import Typed, ask, execute, typed

blueprint = Blueprint("annotation", __name__)
blueprint.before_request(login.demand)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of note in the file: its question, its command, and where on the page of the case it then stands."""

    question: str
    command: Callable[[str, Typed], CaseCommand[Any]]
    anchor: str
    done: str


KINDS: Mapping[str, Kind] = {
    "participant": Kind("还有谁参加这件案件？", lambda case, data: RecordParticipant(case_id=case, data=data), "participants", "已登记参加人。"),
    "joint_party": Kind("谁与当事人一起违法？", lambda case, data: AddParty(case_id=case, data=data), "party", "已登记，请另案登记线索。"),
    "inquiry": Kind("问了谁，怎么回答的？", lambda case, data: RecordInquiry(case_id=case, data=data), "evidence", "询问笔录已制作，并入卷为证据。"),
    "sampling": Kind("抽取了哪些样品？", lambda case, data: RecordSampling(case_id=case, data=data), "docs", "抽样取证凭证已制作。"),
    "extraction": Kind("提取了哪些电子数据？", lambda case, data: RecordExtraction(case_id=case, data=data), "docs", "提取笔录已制作。"),
    "address_confirmation": Kind("文书送到哪里？", lambda case, data: ConfirmAddress(case_id=case, data=data), "docs", "送达地址确认书已制作。"),
    "case_link": Kind("哪件案件与本案有关？", lambda case, data: LinkCases(case_id=case, data=data), "links", "已关联。"),
    "comment": Kind("想提醒同事什么？", lambda case, data: WriteComment(case_id=case, data=data), "comments", "批注已写入。"),
}
"""Every kind by the key of its form, which is also the end of its address."""

AMENDING = "当事人的哪些信息要更正？"


@blueprint.get("/cases/<case_id>/note/<kind>")
def show(case_id: str, kind: str) -> ResponseReturnValue:
    """Show the form of a note; the address may choose the role of a participant."""
    chosen = {"role": request.args["role"]} if "role" in request.args else {}
    return _page(case_id, kind, _kind(kind).question, FilledForm(forms.describe(kind), chosen))


@blueprint.post("/cases/<case_id>/note/<kind>")
def add(case_id: str, kind: str) -> ResponseReturnValue:
    """Record the note and go back to where it stands in the file."""
    note, data = _kind(kind), compact(typed(request))
    try:
        execute(note.command(case_id, data))
    except NotFoundError:
        raise
    except RefusalError as refusal:
        return _page(case_id, kind, note.question, _filled(kind, data, refusal), refusal), refusal.status
    flash(note.done)
    return redirect(url_for("case.show", case_id=case_id, _anchor=note.anchor), 303)


@blueprint.get("/cases/<case_id>/parties/<party_id>")
def party(case_id: str, party_id: str) -> ResponseReturnValue:
    """Show the form that puts a party right, filled in with what is recorded."""
    file = ask(CaseFile(case_id=case_id))
    found = next((party for party in file.parties if party.id == party_id), None)
    if found is None:
        raise NotFoundError("本案没有这个当事人。")
    return _page(case_id, "party_amendment", AMENDING, FilledForm(forms.describe("party_amendment"), words.party_fields(found)))


@blueprint.post("/cases/<case_id>/parties/<party_id>")
def amend(case_id: str, party_id: str) -> ResponseReturnValue:
    """Record the party as it now stands."""
    data = compact(typed(request))
    try:
        execute(AmendParty(case_id=case_id, party_id=party_id, data=data))
    except NotFoundError:
        raise
    except RefusalError as refusal:
        filled = _filled("party_amendment", data, refusal)
        return _page(case_id, "party_amendment", AMENDING, filled, refusal), refusal.status
    flash("当事人信息已更正，更正前后都在经过里。")
    return redirect(url_for("case.show", case_id=case_id, _anchor="party"), 303)


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise NotFoundError("没有这一页。")
    return KINDS[name]


def _filled(form: str, data: Typed, refusal: RefusalError) -> FilledForm:
    return FilledForm(forms.describe(form), data, refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal))


def _page(case_id: str, form: str, question: str, filled: FilledForm, refusal: RefusalError | None = None) -> str:
    shown = None if isinstance(refusal, InvalidInputError) else refusal
    return render_template("case/note.html", file=ask(CaseFile(case_id=case_id)), form=form, question=question, filled=filled, refusal=shown)
