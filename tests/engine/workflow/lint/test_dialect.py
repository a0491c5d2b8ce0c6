"""Elements that the engine does not run."""

import pytest

from tests.engine.workflow.lint.hostile import definition, event, reasons, sound, task
from tests.engine.workflow.model import Model, timer


def event_subprocess(definition: str, more: str = "") -> Model:
    """A sound model with an event subprocess of any start."""
    begin = f'<bpmn:startEvent id="odd_begin">{definition}</bpmn:startEvent>'
    return sound().interruption().raw(f'<bpmn:subProcess id="odd" triggeredByEvent="true">{begin}{more}</bpmn:subProcess>')


DIALECT: dict[str, tuple[Model, str]] = {
    "script task": (task("scriptTask", "", "<bpmn:script>import os</bpmn:script>"), "odd: 不支持 scriptTask"),
    "manual task": (task("manualTask"), "odd: 不支持 manualTask"),
    "empty task": (task("task"), "odd: 不支持 task"),
    "send task": (task("sendTask"), "odd: 不支持 sendTask"),
    "business rule task": (task("businessRuleTask"), "odd: 不支持 businessRuleTask"),
    "complex gateway": (task("complexGateway"), "odd: 不支持 complexGateway"),
    "inclusive gateway": (task("inclusiveGateway"), "odd: 不支持 inclusiveGateway"),
    "event-based gateway": (task("eventBasedGateway"), "odd: 不支持 eventBasedGateway"),
    "embedded subprocess": (task("subProcess"), "odd: 只支持由消息触发的事件子流程"),
    "event subprocess without a start": (sound().raw('<bpmn:subProcess id="odd" triggeredByEvent="true"/>'), "odd: 事件子流程须有且只有一个消息开始"),
    "event subprocess that interrupts nothing": (sound().interruption("odd", start='isInterrupting="false"'), "odd: 事件子流程须中断主流程"),
    "event subprocess in the flow": (task("subProcess", 'triggeredByEvent="true"', "<bpmn:incoming>x</bpmn:incoming>"), "odd: 事件子流程不能有流入"),
    "event subprocess by timer": (event_subprocess(timer('deadline("plea")')), "odd: 事件子流程须有且只有一个消息开始"),
    "event subprocess by signal": (event_subprocess(definition("signal")), "odd: 事件子流程须有且只有一个消息开始"),
    "event subprocess by a message that nobody names": (event_subprocess(definition("message")), "odd: 消息开始事件没有消息"),
    "event subprocess that waits": (
        event_subprocess('<bpmn:messageEventDefinition messageRef="termination_message"/>', '<bpmn:userTask id="waits"/>'),
        "waits: 事件子流程只能有自动步骤",
    ),
    "transaction": (task("transaction"), "odd: 不支持 transaction"),
    "ad-hoc subprocess": (task("adHocSubProcess"), "odd: 不支持 adHocSubProcess"),
    "data object": (sound().raw('<bpmn:dataObject id="odd"/>'), "odd: 不支持 dataObject"),
    "multi-instance": (
        task("userTask", 'camunda:formKey="approval"', "<bpmn:multiInstanceLoopCharacteristics/>"),
        "odd: userTask 不支持 multiInstance",
    ),
    "loop": (task("userTask", "", "<bpmn:standardLoopCharacteristics/>"), "odd: userTask 不支持 standardLoop"),
    "io specification": (task("userTask", "", "<bpmn:ioSpecification/>"), "odd: userTask 不支持 ioSpecification"),
    "link event": (event(definition("link")), "catch: intermediateCatchEvent 不支持 linkEventDefinition"),
    "message event": (event(definition("message")), "catch: intermediateCatchEvent 不支持 messageEventDefinition"),
    "signal event": (event(definition("signal")), "catch: intermediateCatchEvent 不支持 signalEventDefinition"),
    "conditional event": (event(definition("conditional")), "catch: intermediateCatchEvent 不支持 conditionalEventDefinition"),
    "empty catch event": (event(""), "catch: 事件没有定义"),
    "two definitions": (event(timer('deadline("plea")') * 2), "catch: 一个事件只能有一个"),
    "throw event": (task("intermediateThrowEvent", "", definition("compensate")), "odd: 不支持 intermediateThrowEvent"),
    "compensation end": (task("endEvent", "", definition("compensate")), "odd: endEvent 不支持 compensateEventDefinition"),
    "error end": (task("endEvent", "", definition("error")), "odd: endEvent 不支持 errorEventDefinition"),
    "start by timer": (Model().start(content=timer('deadline("plea")')).end().line("begin", "end"), "begin: startEvent 不支持 timer"),
    "foreign element": (sound().raw('<camunda:formData id="odd"/>'), "odd: 不支持 formData"),
}


@pytest.mark.parametrize("case", DIALECT)
def test_what_lies_outside_the_dialect_is_refused(case: str) -> None:
    model, reason = DIALECT[case]
    assert any(reason in line for line in reasons(model))
