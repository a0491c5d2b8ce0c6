"""Any walk through any process: a stored state goes on as one that stayed in memory, and as the bare library goes."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from engine.workflow.catalogue import read_bundle
from engine.workflow.dialect import OperationTask, parse_process
from engine.workflow.feel_engine import FeelEngine
from engine.workflow.process import Process
from engine.workflow.timer import FIRED, DeadlineEventDefinition
from engine.workflow.xml import read_xml
from tests.engine.workflow.block import BLOCKS, Block, Drawing
from tests.engine.workflow.house import House
from tests.engine.workflow.model import files

MOVES = 25
ANSWERS = ("a", "b")
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


class Library:
    """The same process in the bare library: its own tasks, its own order, nothing pruned."""

    def __init__(self, drawing: Drawing) -> None:
        specs = {name: spec for model in drawing.models for name, spec in parse_process(f"{model.process}.bpmn", read_xml("x", model.xml())).items()}
        for spec in specs.values():
            for task in spec.task_specs.values():
                task.lookahead = 2
                if isinstance(task, OperationTask):
                    object.__setattr__(task, "_execute", _done)
        self.workflow = BpmnWorkflow(specs["sample"], specs, script_engine=FeelEngine())
        self.workflow.task_tree.data["answer"] = "a"
        self.workflow.do_engine_steps()

    def waiting(self) -> list[str]:
        ready = [task.task_spec.name for task in self.workflow.get_tasks(state=TaskState.READY) if task.task_spec.manual]
        return sorted(ready + [task.task_spec.name for task in self._timers()])

    def submit(self, key: str, answer: str) -> None:
        task = next(task for task in self.workflow.get_tasks(state=TaskState.READY) if task.task_spec.name == key)
        task.data["answer"] = answer
        task.run()
        self.workflow.do_engine_steps()

    def fire(self, element: str) -> None:
        task = next(task for task in self._timers() if task.task_spec.name == element)
        task.internal_data[FIRED] = True
        task.task_spec._update(task)
        self.workflow.do_engine_steps()

    def _timers(self) -> list[Task]:
        waiting = self.workflow.get_tasks(state=TaskState.WAITING)
        return [task for task in waiting if isinstance(getattr(task.task_spec, "event_definition", None), DeadlineEventDefinition)]


def _done(task: Task) -> bool:
    return True


def joins_in_a_loop(block: Block, *, loop: bool = False) -> bool:
    """Tell whether a parallel block is done again: there the library takes an arrival of the last round for one of this round."""
    kind, *parts = block
    return (kind == "both" and loop) or any(joins_in_a_loop(part, loop=loop or kind == "loop") for part in parts)


def options(process: Process) -> list[tuple[str, str, str]]:
    steps = [(step.key, step.id, answer) for step in process.steps() for answer in ANSWERS]
    return steps + [(timer.element, timer.id, "") for timer in process.timers()]


def move(process: Process, option: tuple[str, str, str]) -> None:
    _, name, answer = option
    if answer:
        process.complete(name, {"answer": answer}, House())
    else:
        process.fire(name, House())


def keys(process: Process) -> list[str]:
    return sorted([step.key for step in process.steps()] + [timer.element for timer in process.timers()])


@SLOW
@given(BLOCKS, st.data())
def test_a_loaded_process_goes_on_as_the_one_in_memory(block: Block, data: st.DataObject) -> None:
    drawing = Drawing(block)
    bundle = read_bundle(files(*drawing.models), "sample")
    hot = Process.start(bundle, "case-1", {"answer": "a"}, House())
    for _ in range(MOVES):
        if hot.finished:
            break
        stored = hot.dump()
        cold = Process.load(bundle, "case-1", stored)
        assert cold.state_digest() == hot.state_digest()
        assert cold.dump() == stored
        assert (cold.steps(), cold.timers(), cold.tokens()) == (hot.steps(), hot.timers(), hot.tokens())
        option = data.draw(st.sampled_from(options(hot)))
        move(hot, option)
        move(cold, option)
        assert cold.state_digest() == hot.state_digest()
        assert cold.dump() == hot.dump()


@SLOW
@given(BLOCKS.filter(lambda block: not joins_in_a_loop(block)), st.data())
def test_a_process_goes_where_the_bare_library_goes(block: Block, data: st.DataObject) -> None:
    drawing = Drawing(block)
    process = Process.start(read_bundle(files(*drawing.models), "sample"), "case-1", {"answer": "a"}, House())
    library = Library(drawing)
    for _ in range(MOVES):
        assert keys(process) == library.waiting()
        if process.finished:
            break
        option = data.draw(st.sampled_from(options(process)))
        move(process, option)
        if option[2]:
            library.submit(option[0], option[2])
        else:
            library.fire(option[0])
    assert process.finished == library.workflow.is_completed()
