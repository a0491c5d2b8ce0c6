"""The dialect (方言): the part of BPMN that the engine runs, with Camunda 7 attributes; everything else is refused, never degraded."""

from collections.abc import Mapping
from typing import Any, ClassVar

from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.parser.event_parsers import BoundaryEventParser, EndEventParser, IntermediateCatchEventParser, StartEventParser
from SpiffWorkflow.bpmn.parser.task_parsers import CallActivityParser, ConditionalGatewayParser, GatewayParser, SubprocessParser
from SpiffWorkflow.bpmn.parser.TaskParser import TaskParser
from SpiffWorkflow.bpmn.parser.util import full_tag
from SpiffWorkflow.bpmn.parser.ValidationException import ValidationException
from SpiffWorkflow.bpmn.specs.defaults import (
    BoundaryEvent,
    CallActivity,
    EndEvent,
    ExclusiveGateway,
    IntermediateCatchEvent,
    ParallelGateway,
    ServiceTask,
    StartEvent,
    UserTask,
)
from SpiffWorkflow.task import Task

from engine.workflow.interruption import Arrival, EventSubprocess, event_subprocesses
from engine.workflow.timer import DeadlineEventDefinition, deadline_key
from engine.workflow.xml import MODEL, NAMESPACES, ModelError, camunda, inputs, local_name, message_of

EVENT_DEFINITIONS: Mapping[str, frozenset[str]] = {
    "startEvent": frozenset(),
    "endEvent": frozenset({"terminateEventDefinition"}),
    "intermediateCatchEvent": frozenset({"timerEventDefinition"}),
    "boundaryEvent": frozenset({"timerEventDefinition"}),
}
"""The event definitions that each event may hold; the library passes silently over most of the others."""

FLOW_NODES = frozenset(EVENT_DEFINITIONS) | {"userTask", "serviceTask", "callActivity", "exclusiveGateway", "parallelGateway"}
"""The flow nodes of the dialect."""

INTERRUPTION_NODES = frozenset({"startEvent", "serviceTask", "exclusiveGateway", "endEvent"})
"""The flow nodes of an event subprocess: it runs to its end at once."""

OTHER_ELEMENTS = frozenset({"documentation", "extensionElements", "laneSet", "sequenceFlow", "textAnnotation", "association", "group"})
"""What else a process may contain: nothing of it has an effect on the run."""

LOOKAHEAD = 0
"""How far the library predicts beyond a gateway; predictions are never shown, so that none is the cheapest."""


class OperationTask(ServiceTask):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """A service task (服务任务): hands its operation to the host and takes the returned routing values."""

    def _execute(self, task: Task) -> bool:
        task.data.update(task.top.operate(self.extensions["topic"], self.extensions["inputs"], task.data))
        return True


