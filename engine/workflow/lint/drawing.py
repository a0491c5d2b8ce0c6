"""Drawing (图形): every element is drawn, and people read Chinese."""

import re
from collections.abc import Iterator

from engine.workflow.lint.chart import Chart
from engine.workflow.lint.finding import Finding
from engine.workflow.lint.structure import ACTIVITIES

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def drawing_findings(chart: Chart) -> list[Finding]:
    """Return elements that the diagram does not show, and names that are missing."""
    found = [(part.process, "图上没有这个元素（BPMNShape）") for part in chart.inside if part.process not in chart.drawn]
    return chart.findings([*found, *(finding for part in chart.parts for finding in (*_undrawn(part), *_unnamed(part)))])


def _undrawn(chart: Chart) -> Iterator[tuple[str, str]]:
    yield from ((node, "图上没有这个元素（BPMNShape）") for node in chart.nodes if node not in chart.drawn)
    yield from ((flow.id, "图上没有这条连线（BPMNEdge）") for flow in chart.flows if flow.id not in chart.drawn)


def _unnamed(chart: Chart) -> Iterator[tuple[str, str]]:
    if not CHINESE.search(chart.name):
        yield chart.process, "流程没有中文名称"
    for node in chart.nodes.values():
        if node.tag in ACTIVITIES and not CHINESE.search(node.name):
            yield node.id, "任务没有中文名称"
        if node.tag == "exclusiveGateway" and len(node.outgoing) > 1:
            yield from ((flow.id, "分支连线没有中文名称") for flow in node.outgoing if not CHINESE.search(flow.name))
