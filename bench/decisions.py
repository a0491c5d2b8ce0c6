"""How fast a decision is (裁量速度): a table of thirty rules, compiled once, hit on rule 29, against two other engines in the same run.

Each engine gets the table in its own language and the same input through its own interface, one thread of one core. Before any time is
taken, each must give the same answer. The engines take turns; a figure is the best of their turns.
"""

import time
from collections.abc import Callable, Mapping
from types import SimpleNamespace

import zen
from lxml import etree
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine
from SpiffWorkflow.dmn.parser.DMNParser import DMNParser

from bench import rulebook
from bench.report import Figure
from engine.dmn import evaluate, read_model

Decide = Callable[[], Mapping[str, object]]
Engine = Callable[[], Decide]
TURNS = 5
SECONDS = 0.4
"""The length of a turn."""


def run() -> list[Figure]:
    """Return the figures; AssertionError where an engine answers wrongly."""
    engines = {"ours": ours(), "spiffworkflow": spiffworkflow(), "zen": zen_engine()}
    for name, decide in engines.items():
        if dict(decide()) != rulebook.ANSWER:
            raise AssertionError(f"{name}: {decide()}")
    rates = dict.fromkeys(engines, 0.0)
    for _ in range(TURNS):
        for name, decide in engines.items():
            rates[name] = max(rates[name], per_second(decide))
    return [
        ("decisions_per_second", round(rates["ours"]), "1/s"),
        ("ratio_to_spiffworkflow", round(rates["ours"] / rates["spiffworkflow"], 1), "times"),
        ("ratio_to_zen", round(rates["ours"] / rates["zen"], 1), "times"),
        ("spiffworkflow_per_second", round(rates["spiffworkflow"]), "1/s"),
        ("zen_per_second", round(rates["zen"]), "1/s"),
    ]


def ours() -> Decide:
    """Return a decision by our engine: compiled FEEL, with the explanation that a case keeps."""
    model = read_model(rulebook.dmn(), file="bench.dmn")

    def decide() -> Mapping[str, object]:
        value = evaluate(model, "tier", rulebook.ASKED).value
        return value if isinstance(value, dict) else {}

    return decide


def spiffworkflow() -> Decide:
    """Return a decision by SpiffWorkflow's own DMN engine, as its business rule tasks call it: cells in Python."""
    root = etree.fromstring(rulebook.dmn(python=True))
    parser = DMNParser(None, root, {"dmn": etree.QName(root).namespace})
    parser.parse()
    engine = DMNEngine(parser.decision.decisionTables[0])
    task = SimpleNamespace(data=dict(rulebook.ASKED), workflow=SimpleNamespace(script_engine=PythonScriptEngine()))
    return lambda: engine.result(task)


def zen_engine() -> Decide:
    """Return a decision by zen-engine, compiled, in its own language."""
    decision = zen.ZenEngine().create_decision(rulebook.jdm())
    return lambda: decision.evaluate(rulebook.ASKED)["result"]


def per_second(decide: Decide) -> float:
    """Return how often in a second a decision is made."""
    made, begun = 0, time.perf_counter()
    while time.perf_counter() - begun < SECONDS:
        for _ in range(20):
            decide()
        made += 20
    return made / (time.perf_counter() - begun)
