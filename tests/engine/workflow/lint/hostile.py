"""Hostile models: a house that knows a little, sound models to spoil, and what the lint says about them."""

from engine.workflow.lint import Known, lint
from tests.engine.workflow.model import Model

KNOWN = Known(
    forms={"clue": {}, "approval": {"approved": "bool"}, "finding": {"finding": ("file", "none")}, "memo": {"note": "text", "days": "number"}},
    operations={"case.file": (), "case.escalate": (), "plea.lapse": ("plea",)},
    inputs={"case.escalate": ("deadline",)},
    roles=frozenset({"officer", "head"}),
    deadlines=frozenset({"plea", "decision"}),
    decisions=frozenset({"panel"}),
)


def reasons(model: Model | bytes, file: str = "sample.bpmn") -> list[str]:
    """Return the findings about a model as lines."""
    content = model if isinstance(model, bytes) else model.xml()
    return [str(finding) for finding in lint({file: content}, KNOWN)]


def sound() -> Model:
    """Return a model in which nothing is wrong."""
    return Model().start().user("review").end().line("begin", "review", "end")


def choice(condition: str | None, form: str = "approval", *, default: bool = True) -> Model:
    """Return a model with one exclusive gateway; one of its flows has the condition."""
    model = Model().start().user("review", form).exclusive("fork").end("yes").end("no").line("begin", "review", "fork")
    return model.flow("fork", "yes", condition).flow("fork", "no", default=default)


def event(definition: str) -> Model:
    """Return a model with an intermediate event that catches something."""
    return Model().start().node("intermediateCatchEvent", "catch", "", definition).end().line("begin", "catch", "end")


def task(tag: str, attributes: str = "", content: str = "") -> Model:
    return Model().start().node(tag, "odd", attributes, content).end().line("begin", "odd", "end")


def definition(name: str) -> str:
    return f"<bpmn:{name}EventDefinition/>"


def chain(model: Model, node: str) -> Model:
    return model.line("begin", node, "end")
