"""Discretion tables (裁量基准): what is in force, how versions differ; drafts written, checked, tried, approved by a second person."""

import json
from contextlib import closing
from datetime import date

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.clock import local_date
from engine.commands.benchmark import ApproveBenchmark, DraftBenchmark, DropBenchmark, ReturnBenchmark, SubmitBenchmark
from engine.dmn import ModelError
from engine.dmn.edit import Grid, read_grid, read_text, write_rows, write_text
from engine.errors import InvalidInputError, LawError, NotFoundError, RefusalError
from engine.queries.benchmark import BenchmarkDrafts, DraftView, Edition, Editions, ShowDraft
from engine.rules.benchmark import LONGEST, MOST_ROWS
from engine.rules.objection import TIER
from engine.rules.tier import RATES
from web import condition, login
from web.request import actor, ask, engine, execute

blueprint = Blueprint("benchmark", __name__)
blueprint.before_request(login.demand)

STATES = {"draft": "起草中", "submitted": "待复核", "published": "已发布", "dropped": "已撤销"}
VERDICTS = {"more": "多罚", "less": "少罚", "same": "不变", "nothing": "不罚", "undecided": "不能判定"}
SPARE_ROWS = 3
"""Empty rows at the foot of the form, for new ones."""
LISTED = 200
"""Cases of a trial that are listed, those that change first; the numbers count all of them."""


@blueprint.get("/benchmarks")
def index() -> ResponseReturnValue:
    """Show the tables in force on a day, and to the legal office the drafts."""
    day = _day(request.args.get("on", "")) or _today()
    found = [edition for edition in ask(Editions()) if edition.table.valid_from <= day and (edition.until is None or day <= edition.until)]
    drafts = ask(BenchmarkDrafts()) if _writes() else ()
    coming = [edition for edition in ask(Editions()) if edition.table.valid_from > _today()]
    return render_template(
        "benchmark/index.html", day=day, editions=found, coming=coming, drafts=drafts, states=STATES, writes=_writes(), rates=RATES
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
        lines=_lines(edition),
        editions=mine,
        before=before,
        changes=list(condition.differences(_lines(before), _lines(edition))) if before else [],
        slight=_slight(edition.table.name, edition.content),
        writes=_writes(),
        today=_today(),
        rates=RATES,
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
    """Show a draft: its rows, what stands against it, what it would have meant for past cases."""
    view = ask(ShowDraft(draft=draft))
    mine = list(condition.lines(view.grid, view.uses)) if view.grid else []
    told = sorted(view.trial.cases, key=lambda case: (case.verdict == "same", case.number)) if view.trial else []
    return render_template(
        "benchmark/draft.html",
        view=view,
        lines=mine,
        changes=list(condition.differences(_lines(view.before), mine)) if view.before else [],
        told=told[:LISTED],
        states=STATES,
        verdicts=VERDICTS,
        rates=RATES,
        mine=view.draft.author == actor().id,
        faulty={row for item in view.objections if item.decision == TIER for row in item.rows},
        slight=_slight(view.draft.name, view.draft.content),
        slight_before=_slight(view.draft.name, view.before.content) if view.before else None,
    )


@blueprint.get("/benchmarks/drafts/<draft>/file")
def draft_file(draft: str) -> ResponseReturnValue:
    """Send a draft as the file that was uploaded or saved last."""
    kept = ask(ShowDraft(draft=draft)).draft
    return _sent(kept.content, f"{kept.name}-{kept.sha256[:8]}")


@blueprint.get("/benchmarks/drafts/<draft>/edit")
def edit(draft: str) -> ResponseReturnValue:
    """Show the rows as a form."""
    return _form(ask(ShowDraft(draft=draft)))


@blueprint.post("/benchmarks/drafts/<draft>/edit")
def save(draft: str) -> ResponseReturnValue:
    """Keep the rows as they were typed."""
    view = ask(ShowDraft(draft=draft))
    if view.grid is None:
        raise NotFoundError("这份草案的文件读不出决策表，请重新上传。")
    rows = _rows(view.grid)
    try:
        content = write_rows(view.draft.content.encode(), "tier", [_quoted(view.grid, row) for row in rows], file=f"{view.draft.name}.dmn")
        if "slight" in request.form:
            content = write_text(content, "slight", request.form["slight"], file=f"{view.draft.name}.dmn")
    except ModelError as error:
        return _form(view, rows, InvalidInputError({"rows": [error.reason]})), 422
    return _draft(view.draft.name, content.decode(), view, rows)


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


def _draft(name: str, text: str, view: DraftView | None, rows: list[tuple[str, ...]] | None = None) -> ResponseReturnValue:
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


def _form(view: DraftView, rows: list[tuple[str, ...]] | None = None, refusal: InvalidInputError | None = None) -> str:
    grid = view.grid
    shown = rows if rows is not None else [_unquoted(grid, row) for row in grid.rows] if grid else []
    width = len(grid.heads) if grid else 0
    return render_template(
        "benchmark/edit.html",
        view=view,
        rows=[*shown, *[("",) * width] * SPARE_ROWS],
        typed=request.form if refusal else {},
        errors=refusal.fields if refusal else {},
        objections=view.objections,
        slight=_slight(view.draft.name, view.draft.content),
    )


def _rows(grid: Grid) -> list[tuple[str, ...]]:
    """Return the rows that were typed, empty ones and those marked for removal left out."""
    found = []
    for number in range(1, MOST_ROWS + 1):
        cells = tuple(request.form.get(f"c{number}.{place}", "").strip() for place in range(len(grid.heads)))
        if any(cells) and f"drop{number}" not in request.form:
            found.append(cells)
    return found


def _unquoted(grid: Grid, row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row as people type it: the tier without quotes, an empty condition for any."""
    first = len(grid.inputs)
    return (*("" if cell == "-" else cell for cell in row[:first]), *(condition.bare(cell) for cell in row[first:]))


def _quoted(grid: Grid, row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row as FEEL: texts get their quotes, an empty condition means any."""
    first, inputs = len(grid.inputs), len(grid.inputs) + len(grid.outputs)
    cells = [cell or "-" for cell in row[:first]]
    results = [
        json.dumps(cell, ensure_ascii=False) if place == 0 and not cell.startswith('"') else cell for place, cell in enumerate(row[first:inputs])
    ]
    return (*cells, *results, *row[inputs:])


def _sent(content: str, name: str) -> Response:
    answer = Response(content, mimetype="application/xml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.dmn"'
    return answer


def _edition(found: list[Edition], digest: str) -> Edition:
    for edition in found:
        if edition.table.digest.startswith(digest) and len(digest) >= len("12345678"):
            return edition
    raise NotFoundError("没有这个版本的裁量基准。")


def _lines(edition: Edition) -> list[condition.Line]:
    grid = read_grid(edition.content.encode(), "tier", file=f"{edition.table.name}.dmn")
    return list(condition.lines(grid, edition.uses))


def _slight(name: str, content: str) -> str | None:
    """Return the condition under which a table names the facts 轻微, None where it has none."""
    try:
        return read_text(content.encode(), "slight", file=f"{name}.dmn")
    except ModelError:
        return None


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
