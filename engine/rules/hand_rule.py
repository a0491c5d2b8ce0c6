"""A rule tried by hand (通用规则的手工试算): what it asks for as fields, what somebody types, and what the rule answers row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from engine.dmn import DecisionError, Model
from engine.dmn.type import Type
from engine.errors import InvalidInputError
from engine.law.benchmark import Benchmark
from engine.law.book import LawBook
from engine.rules.assessment import Run
from engine.rules.factor import LISTS
from engine.rules.table import run_table

LARGEST = Decimal(10) ** 12
_LONGEST = 200
_MOST = 2
"""Norms, or rules that one act breaks, that somebody may suppose."""

_NUMBER = "序号"
"""The entry of a norm that its place in the list fills."""

NUMBER, FLAG, DAY, TEXT, WORDS = "number", "flag", "day", "text", "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What is asked for: a number, a flag, a day, a text, or several words; `group` is the norm that it belongs to, from 1.

    `choices` are the values that may be chosen, each with its words; `sample` is what stands there before anybody types.
    """

    key: str
    label: str
    kind: str
    group: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTrial:
    """What a rule says of something made up: the run with its rows, or why it cannot tell."""

    version: str
    run: Run | None
    message: str = ""


_SAMPLES: Mapping[str, str] = {
    "各时期的规定.1.条款": "旧规定",
    "各时期的规定.1.施行": "2020-01-01",
    "各时期的规定.1.失效": "2026-08-14",
    "各时期的规定.1.罚款下限": "500",
    "各时期的规定.1.罚款上限": "5000",
    "各时期的规定.1.处罚种类": "罚款",
    "各时期的规定.2.条款": "新规定",
    "各时期的规定.2.施行": "2026-08-15",
    "各时期的规定.2.罚款下限": "200",
    "各时期的规定.2.罚款上限": "2000",
    "各时期的规定.2.处罚种类": "罚款",
    "行为终了日": "2026-08-01",
    "决定日": "2026-10-26",
    "违反的其他规定.1.条款": "另一规定",
    "违反的其他规定.1.罚款上限": "3000",
    "本案罚款上限": "2000",
    "本案给予处罚": "on",
    "年龄": "30",
    "行为能力": "完全",
    "危害后果": "轻微",
    "罚款": "1000",
    "法定下限": "500",
    "法定上限": "5000",
    "阶次下限": "500",
    "阶次上限": "1500",
    "计罚单位": "元",
    "从轻项数": "1",
    "从重项数": "0",
    "计罚基数": "1",
    "罚款下限": "500",
    "罚款上限": "1500",
    "处罚种类": "罚款",
    "当场处罚上限": "200",
    "听证门槛": "10000",
    "没收数额": "0",
    "没收物品价值": "0",
    "没收的听证门槛": "10000",
    "听证的处罚种类": "责令停产停业、吊销许可证件",
}
"""An example of everything, so that one value can be changed and its effect be seen."""


def questions(model: Model) -> tuple[tuple[str, str], ...]:
    """Return the decisions that no other one requires, with their names: what can be asked of a rule."""
    required = {name for decision in model.decisions.values() for name in decision.requires}
    return tuple((key, decision.name) for key, decision in model.decisions.items() if key not in required)


def fields(model: Model, decision: str, law: LawBook) -> tuple[Field, ...]:
    """Return what a decision asks for, in the order in which the model names it."""
    needed = model.needs(decision)
    return tuple(field for name, type_ in model.inputs.items() if name in needed for field in _fields(name, type_, law))


def _fields(name: str, type_: Type, law: LawBook) -> Iterator[Field]:
    parts = type_.innermost.components
    if not parts:
        yield _field(name, name, type_, law)
        return
    for place in range(1, _MOST + 1):
        for part, inner in parts.items():
            if part != _NUMBER:
                yield _field(f"{name}.{place}.{part}", part, inner, law, group=f"{name}（{place}）")


def _field(key: str, label: str, type_: Type, law: LawBook, group: str = "") -> Field:
    if _listed(type_):
        direction = next((direction for direction, list_ in LISTS.items() if list_ == key), None)
        factors = [factor for factor in law.causes.factors.values() if factor.direction == direction]
        kind, choices = WORDS, tuple((factor.key, factor.title) for factor in factors)
    else:
        kind = {"number": NUMBER, "boolean": FLAG, "date": DAY}.get(type_.innermost.kind, TEXT)
        points = (type_.allowed.points if type_.allowed is not None else None) or () if kind == TEXT else ()
        choices = tuple((str(point), str(point)) for point in points if isinstance(point, str))
    return Field(key=key, label=label, kind=kind, group=group, choices=choices, sample=_SAMPLES.get(key, ""))


def _listed(type_: Type) -> bool:
    return type_.collection or (type_.base is not None and _listed(type_.base))


def ask_by_hand(rule: Benchmark, decision: str, typed: Mapping[str, str], law: LawBook) -> RuleTrial:
    """Return what one version of a rule says; refuses what is typed into a field and is no value of it, each under its key."""
    values = _values(rule.model, fields(rule.model, decision, law), typed, rule.model.needs(decision))
    try:
        _, made = run_table("", rule, decision, values)
    except DecisionError as error:
        return RuleTrial(version=rule.version, run=None, message=f"{error.reason}。")
    return RuleTrial(version=rule.version, run=made)


def _values(model: Model, asked: tuple[Field, ...], typed: Mapping[str, str], needed: frozenset[str]) -> dict[str, object]:
    values, problems = {}, {}
    for field in asked:
        try:
            values[field.key] = _value(field, typed)
        except ValueError:
            problems[field.key] = [f"“{field.label}”请填{_WANTED[field.kind]}。"]
    if problems:
        raise InvalidInputError(problems)
    return {
        name: _norms(name, type_, values) if type_.innermost.components else values[name] for name, type_ in model.inputs.items() if name in needed
    }


_WANTED = {NUMBER: "数", DAY: "日期，如2026-08-15", TEXT: f"不超过{_LONGEST}字", WORDS: f"不超过{_LONGEST}字，用顿号隔开"}


def _value(field: Field, typed: Mapping[str, str]) -> object:
    """Return what was typed as a value, None for nothing; ValueError for what is none."""
    text = typed.get(field.key, "").strip()
    if len(text) > _LONGEST:
        raise ValueError(text)
    match field.kind:
        case "flag":
            return bool(text)
        case "words" if field.choices:
            return [key for key, _ in field.choices if typed.get(f"{field.key}.{key}")]
        case "words":
            return [word.strip() for word in text.replace("，", "、").split("、") if word.strip()]
        case "number" if text:
            return _number(text)
        case "day" if text:
            return date.fromisoformat(text)
        case _:
            return text or None


def _number(text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not value.is_finite() or abs(value) > LARGEST:
        raise ValueError(text)
    return value


def _norms(name: str, type_: Type, values: Mapping[str, object]) -> list[dict[str, object]]:
    """Return the norms of which anything was typed, numbered from 1; a sum that was left empty is 0."""
    found = []
    for place in range(1, _MOST + 1):
        parts = {part: values.get(f"{name}.{place}.{part}") for part in type_.innermost.components if part != _NUMBER}
        if any(value not in (None, False, []) for value in parts.values()):
            numbers = {part: Decimal(0) for part, inner in type_.innermost.components.items() if inner.innermost.kind == "number"}
            found.append({**numbers, **{part: value for part, value in parts.items() if value is not None or part not in numbers}})
            found[-1][_NUMBER] = Decimal(len(found))
    return found
