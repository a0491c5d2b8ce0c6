"""Tables asked while they are being edited (裁量基准的编辑): what stands against a text that is not kept yet, and what it says of a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from engine.actor import Actor
from engine.dmn import ModelError
from engine.errors import InvalidInputError, NotFoundError
from engine.law.benchmark import RULES, Benchmark, read_benchmark
from engine.law.causes import Limb
from engine.queries.benchmark import LEGAL_OFFICE, as_published, examined
from engine.queries.query import Query, Reading, answers
from engine.rules.amount import TABLE as AMOUNTS
from engine.rules.assessment import AssessmentInput, Circumstances
from engine.rules.benchmark import uses
from engine.rules.hand_rule import Field, RuleTrial, ask_by_hand, fields, questions
from engine.rules.hand_trial import HandTrial, try_by_hand
from engine.rules.objection import TIER, Objection
from engine.rules.table import find_table

LARGEST = Decimal(10) ** 9
MOST = 20
"""Earlier fines, and factors, that somebody may suppose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandRule:
    """What can be asked of a rule, what one decision of it asks for, and what it answered where something was typed."""

    questions: tuple[tuple[str, str], ...]
    decision: str
    fields: tuple[Field, ...]
    result: RuleTrial | None

    @property
    def title(self) -> str:
        """Return the name of the decision."""
        return dict(self.questions)[self.decision]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTable(Query[tuple[Objection, ...]]):
    """What would stand against publishing a text as a version of a table."""

    name: str
    version: str
    valid_from: date
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TryTable(Query[HandTrial]):
    """What a text says of a case that is made up; quantities are texts by the key of what is measured, as they were typed."""

    name: str
    version: str
    valid_from: date
    content: str
    measures: Mapping[str, str] = field(default_factory=dict)
    repeats: int = 0
    refused: bool = False
    corrected: bool = False
    first: bool = False
    lenient: int = 0
    severe: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TryRule(Query[HandRule]):
    """What a text says, as a rule of all causes, of something made up; without `typed` only what it asks for.

    `decision` is the one that is asked, the first where it is none that can be asked.
    """

    name: str
    version: str
    valid_from: date
    content: str
    decision: str = ""
    typed: Mapping[str, str] | None = None


@answers(CheckTable, roles=LEGAL_OFFICE)
def check_table(query: CheckTable, actor: Actor, reading: Reading) -> tuple[Objection, ...]:
    """Return the objections, by the law in force on the first day; nothing is kept."""
    del actor
    return examined(reading.connection, reading.law_on, reading.today, query)


@answers(TryTable, roles=LEGAL_OFFICE)
def try_table(query: TryTable, actor: Actor, reading: Reading) -> HandTrial:
    """Return the trial; refuses a table that cannot be read, and quantities that are no numbers."""
    del actor
    used = uses(query.name, reading.law)
    if not used:
        raise NotFoundError("案由目录中没有使用这张表的依据。")
    cause, limb, unit = used[0].cause, used[0].limb, used[0].basis.unit
    case = AssessmentInput(
        cause=cause.id,
        limb=limb.key,
        party="citizen",
        act_end=query.valid_from,
        decided=query.valid_from,
        measures=_measures(limb, query.measures),
        circumstances=Circumstances(corrected=query.corrected, first=query.first),
        repeats=_count("repeats", query.repeats),
        refused=query.refused,
    )
    lenient, severe = _count("lenient", query.lenient), _count("severe", query.severe)
    amounts = find_table(AMOUNTS, reading.law_on(max(query.valid_from, reading.today)))
    table = _read(query)
    if TIER not in table.model.decisions:
        raise InvalidInputError({"content": ["没有标识为 tier 的决策表“阶次”。"]})
    return try_by_hand((table, amounts), cause, limb, case, unit, (lenient, severe))


@answers(TryRule, roles=LEGAL_OFFICE)
def try_rule(query: TryRule, actor: Actor, reading: Reading) -> HandRule:
    """Return what the rule asks for and answers; refuses a rule that cannot be read, and what is no value of its field."""
    del actor
    if query.name not in RULES:
        raise NotFoundError("没有这一通用规则。")
    rule, law = _read(query), reading.law_on(max(query.valid_from, reading.today))
    asked = questions(rule.model)
    if not asked:
        raise InvalidInputError({"content": ["这份文件里没有决策。"]})
    decision = query.decision if query.decision in dict(asked) else asked[0][0]
    result = None if query.typed is None else ask_by_hand(rule, decision, query.typed, law)
    return HandRule(questions=asked, decision=decision, fields=fields(rule.model, decision, law), result=result)


def _read(query: TryTable | TryRule) -> Benchmark:
    try:
        return read_benchmark(query.name, as_published(query))
    except (ModelError, ValueError) as error:
        raise InvalidInputError({"content": [f"这张表现在读不出来：{getattr(error, 'reason', error)}。"]}) from None


def _measures(limb: Limb, typed: Mapping[str, str]) -> dict[str, Decimal]:
    found, problems = {}, {}
    for quantity in limb.inputs:
        text = typed.get(quantity.key, "").strip()
        try:
            value = Decimal(text[:24])
        except InvalidOperation:
            value = Decimal(-1)
        if not (value.is_finite() and 0 <= value <= LARGEST):
            problems[quantity.key] = [f"请填写{quantity.name}（{quantity.unit}），不小于0的数。"]
        found[quantity.key] = value
    if problems:
        raise InvalidInputError(problems)
    return found


def _count(field_name: str, value: int) -> int:
    if not 0 <= value <= MOST:
        raise InvalidInputError({field_name: [f"请填0至{MOST}的整数。"]})
    return value
