"""Exploration (走查): every state that a process can come to, walked over the runner itself with every choice that a condition can tell apart.

A state is where tokens stand and what they know of names that are still read; whoever acts, every timer and every message is tried in each.
The walk goes breadth first, and it is bounded: where it stops early it says so, and what it did not look at counts as sound.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from engine.workflow.catalogue import Bundle
from engine.workflow.choice import Assignment, Domains, Liveness, assignments, domains, gives
from engine.workflow.feel_engine import ProcessError
from engine.workflow.lint.chart import Chart, Node
from engine.workflow.lint.finding import Known
from engine.workflow.lint.reference import messages
from engine.workflow.process import Process
from engine.workflow.value import Scalar
from engine.workflow.xml import camunda

State = frozenset[tuple[object, ...]]
Move = Callable[[Process, "Guess"], None]
Deed = Callable[["Guess"], Process]

NAME = "exploration"

INSTANT = datetime(2026, 1, 1, tzinfo=UTC)
MANY = 2
"""So many tokens in one place stand for any number more: a reminder that was sent twice can be sent again."""
ENOUGH = 4_000
"""States that are looked at; those in which a fine is collected have more, and the walk says that it stopped."""


@dataclass(frozen=True, slots=True)
class Exploration:
    """What was found of a process.

    Attributes:
        whole: whether every state was looked at.
        dead: where the process stands and cannot end, with the shortest way there.
        unreached: elements of the process's own drawing that nothing ever reached; told only of a whole walk.
    """

    process: str
    states: int
    moves: int
    whole: bool
    dead: tuple[str, ...]
    unreached: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Return whether nothing wrong was found, in as much as was looked at."""
        return not self.dead and not self.unreached

    def lines(self) -> Iterator[str]:
        """Yield what to tell people."""
        yield from (f"{self.process}.bpmn: {reason}" for reason in self.dead)
        yield from (f"{self.process}.bpmn: {element}没有走到" for element in self.unreached)
        how = "全部走到" if self.whole else "没有走完，未走到的不作结论"
        yield f"{self.process}.bpmn: 状态{self.states}个，走了{self.moves}步，{how}{'，都能到达结束' if self.sound and self.whole else ''}"


class Guess:
    """A host that answers operations by a script of guesses, and with the first choice beyond its end."""

    now = INSTANT

    def __init__(self, script: tuple[int, ...], answers: Mapping[str, frozenset[str]], domain: Domains) -> None:
        self.script, self.answers, self.domain = script, answers, domain
        self.taken: list[int] = []
        self.widths: list[int] = []

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        """Return one of the answers that an operation can give."""
        del inputs, values
        options = assignments(self.answers[name], self.domain)
        place = len(self.taken)
        self.taken.append(self.script[place] if place < len(self.script) else 0)
        self.widths.append(len(options))
        return options[self.taken[-1]]

    def others(self) -> Iterator[tuple[int, ...]]:
        """Yield the scripts that differ where this one was not told what to guess."""
        for place in range(len(self.script), len(self.taken)):
            yield from ((*self.taken[:place], choice) for choice in range(1, self.widths[place]))


@dataclass(slots=True)
class _Seen:
    """A state: as bytes to go on from, where it came from, and by what."""

    content: bytes
    origin: State | None
    by: str
    before: set[State] = field(default_factory=set)


def explore(
    bundle: Bundle, charts: Mapping[str, Chart], known: Known, *, states: int = ENOUGH, go_on: Callable[[], bool] = lambda: True
) -> Exploration:
    """Return what is found of a process, looking at `states` states at most and as long as `go_on` says."""
    return _Walk(bundle, charts, known).result(states, go_on)


