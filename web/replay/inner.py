"""Inner values (内层数据): forms as filled in, papers' facts, reckonings and reasons, each as pairs of label and text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import forms
from engine.rules.credit import BY_NAME
from engine.rules.document import DOCUMENTS
from engine.rules.document.facts import Facts, statements
from web import render
from web.outcome import steps
from web.replay.column import COLUMNS
from web.replay.content import CODED, CONTENT, ELEMENTS

Pair = tuple[str, str]

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?", re.ASCII)


def pairs(table: str, name: str, row: Mapping[str, Any]) -> Iterator[Pair]:
    """Yield what a column of nested values says, dates and minutes as people write them."""
    yield from ((label, dated(text)) for label, text in _pairs(table, name, row))


def dated(text: str) -> str:
    """Return a text that is a date, or a local time to the minute, as people write it; every other text as it is."""
    found = _DAY.fullmatch(text)
    return f"{render.day(found[1])} {found[2] or ''}".strip() if found else text


def _pairs(table: str, name: str, row: Mapping[str, Any]) -> Iterator[Pair]:
    value = row.get(name)
    if not value:
        return
    if name == "data":
        yield from filled(str(row["form"]), value)
    elif name == "lines":
        yield from reckoning(value)
    elif name == "suspensions":
        yield from ((str(each.get("reason") or "暂停"), f"{render.day(each.get('start'))}至{render.day(each.get('end'))}") for each in value)
    elif name == "explanation":
        yield from explanation(value)
    elif table == "document":
        kind = DOCUMENTS.get(str(row.get("code")))
        yield from outline(value) if kind is None else elements(kind.facts, value)
    elif name == "fields":
        yield from outline({BY_NAME[key].title if key in BY_NAME else key: inner for key, inner in value.items()})
    elif table == "amendment":
        yield from outline({COLUMNS[str(row.get("subject"))].get(key, key): inner for key, inner in value.items()})
    elif table == "assessment":
        yield from filled("investigation_report", value)
    else:
        yield from outline({CONTENT.get(key, key): CODED.get(key, {}).get(str(inner), inner) for key, inner in value.items()})


def filled(form: str, data: Mapping[str, Any]) -> Iterator[Pair]:
    """Yield a form as it was filled in; what the form no longer asks is shown by its name."""
    try:
        description = forms.describe(form)
    except KeyError:
        yield from outline(data)
        return
    partners = [(partner.code, partner.name) for partner in render.department().partners.values()] if "partner" in data else []
    yield from forms.say(form, data, {}, {"partner": partners} if partners else {})
    asked = {field.name.split(".")[0] for field in description.fields}
    yield from outline({name: value for name, value in data.items() if name not in asked})


def reckoning(lines: Sequence[Mapping[str, Any]]) -> Iterator[Pair]:
    """Yield the lines of a reckoning: what and why, and how much."""
    yield from ((f"{line.get('label', '')} {line.get('why', '')}".strip(), str(line.get("value", ""))) for line in lines)


def explanation(told: Mapping[str, Any]) -> Iterator[Pair]:
    """Yield how an assessment came about: basis, tables by their digest with the rows hit, the sum, and which way the case goes."""
    if basis := told.get("basis_full"):
        yield "依据", f"{basis}（{told.get('basis_reason', '')}）"
    if told.get("benchmark"):
        yield "裁量基准", f"《{told['benchmark']}》{told.get('version', '')}"
    if told.get("exemption"):
        yield "不予处罚", f"{told['exemption']}：{told.get('exemption_reason', '')}"
    if told.get("tier"):
        yield "阶次", f"{told['tier']}：{told.get('condition', '')}"
    yield from reckoning(told.get("lines") or ())
    for run in told.get("runs") or ():
        yield f"{run['code']} {run['title']}", _run(run)
    for name, value in (told.get("routing") or {}).items():
        yield ELEMENTS.get(name, name), "是" if value else "否"


def _run(run: Mapping[str, Any]) -> str:
    """Return which version said what: each decision with the rows hit, what the last one required before it."""
    said: dict[str, tuple[str, list[str]]] = {}
    for step in steps(run.get("outcome") or {}):
        _, rows = said.setdefault(step.name, (step.result, []))
        rows.append(step.place)
    told = "；".join(f"{name}：{'、'.join(rows)}{'，' + result if result else ''}" for name, (result, rows) in said.items())
    return f"表{run['table']} {run['version']}，{told}（摘要{str(run['digest'])[:12]}…）"


def elements(kind: type[Facts], data: Mapping[str, Any], path: str = "") -> Iterator[Pair]:
    """Yield the facts of a paper under the labels that the law's list of contents gives them."""
    said = statements(kind)
    for name, hint in get_type_hints(kind, include_extras=True).items():
        label = said[name].label if name in said else ELEMENTS.get(name, name)
        label = f"{path}{label}"
        value, inner = data.get(name), _facts(hint)
        if inner is None:
            yield from ((path, CODED.get(name, {}).get(text, text)) for path, text in outline(value, label))
        elif isinstance(value, list):
            for number, each in enumerate(value, 1):
                yield from elements(inner, each, f"{label}{number} ")
        elif isinstance(value, Mapping):
            yield from elements(inner, value, f"{label} ")


def _facts(hint: Any) -> type[Facts] | None:
    """Return the class of facts that a type hint holds, bare, optional or in a tuple."""
    if isinstance(hint, type) and issubclass(hint, Facts):
        return hint
    parts = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return next((found for part in parts if (found := _facts(part)) is not None), None)


def outline(value: object, path: str = "") -> Iterator[Pair]:
    """Yield every value of nested JSON with the path to it; what is nothing is left out."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from outline(inner, f"{path} {name}" if path else str(name))
    elif isinstance(value, list | tuple):
        plain = [str(inner) for inner in value if not isinstance(inner, Mapping | list)]
        if plain:
            yield path, "\n".join(plain)
        for number, inner in enumerate(value, 1):
            if isinstance(inner, Mapping | list):
                yield from outline(inner, f"{path} {number}" if path else str(number))
    elif isinstance(value, bool):
        yield path, "是" if value else "否"
    elif value is not None and value != "":
        yield path, str(value)