class _UserTaskParser(TaskParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    def parse_extensions(self, node: etree._Element | None = None) -> dict[str, str | None]:
        return {name: camunda(self.node, name) for name in ("formKey", "candidateGroups", "assignee")}


class _ServiceTaskParser(TaskParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    def parse_extensions(self, node: etree._Element | None = None) -> dict[str, object]:
        topic = camunda(self.node, "topic")
        if topic is None:
            self.raise_validation_exception("服务任务没有操作（camunda:topic）")
        return {"topic": topic, "inputs": inputs(self.node)}


class _DeadlineTimer:
    """Reads `deadline("key")` in the place of the library's dates, durations and cycles."""

    node: etree._Element

    def parse_timer_event(self, event: etree._Element) -> DeadlineEventDefinition:
        date = event.find("bpmn:timeDate", NAMESPACES)
        key = deadline_key(None if date is None else date.text)
        if key is None:
            raise ValidationException('定时只能写 timeDate 的 deadline("期限")', node=self.node)
        return DeadlineEventDefinition(self.node.get("id") or key, key)


class _StartEventParser(StartEventParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    def parse_message_event(self, event: etree._Element) -> Arrival:
        return Arrival(message_of(event) or "")


class _EventSubprocessParser(TaskParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    def create_task(self) -> EventSubprocess:
        return EventSubprocess(self.spec, self.bpmn_id, subworkflow_spec=SubprocessParser.get_subprocess_spec(self), **self.bpmn_attributes)


class _CatchEventParser(_DeadlineTimer, IntermediateCatchEventParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    pass


class _BoundaryEventParser(_DeadlineTimer, BoundaryEventParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    pass


class DialectParser(BpmnParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """Parses the dialect; a tag that is not listed has no parser and is an error of the library."""

    PARSER_CLASSES: ClassVar[dict[str, tuple[type, type]]] = {
        full_tag("startEvent"): (_StartEventParser, StartEvent),
        full_tag("endEvent"): (EndEventParser, EndEvent),
        full_tag("userTask"): (_UserTaskParser, UserTask),
        full_tag("serviceTask"): (_ServiceTaskParser, OperationTask),
        full_tag("callActivity"): (CallActivityParser, CallActivity),
        full_tag("subProcess"): (_EventSubprocessParser, EventSubprocess),
        full_tag("exclusiveGateway"): (ConditionalGatewayParser, ExclusiveGateway),
        full_tag("parallelGateway"): (GatewayParser, ParallelGateway),
        full_tag("intermediateCatchEvent"): (_CatchEventParser, IntermediateCatchEvent),
        full_tag("boundaryEvent"): (_BoundaryEventParser, BoundaryEvent),
    }


def parse_process(file: str, root: etree._Element) -> dict[str, Any]:
    """Return the specification of the one process of a file by its id, and those of its event subprocesses by theirs.

    Raises:
        ModelError: an element outside the dialect, or one that the library cannot read.
    """
    process = the_process(file, root)
    for element, reason in foreign_elements(process):
        raise ModelError(file, element, reason)
    parser = DialectParser()
    try:
        parser.add_bpmn_xml(root, file)
        spec = parser.get_spec(process.get("id"))
    except ValidationException as error:
        raise ModelError(file, error.id or file, str(error)) from error
    specs = {spec.name: spec}
    for subprocess in event_subprocesses(spec):
        inside = parser.get_spec(subprocess.name)
        subprocess.adopt(inside, inside.bpmn_start_events[0].event_definition.message)
        specs[inside.name] = inside
    for task_spec in (task_spec for each in specs.values() for task_spec in each.task_specs.values()):
        task_spec.lookahead = LOOKAHEAD
    return specs


def the_process(file: str, root: etree._Element) -> etree._Element:
    """Return the only process element of a file; its id is the file's name.

    Raises:
        ModelError: none, several, or another id.
    """
    processes = root.findall("bpmn:process", NAMESPACES)
    if len(processes) != 1:
        raise ModelError(file, file, f"文件应有且只有一个流程，现有 {len(processes)} 个")
    name = processes[0].get("id") or ""
    if f"{name}.bpmn" != file.rsplit("/", 1)[-1]:
        raise ModelError(file, name or file, "流程编号与文件名不一致")
    return processes[0]


def foreign_elements(process: etree._Element) -> list[tuple[str, str]]:
    """Return what in a process lies outside the dialect: ids and reasons."""
    found: list[tuple[str, str]] = []
    for element in process:
        if local_name(element) == "subProcess":
            found += [(element.get("id") or "subProcess", reason) for reason in _subprocess_faults(element)]
            found += [fault for part in element for fault in _faults(part, INTERRUPTION_NODES, inside=True)]
        else:
            found += _faults(element, FLOW_NODES, inside=False)
    return found


def _faults(element: etree._Element, nodes: frozenset[str], *, inside: bool) -> list[tuple[str, str]]:
    tag, name = local_name(element), element.get("id") or local_name(element)
    if tag in {"documentation", "extensionElements"}:
        return []
    if tag not in nodes | OTHER_ELEMENTS or etree.QName(element).namespace != MODEL:
        return [(name, f"事件子流程只能有自动步骤，不支持 {tag}" if inside else f"不支持 {tag}")]
    found = [(name, f"{tag} 不支持 {local_name(part)}") for part in element if _foreign_part(tag, part, inside=inside)]
    if tag in EVENT_DEFINITIONS:
        found += [(name, reason) for reason in _event_faults(tag, element)]
    return found


def _foreign_part(tag: str, part: etree._Element, *, inside: bool) -> bool:
    name = local_name(part)
    if name in {"documentation", "extensionElements", "incoming", "outgoing"}:
        return False
    if name.endswith("EventDefinition"):
        allowed = {"messageEventDefinition"} if inside and tag == "startEvent" else EVENT_DEFINITIONS.get(tag, frozenset())
        return name not in allowed
    return (tag, name) not in {("sequenceFlow", "conditionExpression"), ("laneSet", "lane"), ("textAnnotation", "text")}


def _subprocess_faults(element: etree._Element) -> list[str]:
    """Return why a subprocess is not the one kind that runs: triggered by a message, interrupting, with nothing attached to a flow."""
    if element.get("triggeredByEvent") != "true":
        return ["只支持由消息触发的事件子流程，嵌入子流程须改为调用的流程"]
    if element.find("bpmn:incoming", NAMESPACES) is not None or element.find("bpmn:outgoing", NAMESPACES) is not None:
        return ["事件子流程不能有流入或者流出的连线"]
    starts = element.findall("bpmn:startEvent", NAMESPACES)
    definition = starts[0].find("bpmn:messageEventDefinition", NAMESPACES) if len(starts) == 1 else None
    if definition is None:
        return ["事件子流程须有且只有一个消息开始事件"]
    if starts[0].get("isInterrupting") == "false":
        return ["事件子流程须中断主流程，不中断的改为启动程序"]
    return [] if message_of(definition) else ["消息开始事件没有消息（messageRef）"]


def _event_faults(tag: str, element: etree._Element) -> list[str]:
    definitions = [part for part in element if local_name(part).endswith("EventDefinition")]
    if len(definitions) > 1:
        return ["一个事件只能有一个事件定义"]
    if not definitions and tag in {"intermediateCatchEvent", "boundaryEvent"}:
        return ["事件没有定义，会被当作空事件直接通过"]
    return []
