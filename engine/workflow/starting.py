"""Starting (启动): by what form, by whom and when a process may be started beside the main procedure of a case.

The model says all of it, in the places that Camunda 7 has for it: the form on the start event (`camunda:formKey`), the roles on the process
(`camunda:candidateStarterGroups`, separated by commas), and as properties of the process (`camunda:property`) the FEEL condition
`startCondition` over the names of `engine.rules.standing`, and `startReason`, which says to people why they cannot start it now.
"""

from dataclasses import dataclass

from lxml import etree

from engine.workflow.xml import NAMESPACES, camunda, properties

CONDITION = "startCondition"
REASON = "startReason"


@dataclass(frozen=True, slots=True)
class Starting:
    """What a process says of its start.

    Attributes:
        form: the form that starts the process; None for a process that is only called, or needs none.
        roles: who may start it; nobody for a main procedure, which opens its case, and for one that is only called.
        condition: the FEEL text over the standing of a case.
        reason: why it cannot be started while the condition does not hold, in Chinese.
    """

    form: str | None
    roles: frozenset[str]
    condition: str
    reason: str


def read_starting(process: etree._Element) -> Starting:
    """Return what a process element says of its start."""
    start = process.find("bpmn:startEvent", NAMESPACES)
    found = properties(process)
    groups = (camunda(process, "candidateStarterGroups") or "").split(",")
    return Starting(
        form=None if start is None else camunda(start, "formKey"),
        roles=frozenset(group.strip() for group in groups if group.strip()),
        condition=found.get(CONDITION, ""),
        reason=found.get(REASON, ""),
    )
