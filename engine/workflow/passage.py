"""Passages (经过): which sequence flows the tokens of a process took, one by one and two in a row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from SpiffWorkflow.util.task import TaskState

from engine.workflow.lint.chart import Chart, Flow
from engine.workflow.runner import Instance, Node

Way = tuple[str, str]
"""Where a flow comes from and where it leads: no two flows of a process join the same elements."""


@dataclass(slots=True)
class Passages:
    """What was seen of some runs, by process: the flows that were taken, and those that were taken one after the other.

    Attributes:
        flows: process, source, target.
        pairs: process, source, element between, target; of branches that meet at a join only the last is seen to go on.
    """

    charts: Mapping[str, Chart]
    flows: set[tuple[str, str, str]] = field(default_factory=set)
    pairs: set[tuple[str, str, str, str]] = field(default_factory=set)

    def watch(self) -> "Watch":
        """Return what looks on while one instance runs."""
        return Watch(self)


class Watch:
    """Looks at an instance whenever it has run to its next wait, before what is finished leaves its tree."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._came: dict[int, Way | None] = {}

    def look(self, top: Instance) -> None:
        """Note how every task that is new was reached."""
        nodes = [node for workflow in (top, *top.subprocesses.values()) for node in workflow.tasks.values()]
        for node in sorted(nodes, key=lambda node: node.id):
            arrived = TaskState.WAITING <= node._state < TaskState.CANCELLED and node.task_spec.bpmn_id is not None
            if arrived and node.id not in self._came:
                self._came[node.id] = self._note(node.workflow.spec.name.partition(".")[0], node)

    def _note(self, process: str, node: Node) -> Way | None:
        chart, target = self._passages.charts[process], str(node.task_spec.bpmn_id)
        sources = {flow.source for part in chart.parts for flow in part.flows if flow.target == target}
        # Where only one flow leads, no other can have been taken; a merge is asked for the next of its sources up the tree.
        line = _ancestors(node)
        before = next((each for each in line if str(each.task_spec.bpmn_id) in sources), None)
        if before is None and len(sources) != 1:
            return None
        source = min(sources) if before is None else str(before.task_spec.bpmn_id)
        self._passages.flows.add((process, source, target))
        way = None if before is None else self._came.get(before.id)
        if way is not None:
            self._passages.pairs.add((process, way[0], source, target))
        return source, target


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a process's drawing some runs took.

    Attributes:
        flows: how many flows there are, and how many of them were taken.
        pairs: the same of two flows in a row.
        missing: the flows that were not taken, in words.
    """

    process: str
    flows: tuple[int, int]
    pairs: tuple[int, int]
    missing: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield what to tell people."""
        yield f"{self.process}.bpmn: 场景走过流向{_of(*self.flows)}，前后相接的两段流向{_of(*self.pairs)}"
        yield from (f"{self.process}.bpmn: 没有场景走过：{flow}" for flow in self.missing)


def share(chart: Chart, passages: Passages) -> Share:
    """Return how much of a process was taken."""
    flows = [flow for part in chart.parts for flow in part.flows]
    taken = {flow.id for flow in flows if (chart.process, flow.source, flow.target) in passages.flows}
    pairs = [pair for part in chart.parts for node in part.nodes.values() for pair in product(node.incoming, node.outgoing)]
    joins = {node.id for node in chart.of("parallelGateway")}
    walked = sum(
        {first.id, then.id} <= taken if then.source in joins else (chart.process, first.source, then.source, then.target) in passages.pairs
        for first, then in pairs
    )
    missing = tuple(_words(chart, flow) for flow in flows if flow.id not in taken)
    return Share(chart.process, (len(flows), len(taken)), (len(pairs), walked), missing)


def _ancestors(node: Node) -> Iterable[Node]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _words(chart: Chart, flow: Flow) -> str:
    names = {node.id: node.name or node.id for part in chart.parts for node in part.nodes.values()}
    return f"{names[flow.source]} → {names[flow.target]}{f'（{flow.name}）' if flow.name else ''}"


def _of(whole: int, part: int) -> str:
    return f"{part}/{whole}" + (f"（{part * 100 // whole}%）" if whole else "")
