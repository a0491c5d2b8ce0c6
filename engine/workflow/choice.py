"""Choices (取值): what a routing name can be as far as any condition can tell, and which names still matter where."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import cast

from engine.feel import parse
from engine.feel.tree import Name
from engine.workflow.feel_engine import words
from engine.workflow.lint.chart import Chart, Node
from engine.workflow.lint.condition import comparisons, names_given
from engine.workflow.lint.finding import Kind, Known
from engine.workflow.lint.reference import messages
from engine.workflow.value import Scalar
from engine.workflow.xml import camunda

OTHER = "（其他）"
"""Stands for every text that no condition asks for."""

Domains = Mapping[str, tuple[Scalar, ...]]
Assignment = dict[str, Scalar]


def domains(charts: Mapping[str, Chart], known: Known) -> Domains:
    """Return, of every name in a condition, one value of each kind that the conditions can tell apart."""
    given = {name: kinds for chart in charts.values() for name, kinds in names_given(chart, charts, known).items()}
    literals: dict[str, set[Scalar]] = {}
    for condition in (flow.condition for chart in charts.values() for part in chart.parts for flow in part.flows):
        if condition is not None:
            tree = parse(condition, words(condition))
            if isinstance(tree, Name):
                literals.setdefault(tree.name, set()).add(True)
            for name, literal in comparisons(tree):
                literals.setdefault(name, set()).add(cast("Scalar", literal.value))
    return {name: tuple(_told_apart(values, given.get(name, []))) for name, values in literals.items()}


def assignments(names: frozenset[str], domain: Domains) -> list[Assignment]:
    """Return every way to give values to some names."""
    chosen = sorted(names & domain.keys())
    return [dict(zip(chosen, values, strict=True)) for values in product(*(domain[name] for name in chosen))]


class Liveness:
    """Which names a condition may still read from a place on, before they are given anew; at the ends of `root` those that are `kept`."""

    def __init__(self, charts: Mapping[str, Chart], known: Known, root: str = "", kept: frozenset[str] = frozenset()) -> None:
        self.known = known
        self.kept = {root: kept}
        self.charts = charts
        self.before: dict[tuple[str, str], frozenset[str]] = {}
        self.after: dict[tuple[str, str], frozenset[str]] = {}
        places = [(chart.process, part, node) for chart in charts.values() for part in chart.parts for node in part.nodes.values()]
        changed = True
        while changed:
            changed = sum(self._update(process, part, node) for process, part, node in places) > 0

    def by_message(self, process: str) -> frozenset[str]:
        """Return the names that may be read after a message came, whenever it comes."""
        parts = self.charts[process].inside
        return frozenset().union(*(self.before[process, node.id] for part in parts for node in part.of("startEvent")))

    def _update(self, process: str, part: Chart, node: Node) -> bool:
        key = (process, node.id)
        after = {name for flow in node.outgoing for name in (words(flow.condition) if flow.condition else ())}
        after |= {name for flow in node.outgoing for name in self.before.get((process, flow.target), ())}
        after |= self.kept.get(process, frozenset()) if node.tag == "endEvent" else frozenset()
        before = after - gives(part, node, self.known)
        before |= {name for event in part.boundaries.get(node.id, []) for name in self.before.get((process, event.id), ())}
        called = node.element.get("calledElement") or ""
        if called in self.charts:
            before |= {name for start in self.charts[called].of("startEvent") for name in self.before.get((called, start.id), ())}
        reckoned, known = (frozenset(before), frozenset(after)), (self.before.get(key), self.after.get(key))
        self.before[key], self.after[key] = reckoned
        return known != reckoned


def gives(part: Chart, node: Node, known: Known) -> frozenset[str]:
    """Return the routing names that a node gives when it is done."""
    if node.tag == "serviceTask":
        return frozenset(known.operations.get(camunda(node.element, "topic") or "", ()))
    if node.tag == "startEvent" and (sent := messages(part)):
        return frozenset(name for message in sent for name in known.messages.get(message, ()))
    return frozenset(known.forms.get(camunda(node.element, "formKey") or "", ()))


def _told_apart(literals: set[Scalar], kinds: Sequence[Kind]) -> Iterator[Scalar]:
    if any(isinstance(value, bool) for value in literals):
        yield from (True, False)
        return
    yield from sorted((value for value in literals if value is not None), key=str)
    options = [option for kind in kinds if not isinstance(kind, str) for option in kind]
    rest = sorted(set(options) - literals)
    if rest or not options:
        yield rest[0] if rest else OTHER
