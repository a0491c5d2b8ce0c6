"""The editor of a table or rule (裁量基准编辑器): dmn-js on the desk, what stands against each row, and a case tried by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from flask import Blueprint, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue

from engine.commands.benchmark import DraftBenchmark
from engine.errors import InvalidInputError, NotFoundError
from engine.law.benchmark import RULES
from engine.model import BenchmarkDraft
from engine.queries.benchmark import BenchmarkDrafts, DraftView, ShowDraft
from engine.queries.table_check import CheckTable, HandRule, TryRule, TryTable
from engine.rules.benchmark import LONGEST, Use
from engine.rules.hand_rule import RuleTrial
from engine.rules.hand_trial import HandTrial
from engine.rules.objection import Objection
from web import login
from web.refusal import wants_json
from web.request import ask, execute

blueprint = Blueprint("table_editor", __name__)
blueprint.before_request(login.demand)

POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""dmn-js places its watermark, which its licence protects, and the cells of its expressions by styles of their own; scripts stay ours."""


@blueprint.get("/benchmarks/drafts/<draft>/editor")
def show(draft: str) -> ResponseReturnValue:
    """Show the draft in dmn-js."""
    view = ask(ShowDraft(draft=draft))
    if view.draft.state != "draft":
        raise NotFoundError("这份草案已经提交、发布或者撤销，不能修改。")
    body = render_template("benchmark/editor.html", view=view, use=_use(view), hands=_hands(view), typed={}, errors={}, result=None)
    answer = make_response(body)
    answer.headers["Content-Security-Policy"] = POLICY
    return answer


@blueprint.post("/benchmarks/drafts/<draft>/editor")
def save(draft: str) -> ResponseReturnValue:
    """Keep the file as the editor wrote it; the answer tells its digest and what stands against it."""
    kept = _kept(draft)
    command = DraftBenchmark(
        name=kept.name,
        version=request.form.get("version", ""),
        valid_from=_day(kept.valid_from),
        reason=request.form.get("reason", ""),
        text=_sent(),
        draft=kept.id,
        seen=request.form.get("_sha256", ""),
    )
    execute(command)
    kept = _kept(draft)
    found = ask(CheckTable(name=kept.name, version=kept.version, valid_from=kept.valid_from, content=kept.content))
    return jsonify(sha256=kept.sha256, objections=[_told(item) for item in found])


@blueprint.post("/benchmarks/drafts/<draft>/check")
def check(draft: str) -> ResponseReturnValue:
    """Tell what would stand against the file as the editor has it; nothing is kept."""
    kept = _kept(draft)
    query = CheckTable(name=kept.name, version=request.form.get("version", ""), valid_from=_day(kept.valid_from), content=_sent())
    return jsonify(objections=[_told(item) for item in ask(query)])


@blueprint.route("/benchmarks/drafts/<draft>/try", methods=["GET", "POST"])
def attempt(draft: str) -> ResponseReturnValue:
    """Try a case by hand on the draft, or on the file as the editor has it; a script gets the answer alone."""
    kept, typed = _kept(draft), request.values
    errors: dict[str, list[str]] = {}
    hand: HandRule | None = None
    result: HandTrial | RuleTrial | None = None
    try:
        if kept.name in RULES:
            hand = _asked(kept, typed.get("decision", ""), typed if "_asked" in typed else None)
            result = hand.result
        elif "repeats" in typed:
            result = _tried(kept)
    except InvalidInputError as refusal:
        errors = {name: list(messages) for name, messages in refusal.fields.items()}
    if wants_json():
        body = render_template("benchmark/hand.html", general=kept.name in RULES, errors=errors, result=result)
    else:
        if kept.name in RULES and hand is None and "content" not in errors:
            hand = _asked(kept, typed.get("decision", ""), None)
        view = ask(ShowDraft(draft=draft))
        body = render_template(
            "benchmark/try.html", view=view, general=view.general, use=_use(view), hand=hand, typed=typed, errors=errors, result=result
        )
    return body, 422 if errors else 200


def _asked(kept: BenchmarkDraft, decision: str, typed: Mapping[str, str] | None) -> HandRule:
    """Return what a decision of a rule asks for, and its answer to what was typed."""
    content = _sent() if "file" in request.files else kept.content
    query = TryRule(name=kept.name, version=kept.version, valid_from=kept.valid_from, content=content, decision=decision)
    return ask(query if typed is None else replace(query, typed=dict(typed.items())))


def _hands(view: DraftView) -> list[HandRule]:
    """Return what each decision of a rule asks for; nothing of a table, and of a rule that cannot be read."""
    if not view.general:
        return []
    try:
        first = _asked(view.draft, "", None)
        return [first, *(_asked(view.draft, key, None) for key, _ in first.questions if key != first.decision)]
    except InvalidInputError:
        return []


def _kept(draft: str) -> BenchmarkDraft:
    """Return a draft without the trial on past cases, for which nobody who types should wait."""
    found = next((each for each in ask(BenchmarkDrafts()) if each.id == draft), None)
    if found is None:
        raise NotFoundError("没有这份草案。")
    return found


def _tried(kept: BenchmarkDraft) -> HandTrial:
    typed = request.values
    return ask(
        TryTable(
            name=kept.name,
            version=kept.version,
            valid_from=kept.valid_from,
            content=_sent() if "file" in request.files else kept.content,
            measures={name: text for name, text in typed.items() if not name.startswith("_")},
            repeats=_count(typed.get("repeats", "")),
            refused="refused" in typed,
            corrected="corrected" in typed,
            first="first" in typed,
            lenient=_count(typed.get("lenient", "")),
            severe=_count(typed.get("severe", "")),
        )
    )


def _use(view: DraftView) -> Use | None:
    return view.uses[0] if view.uses else None


def _told(item: Objection) -> dict[str, object]:
    return {"message": item.message, "rows": list(item.rows), "column": item.column, "decision": item.decision}


def _sent() -> str:
    """Return the file that came as bytes, so that no end of a line is changed on the way."""
    sent = request.files.get("file")
    content = sent.read(LONGEST * 4 + 1) if sent is not None else b""
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise InvalidInputError({"text": ["文件必须是UTF-8编码。"]}) from None


def _day(kept: date) -> date:
    try:
        return date.fromisoformat(request.form.get("valid_from", ""))
    except ValueError:
        return kept


def _count(text: str) -> int:
    """Return what was typed as a number, nothing as none; what is no number is one that is refused."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("100") else -1 if text else 0
