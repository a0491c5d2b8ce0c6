"""The structure of a rule (规则的结构): the program asks for its decisions, gives it their inputs, and quotes the words of its rows."""

from collections.abc import Iterator

from engine.dmn import Decision, DecisionError, Model, Outcome, check, evaluate
from engine.law.book import LawBook
from engine.rules.benchmark import MOST_ROWS, SOURCE
from engine.rules.objection import Objection

STRUCTURE, ILLEGAL = "structure", "illegal"
"""Objections to how a rule is made, and to what it says."""


def structure(model: Model, current: Model, law: LawBook) -> Iterator[Objection]:
    """Yield where a draft leaves the shape of the version in force, which the program relies on, or cites what is no article."""
    for key, decision in current.decisions.items():
        written = model.decisions.get(key)
        if written is None:
            yield Objection(code=STRUCTURE, message=f"缺少决策“{decision.name}”（标识{key}）：程序要用它。", decision=key)
            continue
        if decision.table is not None:
            yield from _columns(written, decision)
        for name in sorted(model.needs(key) - current.inputs.keys()):
            message = f"“{name}”不是程序能给出的事项，可用的有：{'、'.join(sorted(current.inputs))}。"
            yield Objection(code=STRUCTURE, message=message, column=name, decision=key)
    for decision in model.decisions.values():
        yield from _sources(decision, law)


def _columns(written: Decision, decision: Decision) -> Iterator[Objection]:
    if written.table is None:
        yield Objection(code=STRUCTURE, message=f"“{decision.name}”须为决策表：裁量说明引用它命中的行。", decision=decision.id)
        return
    outputs = tuple(column.name for column in decision.outputs)
    if tuple(column.name for column in written.outputs) != outputs:
        yield Objection(code=STRUCTURE, message=f"“{decision.name}”的结果列须依次为{'、'.join(outputs)}。", decision=decision.id)
        return
    for column, found in zip(decision.outputs, written.outputs, strict=True):
        if column.values is not None and not (found.values is not None and set(found.values) <= set(column.values)):
            words = "、".join(str(value) for value in column.values)
            message = f"“{decision.name}”的“{column.name}”须限定为这些输出值：{words}。"
            yield Objection(code=STRUCTURE, message=message, column=column.name, decision=decision.id)
    wanted = {name for rule in decision.rules for name, text in rule.annotations.items() if text}
    for rule in written.rules:
        for name in sorted(name for name in wanted if not rule.annotations.get(name, "").strip()):
            message = f"“{decision.name}”第{rule.index}行没有写“{name}”，裁量说明和文书上要用。"
            yield Objection(code=STRUCTURE, message=message, rows=(rule.index,), column=name, decision=decision.id)


def _sources(decision: Decision, law: LawBook) -> Iterator[Objection]:
    if len(decision.rules) > MOST_ROWS:
        yield Objection(code=STRUCTURE, message=f"一张表不超过{MOST_ROWS}行。", decision=decision.id)
    for rule in decision.rules:
        cite = rule.annotations.get(SOURCE, "")
        try:
            law.statutes.article(cite)
        except (KeyError, ValueError):
            message = f"“{decision.name}”第{rule.index}行的依据“{cite}”不在法规库中。"
            yield Objection(code="source", message=message, rows=(rule.index,), column=SOURCE, decision=decision.id)


def faults(model: Model) -> Iterator[Objection]:
    """Yield the gaps, overlaps and idle rows of the tables."""
    for finding in check(model):
        decision = model.decisions[finding.decision]
        rows = tuple(rule.index for rule in decision.rules if rule.id in finding.rules)
        yield Objection(code=finding.fault.value, message=f"“{decision.name}”：{finding.message}。", rows=rows, decision=decision.id)


def asked(model: Model, decision: str, values: dict[str, object]) -> Outcome | str:
    """Return what a rule says of a case, or why it cannot tell, in words."""
    try:
        return evaluate(model, decision, values)
    except DecisionError as error:
        return f"算不出来（{error.reason}）"


def illegal(decision: str, message: str) -> Objection:
    """Return the objection to what a decision says."""
    return Objection(code=ILLEGAL, message=message, decision=decision)
