"""The file kept in order (案卷登记): participants, joint parties, cases beside this one, comments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.address_confirmation import ConfirmAddress
from engine.commands.case_link import LinkCases
from engine.commands.command import CaseCommand
from engine.commands.comment import WriteComment
from engine.commands.evidence_request import RequestEvidence
from engine.commands.evidence_sheet import PasteEvidence
from engine.commands.inquiry import RecordInquiry
from engine.commands.participant import RecordParticipant
from engine.commands.party import AddParty
from engine.commands.sampling import RecordExtraction, RecordSampling
from engine.commands.stop_order import OrderStop
from engine.errors import InvalidInputError, NotFoundError, RefusalError
from engine.queries.case_file import CaseFile
from engine.rules.evidence import PICTURES
from web import login
from web.candidate import other_cases
from web.filled import FilledForm, at_field, compact
from web.limb import stoppable
from web.request import Typed, ask, execute, typed

SHEET, LINK, STOP = "evidence_sheet", "case_link", "stop_order"

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
    SHEET: Kind("哪些照片要打印粘贴？", lambda case, data: PasteEvidence(case_id=case, data=data), "docs", "粘贴页已制作。"),
    "evidence_request": Kind("向谁调取什么？", lambda case, data: RequestEvidence(case_id=case, data=data), "docs", "调取证据通知书已制作。"),
    STOP: Kind("立即停止什么？", lambda case, data: OrderStop(case_id=case, data=data), "docs", "责令停止违法行为通知书已制作，请送达。"),
    "address_confirmation": Kind("文书送到哪里？", lambda case, data: ConfirmAddress(case_id=case, data=data), "docs", "送达地址确认书已制作。"),
    LINK: Kind("哪件案件与本案有关？", lambda case, data: LinkCases(case_id=case, data=data), "links", "已关联。"),
    "comment": Kind("想提醒同事什么？", lambda case, data: WriteComment(case_id=case, data=data), "comments", "批注已写入。"),
}
"""Every kind by the key of its form, which is also the end of its address."""


@blueprint.get("/cases/<case_id>/note/<kind>")
def show(case_id: str, kind: str) -> ResponseReturnValue:
    """Show the form of a note; the address may choose the role of a participant."""
    chosen = {"role": request.args["role"]} if "role" in request.args else {}
    return _page(case_id, _kind(kind).question, FilledForm(forms.describe(kind), chosen))


@blueprint.post("/cases/<case_id>/note/<kind>")
def add(case_id: str, kind: str) -> ResponseReturnValue:
    """Record the note and go back to where it stands in the file."""
    note, data = _kind(kind), compact(typed(request))
    try:
        execute(note.command(case_id, data))
    except NotFoundError:
        raise
    except RefusalError as refusal:
        return _page(case_id, note.question, _filled(kind, data, refusal), refusal), refusal.status
    flash(note.done)
    return redirect(url_for("case.show", case_id=case_id, _anchor=note.anchor), 303)


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise NotFoundError("没有这一页。")
    return KINDS[name]


def _filled(form: str, data: Typed, refusal: RefusalError) -> FilledForm:
    return FilledForm(forms.describe(form), data, refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal))


def _page(case_id: str, question: str, filled: FilledForm, refusal: RefusalError | None = None) -> str:
    shown = None if isinstance(refusal, InvalidInputError) else refusal
    file = ask(CaseFile(case_id=case_id))
    if filled.form.key == SHEET:
        # Nothing else can be pasted.
        file = replace(file, evidence=tuple(item for item in file.evidence if item.media_type in PICTURES))
    if filled.form.key == STOP:
        filled = replace(filled, options={"limb": stoppable(file)})
    finding = request.args.get("q", "").strip()[:100] if filled.form.key == LINK else None
    if finding is not None:
        filled = replace(filled, options={"other": other_cases(file, filled.text("other"), finding)})
    return render_template("case/note.html", file=file, person=None, question=question, filled=filled, refusal=shown, finding=finding)
