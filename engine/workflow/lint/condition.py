"""Conditions (条件): they compile, and every name in them is given by a form or an operation, with a value that it can have."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from engine.feel import FeelError, parse
from engine.feel.tree import Arithmetic, Comparison, In, ListLiteral, Literal, Name, Negation
from engine.workflow.feel_engine import words
from engine.workflow.lint.chart import Chart
from engine.workflow.lint.finding import Finding, Kind, Known
from engine.workflow.lint.reference import messages, reached
from engine.workflow.xml import camunda

Names = dict[str, list[Kind]]
UNKNOWN: Kind = "unknown"


def condition_findings(chart: Chart, charts: Mapping[str, Chart], known: Known) -> list[Finding]:
    """Return what is wrong with the conditions of a process."""
    names = names_given(chart, charts, known)
    found: list[tuple[str, str]] = []
    for flow in (flow for part in chart.parts for flow in part.flows):
        if flow.condition is not None:
            found += [(flow.id, reason) for reason in reasons(flow.condition, names, "没有任何表单或操作给出")]
    return chart.findings(found)


def names_given(chart: Chart, charts: Mapping[str, Chart], known: Known) -> Names:
    """Return the routing names that a process, the ones it calls and its callers give, each with its kinds."""
    names: Names = {}
    for process in charts:
        family = reached(process, charts)
        if chart.process in family:
            for member in sorted(family & charts.keys()):
                for name, kind in _given(charts[member], known):
                    names.setdefault(name, []).append(kind)
    return names


def _given(chart: Chart, known: Known) -> Iterator[tuple[str, Kind]]:
    for part in chart.inside:
        yield from (item for message in messages(part) for item in known.messages.get(message, {}).items())
        yield from _given(part, known)
    for node in chart.of("startEvent", "userTask"):
        yield from known.forms.get(camunda(node.element, "formKey") or "", {}).items()
    for node in chart.of("serviceTask"):
        yield from ((name, UNKNOWN) for name in known.operations.get(camunda(node.element, "topic") or "", ()))


def reasons(text: str, names: Names, missing: str) -> Iterator[str]:
    """Yield what is wrong with a condition over some names; `missing` says of other names why there is no such thing."""
    unknown = sorted(words(text) - names.keys())
    if unknown:
        yield f"条件用到的 {'、'.join(unknown)} {missing}"
        return
    try:
        tree = parse(text, names.keys())
    except FeelError as error:
        yield f"条件无法编译：{error}"
        return
    if isinstance(tree, Arithmetic | Negation | ListLiteral) or (isinstance(tree, Literal) and not isinstance(tree.value, bool)):
        yield "条件的结果不是真假值"
    if isinstance(tree, Name) and not any(kind in ("bool", UNKNOWN) or not _telling(kind) for kind in names[tree.name]):
        yield f"条件的结果不是真假值：{tree.name} 不是是非项"
    for name, literal in comparisons(tree):
        if not any(_possible(kind, literal.value) for kind in names[name]):
            yield f"{name} 不可能等于 {_shown(literal.value)}"


def comparisons(tree: object) -> Iterator[tuple[str, Literal]]:
    """Yield each name with each literal that it is compared with."""
    if isinstance(tree, Comparison):
        for one, other in ((tree.left, tree.right), (tree.right, tree.left)):
            if isinstance(one, Name) and isinstance(other, Literal):
                yield one.name, other
    if isinstance(tree, In) and isinstance(tree.value, Name):
        yield from ((tree.value.name, literal) for literal in _parts(tree.tests) if isinstance(literal, Literal))
    for part in _children(tree):
        yield from comparisons(part)


def _parts(tree: object) -> Iterator[object]:
    yield tree
    for part in _children(tree):
        yield from _parts(part)


def _children(tree: object) -> Iterator[object]:
    """Yield the nodes directly below a node."""
    if is_dataclass(tree) and not isinstance(tree, Literal):
        for part in fields(tree):
            value = getattr(tree, part.name)
            yield from value if isinstance(value, tuple) else (value,)


def _telling(kind: Kind) -> bool:
    return not isinstance(kind, str) or kind in {"bool", "number", "text"}


def _possible(kind: Kind, value: object) -> bool:
    """Tell whether a value of this kind can be compared with a literal; null is what every value can be."""
    if value is None or not _telling(kind):
        return True
    if kind == "bool":
        return isinstance(value, bool)
    if kind == "text":
        return isinstance(value, str)
    if kind == "number":
        return not isinstance(value, bool | str)
    return value in kind


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value).lower()
