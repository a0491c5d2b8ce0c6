"""The safeguard of the choice of law (法律适用的把关): never the heavier law, and no penalty without one (行政处罚法 Art. 29, 37, 38)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, product

from engine.dmn import Model, Outcome
from engine.law.book import LawBook
from engine.law.causes import Basis
from engine.rules.basis import NEW, OLD, SPARED, UNPUNISHED, concluded, norm, place
from engine.rules.concurrence import OTHER_FIRST, OWN, TO_OTHER
from engine.rules.money import format_yuan
from engine.rules.objection import Objection
from engine.rules.safeguard.structure import asked, illegal

_DAY = timedelta(days=1)
_BEGIN, _CHANGE, _DECIDED = date(2020, 1, 1), date(2026, 8, 15), date(2026, 10, 26)
_ENDS = tuple((Decimal(low), Decimal(high)) for low, high in ((500, 20_000), (1000, 20_000), (500, 1000), (0, 20_000), (0, 1000), (0, 0)))
_KINDS = (("罚款",), ("没收违法所得", "罚款"), ("没收违法所得", "罚款", "责令停产停业"))


@dataclass(frozen=True, slots=True)
class _Norm:
    """What is compared of a norm."""

    low: Decimal
    high: Decimal
    kinds: tuple[str, ...]

    def outweighs(self, other: "_Norm") -> bool:
        """Tell whether the norm is heavier for certain: by maximum, then minimum, then by all kinds of the other and more."""
        mine, its = (self.high, self.low), (other.high, other.low)
        return mine > its or (mine == its and set(self.kinds) > set(other.kinds))

    @property
    def words(self) -> str:
        """The norm in words."""
        fine = f"罚款{format_yuan(self.low)}至{format_yuan(self.high)}" if self.high else "不处罚款"
        return "、".join((fine, *(kind for kind in self.kinds if kind != "罚款")))


def objections(model: Model, law: LawBook) -> Iterator[Objection]:
    """Yield how a draft applies a heavier law, punishes what no law punishes, or fines one act under the lower rule."""
    yield from _terms(model)
    pairs = (*product((_Norm(*ends, kinds) for ends in _ENDS for kinds in _KINDS), repeat=2), *_near(model), *_published(law))
    yield from _first(_weighed(model, old, new) for old, new in pairs)
    yield from _first(_concurring(model, *case) for case in product((0, 100, 200), (0, 100, 150, 300), (False, True), (False, True), (False, True)))
    yield from _first(_heaviest(model, one, other) for one, other in ((100, 300), (300, 100)))


def _first(found: Iterator[Objection | None]) -> Iterator[Objection]:
    objection = next((each for each in found if each is not None), None)
    if objection is not None:
        yield objection


def _terms(model: Model) -> Iterator[Objection]:
    """Yield how a draft takes a norm for one that is in force, or the other way round; both ends of a term belong to it."""
    old = norm(1, "旧", (_BEGIN, _CHANGE - _DAY), (Decimal(500), Decimal(1000)), ("罚款",))
    new = norm(2, "新", (_CHANGE, None), (Decimal(500), Decimal(2000)), ("罚款",))
    cases = (
        ("行为时没有处罚依据的（行政处罚法第38条）", [new], _CHANGE - _DAY, _DECIDED, UNPUNISHED),
        ("决定时的规定已不再处罚的（行政处罚法第37条）", [old], _CHANGE - _DAY, _DECIDED, SPARED),
        ("行为终了于新规定施行当日的", [old, new], _CHANGE, _DECIDED, OLD),
        ("行为终了和决定都在旧规定失效当日的", [old, new], _CHANGE - _DAY, _CHANGE - _DAY, OLD),
    )
    for said, norms, act, decided, wanted in cases:
        outcome = asked(model, "basis", {"各时期的规定": norms, "行为终了日": act, "决定日": decided})
        found = outcome if isinstance(outcome, str) else concluded(outcome)
        if found != wanted:
            yield illegal("basis", f"{said}：草案的结论是“{found}”，应当是“{wanted}”。")


def _weighed(model: Model, old: _Norm, new: _Norm) -> Objection | None:
    norms = [
        norm(1, "旧", (_BEGIN, _CHANGE - _DAY), (old.low, old.high), old.kinds),
        norm(2, "新", (_CHANGE, None), (new.low, new.high), new.kinds),
    ]
    outcome = asked(model, "basis", {"各时期的规定": norms, "行为终了日": _CHANGE - _DAY, "决定日": _DECIDED})
    said = f"行为时的规定{old.words}，决定时的规定{new.words}"
    if isinstance(outcome, str):
        return illegal("basis", f"{said}：{outcome}。")
    found = concluded(outcome)
    if found not in {OLD, NEW} or _chosen(outcome) != (1, 2):
        return illegal("basis", f"{said}：草案的结论是“{found}”，两时都有规定的，须适用其中之一。")
    chosen, other = (new, old) if found == NEW else (old, new)
    if chosen.outweighs(other):
        return illegal("basis", f"{said}：草案适用{found}，而它处罚较重（行政处罚法第37条从旧兼从轻）。")
    if found == NEW and old == new:
        return illegal("basis", f"{said}：轻重相同，草案适用{found}，应当适用行为时的规定（行政处罚法第37条）。")
    return None


def _chosen(outcome: Outcome) -> tuple[int, int]:
    return place(outcome.part("old")), place(outcome.part("new"))


def _near(model: Model) -> Iterator[tuple[_Norm, _Norm]]:
    """Yield norms that differ by the numbers that the draft's comparison looks at, and by a little more or less."""
    table = model.decisions["comparison"].table
    cells = [cell for rule in table.rules for cell in rule.conditions] if table else []
    points = {point for cell in cells for point in cell.points or () if isinstance(point, Decimal) and point}
    middle = Decimal(10) ** 9
    for point, more in product(sorted(points), (-1, 0, 1)):
        for old, new in (((0, middle), (0, middle + point + more)), ((middle, 2 * middle), (middle + point + more, 2 * middle))):
            yield _Norm(Decimal(old[0]), old[1], ("罚款",)), _Norm(Decimal(new[0]), new[1], ("罚款",))


