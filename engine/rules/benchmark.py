"""A table before it is published (裁量基准的核对): gaps, overlaps, the statute's range, its dates, orders that must come first."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from lxml import etree

from engine.dmn import Decision, DecisionError, Fault, Finding, HitPolicy, Model, ModelError, Rule, check, evaluate
from engine.dmn.type import ANY
from engine.feel import FeelError
from engine.law.benchmark import Benchmark, read_benchmark
from engine.law.book import LawBook
from engine.law.causes import Basis, Cause, Limb
from engine.rules.money import format_yuan
from engine.rules.objection import FLAGS, SLIGHT, TIER, Objection, said
from engine.rules.tier import NONE_MADE_OUT, PIECES, RATES, REPEATS
from engine.rules.tier_order import ordered

LONGEST = 256 * 1024
"""Characters of a draft; a table of a hundred rows has some eighty thousand."""

MOST_ROWS = 200
_NUMBERS = (Decimal(0), Decimal(1), Decimal("2.5"), Decimal(100))
"""On which a table is tried before any case is."""

OUTPUTS = ("阶次", "下限", "上限")
CONDITION, SOURCE = "情形", "依据"
POLICIES = (HitPolicy.PRIORITY, HitPolicy.UNIQUE)
"""Others hide that two rows fit, or answer with several tiers (domain D2)."""

_STEPS = ("拒不改正", "逾期")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Use:
    """Where a table is used: under which basis of which limb of which cause."""

    cause: Cause
    limb: Limb
    basis: Basis


def uses(name: str, law: LawBook) -> tuple[Use, ...]:
    """Return the bases under which a table is used, none for an unknown one."""
    limbs = [(cause, limb) for cause in law.causes.causes.values() for limb in cause.limbs.values()]
    return tuple(
        Use(cause, limb, basis)
        for cause, limb in limbs
        for basis in limb.bases
        if basis.table == name and basis.maximum is not None and not basis.fixed
    )


def examine(name: str, xml: bytes, *, today: date, law: LawBook, editions: Sequence[Benchmark]) -> tuple[Objection, ...]:
    """Return everything that stands against publishing a table, nothing for a sound one.

    `law` is the law in force on the day on which the table begins, `editions` are all versions published so far. Source: 行政处罚法
    Art. 34; 国办发〔2022〕27号 (a benchmark only specifies the range of the higher norm, and is published before it is applied).
    """
    used = uses(name, law)
    if not used:
        return (Objection(code="unknown_table", message=f"案由目录中没有使用“{name}”这张表的依据。"),)
    try:
        table = read_benchmark(name, xml)
    except ModelError as error:
        return (unreadable(error, xml),)
    except ValueError as error:
        return (Objection(code="unreadable", message=str(error)),)
    dated = tuple(dates(table, editions, today))
    structure = tuple(_structure(table.model, used[0].limb))
    if structure:
        return (*dated, *structure)
    found = (*dated, *_made_of(table, used, law), *_weighed(table.model, used[0]))
    # Limbs that share a table share what stands against it.
    return tuple(dict.fromkeys(found))


def _made_of(table: Benchmark, used: Sequence[Use], law: LawBook) -> Iterator[Objection]:
    decision = table.model.decisions[TIER]
    yield from _amounts(decision, used, table.valid_from)
    yield from _sources(decision, law)
    yield from _steps(used)


def _weighed(model: Model, use: Use) -> Iterator[Objection]:
    """Yield what the rows do to cases: they answer none or several times, cannot be run, or are out of order."""
    findings = tuple(_findings(model, use.cause))
    yield from findings
    if not any(each.code == Fault.UNFIT for each in findings):
        yield from _runs(model, use.cause)
    yield from ordered(model.decisions[TIER], use.cause, use.limb)


def unreadable(error: ModelError, xml: bytes) -> Objection:
    """Return what stands against a file that is no model, with the cell where it is one that cannot be read."""
    decision, row, column = _place(error.element, xml)
    line = f"（文件第{error.line}行）" if error.line and not row else ""
    return Objection(code="unreadable", message=f"{error.reason}{line}", rows=(row,) if row else (), column=column, decision=decision)


def _place(element: str | None, xml: bytes) -> tuple[str, int, str]:
    """Return the decision, the row and the column of the cell or rule that an error names; nothing and zero where it names none."""
    if element is None:
        return "", 0, ""
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return "", 0, ""
    node = next((each for each in root.iter("{*}*") if each.get("id") == element), None)
    around = () if node is None else (node, *node.iterancestors())
    decision = next((str(each.get("id")) for each in around if _tag(each) == "decision"), "")
    rule = next((each for each in around if _tag(each) == "rule"), None)
    if node is None or rule is None:
        return decision, 0, ""
    row = 1 + sum(1 for _ in rule.itersiblings("{*}rule", preceding=True))
    cells = [each for each in rule if _tag(each) in ("inputEntry", "outputEntry")]
    heads = [each.get("label") or each.get("name") or "" for each in rule.getparent() if _tag(each) in ("input", "output")]
    place = next((place for place, cell in enumerate(cells) if cell is node), len(heads))
    return decision, row, heads[place] if place < len(heads) else ""


def _tag(node: etree._Element) -> str:
    return etree.QName(node).localname


def _slight(model: Model) -> Iterator[Objection]:
    """Yield a condition of slight facts that cannot tell them: one that looks at nothing, or says neither yes nor no of some case."""
    decision = model.decisions.get(SLIGHT)
    if decision is None:
        return
    if not model.needs(SLIGHT):
        yield Objection(code="structure", message="轻微的条件没有用到任何查明的事项。", decision=SLIGHT)
        return
    for case in _cases(model, SLIGHT):
        try:
            verdict, why = evaluate(model, SLIGHT, case).result, ""
        except DecisionError as error:
            verdict, why = None, f"：{error.reason}"
        if not isinstance(verdict, bool):
            yield Objection(code="structure", message=f"轻微的条件得不出是或者否{why}。", decision=SLIGHT)
            return


def dates(table: Benchmark, editions: Sequence[Benchmark], today: date) -> Iterator[Objection]:
    """Yield what stands against the first day and the name of a version: it begins after today and after the last one, without a gap."""
    if table.valid_from <= today:
        yield Objection(code="dates", message=f"施行日期{_day(table.valid_from)}须在今日之后：裁量基准公布后才能适用。")
    if table.valid_to is not None:
        yield Objection(code="dates", message="不写失效日期：新的版本施行之日，旧的版本即不再适用，中间没有空档。")
    last = editions[-1] if editions else None
    if last is not None and table.valid_from <= last.valid_from:
        yield Objection(code="dates", message=f"施行日期须在现有版本{last.version}的施行日期{_day(last.valid_from)}之后。")
    elif last is not None and last.valid_to is not None and last.valid_to + _DAY < table.valid_from:
        yield Objection(code="dates", message=f"现有版本{last.version}至{_day(last.valid_to)}失效，到{_day(table.valid_from)}之间没有基准可用。")
    if any(each.version == table.version for each in editions):
        yield Objection(code="dates", message=f"版本号{table.version}已经用过。")


def _structure(model: Model, limb: Limb) -> Iterator[Objection]:
    decision = model.decisions.get(TIER)
    if decision is None or decision.table is None:
        yield Objection(code="structure", message="没有标识为 tier 的决策表“阶次”。")
        return
    if decision.hit_policy not in POLICIES:
        yield Objection(code="structure", message=f"命中策略为{decision.hit_policy}：须为PRIORITY（取最重的一阶）或者UNIQUE（只有一行适用）。")
    names = tuple(output.name for output in decision.outputs)
    if names != OUTPUTS:
        yield Objection(code="structure", message=f"结果列须依次为{'、'.join(OUTPUTS)}，现为{'、'.join(names)}。")
        return
    known = {quantity.name for quantity in limb.inputs} | {REPEATS, *FLAGS}
    wanted = model.needs(TIER) | (model.needs(SLIGHT) if SLIGHT in model.decisions else frozenset())
    for name in sorted(wanted - known):
        yield Objection(code="structure", message=f"表中的“{name}”不是本案由查明的事项，可用的有：{'、'.join(sorted(known))}。", column=name)
    yield from _types(model, decision, limb, wanted & known)
    if any(len(each.rules) > MOST_ROWS for each in model.decisions.values()):
        yield Objection(code="structure", message=f"一张表不超过{MOST_ROWS}行。")
    yield from _slight(model)
    for rule in decision.rules:
        yield from _complete(rule)


def _complete(rule: Rule) -> Iterator[Objection]:
    """Yield what a row leaves out: results that are no constants, the words for papers."""
    word, *ends = (_constant(rule, place) for place in range(len(rule.outputs)))
    if not isinstance(word, str) or not all(isinstance(end, Decimal) for end in ends):
        yield Objection(code="structure", message=f"第{rule.index}行的结果须为写明的阶次和两个数。", rows=(rule.index,), column=OUTPUTS[0])
    for note in (CONDITION, SOURCE):
        if not rule.annotations.get(note, "").strip():
            yield Objection(code="structure", message=f"第{rule.index}行没有写“{note}”，文书上要用。", rows=(rule.index,), column=note)


def _types(model: Model, decision: Decision, limb: Limb, names: Collection[str]) -> Iterator[Objection]:
    """Yield the inputs that are declared as something else than what is established of a case: every case would be stopped."""
    whole = {REPEATS, *(quantity.name for quantity in limb.inputs if quantity.unit in PIECES)}
    for name in sorted(names):
        kind, told = ("boolean", "是或者否") if name in FLAGS else ("number", "数")
        columns = [column.type for column in decision.inputs if column.expression.text == name]
        for type_ in (model.inputs.get(name, ANY), *columns):
            if type_.kind not in (ANY.kind, kind):
                yield Objection(code="structure", message=f"“{name}”查明的是{told}，表中写成了{type_.name}类型。", column=name)
                break
            if type_.integer and name not in whole:
                yield Objection(code="structure", message=f"“{name}”可以有小数，表中写成了整数类型。", column=name)
                break


def _runs(model: Model, cause: Cause) -> Iterator[Objection]:
    """Yield the first case of some that were made up by which the table is stopped."""
    for case in _cases(model, TIER):
        try:
            evaluate(model, TIER, case)
        except DecisionError as error:
            yield Objection(code="undecided", message=f"{said(case, cause)}：定不出阶次，{error.reason}。")
            return


def _cases(model: Model, decision: str) -> Iterator[dict[str, object]]:
    """Yield made-up values for what a decision needs; whole numbers where it asks for such."""
    types = {name: model.inputs.get(name, ANY) for name in sorted(model.needs(decision))}
    for number, flag in product(_NUMBERS, (True, False)):
        values = {name: flag if type_.kind == "boolean" or name in FLAGS else number for name, type_ in types.items()}
        yield {name: Decimal(round(value)) if types[name].integer and isinstance(value, Decimal) else value for name, value in values.items()}


def _amounts(decision: Decision, used: Sequence[Use], begins: date) -> Iterator[Objection]:
    """Yield the rows whose amounts lie outside the statutory range that is in force once the table is (规范性文件不得超出上位法)."""
    bases = [use.basis for use in used]
    current = [basis for basis in bases if basis.valid_to is None or basis.valid_to >= begins] or bases
    for rule in decision.rules:
        word, low, high = (_constant(rule, place) for place in range(len(OUTPUTS)))
        if word != NONE_MADE_OUT and isinstance(low, Decimal) and isinstance(high, Decimal):
            yield from (objection for basis in current if (objection := _outside(rule, low, high, basis)))


def _outside(rule: Rule, low: Decimal, high: Decimal, basis: Basis) -> Objection | None:
    minimum, maximum = basis.minimum or Decimal(0), basis.maximum or Decimal(0)
    if low > high:
        return Objection(code="outside_statute", message=f"第{rule.index}行的下限高于上限。", rows=(rule.index,), column=OUTPUTS[1])
    if basis.serious is not None and low < basis.serious < high:
        message = f"第{rule.index}行跨过{_sum(basis.serious, basis)}：从这一数额起只适用于情节严重的（{basis.cite}），分成两行。"
        return Objection(code="outside_statute", message=message, rows=(rule.index,), column=OUTPUTS[2])
    if low >= minimum and high <= maximum:
        return None
    column, word, value = (OUTPUTS[1], "低于法定下限", low) if low < minimum else (OUTPUTS[2], "高于法定上限", high)
    wall = minimum if low < minimum else maximum
    message = f"第{rule.index}行的{column}{_sum(value, basis)}{word}{_sum(wall, basis)}（{basis.cite}）。"
    return Objection(code="outside_statute", message=message, rows=(rule.index,), column=column)


def _sum(value: Decimal, basis: Basis) -> str:
    return format_yuan(value) if basis.unit == "yuan" else f"{value}{RATES[basis.unit]}"


def _constant(rule: Rule, place: int) -> object:
    cell = rule.outputs[place]
    if cell.names:
        return None
    try:
        return cell({})
    except FeelError:
        return None


def _sources(decision: Decision, law: LawBook) -> Iterator[Objection]:
    for rule in decision.rules:
        cite = rule.annotations[SOURCE]
        try:
            law.statutes.article(cite)
        except (KeyError, ValueError):
            yield Objection(code="source", message=f"第{rule.index}行的依据“{cite}”不在法规库中。", rows=(rule.index,), column=SOURCE)


def _steps(used: Sequence[Use]) -> Iterator[Objection]:
    """Yield the limbs that punish a refusal to correct and are not marked so: no fine without an order that was served and expired."""
    for use in used:
        if any(word in use.limb.title for word in _STEPS) and not use.limb.requires_prior_order:
            yield Objection(code="two_step", message=f"“{use.limb.title}”须先责令改正，案由目录中没有标明（requires_prior_order）。")


def _findings(model: Model, cause: Cause) -> Iterator[Objection]:
    for finding in check(model):
        decision = model.decisions[finding.decision]
        rows = tuple(rule.index for rule in decision.rules if rule.id in finding.rules)
        yield Objection(code=finding.fault.value, message=_words(finding, rows, cause), rows=rows, decision=decision.id)


def _words(finding: Finding, rows: Sequence[int], cause: Cause) -> str:
    example = said(finding.sample, cause)
    match finding.fault.value:
        case "gap":
            return f"{example}：没有任何一行适用。"
        case "overlap":
            return f"{example}：第{'、'.join(map(str, rows))}行同时适用，定不出一个结果。"
        case _:
            return f"{finding.message}。"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
