"""Block-structured processes for properties: what hypothesis draws becomes models whose every branch depends on the last answer."""

from typing import Any

from hypothesis import strategies as st

from tests.engine.workflow.model import Model

Block = tuple[Any, ...]
"""A kind and the blocks inside."""

LEAVES = st.sampled_from([("user",), ("timer",), ("service",)])


def _wider(block: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Return blocks made of blocks."""
    return st.one_of(
        st.tuples(st.just("sequence"), block, block),
        st.tuples(st.just("choice"), block, block),
        st.tuples(st.just("both"), block, block),
        st.tuples(st.just("loop"), block),
        st.tuples(st.just("call"), block),
        st.tuples(st.just("lapse"), block),
        st.tuples(st.just("remind"), block),
    )


BLOCKS: st.SearchStrategy[Block] = st.recursive(LEAVES, _wider, max_leaves=9)
"""Drawn processes."""


class Drawing:
    """Draws blocks into models; `models[0]` is the root."""

    def __init__(self, block: Block) -> None:
        self.count = 0
        self.models: list[Model] = []
        self._process("sample", block)

    def _process(self, name: str, block: Block) -> None:
        model = Model(name).start(f"{name}_begin")
        self.models.append(model)
        first, last = self._draw(model, block)
        model.end(f"{name}_end").line(f"{name}_begin", first)
        model.line(last, f"{name}_end")

    def _name(self, kind: str) -> str:
        self.count += 1
        return f"{kind}_{self.count}"

    def _draw(self, model: Model, block: Block) -> tuple[str, str]:
        """Add a block; return its first and its last node."""
        kind, *parts = block
        ends: tuple[str, str] = getattr(self, f"_{kind}")(model, *parts)
        return ends

    def _user(self, model: Model) -> tuple[str, str]:
        name = self._name("user")
        model.user(name)
        return name, name

    def _timer(self, model: Model) -> tuple[str, str]:
        name = self._name("timer")
        model.timer(name, 'deadline("plea")')
        return name, name

    def _service(self, model: Model) -> tuple[str, str]:
        name = self._name("service")
        model.service(name, "case.file")
        return name, name

    def _sequence(self, model: Model, one: Block, other: Block) -> tuple[str, str]:
        first, middle = self._draw(model, one)
        following, last = self._draw(model, other)
        model.line(middle, following)
        return first, last

    def _choice(self, model: Model, one: Block, other: Block) -> tuple[str, str]:
        fork, merge = self._name("fork"), self._name("merge")
        model.exclusive(fork, merge)
        for block, condition in ((one, 'answer = "a"'), (other, None)):
            first, last = self._draw(model, block)
            model.flow(fork, first, condition, default=condition is None).flow(last, merge)
        return fork, merge

    def _both(self, model: Model, one: Block, other: Block) -> tuple[str, str]:
        split, join = self._name("split"), self._name("join")
        model.parallel(split, join)
        for block in (one, other):
            first, last = self._draw(model, block)
            model.line(split, first).line(last, join)
        return split, join

    def _loop(self, model: Model, body: Block) -> tuple[str, str]:
        """Add a block that is done again until the answer is b; a question keeps it from turning by itself."""
        enter, ask, again = self._name("enter"), self._name("ask"), self._name("again")
        model.exclusive(enter).user(ask).exclusive(again)
        first, last = self._draw(model, body)
        model.line(enter, first).line(last, ask, again).flow(again, enter, 'answer = "a"')
        leave = self._name("leave")
        model.exclusive(leave).flow(again, leave, default=True)
        return enter, leave

    def _call(self, model: Model, body: Block) -> tuple[str, str]:
        name = self._name("call")
        self._process(f"{name}_process", body)
        model.call(name, f"{name}_process")
        return name, name

    def _lapse(self, model: Model, body: Block) -> tuple[str, str]:
        """Add a called block that a deadline can end, with a merge behind."""
        return self._attached(model, body, interrupting=True)

    def _remind(self, model: Model, body: Block) -> tuple[str, str]:
        """Add a called block with a deadline that opens a second branch."""
        return self._attached(model, body, interrupting=False)

    def _attached(self, model: Model, body: Block, *, interrupting: bool) -> tuple[str, str]:
        activity, _ = self._call(model, body)
        due, late = self._name("due"), self._name("late")
        model.boundary(due, activity, 'deadline("decision")', interrupting=interrupting).user(late).line(due, late)
        if not interrupting:
            told = self._name("told")
            model.end(told).line(late, told)
            return activity, activity
        merge = self._name("merge")
        model.exclusive(merge).line(activity, merge).line(late, merge)
        return activity, merge