class _Walk:
    def __init__(self, bundle: Bundle, charts: Mapping[str, Chart], known: Known) -> None:
        self.bundle, self.known = bundle, known
        self.charts = {name: charts[name] for name in _family(bundle.root, charts)}
        self.domain = domains(self.charts, known)
        self.live = Liveness(self.charts, known)
        self.nodes = {
            (chart.process, node.id): (part, node) for chart in self.charts.values() for part in chart.parts for node in part.nodes.values()
        }
        self.answers = self._answers()
        self.seen: dict[State, _Seen] = {}
        self.ended: set[State] = set()
        self.touched: set[str] = set()
        self.broken: list[str] = []
        self.moves = 0

    def result(self, states: int, go_on: Callable[[], bool]) -> Exploration:
        todo = list(self._begin())
        place = 0
        while place < len(todo) and len(self.seen) <= states and go_on():
            todo += self._expand(todo[place])
            place += 1
        whole = place == len(todo)
        root = self.charts[self.bundle.root]
        elements = [node.id for part in root.parts for node in part.nodes.values()]
        unreached = tuple(f"{self._title(element)}（{element}）" for element in elements if element not in self.touched) if whole else ()
        return Exploration(self.bundle.root, len(self.seen), self.moves, whole, (*self.broken, *self._dead(set(todo[place:]))), unreached)

    def _answers(self) -> Mapping[str, frozenset[str]]:
        """Return of each operation the names that it gives and that are read after it anywhere."""
        found: dict[str, frozenset[str]] = {}
        for (process, _), (part, node) in self.nodes.items():
            if node.tag == "serviceTask":
                topic = camunda(node.element, "topic") or ""
                read = gives(part, node, self.known) & self.live.after[process, node.id]
                found[topic] = found.get(topic, frozenset()) | read
        return found

    def _begin(self) -> Iterator[State]:
        chart = self.charts[self.bundle.root]
        for start in chart.of("startEvent"):
            for values in self._options(chart.process, chart, start):
                yield from self._run(None, f"开始{_told(values)}", _started(self.bundle, values))

    def _expand(self, state: State) -> Iterator[State]:
        if state in self.ended:
            return
        content = self.seen[state].content
        for by, move in self._moves(Process.load(self.bundle, NAME, content)):
            yield from self._run(state, by, _moved(self.bundle, content, move))

    def _moves(self, process: Process) -> Iterator[tuple[str, Move]]:
        """Yield everything that can happen now, in words and as a deed."""
        for step in process.steps():
            drawn = step.process.partition(".")[0]
            for values in self._options(drawn, *self.nodes[drawn, step.key]):
                yield f"{step.title}{_told(values)}", _completed(step.id, values)
        for timer in process.timers():
            yield f"{self._title(timer.element)}到时", _fired(timer.id)
        for part in self.charts[self.bundle.root].inside:
            for message in messages(part):
                for values in self._options(self.bundle.root, part, part.of("startEvent")[0]):
                    yield f"消息{message}{_told(values)}", _received(message, values)

    def _options(self, process: str, part: Chart, node: Node) -> list[Assignment]:
        """Return the ways to fill in a form, as far as a condition reads it afterwards."""
        return assignments(gives(part, node, self.known) & self.live.after[process, node.id], self.domain)

    def _run(self, origin: State | None, by: str, deed: Deed) -> Iterator[State]:
        """Yield the new states to which a move leads, whatever the operations on the way answer."""
        scripts: list[tuple[int, ...]] = [()]
        while scripts:
            guess = Guess(scripts.pop(), self.answers, self.domain)
            self.moves += 1
            try:
                process = deed(guess)
            except ProcessError as error:
                self.broken.append(f"{self._way(origin, by)}：{error}")
                continue
            finally:
                scripts += guess.others()
            yield from self._note(process, origin, by)

    def _note(self, process: Process, origin: State | None, by: str) -> Iterator[State]:
        self.touched |= {token.element for token in process.tokens()}
        state = self._state(process)
        if state not in self.seen:
            self.seen[state] = _Seen(process.dump(), origin, by)
            if process.finished:
                self.ended.add(state)
            yield state
        if origin is not None:
            self.seen[state].before.add(origin)

    def _state(self, process: Process) -> State:
        if process.finished:
            return frozenset({("结束", process.ended_at or "")})
        message = self.live.by_message(self.bundle.root)
        places = [("", "", "", _known(process.values, message))]
        for place in process.places():
            read = self.live.before.get((place.process, place.element), frozenset())
            places.append((place.process, place.element, place.state, _known(place.values, read)))
        return frozenset((*place, min(places.count(place), MANY)) for place in places)

    def _dead(self, open_ends: set[State]) -> Iterator[str]:
        """Yield the states from which no end can be reached, those only that are not behind another one."""
        good: set[State] = set()
        todo = [*self.ended, *open_ends]
        while todo:
            state = todo.pop()
            if state not in good:
                good.add(state)
                todo += self.seen[state].before
        for state, seen in self.seen.items():
            if state not in good and (seen.origin is None or seen.origin in good):
                standing = "、".join(sorted({self._title(str(place[1])) for place in state if place[1]}))
                yield f"停在{standing}，不能到达结束：{self._way(seen.origin, seen.by)}"

    def _way(self, origin: State | None, by: str) -> str:
        way = [by]
        while origin is not None:
            way.append(self.seen[origin].by)
            origin = self.seen[origin].origin
        return " → ".join(reversed(way))

    def _title(self, element: str) -> str:
        return self.bundle.titles.get(element, element)


def _started(bundle: Bundle, values: Assignment) -> Deed:
    return lambda guess: Process.start(bundle, NAME, values, guess)


def _moved(bundle: Bundle, content: bytes, move: Move) -> Deed:
    def deed(guess: Guess) -> Process:
        process = Process.load(bundle, NAME, content)
        move(process, guess)
        return process

    return deed


def _completed(step: str, values: Assignment) -> Move:
    return lambda process, guess: process.complete(step, values, guess)


def _fired(timer: str) -> Move:
    return lambda process, guess: process.fire(timer, guess)


def _received(message: str, values: Assignment) -> Move:
    return lambda process, guess: process.receive(message, values, guess)


def _family(root: str, charts: Mapping[str, Chart]) -> list[str]:
    found, todo = [], [root]
    while todo:
        name = todo.pop(0)
        if name not in found:
            found.append(name)
            todo += [node.element.get("calledElement") or "" for node in charts[name].of("callActivity")]
    return found


def _known(values: Mapping[str, object], read: frozenset[str]) -> tuple[tuple[str, object], ...]:
    return tuple(sorted((name, values[name]) for name in read if name in values))


def _told(values: Assignment) -> str:
    return f"（{'、'.join(f'{name}={value}' for name, value in values.items())}）" if values else ""
