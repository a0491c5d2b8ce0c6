"""A small language for process models in tests: elements and flows in, a BPMN file with lanes and a diagram out."""

from itertools import pairwise
from typing import Self

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
 xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
 xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="x">
"""


class Model:
    """One process; every method but `xml` adds something and returns the model."""

    def __init__(self, process: str = "sample", name: str = "样例") -> None:
        self.process = process
        self.name = name
        self.lanes: dict[str, list[str]] = {}
        self.nodes: list[str] = []
        self.flows: list[str] = []
        self.parts: list[str] = []
        self.defaults: dict[str, str] = {}
        self.attributes = ""
        self.inside: list[str] = []
        self.messages: list[str] = []

    def node(self, tag: str, id: str, attributes: str = "", content: str = "", lane: str = "officer", name: str | None = "") -> Self:
        """Add any flow node."""
        title = "" if name is None else f' name="{name or "名" + id}"'
        self.parts.append(f'<bpmn:{tag} id="{id}"{title} {attributes}%({id})s>{content}</bpmn:{tag}>')
        self.nodes.append(id)
        if lane:
            self.lanes.setdefault(lane, []).append(id)
        return self

    def start(self, id: str = "begin", form: str | None = "clue", content: str = "") -> Self:
        return self.node("startEvent", id, f'camunda:formKey="{form}"' if form else "", content)

    def end(self, id: str = "end", *, terminate: bool = False) -> Self:
        return self.node("endEvent", id, "", "<bpmn:terminateEventDefinition/>" if terminate else "")

    def user(self, id: str, form: str = "approval", role: str = "officer", slot: str | None = None) -> Self:
        assignee = f' camunda:assignee="{slot}"' if slot else ""
        return self.node("userTask", id, f'camunda:formKey="{form}" camunda:candidateGroups="{role}"{assignee}', lane=role)

    def service(self, id: str, operation: str, **inputs: str) -> Self:
        texts = "".join(f'<camunda:inputParameter name="{name}">{text}</camunda:inputParameter>' for name, text in inputs.items())
        content = f"<bpmn:extensionElements><camunda:inputOutput>{texts}</camunda:inputOutput></bpmn:extensionElements>" if inputs else ""
        return self.node("serviceTask", id, f'camunda:type="external" camunda:topic="{operation}"', content)

    def call(self, id: str, process: str) -> Self:
        return self.node("callActivity", id, f'calledElement="{process}"')

    def exclusive(self, *ids: str) -> Self:
        for key in ids:
            self.node("exclusiveGateway", key)
        return self

    def parallel(self, *ids: str) -> Self:
        for key in ids:
            self.node("parallelGateway", key)
        return self

    def timer(self, id: str, text: str) -> Self:
        return self.node("intermediateCatchEvent", id, "", timer(text))

    def boundary(self, id: str, on: str, text: str, *, interrupting: bool = False) -> Self:
        return self.node("boundaryEvent", id, f'attachedToRef="{on}" cancelActivity="{str(interrupting).lower()}"', timer(text))

    def flow(self, source: str, target: str, condition: str | None = None, *, default: bool = False, id: str | None = None, name: str = "名") -> Self:
        """Add a flow from one node to the next."""
        flow = f"{source}_to_{target}" if id is None else id
        text = condition and condition.replace("<", "&lt;")
        content = f'<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">{text}</bpmn:conditionExpression>' if text else ""
        named = f'id="{flow}" ' if flow else ""
        title = f'name="{name}" ' if name else ""
        self.parts.append(f'<bpmn:sequenceFlow {named}{title}sourceRef="{source}" targetRef="{target}">{content}</bpmn:sequenceFlow>')
        self.flows.append(flow)
        if default:
            self.defaults[source] = flow
        return self

    def line(self, *ids: str) -> Self:
        """Add flows through nodes in a row."""
        for source, target in pairwise(ids):
            self.flow(source, target)
        return self

    def interruption(self, id: str = "stop", *, operation: str = "case.file", message: str = "termination", start: str = "") -> Self:
        """Add an event subprocess of one service task that a message starts; `start` are attributes of its start event."""
        self.messages.append(message)
        begin, work, end = (f"{id}_{part}" for part in ("begin", "work", "end"))
        flows = [(f"{one}_to_{other}", one, other) for one, other in ((begin, work), (work, end))]
        self.inside += [id, begin, work, end]
        self.flows += [flow for flow, _, _ in flows]
        definition = f'<bpmn:messageEventDefinition messageRef="{message}_message"/>'
        content = f'<bpmn:startEvent id="{begin}" {start}>{definition}</bpmn:startEvent><bpmn:endEvent id="{end}"/>'
        content += f'<bpmn:serviceTask id="{work}" name="名" camunda:type="external" camunda:topic="{operation}"/>'
        content += "".join(f'<bpmn:sequenceFlow id="{flow}" sourceRef="{one}" targetRef="{other}"/>' for flow, one, other in flows)
        return self.raw(f'<bpmn:subProcess id="{id}" name="名" triggeredByEvent="true">{content}</bpmn:subProcess>')

    def started_by(self, roles: str, condition: str = "filed = true", reason: str = "尚未立案。") -> Self:
        """Let people start the process, under a condition."""
        self.attributes = f' camunda:candidateStarterGroups="{roles}"'
        named = {"startCondition": condition.replace("<", "&lt;").replace('"', "&quot;"), "startReason": reason}
        properties = "".join(f'<camunda:property name="{name}" value="{value}"/>' for name, value in named.items() if value)
        return self.raw(f"<bpmn:extensionElements><camunda:properties>{properties}</camunda:properties></bpmn:extensionElements>")

    def raw(self, text: str) -> Self:
        """Add any XML to the process."""
        self.parts.append(text.replace("%", "%%"))
        return self

    def xml(self, *, undrawn: tuple[str, ...] = ()) -> bytes:
        """Return the file; what is `undrawn` has no shape or edge."""
        defaults = {key: f' default="{self.defaults[key]}"' if key in self.defaults else "" for key in self.nodes}
        lanes = "".join(f'<bpmn:lane id="{self.process}_lane_{role}" name="{role}">{_refs(ids)}</bpmn:lane>' for role, ids in self.lanes.items())
        shapes = "".join(_shape(key, y) for y, key in enumerate([*self.nodes, *self.inside]) if key not in undrawn)
        edges = "".join(_edge(key) for key in self.flows if key not in undrawn)
        content = "".join(self.parts) % defaults
        messages = "".join(f'<bpmn:message id="{name}_message" name="{name}"/>' for name in self.messages)
        process = f'<bpmn:process id="{self.process}" name="{self.name}" isExecutable="true"{self.attributes}>'
        head = f'{messages}{process}<bpmn:laneSet id="lanes">{lanes}</bpmn:laneSet>'
        plane = f'<bpmndi:BPMNPlane id="plane" bpmnElement="{self.process}">{shapes}{edges}</bpmndi:BPMNPlane>'
        diagram = f'<bpmndi:BPMNDiagram id="diagram">{plane}</bpmndi:BPMNDiagram>'
        return f"{HEAD}{head}{content}</bpmn:process>{diagram}</bpmn:definitions>".encode()


def timer(text: str, tag: str = "timeDate") -> str:
    """Return a timer event definition with a text."""
    return f"<bpmn:timerEventDefinition><bpmn:{tag}>{text}</bpmn:{tag}></bpmn:timerEventDefinition>"


def files(*models: Model) -> dict[str, bytes]:
    """Return models as the files of a directory."""
    return {f"{model.process}.bpmn": model.xml() for model in models}


def _refs(ids: list[str]) -> str:
    return "".join(f"<bpmn:flowNodeRef>{key}</bpmn:flowNodeRef>" for key in ids)


def _shape(key: str, y: int) -> str:
    return f'<bpmndi:BPMNShape bpmnElement="{key}"><dc:Bounds x="0" y="{y}" width="9" height="9"/></bpmndi:BPMNShape>'


def _edge(key: str) -> str:
    return f'<bpmndi:BPMNEdge bpmnElement="{key}"><di:waypoint x="0" y="0"/><di:waypoint x="9" y="9"/></bpmndi:BPMNEdge>'
