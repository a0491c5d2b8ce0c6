"""Structure (结构): ids, flows and gateways that mean what they seem to mean.

Found in SpiffWorkflow 3.2.0: tasks that several flows enter run once per token and lose the boundary join of their first visit in nested loops,
conditions on flows that leave no exclusive gateway are ignored, several flows out of a start event split silently, two flows from one
node into a parallel join count as one, and events with definitions outside the dialect pass as empty ones.
"""

import re
from collections import Counter
from collections.abc import Iterator

from engine.workflow.dialect import foreign_elements
from engine.workflow.lint.chart import Chart, Node
from engine.workflow.lint.finding import Finding
from engine.workflow.xml import local_name

ID = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
ACTIVITIES = frozenset({"userTask", "serviceTask", "callActivity"})
GATEWAYS = frozenset({"exclusiveGateway", "parallelGateway"})

Found = Iterator[tuple[str, str]]


def structure_findings(chart: Chart) -> list[Finding]:
    """Return what is wrong with the graph; the other rules need a graph with nothing wrong."""
    found = [*_ids(chart), *foreign_elements(chart.element)]
    if not found:
        for part in chart.parts:
            found += [*_flows(part), *_starts_and_ends(part), *_boundaries(part)]
            for node in part.nodes.values():
                found += [*_degree(node), *_conditions(node)]
    return chart.findings(found)


def _ids(chart: Chart) -> Found:
    elements = [element for element in chart.element if local_name(element) not in {"documentation", "extensionElements"}]
    for element in elements:
        if not element.get("id"):
            yield element.get("sourceRef") or element.get("name") or local_name(element), f"{local_name(element)} 没有编号"
    names = [element.get("id") or "" for element in chart.element.iterdescendants("{*}*") if element.get("id")]
    for name, times in Counter([chart.process, *names]).items():
        if times > 1:
            yield name, "编号重复"
        if not ID.fullmatch(name):
            yield name, "编号只能用字母、数字和下划线"


def _flows(chart: Chart) -> Found:
    for flow in chart.flows:
        for end in (flow.source, flow.target):
            if end not in chart.nodes:
                yield flow.id, f"连线的一端 {end or '（空）'} 不存在"


def _starts_and_ends(chart: Chart) -> Found:
    starts = chart.of("startEvent")
    if len(starts) != 1:
        yield chart.process, f"流程应有且只有一个开始事件，现有 {len(starts)} 个"
    if not chart.of("endEvent"):
        yield chart.process, "流程没有结束事件"


def _boundaries(chart: Chart) -> Found:
    for owner, events in chart.boundaries.items():
        for event in events:
            if owner not in chart.nodes or chart.nodes[owner].tag not in ACTIVITIES:
                yield event.id, f"边界事件依附的 {owner or '（空）'} 不是任务"
            elif chart.nodes[owner].tag == "serviceTask":
                yield event.id, "服务任务立即完成，依附的定时永远不会触发"


def _degree(node: Node) -> Found:
    entering, leaving = len(node.incoming), len(node.outgoing)
    if node.tag in {"startEvent", "boundaryEvent"}:
        if entering:
            yield node.id, "开始事件和边界事件不能有流入的连线"
    elif not entering:
        yield node.id, "没有流入的连线"
    if node.tag == "endEvent":
        if leaving:
            yield node.id, "结束事件不能有流出的连线"
    elif not leaving:
        yield node.id, "没有流出的连线"
    if entering > 1 and node.tag not in GATEWAYS:
        yield node.id, "多条连线汇入须先经网关"
    if leaving > 1 and node.tag not in GATEWAYS:
        yield node.id, "多条连线分出须经网关"
    if node.tag == "parallelGateway" and len({flow.source for flow in node.incoming}) < entering:
        yield node.id, "同一元素有两条连线汇入并行网关，引擎只认一条"


def _conditions(node: Node) -> Found:
    default = node.element.get("default")
    if node.tag != "exclusiveGateway":
        yield from ((flow.id, "只有排他网关的连线可以有条件，此处条件会被忽略") for flow in node.outgoing if flow.condition is not None)
        if default:
            yield node.id, "只有排他网关可以有缺省连线"
        return
    if default and default not in {flow.id for flow in node.outgoing}:
        yield node.id, f"缺省连线 {default} 不是流出的连线"
    free = [flow for flow in node.outgoing if flow.condition is None and flow.id != default]
    if len(node.outgoing) == 1:
        yield from ((flow.id, "唯一的连线不能有条件") for flow in node.outgoing if flow.condition is not None)
        return
    yield from ((flow.id, "排他网关的连线没有条件，也不是缺省连线") for flow in free)
    yield from ((flow.id, "缺省连线不能有条件") for flow in node.outgoing if flow.id == default and flow.condition is not None)
    if not default and node.outgoing:
        yield node.id, "排他网关没有缺省连线，条件都不成立时流程会停住"
