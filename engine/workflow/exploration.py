"""Exploration (走查): every state that a process can come to, walked over the runner itself with every choice that a condition can tell apart.

A state is where tokens stand and what they know of names that are still read; whoever acts, every timer and every message is tried in each.
Two things keep the states few. A process that is called is walked by itself, and to its caller it is one step that ends in every way in
which it can end: nothing of the two can meet in between. And a clock that only reminds rings once at each place, as the engine has it.
The walk goes breadth first, and it is bounded: where it stops early it says so, and what it did not look at counts as sound.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from engine.workflow.catalogue import Bundle
from engine.workflow.choice import Assignment, Domains, Liveness, assignments, domains, gives
from engine.workflow.feel_engine import ProcessError
from engine.workflow.guess import Guess
from engine.workflow.lint.chart import Chart, Node
from engine.workflow.lint.finding import Known
from engine.workflow.lint.reference import messages
from engine.workflow.process import Process
from engine.workflow.stand_in import alone, called, family
from engine.workflow.value import Scalar
from engine.workflow.xml import camunda

Values = tuple[tuple[str, Scalar], ...]
State = frozenset[tuple[object, ...]]
Move = Callable[[Process, "Guess"], None]
Deed = Callable[["Guess"], Process]

NAME = "exploration"

MANY = 2
"""So many tokens in one place stand for any number more: a reminder that was sent twice can be sent again."""
ENOUGH = 20_000
"""States that are looked at of one process, far more than any process of the house has."""


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
    related = {name: charts[name] for name in family(bundle.root, charts)}
    return _Walk(_Ground(bundle.files, related, known, domains(related, known), states, go_on), bundle.root).result()


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the walk through a process and those through the processes that it calls have in common."""

    files: Mapping[str, bytes]
    charts: Mapping[str, Chart]
    known: Known
    domain: Domains
    states: int
    go_on: Callable[[], bool]
    walks: dict[object, "_Walk"] = field(default_factory=dict)


