"""The order of tiers (阶次的轻重): rows that exclude each other, sums that rise with the tier, and more that never weighs less."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice

from engine.dmn import Decision, Grid, HitPolicy, Rule, TooManyError, UncutError
from engine.law.causes import Cause, Limb
from engine.rules.objection import Objection, said
from engine.rules.tier import CORRECTED, FIRST, NONE_MADE_OUT, REFUSED, REPEATS, TIERS

_RANKS = {word: rank for rank, word in enumerate(reversed(TIERS))}
_KNOWN = "、".join(TIERS)
_MOST = 500_000
"""Combinations that are compared while somebody waits."""

_TOLD = 20
"""Objections of one kind; who mends the first has mended most."""

_LIGHTENING = frozenset({CORRECTED, FIRST})
"""What speaks for the party: with it the tier is no heavier."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its tier and the ends of its range."""

    rule: Rule
    word: str
    ends: tuple[object, ...]

    @property
    def index(self) -> int:
        return self.rule.index

    @property
    def rank(self) -> int:
        return _RANKS[self.word]


def ordered(decision: Decision, cause: Cause, limb: Limb) -> Iterator[Objection]:
    """Yield what is out of order in a table of tiers whose results are constants.

    Rows with conditions in the same columns exclude each other; a row with a condition in a further column may meet them, the heavier
    counts then. Source: 行政处罚法 Art. 5(2) (a penalty fits the facts, the nature and the harm), Art. 34.
    """
    rows = [_row(rule) for rule in decision.rules]
    listed = [str(word) for word in decision.outputs[0].values or ()]
    yield from _words(decision, rows, listed)
    if decision.table is None or any(word not in _RANKS for word in (*listed, *(row.word for row in rows))):
        return
    yield from _listed(decision, listed)
    yield from islice(_sums(decision, rows), _TOLD)
    try:
        grid = Grid(decision.table)
        if decision.hit_policy is not HitPolicy.UNIQUE:
            yield from islice(_overlaps(grid, rows, cause), _TOLD)
        for place in range(len(decision.inputs)):
            yield from islice(_falls(grid, rows, place, cause, limb), _TOLD)
    except UncutError as error:
        yield Objection(code="unchecked", message=f"{error}。")
    except TooManyError:
        yield Objection(code="unchecked", message="取值组合太多，未能核对各行的轻重，请减少列或者行。")


def _row(rule: Rule) -> _Row:
    word, *ends = (cell({}) for cell in rule.outputs)
    return _Row(rule, str(word), tuple(ends))


def _words(decision: Decision, rows: Sequence[_Row], listed: Sequence[str]) -> Iterator[Objection]:
    """Yield the words that are no tier; a row's word that is not listed as an output value does not fit its column anyhow."""
    column = decision.outputs[0].name
    for word in listed:
        if word not in _RANKS:
            yield Objection(code="structure", message=f"输出值“{word}”不是阶次，阶次由重到轻为：{_KNOWN}。", column=column)
    for row in rows if not listed else ():
        if row.word not in _RANKS:
            message = f"第{row.index}行的“{row.word}”不是阶次，阶次由重到轻为：{_KNOWN}。"
            yield Objection(code="structure", message=message, rows=(row.index,), column=column)


def _listed(decision: Decision, listed: Sequence[str]) -> Iterator[Objection]:
    rightly = sorted(listed, key=_RANKS.__getitem__, reverse=True)
    if listed != rightly:
        message = f"输出值的次序须由重到轻：{'、'.join(rightly)}，现为{'、'.join(listed)}；几行同时适用时取排在前面的。"
        yield Objection(code="tier_order", message=message, column=decision.outputs[0].name)


def _sums(decision: Decision, rows: Sequence[_Row]) -> Iterator[Objection]:
    """Yield the pairs of rows of which the heavier has the lower end; what is no breach has no sum."""
    punished = sorted((row for row in rows if row.word != NONE_MADE_OUT), key=lambda row: row.rank)
    for lighter, heavier in combinations(punished, 2):
        if lighter.rank == heavier.rank:
            continue
        for column, less, more in zip(decision.outputs[1:], lighter.ends, heavier.ends, strict=True):
            if isinstance(less, Decimal) and isinstance(more, Decimal) and more < less:
                told = f"第{heavier.index}行“{heavier.word}”的{column.name}{more:,f}低于第{lighter.index}行“{lighter.word}”的{less:,f}"
                yield Objection(code="tier_order", message=f"{told}：阶次重的，罚得不能更轻。", rows=_pair(lighter, heavier), column=column.name)
                break


def _overlaps(grid: Grid, rows: Sequence[_Row], cause: Cause) -> Iterator[Objection]:
    """Yield the rows of different tiers with conditions in the same columns that meet; the check of UNIQUE tables tells every overlap."""
    for (first, one), (second, other) in combinations(enumerate(rows), 2):
        same = [column for column, _ in one.rule.tests] == [column for column, _ in other.rule.tests]
        places = grid.together(first, second) if same and one.rank != other.rank else None
        if places is not None:
            example = said(grid.sample(tuple(chosen[0] for chosen in places)), cause)
            message = f"{example}：第{one.index}行“{one.word}”与第{other.index}行“{other.word}”同时适用。同样几列写条件的行，区间不能重叠。"
            yield Objection(code="overlap", message=message, rows=_pair(one, other))


def _falls(grid: Grid, rows: Sequence[_Row], place: int, cause: Cause, limb: Limb) -> Iterator[Objection]:
    """Yield, once for each pair of rows, where more of what a column asks leads to a lighter tier, all else equal."""
    rising = _rising(grid.table.inputs[place].expression.text, cause, limb)
    if rising is None:
        return
    parts, choices = list(enumerate(grid.masks[place])), grid.combinations(without=place)
    if len(parts) * len(choices) > _MOST:
        raise TooManyError
    bits = [(rank, sum(1 << bit for bit, row in enumerate(rows) if row.rank == rank)) for rank in sorted(_RANKS.values(), reverse=True)]
    found: dict[tuple[int, ...], Objection] = {}
    for others, path in choices.items():
        before: tuple[int, int, _Row] | None = None
        for part, mask in parts if rising else reversed(parts):
            rank, hit = next(((rank, mask & others & of_rank) for rank, of_rank in bits if mask & others & of_rank), (0, 0))
            if not hit:
                continue
            row = rows[(hit & -hit).bit_length() - 1]
            if before is None or rank >= before[0]:
                before = rank, part, row
            elif _pair(before[2], row) not in found:
                told = [
                    f"{said(grid.sample((*path[:place], each, *path[place + 1 :])), cause)}，为“{which.word}”（第{which.index}行）"
                    for each, which in (before[1:], (part, row))
                ]
                message = f"{'；'.join(told)}：情节更重的，阶次不能更轻。"
                found[_pair(before[2], row)] = Objection(code="tier_order", message=message, rows=_pair(before[2], row))
    yield from found.values()


def _rising(name: str, cause: Cause, limb: Limb) -> bool | None:
    """Tell whether more of an input weighs more; None where it has no weight, such as a limit value of which the table computes a multiple."""
    measured = {cause.metric.name} if cause.metric else {quantity.name for quantity in limb.inputs}
    if name in measured | {REPEATS, REFUSED}:
        return True
    return False if name in _LIGHTENING else None


def _pair(one: _Row, other: _Row) -> tuple[int, ...]:
    return tuple(sorted((one.index, other.index)))
