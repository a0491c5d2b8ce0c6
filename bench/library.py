"""The bare library (裸库): SpiffWorkflow 3.2.0 as its documentation uses it, on the same process files.

Each step loads the whole workflow from its row, runs, serialises it with the library's own serialiser and stores it. The file is read by the
library's own Camunda parser. Three things are translated for this run only: FEEL conditions go to the same compiled closures, a service task
takes its answer from the walk, and a deadline is a date far ahead.
"""

import sqlite3
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from SpiffWorkflow.bpmn.parser.TaskParser import TaskParser
from SpiffWorkflow.bpmn.parser.util import full_tag
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.serializer.default.task_spec import BpmnTaskSpecConverter
from SpiffWorkflow.bpmn.specs.defaults import ServiceTask
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.camunda.parser.CamundaParser import CamundaParser
from SpiffWorkflow.camunda.serializer.config import CAMUNDA_CONFIG
from SpiffWorkflow.util.task import TaskState

from bench import walk
from bench.report import mean_of_least
from bench.store import opened
from engine.workflow.feel_engine import evaluate
from engine.workflow.xml import camunda, read_xml

Clock = Callable[[], float]
FAR = "2999-01-01T00:00:00+00:00"


class AnsweringTask(ServiceTask):  # type: ignore[misc]  # SpiffWorkflow has no types.
    """A service task that takes its answer from the walk."""

    def _execute(self, task: Any) -> bool:
        task.data.update(walk.OPERATIONS.get(self.documentation or "", {}))
        return True


class _AnsweringParser(TaskParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    def create_task(self) -> AnsweringTask:
        attributes = self.bpmn_attributes | {"documentation": camunda(self.node, "topic")}
        return AnsweringTask(self.spec, self.bpmn_id, **attributes)


class _Parser(CamundaParser):  # type: ignore[misc]  # SpiffWorkflow has no types.
    OVERRIDE_PARSER_CLASSES = CamundaParser.OVERRIDE_PARSER_CLASSES | {full_tag("serviceTask"): (_AnsweringParser, AnsweringTask)}


class _ScriptEngine(PythonScriptEngine):  # type: ignore[misc]  # SpiffWorkflow has no types.
    def evaluate(self, task: Any, expression: str, external_context: object = None) -> object:
        return FAR if expression.startswith("deadline(") else evaluate(expression, task.data)


ENGINE = _ScriptEngine()


def serializer() -> BpmnWorkflowSerializer:
    """Return the library's serialiser, set up as its documentation says."""
    config = deepcopy(CAMUNDA_CONFIG)
    config[AnsweringTask] = BpmnTaskSpecConverter
    return BpmnWorkflowSerializer(BpmnWorkflowSerializer.configure(config))


def started() -> BpmnWorkflow:
    """Return a workflow of the ordinary procedure at its first wait."""
    parser = _Parser()
    for name, content in walk.FILES.items():
        parser.add_bpmn_xml(read_xml(name, content), name)
    workflow = BpmnWorkflow(parser.get_spec(walk.ROOT), parser.get_subprocess_specs(walk.ROOT), script_engine=ENGINE)
    workflow.do_engine_steps()
    return workflow


def durations(clock: str = "process_time", *, full: bool = False, rounds: int = 5) -> list[list[float]]:
    """Return per round the seconds of each step, by the named clock of `time`; `full` waits for the disk at each commit."""
    now: Clock = getattr(time, clock)
    codec = serializer()
    first = codec.serialize_json(started())
    with TemporaryDirectory() as folder:
        connection = opened(Path(folder), full=full)
        return [_round(connection, codec, first, now) for _ in range(rounds)]


def library_wall_seconds_per_step(*, full: bool = True, rounds: int = 5) -> float:
    """Return the wall seconds of a step, waiting for the disk at each commit: what a whole command of ours is compared with."""
    return mean_of_least(durations("perf_counter", full=full, rounds=rounds))


def _round(connection: sqlite3.Connection, codec: BpmnWorkflowSerializer, state: str, now: Clock) -> list[float]:
    connection.execute("insert or replace into process values (1, ?)", (state,))
    connection.commit()
    taken: list[float] = []
    while True:
        begun = now()
        workflow = codec.deserialize_json(connection.execute("select state from process where id = 1").fetchone()[0])
        workflow.script_engine = ENGINE
        task = workflow.get_next_task(state=TaskState.READY, manual=True)
        task.data.update(walk.FORMS.get(task.task_spec.form.key, {}))
        task.run()
        workflow.do_engine_steps()
        connection.execute("update process set state = ? where id = 1", (codec.serialize_json(workflow),))
        connection.commit()
        taken.append(now() - begun)
        if workflow.is_completed():
            return taken
