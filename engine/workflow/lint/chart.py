"""Charts (流程图): a model as a graph of nodes and flows, before anything is known to be right about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from engine.workflow.dialect import FLOW_NODES
from engine.workflow.lint.finding import Finding
from engine.workflow.xml import NAMESPACES, local_name

LANE = "_lane_"
"""A lane's id is `<process>_lane_<role>`: the diagram says who works where, and the task's own role must agree."""


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """A sequence flow; `condition` is None where it has none."""

    id: str
    name: str
    source: str
    target: str
    condition: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A flow node with its flows."""

    id: str
    tag: str
    name: str
    element: etree._Element
    incoming: list[Flow] = field(default_factory=list)
    outgoing: list[Flow] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """The graph of one process.

    Attributes:
        nodes: flow nodes by id; of several with the same id, the last.
        boundaries: activity → its boundary events.
        lanes: flow node → the role of its lane.
        drawn: elements with a shape or an edge.
        inside: the charts of the event subprocesses.
    """

    file: str
    process: str
    name: str
    root: etree._Element
    element: etree._Element
    nodes: dict[str, Node] = field(default_factory=dict)
    flows: list[Flow] = field(default_factory=list)
    boundaries: dict[str, list[Node]] = field(default_factory=dict)
    lanes: dict[str, str] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)
    inside: list["Chart"] = field(default_factory=list)

    @property
    def parts(self) -> list["Chart"]:
        """Return this chart and those inside it."""
        return [self, *self.inside]

    def of(self, *tags: str) -> list[Node]:
        """Return the nodes with one of these tags."""
        return [node for node in self.nodes.values() if node.tag in tags]

    def finding(self, element: str, reason: str) -> Finding:
        """Return a finding about an element of this file."""
        return Finding(self.file, element, reason)

    def findings(self, found: Iterable[tuple[str, str]]) -> list[Finding]:
        """Return findings about elements of this file."""
        return [self.finding(element, reason) for element, reason in found]


def read_chart(file: str, root: etree._Element, process: etree._Element) -> Chart:
    """Return the chart of a process; dangling flows stay in `flows` and are linked to nothing."""
    chart = Chart(file, process.get("id") or "", process.get("name") or "", root, process)
    for element in process:
        tag = local_name(element)
        if tag in FLOW_NODES:
            node = Node(element.get("id") or "", tag, element.get("name") or "", element)
            chart.nodes[node.id] = node
            if tag == "boundaryEvent":
                chart.boundaries.setdefault(element.get("attachedToRef") or "", []).append(node)
        elif tag == "sequenceFlow":
            chart.flows.append(_flow(element))
        elif tag == "subProcess":
            chart.inside.append(read_chart(file, root, element))
    for flow in chart.flows:
        if flow.source in chart.nodes and flow.target in chart.nodes:
            chart.nodes[flow.source].outgoing.append(flow)
            chart.nodes[flow.target].incoming.append(flow)
    for lane in process.iterfind("bpmn:laneSet/bpmn:lane", NAMESPACES):
        for reference in lane.iterfind("bpmn:flowNodeRef", NAMESPACES):
            chart.lanes[(reference.text or "").strip()] = (lane.get("id") or "").rpartition(LANE)[2]
    chart.drawn.update(_drawn(root))
    return chart


def _flow(element: etree._Element) -> Flow:
    condition = element.find("bpmn:conditionExpression", NAMESPACES)
    text = None if condition is None else (condition.text or "").strip()
    return Flow(element.get("id") or "", element.get("name") or "", element.get("sourceRef") or "", element.get("targetRef") or "", text)


def _drawn(root: etree._Element) -> Iterable[str]:
    for shape in root.iterfind(".//bpmndi:BPMNShape", NAMESPACES):
        if any(local_name(part) == "Bounds" for part in shape):
            yield shape.get("bpmnElement") or ""
    for edge in root.iterfind(".//bpmndi:BPMNEdge", NAMESPACES):
        if sum(local_name(part) == "waypoint" for part in edge) > 1:
            yield edge.get("bpmnElement") or ""
