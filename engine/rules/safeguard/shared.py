"""The safeguard of what all causes share (裁量通用规则的把关): who must not be punished, which factors count, which sums may be decided."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from engine.dmn import Model
from engine.law.book import LawBook
from engine.law.causes import Factor
from engine.rules.factor import LISTS
from engine.rules.objection import Objection
from engine.rules.rate import number
from engine.rules.safeguard.structure import asked, illegal

_ASKED: Mapping[str, tuple[object, ...]] = {
    "年龄": (None, 13, 14, 30),
    "行为能力": (None, "完全", "限制", "无"),
    "足以证明没有主观过错": (False, True),
    "违法行为轻微": (False, True),
    "危害后果": ("无", "轻微", "明显"),
    "及时改正": (False, True),
    "初次违法": (False, True),
    "超过追诉时效": (False, True),
}
_SLIGHT = frozenset({"无", "轻微"})
_FINES = tuple(Decimal(fine) for fine in (0, 400, 500, 900, 1000, 1500, 1600, 2000, 2100))


def objections(model: Model, law: LawBook) -> Iterator[Objection]:
    """Yield how a draft punishes whom the law spares, spares without a ground, or lets a sum pass (行政处罚法 Art. 30-34, 36)."""
    for found in (_exempted(model), _counted(model, law), _guarded(model)):
        first = next(found, None)
        if first is not None:
            yield first


def _exempted(model: Model) -> Iterator[Objection]:
    for values in product(*_ASKED.values()):
        case = dict(zip(_ASKED, values, strict=True))
        allowed, article = _due(case)
        outcome = asked(model, "exemption", case)
        found = outcome if isinstance(outcome, str) else str(outcome.result)
        if found not in allowed:
            wanted = "”或者“".join(sorted(allowed))
            yield illegal("exemption", f"{_told(case)}：草案的结论是“{found}”，应当是“{wanted}”（{article}）。")


def _due(case: Mapping[str, object]) -> tuple[frozenset[str], str]:
    """Return which conclusions the law allows, and the article."""
    age = case["年龄"]
    barred = frozenset({"时效已过"}) if case["超过追诉时效"] else frozenset[str]()
    if isinstance(age, int) and age < 14:
        return frozenset({"不予"}) | barred, "行政处罚法第30条"
    if case["行为能力"] == "无":
        return frozenset({"不予"}) | barred, "行政处罚法第31条"
    if case["足以证明没有主观过错"]:
        return frozenset({"不予"}) | barred, "行政处罚法第33条第2款"
    if case["违法行为轻微"] and case["及时改正"] and case["危害后果"] == "无":
        return frozenset({"不予"}) | barred, "行政处罚法第33条第1款"
    if barred:
        return barred, "行政处罚法第36条"
    if case["初次违法"] and case["及时改正"] and case["危害后果"] in _SLIGHT:
        return frozenset({"可以不予", "继续"}), "行政处罚法第33条第1款"
    return frozenset({"继续"}), "没有法定的不予处罚情形，行政处罚法第57条"


def _told(case: Mapping[str, object]) -> str:
    """Return what is established of a case in words."""
    marks = [f"{case['年龄']}周岁"] if case["年龄"] is not None else []
    marks += [f"{name}：{case[name]}" for name in ("行为能力", "危害后果") if case[name] is not None]
    return "、".join([*marks, *(name for name, value in case.items() if value is True)])


def _counted(model: Model, law: LawBook) -> Iterator[Objection]:
    for direction, name in LISTS.items():
        listed = [factor for factor in law.causes.factors.values() if factor.direction == direction]
        for factor in listed:
            fault = _count_fault(model, direction, name, factor)
            if fault:
                yield illegal(direction, f"只有“{factor.title}”一项情节：{fault}。")


def _count_fault(model: Model, direction: str, name: str, factor: Factor) -> str:
    outcome = asked(model, direction, {name: [factor.key]})
    value = outcome if isinstance(outcome, str) else outcome.value
    if isinstance(value, str):
        return value
    if not isinstance(value, Decimal):
        return "草案不计算它，案由目录中有这一情节"
    return "" if value >= 1 and value == value.to_integral_value() else f"草案计为{number(value)}项，须为整数项"


def _guarded(model: Model) -> Iterator[Objection]:
    walls = {"法定下限": Decimal(500), "法定上限": Decimal(2000), "阶次下限": Decimal(1000), "阶次上限": Decimal(1500)}
    for fine, may, mitigating in product(_FINES, (False, True), (False, True)):
        outcome = asked(model, "guard", {**walls, "罚款": fine, "可以不罚": may, "有法定从轻减轻情节": mitigating})
        found, wanted = outcome if isinstance(outcome, str) else str(outcome.result), _verdict(fine, may=may, mitigating=mitigating)
        if found != wanted:
            marks = ("，法律规定可以处罚" if may else "") + ("，有从轻减轻情节" if mitigating else "")
            said = f"法定500元至2,000元、阶次1,000元至1,500元，罚款{number(fine)}元{marks}"
            yield illegal("guard", f"{said}：草案的结论是“{found}”，应当是“{wanted}”。")


def _verdict(fine: Decimal, *, may: bool, mitigating: bool) -> str:
    if fine > 2000:
        return "超过法定上限"
    if fine == 0 and may:
        return "不处罚款"
    if fine < 500:
        return "减轻处罚" if mitigating else "低于法定下限"
    return "阶次内" if 1000 <= fine <= 1500 else "调整适用"
