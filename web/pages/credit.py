"""双公示 (信用报送): what is due goes into a file, the file is taken to the credit site, and its answers come back row by row."""

from collections.abc import Sequence

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.clock import SHANGHAI
from engine.commands.credit import CorrectCreditRow, ExportCreditRow, RecordCreditReceipt
from engine.errors import InvalidInputError, LawError, NotFoundError, RefusalError
from engine.model import CreditRow
from engine.queries.credit import CreditBatch, CreditRowOfNumber, CreditRows, OneCreditRow
from engine.rules.credit import FIELDS, shortened
from web import credit, login
from web.filled import FilledForm, at_field, compact
from web.request import Typed, actor, ask, engine, execute, page_number, typed

blueprint = Blueprint("credit", __name__)
blueprint.before_request(login.demand)

STATES = {"exported": "等待回执", "accepted": "已接收", "refused": "被退回", "corrected": "已更正待报", "recalled": "待撤回报送"}


@blueprint.get("/publications/credit")
def index() -> ResponseReturnValue:
    """Show what is due, what is out and what was answered; the filter stands in the address."""
    return _list(())


@blueprint.post("/publications/credit")
def export() -> ResponseReturnValue:
    """Put everything that is due into one file, each decision by a command of its own."""
    batch = f"{actor().district or 'bureau'}-{engine().clock.now().astimezone(SHANGHAI):%Y%m%d%H%M%S}"
    put, problems = 0, list[str]()
    for item in ask(CreditRows()).due:
        try:
            command = ExportCreditRow(case_id=item.case_id, publication_id=item.publication_id, batch=batch)
            # No key: what is out is not due, and what was corrected within the same second goes out again.
            put += engine().execute(command, actor())
        except RefusalError as refusal:
            problems.append(f"{item.number}：{refusal.message}")
    if problems:
        return _list(problems), 409
    flash(f"已编入{put}件，报送文件{batch}。" if put else "没有需要报送的决定。")
    cut = [
        f"{item.number}（{'、'.join(found)}）" for item in (ask(CreditBatch(batch=batch)) if put else ()) if (found := shortened(item.fields or {}))
    ]
    if cut:
        flash(f"{len(cut)}件的内容超过标准规定的长度，已截断并以“…”结尾，报送以前请核对：{'；'.join(cut)}。")
    return redirect(url_for("credit.index"), 303)


@blueprint.get("/publications/credit/<batch>.<kind>")
def download(batch: str, kind: str) -> ResponseReturnValue:
    """Send the file as CSV, XML or JSON; a row that went out again in a later file is in that one."""
    if kind not in credit.WRITERS:
        raise NotFoundError("报送文件只有CSV、XML和JSON三种格式。")
    media, write = credit.WRITERS[kind]
    answer = Response(write(batch, ask(CreditBatch(batch=batch))), content_type=media)
    answer.headers["Content-Disposition"] = f"attachment; filename={batch}.{kind}"
    return answer


@blueprint.post("/publications/credit/receipts")
def receipts() -> ResponseReturnValue:
    """Take in the answers of the credit site as a table; every line is recorded or refused by itself."""
    file = request.files.get("file")
    lines, problems = credit.read_receipts(b"" if file is None else file.read())
    recorded = 0
    for line in lines:
        try:
            row = ask(CreditRowOfNumber(number=line.number))
            engine().execute(RecordCreditReceipt(case_id=row.case_id, row_id=row.id, data=line.data), actor())
            recorded += 1
        except RefusalError as refusal:
            problems.append(f"第{line.place}行，{line.number}：{_said(refusal)}")
    if problems:
        return _list(problems, recorded), 422
    flash(f"已记入{recorded}条回执。")
    return redirect(url_for("credit.index"), 303)


@blueprint.get("/publications/credit/rows/<row_id>")
def row(row_id: str) -> ResponseReturnValue:
    """Show one row with its fields and what can be done now."""
    return _row(ask(OneCreditRow(row_id=row_id)))


@blueprint.post("/publications/credit/rows/<row_id>/receipt")
def receipt(row_id: str) -> ResponseReturnValue:
    """Record the answer to a row."""
    found, data = ask(OneCreditRow(row_id=row_id)), compact(typed(request))
    try:
        execute(RecordCreditReceipt(case_id=found.case_id, row_id=row_id, data=data))
    except (InvalidInputError, LawError) as refusal:
        return _refused(found, "credit_receipt", data, refusal)
    flash("回执已记入。")
    return redirect(url_for("credit.row", row_id=row_id), 303)


@blueprint.post("/publications/credit/rows/<row_id>/correction")
def correct(row_id: str) -> ResponseReturnValue:
    """Correct a field of a refused row."""
    found, data = ask(OneCreditRow(row_id=row_id)), compact(typed(request))
    try:
        execute(CorrectCreditRow(case_id=found.case_id, row_id=row_id, data=data))
    except (InvalidInputError, LawError) as refusal:
        return _refused(found, "credit_correction", data, refusal)
    flash("已更正，随下一个报送文件再次报送。")
    return redirect(url_for("credit.row", row_id=row_id), 303)


def _refused(found: CreditRow, form: str, data: Typed, refusal: InvalidInputError | LawError) -> ResponseReturnValue:
    errors = refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal)
    filled = FilledForm(forms.describe(form), data, errors)
    return _row(found, filled, refusal if isinstance(refusal, LawError) else None), refusal.status


def _row(found: CreditRow, filled: FilledForm | None = None, refusal: LawError | None = None) -> str:
    form = {"exported": "credit_receipt", "refused": "credit_correction", "corrected": "credit_correction"}.get(found.state)
    if filled is None and form is not None:
        filled = FilledForm(forms.describe(form), {})
    return render_template(
        "publication/row.html", row=found, fields=FIELDS, cut=shortened(found.fields or {}), filled=filled, refusal=refusal, states=STATES
    )


def _list(problems: Sequence[str], recorded: int = 0) -> str:
    state = request.args.get("state")
    query = CreditRows(state=state if state in STATES else None, page=page_number(request))
    return render_template(
        "publication/credit.html",
        query=query,
        list=ask(query),
        states=STATES,
        problems=problems,
        recorded=recorded,
        formats=list(credit.WRITERS),
        shortened=shortened,
    )


def _said(refusal: RefusalError) -> str:
    if isinstance(refusal, InvalidInputError):
        return "".join(message for messages in refusal.fields.values() for message in messages)
    return refusal.message
