"""Paths (路径): every element can be reached, and from every state an end can be.

The second is decided by playing the token game over all choices: what runs by itself runs at once, as the engine does it, so that a state is a set
of waiting places. A parallel join that one branch never reaches is found as a state with tokens and no move.
"""

from collections.abc import Iterator

from engine.workflow.lint.chart import Chart, Node
from engine.workflow.lint.finding import Finding

State = frozenset[str]
"""The tokens: ids of flows, and of activities and catch events that wait."""

ENDED: State = frozenset()
STATE_LIMIT = 20_000
"""States that are looked at; the largest process drawn so far has some hundreds."""

WAITS = frozenset({"userTask", "callActivity", "intermediateCatchEvent"})


def path_findings(chart: Chart) -> list[Finding]:
    """Return elements that nothing reaches, and places that no way leads out of."""
    return [finding for part in chart.parts for finding in _findings(part)]


def _findings(chart: Chart) -> list[Finding]:
    seen = _reachable(chart)
    lost = [(node, "从开始事件无法到达") for node in chart.nodes if node not in seen]
    return chart.findings(lost or _game(chart))


def _reachable(chart: Chart) -> set[str]:
    seen: set[str] = set()
    todo = [node.id for node in chart.of("startEvent")]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            node = chart.nodes[name]
            todo += [flow.target for flow in node.outgoing] + [event.id for event in chart.boundaries.get(name, [])]
    return seen


def _game(chart: Chart) -> list[tuple[str, str]]:
    """Return what the token game finds, or nothing where it has too many states."""
    begin = frozenset(flow.id for node in chart.of("startEvent") for flow in node.outgoing)
    targets = {flow.id: flow.target for flow in chart.flows}
    before: dict[State, set[State]] = {begin: set()}
    visited: set[str] = {node.id for node in chart.of("startEvent", "boundaryEvent")}
    todo = [begin]
    while todo:
        state = todo.pop()
        for node, following in _moves(chart, targets, state):
            visited.add(node)
            if following not in before:
                before[following] = set()
                todo.append(following)
            before[following].add(state)
        if len(before) > STATE_LIMIT:
            return []
    return [*_stuck(before, targets), *((node, "永远不会执行") for node in chart.nodes if node not in visited)]


def _stuck(before: dict[State, set[State]], targets: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the elements that hold tokens in states from which the process cannot end."""
    good: set[State] = set()
    todo = [ENDED]
    while todo:
        state = todo.pop()
        if state not in good:
            good.add(state)
            todo += before.get(state, ())
    stuck = {targets.get(token, token) for state in before.keys() - good for token in state}
    yield from ((element, "从此处无法到达结束") for element in sorted(stuck))


def _moves(chart: Chart, targets: dict[str, str], state: State) -> Iterator[tuple[str, State]]:
    """Yield the states that follow, each with the node that moved: one node that runs by itself, or else each that waits."""
    for token in sorted(state):
        if token in targets:
            node = chart.nodes[targets[token]]
            if following := _pass(node, state, token):
                yield from ((node.id, after) for after in following)
                return
    for token in sorted(state - targets.keys()):
        yield from ((token, after) for after in _leave(chart, chart.nodes[token], state))


def _pass(node: Node, state: State, token: str) -> list[State]:
    """Return the states after a node took its token from a flow; none where a join still waits."""
    if node.tag in WAITS:
        return [state - {token} | {node.id}]
    if node.tag == "endEvent":
        return [ENDED if len(node.element.findall("{*}terminateEventDefinition")) else state - {token}]
    if node.tag == "parallelGateway":
        arriving = {flow.id for flow in node.incoming}
        return [state - arriving | {flow.id for flow in node.outgoing}] if arriving <= state else []
    return [state - {token} | {flow.id} for flow in node.outgoing]


def _leave(chart: Chart, node: Node, state: State) -> Iterator[State]:
    """Yield the states after a waiting node went on, or a timer at its edge fired."""
    yield state - {node.id} | {flow.id for flow in node.outgoing}
    for event in chart.boundaries.get(node.id, []):
        stays = state if event.element.get("cancelActivity") == "false" else state - {node.id}
        yield stays | {flow.id for flow in event.outgoing}
