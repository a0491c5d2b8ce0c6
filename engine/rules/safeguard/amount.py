"""The safeguard of amounts (建议数额的把关): inside the tier, never more for what is lenient, never less for what is severe."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, product

from engine.dmn import Model
from engine.law.book import LawBook
from engine.rules.amount import FINE, counted
from engine.rules.explanation import quantity
from engine.rules.money import format_yuan
from engine.rules.objection import Objection
from engine.rules.rate import Base, number
from engine.rules.safeguard.structure import STRUCTURE, asked, illegal

_MOST = 8
"""Factors either way that are counted; the catalogue has five."""

_WAY: Sequence[tuple[int, int]] = ((_MOST, 0), (3, 0), (2, 0), (1, 0), (0, 0), (0, 1), (0, 2), (0, 3), (0, _MOST))
"""Factors from the lightest case to the gravest."""

_TIERS: Sequence[tuple[str, int, str, str]] = (
    ("yuan", 1, "500", "1500"),
    ("yuan", 1, "51", "53"),
    ("yuan", 1, "0", "0"),
    ("yuan", 1, "15000", "30000"),
    ("yuan", 1, "100000", "1000000"),
    ("percent", 1_200_000, "5", "6.5"),
    ("percent", 333_336, "8.5", "10"),
    ("times", 12_000, "5", "10"),
    ("each", 12, "20", "50"),
)


def objections(model: Model, law: LawBook) -> Iterator[Objection]:
    """Yield how a draft recommends what the tier does not hold, or turns the factors about (行政处罚法 Art. 32, 34)."""
    del law
    first = next(iter(model.decisions["sum"].rules), None)
    if first is None or first.tests:
        yield Objection(code=STRUCTURE, message="“系数合计”的第1行须为起点，不设条件。", rows=(1,), decision="sum")
        return
    found = next(_coefficients(model), None) or next((each for tier in _TIERS for each in _amounts(model, *tier)), None)
    if found is not None:
        yield found


def _said(lenient: int, severe: int) -> str:
    return f"从轻{lenient}项、从重{severe}项"


def _coefficients(model: Model) -> Iterator[Objection]:
    made: dict[tuple[int, int], Decimal] = {}
    for lenient, severe in product(range(_MOST + 1), repeat=2):
        outcome = asked(model, "coefficient", {"从轻项数": lenient, "从重项数": severe})
        value = outcome if isinstance(outcome, str) else outcome.result
        if not isinstance(value, Decimal):
            yield illegal("coefficient", f"{_said(lenient, severe)}：系数{value or '没有结果'}。")
        elif not 0 <= value <= 1:
            yield illegal("coefficient", f"{_said(lenient, severe)}：系数为{number(value)}，不在0与1之间，建议数额会超出阶次。")
        else:
            made[lenient, severe] = value
            yield from _turned(made, lenient, severe)


def _turned(made: dict[tuple[int, int], Decimal], lenient: int, severe: int) -> Iterator[Objection]:
    value, lighter, graver = made[lenient, severe], made.get((lenient - 1, severe)), made.get((lenient, severe - 1))
    if lighter is not None and value > lighter:
        said = f"{_said(lenient, severe)}的系数{number(value)}高于{_said(lenient - 1, severe)}的{number(lighter)}"
        yield illegal("coefficient", f"{said}：从轻情节不得加重处罚（行政处罚法第32条）。")
    if graver is not None and value < graver:
        said = f"{_said(lenient, severe)}的系数{number(value)}低于{_said(lenient, severe - 1)}的{number(graver)}"
        yield illegal("coefficient", f"{said}：从重情节不得减轻处罚。")


def _amounts(model: Model, unit: str, base: int, low: str, high: str) -> Iterator[Objection]:
    """Yield where an amount leaves its tier, in the unit of the tier or in yuan, or falls while the case gets graver."""
    ends = Decimal(low), Decimal(high)
    tier = f"阶次{quantity(ends[0], unit)}至{quantity(ends[1], unit)}" + ("" if unit == "yuan" else f"、计罚基数{base:,}")
    fines: list[Decimal] = []
    for lenient, severe in _WAY:
        values = dict(counted(Base(Decimal(base), "", unit), *ends, lenient, severe))
        said = f"{tier}，{_said(lenient, severe)}"
        outcome = asked(model, FINE, values)
        fine, rate = (None, None) if isinstance(outcome, str) else (outcome.result, outcome.part("rate").result)
        if not isinstance(fine, Decimal) or not isinstance(rate, Decimal):
            yield illegal(FINE, f"{said}：建议罚款{outcome if isinstance(outcome, str) else '没有结果'}。")
            return
        if not ends[0] <= rate <= ends[1]:
            yield illegal("rate", f"{said}：阶次内的数额{quantity(rate, unit)}，超出阶次（行政处罚法第34条）。")
        bottom, top = (Decimal(str(values[name])) for name in ("罚款下限", "罚款上限"))
        if not bottom <= fine <= top:
            yield illegal(FINE, f"{said}：建议罚款{format_yuan(fine)}，不在阶次折合的{format_yuan(bottom)}至{format_yuan(top)}之内。")
        fines.append(fine)
    for (before, after), (lighter, graver) in zip(pairwise(fines), pairwise(_WAY), strict=True):
        if after < before:
            said = f"{tier}，{_said(*graver)}的建议罚款{format_yuan(after)}低于{_said(*lighter)}的{format_yuan(before)}"
            yield illegal(FINE, f"{said}：从轻情节不得加重处罚，从重情节不得减轻处罚（行政处罚法第32条）。")