def _published(law: LawBook) -> Iterator[tuple[_Norm, _Norm]]:
    """Yield what the catalogue itself holds of old and new law."""
    for cause in law.causes.causes.values():
        for limb in cause.limbs.values():
            ordered = sorted(limb.bases, key=lambda basis: basis.valid_from)
            yield from ((_of(old), _of(new)) for old, new in pairwise(ordered) if old.unit == new.unit)


def _of(basis: Basis) -> _Norm:
    return _Norm(basis.minimum or Decimal(0), basis.maximum or Decimal(0), basis.kinds)


def _rule(number: int, maximum: int, *, rated: bool, ordered: bool) -> dict[str, object]:
    return {"序号": number, "条款": f"规定{number}", "罚款上限": maximum, "按基数计罚": rated, "须先责令改正": ordered}


def _asked(model: Model, rivals: Sequence[dict[str, object]], own: int, *, punished: bool) -> Outcome | str:
    return asked(model, "concurrence", {"违反的其他规定": list(rivals), "本案罚款上限": own, "本案给予处罚": punished})


def _concurring(model: Model, own: int, other: int, rated: bool, ordered: bool, punished: bool) -> Objection | None:  # noqa: FBT001  # A case of the product.
    outcome = _asked(model, [_rule(1, other, rated=rated, ordered=ordered)], own, punished=punished)
    bites = punished and not ordered and other > 0
    wanted = OWN if not bites else OTHER_FIRST if rated else TO_OTHER if other > own else OWN
    found = outcome if isinstance(outcome, str) else str(outcome.result)
    if found == wanted:
        return None
    marks = ("，按基数计罚" if rated else "") + ("，只处罚责令改正后逾期不改正的" if ordered else "") + ("" if punished else "，本案不予处罚")
    said = f"本案罚款上限{own}元，同一行为违反的另一规定罚款上限{other}元{marks}"
    return illegal("concurrence", f"{said}：草案的结论是“{found}”，应当是“{wanted}”（行政处罚法第29条）。")


def _heaviest(model: Model, one: int, other: int) -> Objection | None:
    rivals = [_rule(1, one, rated=False, ordered=False), _rule(2, other, rated=False, ordered=False), _rule(3, 900, rated=False, ordered=True)]
    outcome = _asked(model, rivals, 500, punished=True)
    if not isinstance(outcome, str) and place(outcome.part("heaviest")) == (1 if one > other else 2):
        return None
    said = f"同一行为违反的其他规定罚款上限为{one}元、{other}元，另有900元的须先责令改正"
    return illegal("heaviest", f"{said}：草案没有选出罚款最高、可以立即处罚的一个（行政处罚法第29条）。")
