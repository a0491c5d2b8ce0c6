"""Stand-ins (替身): a called process as the one step that its caller sees of it, so that both can be walked one after the other."""

from collections.abc import Mapping
from html import escape

from engine.workflow.catalogue import ROUTING, Bundle, read_bundle
from engine.workflow.lint.chart import Chart

_MODEL = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
 id="{process}_stand_in" targetNamespace="zhifa">
  <bpmn:process id="{process}" name="{title}" isExecutable="true">
    <bpmn:startEvent id="{process}_begins"><bpmn:outgoing>{process}_goes_on</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="{process}_runs" name="{title}" camunda:formKey="" camunda:candidateGroups="">
      <bpmn:incoming>{process}_goes_on</bpmn:incoming><bpmn:outgoing>{process}_goes_out</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="{process}_ends"><bpmn:incoming>{process}_goes_out</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="{process}_goes_on" sourceRef="{process}_begins" targetRef="{process}_runs" />
    <bpmn:sequenceFlow id="{process}_goes_out" sourceRef="{process}_runs" targetRef="{process}_ends" />
  </bpmn:process>
</bpmn:definitions>
"""


def called(chart: Chart) -> list[str]:
    """Return the processes that a process calls itself, each once."""
    return list(dict.fromkeys(node.element.get("calledElement") or "" for node in chart.of("callActivity")))


def family(root: str, charts: Mapping[str, Chart]) -> list[str]:
    """Return a process and all that it calls, however far down."""
    found, todo = [], [root]
    while todo:
        name = todo.pop(0)
        if name not in found:
            found.append(name)
            todo += called(charts[name])
    return found


def alone(files: Mapping[str, bytes], chart: Chart, charts: Mapping[str, Chart]) -> Bundle:
    """Return the bundle of a process in which each process that it calls is one step."""
    own = f"{chart.process}.bpmn"
    kept = {own: files[own]} | ({ROUTING: files[ROUTING]} if ROUTING in files else {})
    models = {f"{name}.bpmn": _MODEL.format(process=name, title=escape(charts[name].name or name)).encode() for name in called(chart)}
    return read_bundle({**kept, **models}, chart.process)
