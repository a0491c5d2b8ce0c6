"""Discretion tables (裁量基准) and the rules of all causes: what is in force, how versions differ; drafts written, checked, tried, approved."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.clock import local_date
from engine.commands.benchmark import ApproveBenchmark, DraftBenchmark, DropBenchmark, ReturnBenchmark, SubmitBenchmark
from engine.dmn import ModelError
from engine.dmn.edit import Sheet, write_rows, write_text
from engine.errors import InvalidInputError, LawError, NotFoundError, RefusalError
from engine.queries.benchmark import BenchmarkDrafts, DraftView, Edition, Editions, ShowDraft, sheets_of
from engine.rules.benchmark import LONGEST, MOST_ROWS
from web import login, sheet
from web.request import actor, ask, engine, execute

Rows = Sequence[tuple[str, ...]]
"""Rows of a table as they were typed."""

blueprint = Blueprint("benchmark", __name__)
blueprint.before_request(login.demand)

STATES = {"draft": "起草中", "submitted": "待复核", "published": "已发布", "dropped": "已撤销"}
VERDICTS = {"more": "多罚", "less": "少罚", "same": "不变", "nothing": "不罚", "undecided": "不能判定"}
SPARE_ROWS = 3
"""Empty rows at the foot of the form, for new ones."""
SERVES = {
    "basis": "行为时和决定时的规定适用哪一个；同一行为违反几个规定的，按哪一个罚款",
    "shared": "哪些情形不予处罚，哪些情节从轻、从重，数额要不要减轻或者调整适用的手续",
    "amount": "罚款落在阶次内的哪一点，怎样取整，怎样折合成元",
    "routing": "能不能当场处罚，要不要听证、法制审核、集体讨论、公开",
}
"""What each rule of all causes decides."""
CHECKED = {
    "basis": (
        "逐对比较轻重不同的新旧规定：不适用较重的，轻重相同的适用行为时的（行政处罚法第37条）；"
        "行为时没有依据、决定时不再处罚的，不罚（第37、38条）；一个行为违反几个规定的，按罚款上限高的罚一次（第29条）"
    ),
    "shared": "依法不予处罚的都不罚，没有法定情形的都要罚（行政处罚法第30至33、36条）；目录中的每一情节都计算；超出法定幅度的数额都拦下",
    "amount": "建议数额不出阶次；从轻情节不加重，从重情节不减轻（行政处罚法第32、34条），按元、百分比、倍数、件数逐一试过",
    "routing": "当场处罚不超过法定数额（行政处罚法第51条），该听证、法制审核、集体讨论的都不漏（第57、58、63条），未成年人的不公开",
}
"""What of the law every version of a rule was held against before it is published."""
LISTED = 200
"""Cases of a trial that are listed, those that change first; the numbers count all of them."""


@blueprint.get("/benchmarks")
def index() -> ResponseReturnValue:
    """Show the rules and tables in force on a day, and to the legal office the drafts."""
    day = _day(request.args.get("on", "")) or _today()
    found = [edition for edition in ask(Editions()) if edition.table.valid_from <= day and (edition.until is None or day <= edition.until)]
    drafts = ask(BenchmarkDrafts()) if _writes() else ()
    coming = [edition for edition in ask(Editions()) if edition.table.valid_from > _today()]
    return render_template(
        "benchmark/index.html",
        day=day,
        rules=[edition for edition in found if edition.general],
        editions=[edition for edition in found if not edition.general],
        coming=coming,
        drafts=drafts,
        states=STATES,
        serves=SERVES,
        writes=_writes(),
    )


@blueprint.get("/benchmarks/<name>/<digest>")
def show(name: str, digest: str) -> ResponseReturnValue:
    """Show a published version in words, and how it differs from the one before it."""
    mine = [edition for edition in ask(Editions()) if edition.table.name == name]
    edition = _edition(mine, digest)
    before = next((each for each in reversed(mine[: mine.index(edition)])), None)
    return render_template(
        "benchmark/show.html",
        edition=edition,
        told=_told(edition),
        editions=mine,
        before=before,
        changes=list(sheet.changes(_told(before), _told(edition))) if before else [],
        serves=SERVES,
        writes=_writes(),
        today=_today(),
    )


@blueprint.get("/benchmarks/<name>/<digest>/file")
def file(name: str, digest: str) -> ResponseReturnValue:
    """Send a published version as the DMN file that it is."""
    edition = _edition([each for each in ask(Editions()) if each.table.name == name], digest)
    return _sent(edition.content, f"{edition.table.name}-{edition.table.digest[:8]}")


@blueprint.post("/benchmarks/<name>/<digest>/draft")
def begin(name: str, digest: str) -> ResponseReturnValue:
    """Begin a draft with a copy of a published version."""
    edition = _edition([each for each in ask(Editions()) if each.table.name == name], digest)
    return _draft(name, edition.content, None)


@blueprint.post("/benchmarks/upload")
def upload() -> ResponseReturnValue:
    """Begin a draft with a DMN file."""
    sent = request.files.get("file")
    content = b""
    if sent is not None:
        # A large file lies on disk until it is closed.
        with closing(sent):
            content = sent.read(LONGEST * 4 + 1)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        flash("文件必须是UTF-8编码的DMN文件。")
        return redirect(url_for("benchmark.index"), 303)
    return _draft(request.form.get("name", "").strip(), text, None)


@blueprint.get("/benchmarks/drafts/<draft>")
def draft(draft: str) -> ResponseReturnValue:
    """Show a draft: its decisions, what stands against it, what it would have meant for past cases."""
    view = ask(ShowDraft(draft=draft))
    mine = sheet.read(view.sheets, view.uses)
    cases = sorted(view.trial.cases, key=lambda case: (case.verdict == "same" and not case.note, case.number)) if view.trial else []
    return render_template(
        "benchmark/draft.html",
        view=view,
        told=mine,
        changes=list(sheet.changes(_told(view.before), mine)) if view.before and mine else [],
        cases=cases[:LISTED],
        states=STATES,
        verdicts=VERDICTS,
        mine=view.draft.author == actor().id,
        faulty={(item.decision, row) for item in view.objections for row in item.rows},
        checked=CHECKED.get(view.draft.name),
    )


@blueprint.get("/benchmarks/drafts/<draft>/file")
def draft_file(draft: str) -> ResponseReturnValue:
    """Send a draft as the file that was uploaded or saved last."""
    kept = ask(ShowDraft(draft=draft)).draft
    return _sent(kept.content, f"{kept.name}-{kept.sha256[:8]}")


@blueprint.get("/benchmarks/drafts/<draft>/edit")
def edit(draft: str) -> ResponseReturnValue:
    """Show the tables and expressions as a form."""
    return _form(ask(ShowDraft(draft=draft)))


@blueprint.post("/benchmarks/drafts/<draft>/edit")
def save(draft: str) -> ResponseReturnValue:
    """Keep the tables and expressions as they were typed."""
    view = ask(ShowDraft(draft=draft))
    if not view.sheets:
        raise NotFoundError("这份草案的文件读不出决策表，请重新上传。")
    typed = {each.id: _rows(each) for each in view.sheets}
    content = view.draft.content.encode()
    try:
        for each in view.sheets:
            content = _rewritten(content, each, typed[each.id], f"{view.draft.name}.dmn")
    except ModelError as error:
        return _form(view, typed, InvalidInputError({"rows": [error.reason]})), 422
    return _draft(view.draft.name, content.decode(), view, typed)


def _rewritten(content: bytes, each: Sheet, rows: Rows, file: str) -> bytes:
    """Return the file with what was typed in one decision; what was not sent stays."""
    if each.grid is not None:
        return write_rows(content, each.id, [sheet.written(each, row) for row in rows], file=file)
    name = f"text.{each.id}"
    return write_text(content, each.id, _typed(name), file=file) if name in request.form else content


def _typed(name: str) -> str:
    """Return what was typed into a field; browsers send the ends of lines as two characters, files hold one."""
    return request.form.get(name, "").replace("\r\n", "\n").strip()


@blueprint.post("/benchmarks/drafts/<draft>/<act>")
def act(draft: str, act: str) -> ResponseReturnValue:
    """Submit, approve, return or drop a draft."""
    digest, reason = request.form.get("_sha256", ""), request.form.get("reason", "")
    commands = {
        "submit": (SubmitBenchmark(draft=draft, sha256=digest), "已提请复核，由另一人复核后发布。"),
        "approve": (ApproveBenchmark(draft=draft, sha256=digest), "已发布，自施行之日起适用。"),
        "return": (ReturnBenchmark(draft=draft, reason=reason), "已退回起草人。"),
        "drop": (DropBenchmark(draft=draft), "草案已撤销。"),
    }
    if act not in commands:
        raise NotFoundError("没有这种办理。")
    command, done = commands[act]
    try:
        execute(command)
    except (InvalidInputError, LawError) as refusal:
        flash(_said(refusal))
        return redirect(url_for("benchmark.draft", draft=draft), 303)
    flash(done)
    return redirect(url_for("benchmark.draft", draft=draft), 303)


def _draft(name: str, text: str, view: DraftView | None, rows: Mapping[str, Rows] | None = None) -> ResponseReturnValue:
    """Keep a draft; come back to its page, or to what was typed with what is wrong."""
    command = DraftBenchmark(
        name=name,
        version=request.form.get("version", ""),
        valid_from=_day(request.form.get("valid_from", "")) or date.min,
        reason=request.form.get("reason", ""),
        text=text,
        draft=view.draft.id if view else None,
        seen=request.form.get("_sha256") if view else None,
    )
    try:
        draft = execute(command)
    except InvalidInputError as refusal:
        if view is not None:
            return _form(view, rows, refusal), refusal.status
        flash(_said(refusal))
        return redirect(login.safe_next(request.form.get("_back")) if request.form.get("_back") else url_for("benchmark.index"), 303)
    return redirect(url_for("benchmark.draft", draft=draft), 303)


def _form(view: DraftView, rows: Mapping[str, Rows] | None = None, refusal: InvalidInputError | None = None) -> str:
    shown = rows if rows is not None else {each.id: [sheet.typed(each, row) for row in each.grid.rows] for each in view.sheets if each.grid}
    spare = {each.id: [("",) * len(each.grid.heads)] * SPARE_ROWS for each in view.sheets if each.grid}
    return render_template(
        "benchmark/edit.html",
        view=view,
        told={each.id: each for each in sheet.read(view.sheets, view.uses)},
        rows={key: [*shown.get(key, ()), *empty] for key, empty in spare.items()},
        typed=request.form if refusal else {},
        errors=refusal.fields if refusal else {},
        objections=view.objections,
    )


def _rows(each: Sheet) -> Rows:
    """Return the rows that were typed into a table, empty ones and those marked for removal left out."""
    found = []
    heads = each.grid.heads if each.grid else ()
    for number in range(1, MOST_ROWS + 1):
        cells = tuple(_typed(f"cell.{each.id}.{number}.{place}") for place in range(len(heads)))
        if any(cells) and f"drop.{each.id}.{number}" not in request.form:
            found.append(cells)
    return found


def _sent(content: str, name: str) -> Response:
    answer = Response(content, mimetype="application/xml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.dmn"'
    return answer


def _edition(found: list[Edition], digest: str) -> Edition:
    for edition in found:
        if edition.table.digest.startswith(digest) and len(digest) >= len("12345678"):
            return edition
    raise NotFoundError("没有这个版本的裁量基准。")


def _told(edition: Edition) -> tuple[sheet.Told, ...]:
    return sheet.read(sheets_of(edition.table.name, edition.content), edition.uses)


def _said(refusal: RefusalError) -> str:
    if isinstance(refusal, InvalidInputError):
        return "".join(message for messages in refusal.fields.values() for message in messages)
    return refusal.message + (f"（{refusal.basis}）" if refusal.basis else "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _today() -> date:
    return local_date(engine().clock.now())


def _writes() -> bool:
    return "legal_office" in actor().roles
