"""What the runner relies on inside SpiffWorkflow: when a new version changes it, these tests say so before a case does."""

import inspect

from SpiffWorkflow.bpmn.specs import control
from SpiffWorkflow.bpmn.specs.mixins import subworkflow_task
from SpiffWorkflow.bpmn.util.subworkflow import BpmnSubWorkflow
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState
from SpiffWorkflow.workflow import Workflow

from engine.workflow.runner import CalledInstance, Instance, Node
from engine.workflow.version import ENGINE_VERSION, LIBRARY_VERSION


def test_the_version_is_the_one_that_was_read() -> None:
    assert LIBRARY_VERSION == "3.2.0"
    assert ENGINE_VERSION == "1+SpiffWorkflow-3.2.0"


def test_a_task_has_the_attributes_that_ours_fills() -> None:
    names = set(inspect.getsource(Task.__init__).replace("self.", " self.").split())
    assigned = {name.removeprefix("self.") for name in names if name.startswith("self.")} & {
        *("id", "workflow", "_parent", "_children", "_state", "triggered", "task_spec", "thread_id", "data", "internal_data", "last_state_change")
    }
    assert len(assigned) == 11
    assert inspect.getsource(Task.__init__).count("self.") == 14


def test_what_ours_replaces_is_still_there() -> None:
    for kind, names in ((Task, ("_add_child", "_set_state", "_inherit_data")), (Workflow, ("_remove_task", "update_waiting_tasks"))):
        assert all(callable(getattr(kind, name)) for name in names)
    assert all(name in vars(BpmnWorkflow) for name in ("create_subprocess", "catch"))
    assert isinstance(vars(BpmnSubWorkflow)["parent_workflow"], property)
    assert issubclass(Node, Task)
    assert issubclass(Instance, BpmnWorkflow)
    assert issubclass(CalledInstance, BpmnSubWorkflow)


def test_tasks_are_only_made_where_ours_makes_them() -> None:
    assert inspect.getsource(Task).count("Task(self.workflow") == 1
    assert inspect.getsource(Workflow.__init__).count("Task(") == 1
    assert "if not deserializing:" in inspect.getsource(Workflow.__init__)


def test_states_are_in_the_order_that_pruning_compares() -> None:
    order = [TaskState.FUTURE, TaskState.WAITING, TaskState.READY, TaskState.STARTED, TaskState.COMPLETED, TaskState.ERROR, TaskState.CANCELLED]
    assert order == sorted(order)


def test_finished_tasks_matter_where_pruning_keeps_them() -> None:
    assert "split_task.children" in inspect.getsource(control.BoundaryEventJoin._check_threshold_structured)
    assert "task.parent.data" in inspect.getsource(control._EndJoin.__mro__[1]._run_hook)
    assert "completed_event.connect(self._on_subworkflow_completed, my_task)" in inspect.getsource(subworkflow_task.SubWorkflowTask.start_workflow)