class _Walk:
    """One walk; of a called process, with the values with which it begins and the names that its caller reads at its end."""

    def __init__(self, ground: _Ground, root: str, entry: Assignment | None = None, kept: frozenset[str] = frozenset()) -> None:
        self.ground, self.known, self.domain = ground, ground.known, ground.domain
        self.entry, self.kept = entry, kept
        self.chart = ground.charts[root]
        self.bundle = alone(ground.files, self.chart, ground.charts)
        self.charts = {name: ground.charts[name] for name in family(root, ground.charts)}
        self.live = Liveness(self.charts, ground.known, root, kept)
        self.nodes = {node.id: (part, node) for part in self.chart.parts for node in part.nodes.values()}
        self.begins = {name: self._before_start(name) for name in called(self.chart)}
        self.returns = {name: self._read_after(name) for name in called(self.chart)}
        self.reminders = {event.id for part in self.chart.parts for event in _reminders(part)}
        self.answers = self._answers()
        self.seen: dict[State, _Seen] = {}
        self.ended: set[State] = set()
        self.touched: set[str] = set()
        self.broken: list[str] = []
        self.left: set[Values] = set()
        self.whole = True
        self.moves = 0

    def result(self) -> Exploration:
        todo = list(self._begin())
        place = 0
        while place < len(todo) and len(self.seen) <= self.ground.states and self.ground.go_on():
            todo += self._expand(todo[place])
            place += 1
        whole = place == len(todo) and self.whole
        unreached = tuple(f"{self._title(element)}（{element}）" for element in self.nodes if element not in self.touched) if whole else ()
        return Exploration(self.bundle.root, len(self.seen), self.moves, whole, (*self.broken, *self._dead(set(todo[place:]))), unreached)

    def _before_start(self, process: str) -> frozenset[str]:
        """Return the names that a called process may read before it gives them itself."""
        return frozenset().union(*(self.live.before[process, start.id] for start in self.charts[process].of("startEvent")))

    def _read_after(self, process: str) -> frozenset[str]:
        """Return the names that a called process gives and that are read after it."""
        parts = [part for name in family(process, self.charts) for part in self.charts[name].parts]
        given = frozenset().union(*(gives(part, node, self.known) for part in parts for node in part.nodes.values()))
        calls = [node for node in self.chart.of("callActivity") if node.element.get("calledElement") == process]
        return given & frozenset().union(*(self.live.after[self.chart.process, node.id] for node in calls))

    def _endings(self, process: str, entry: Assignment) -> list[Assignment]:
        """Return what a called process can leave behind, which it is walked for once."""
        key = (process, tuple(sorted(entry.items())), self.returns[process])
        walk = self.ground.walks.get(key)
        if walk is None:
            walk = self.ground.walks[key] = _Walk(self.ground, process, entry, self.returns[process])
            found = walk.result()
            self.broken += [f"{process}.bpmn：{reason}" for reason in found.dead]
            walk.whole = found.whole
        self.whole = self.whole and walk.whole
        return [dict(values) for values in sorted(walk.left, key=str)]

    def _answers(self) -> Mapping[str, frozenset[str]]:
        """Return of each operation the names that it gives and that are read after it anywhere."""
        found: dict[str, frozenset[str]] = {}
        for part, node in self.nodes.values():
            if node.tag == "serviceTask":
                topic = camunda(node.element, "topic") or ""
                read = gives(part, node, self.known) & self.live.after[self.chart.process, node.id]
                found[topic] = found.get(topic, frozenset()) | read
        return found

    def _begin(self) -> Iterator[State]:
        for start in self.chart.of("startEvent"):
            for values in self._options(self.chart, start) if self.entry is None else [self.entry]:
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
            for values in self._endings_at(process, step.process) if step.process in self.begins else self._options(*self.nodes[step.key]):
                yield f"{step.title}{_told(values)}", _completed(step.id, values)
        rung = self._rung(process)
        for timer in process.timers():
            if timer.element not in rung:
                yield f"{self._title(timer.element)}到时", _fired(timer.id)
        # A message comes to a procedure, not to what it calls.
        for part in self.chart.inside if self.entry is None else ():
            for message in messages(part):
                for values in self._options(part, part.of("startEvent")[0]):
                    yield f"消息{message}{_told(values)}", _received(message, values)

    def _options(self, part: Chart, node: Node) -> list[Assignment]:
        """Return the ways to fill in a form, as far as a condition reads it afterwards."""
        return assignments(gives(part, node, self.known) & self.live.after[self.chart.process, node.id], self.domain)

    def _endings_at(self, process: Process, name: str) -> list[Assignment]:
        """Return what a called process can leave behind from where it was called; called from two places at once, from either."""
        entries = {_known(place.values, self.begins[name]) for place in process.places() if place.process == name}
        return [values for entry in sorted(entries, key=str) for values in self._endings(name, dict(entry))]

    def _rung(self, process: Process) -> set[str]:
        """Return the reminders that rang, as far as what they hang on can come again."""
        return {token.element for token in process.tokens() if token.state == "done" and token.element in self.reminders}

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
            except RecursionError:
                # The lint would say which element lacks a gateway; the engine looks ahead along the lines until it meets one.
                self.broken.append(f"{self._way(origin, by)}：连线转圈，其中没有网关")
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
                self.left.add(_known(process.values, self.kept))
            yield state
        if origin is not None:
            self.seen[state].before.add(origin)

    def _state(self, process: Process) -> State:
        if process.finished:
            return frozenset({("结束", process.ended_at or "", _known(process.values, self.kept))})
        message = self.live.by_message(self.bundle.root)
        places = [("", "", "", _known(process.values, message))]
        places += [("", element, "响过", ()) for element in self._rung(process)]
        for place in process.places():
            read = self.begins.get(place.process, self.live.before.get((place.process, place.element), frozenset()))
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
                standing = "、".join(sorted({self._title(str(place[1])) for place in state if place[0]}))
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


def _reminders(part: Chart) -> Iterator[Node]:
    """Yield the events that remind of an activity to which a way leads back."""
    for activity, events in part.boundaries.items():
        if activity in _behind(part, activity):
            yield from (event for event in events if event.element.get("cancelActivity") == "false")


def _behind(part: Chart, node: str) -> set[str]:
    found: set[str] = set()
    todo = [node]
    while todo:
        targets = {flow.target for flow in part.nodes[todo.pop()].outgoing} - found
        found |= targets
        todo += targets
    return found


def _known(values: Mapping[str, Scalar], read: frozenset[str]) -> Values:
    return tuple(sorted((name, values[name]) for name in read if name in values))


def _told(values: Assignment) -> str:
    return f"（{'、'.join(f'{name}={value}' for name, value in values.items())}）" if values else ""
