"""Starts (启动): a process that people start names its form, its roles, its condition and its reason, and the house knows them."""

from collections.abc import Iterator

from engine.workflow.lint.chart import Chart
from engine.workflow.lint.condition import reasons
from engine.workflow.lint.drawing import CHINESE
from engine.workflow.lint.finding import Finding, Known
from engine.workflow.starting import CONDITION, REASON, Starting, read_starting


def start_findings(chart: Chart, known: Known) -> list[Finding]:
    """Return what is wrong with what a process says of its start."""
    starting = read_starting(chart.element)
    return chart.findings((chart.process, reason) for reason in _reasons(starting, known))


def _reasons(starting: Starting, known: Known) -> Iterator[str]:
    if not starting.roles:
        if starting.condition or starting.reason:
            yield "写了启动条件，没有写由谁启动（camunda:candidateStarterGroups）"
        return
    yield from (f"没有角色 {role}" for role in sorted(starting.roles - known.roles))
    if starting.form is None:
        yield "由人启动的流程，开始事件须有表单（camunda:formKey）"
    if not starting.condition:
        yield f"由人启动的流程须写启动条件（camunda:property {CONDITION}）"
        return
    yield from reasons(starting.condition, {name: [kind] for name, kind in known.standing.items()}, "不是案件的已知情况")
    if not CHINESE.search(starting.reason):
        yield f"启动条件须用中文写明不能启动的理由（camunda:property {REASON}）"
