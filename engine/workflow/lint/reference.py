"""References (引用): forms, roles, slots, operations, deadlines, decisions and processes that a model names must exist."""

from collections.abc import Iterator, Mapping

from engine.workflow.lint.chart import Chart, Node
from engine.workflow.lint.finding import Finding, Known
from engine.workflow.timer import deadline_key
from engine.workflow.xml import NAMESPACES, camunda, inputs, message_of

Found = Iterator[tuple[str, str]]


def reference_findings(chart: Chart, known: Known) -> list[Finding]:
    """Return the names that a model mentions and the house does not know."""
    found: list[tuple[str, str]] = []
    for part in chart.parts:
        for node in part.of("startEvent"):
            found += _start(node, known)
        for node in part.of("userTask"):
            found += _user_task(part, node, known)
        for node in part.of("serviceTask"):
            found += _service_task(node, known)
        for node in part.of("boundaryEvent", "intermediateCatchEvent"):
            found += _timer(node, known)
    for part in chart.inside:
        found += [(part.process, f"没有消息 {message}") for message in messages(part) if message not in known.messages]
    return chart.findings(found)


def call_findings(chart: Chart, charts: Mapping[str, Chart], files: Mapping[str, bytes]) -> list[Finding]:
    """Return calls of processes that do not exist or lead back to the caller."""
    names = {file.rsplit("/", 1)[-1] for file in files}
    found: list[tuple[str, str]] = []
    for node in chart.of("callActivity"):
        called = node.element.get("calledElement") or ""
        if f"{called}.bpmn" not in names:
            found.append((node.id, f"调用的流程 {called or '（空）'} 不存在"))
        elif chart.process in reached(called, charts):
            found.append((node.id, f"调用 {called} 会回到本流程，永远不会结束"))
    return chart.findings(found)


def messages(inside: Chart) -> list[str]:
    """Return the message that starts an event subprocess."""
    return [message_of(part) or "" for part in inside.element.iterfind("bpmn:startEvent/bpmn:messageEventDefinition", NAMESPACES)]


def calls(chart: Chart) -> list[str]:
    """Return the processes that a chart calls."""
    return [node.element.get("calledElement") or "" for node in chart.of("callActivity")]


def reached(process: str, charts: Mapping[str, Chart]) -> set[str]:
    """Return a process and all that it calls, directly or not."""
    seen: set[str] = set()
    todo = [process]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += calls(charts[name]) if name in charts else []
    return seen


def _start(node: Node, known: Known) -> Found:
    form = camunda(node.element, "formKey")
    if form is not None and form not in known.forms:
        yield node.id, f"没有表单 {form}"


def _user_task(chart: Chart, node: Node, known: Known) -> Found:
    form, role, slot = (camunda(node.element, name) for name in ("formKey", "candidateGroups", "assignee"))
    if form is None:
        yield node.id, "用户任务没有表单（camunda:formKey）"
    elif form not in known.forms:
        yield node.id, f"没有表单 {form}"
    if role is None:
        yield node.id, "用户任务没有角色（camunda:candidateGroups）"
    elif role not in known.roles:
        yield node.id, f"没有角色 {role}"
    if slot is not None and slot not in known.slots:
        yield node.id, f"没有办案位置 {slot}"
    if node.id not in chart.lanes:
        yield node.id, "用户任务不在任何泳道"
    elif role is not None and chart.lanes[node.id] != role:
        yield node.id, f"泳道的角色 {chart.lanes[node.id]} 与任务的角色 {role} 不一致"


def _service_task(node: Node, known: Known) -> Found:
    operation = camunda(node.element, "topic")
    if operation is None or camunda(node.element, "type") != "external":
        yield node.id, '服务任务须写 camunda:type="external" 和操作 camunda:topic'
    elif operation not in known.operations:
        yield node.id, f"没有操作 {operation}"
    given, needed = inputs(node.element), known.inputs.get(operation or "")
    if needed is not None:
        yield from ((node.id, f"操作 {operation} 缺少参数 {name}") for name in needed if not given.get(name))
        yield from (
            (node.id, f"操作 {operation} 没有参数 {name}") for name in given if name not in (*needed, *known.options.get(operation or "", ()))
        )
    for name, register in (("deadline", known.deadlines), ("decision", known.decisions)):
        text = given.get(name)
        if text is not None and text not in register:
            yield node.id, f"没有{'期限' if name == 'deadline' else '决策'} {text}"


def _timer(node: Node, known: Known) -> Found:
    date = node.element.find("bpmn:timerEventDefinition/bpmn:timeDate", NAMESPACES)
    key = deadline_key(None if date is None else date.text)
    if key is None:
        yield node.id, '定时只能写 timeDate 的 deadline("期限")'
    elif key not in known.deadlines:
        yield node.id, f"没有期限 {key}"
