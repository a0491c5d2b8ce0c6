"""Tables (决策表的读取): turns the XML of a decision table into compiled columns and rules."""

from collections.abc import Mapping

from engine.dmn.document import Element
from engine.dmn.error import ModelError
from engine.dmn.frame import Compiled, Compiler, Frame, TypeOf, read_feel
from engine.dmn.model import Aggregation, HitPolicy, Input, Output, Rule, Table
from engine.feel import Scope, compile_expression, compile_unary_tests

ORDERED_OUTPUTS = frozenset({HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER})
_DESCRIPTION = "说明"


def read_table(element: Element, decision: str, frame: Frame, type_of: TypeOf) -> Table:
    """Return a compiled table; `decision` is the name of its result when it has one column without a name."""
    element.only("input", "output", "rule", "annotation")
    policy, aggregation = _policy(element)
    inputs = tuple(_input(column, frame, type_of) for column in element.all("input"))
    if frame.language.strict and len({column.label for column in inputs}) < len(inputs):
        raise element.error("输入列的名称重复")
    elements = element.all("output")
    outputs = tuple(_output(column, decision if len(elements) == 1 else None, frame, type_of) for column in elements)
    if not outputs:
        raise element.error("决策表没有输出列")
    if len({output.name for output in outputs}) < len(outputs):
        raise element.error("输出列的名称重复")
    if frame.language.strict and policy in ORDERED_OUTPUTS and not any(output.values for output in outputs):
        raise element.error(f"命中策略 {policy} 需要按优先次序写出输出值")
    annotations = [column.get("name") or "" for column in element.all("annotation")]
    reader = _RuleReader(inputs, outputs, annotations, frame)
    rules = tuple(reader.rule(row, index) for index, row in enumerate(element.all("rule"), 1))
    return Table(policy, aggregation, inputs, outputs, rules)


def _policy(element: Element) -> tuple[HitPolicy, Aggregation | None]:
    policy, aggregation = element.get("hitPolicy") or "UNIQUE", element.get("aggregation")
    if policy not in list(HitPolicy):
        raise element.error(f"不支持的命中策略 {policy}")
    if aggregation is None:
        return HitPolicy(policy), None
    if aggregation not in list(Aggregation) or policy != HitPolicy.COLLECT:
        raise element.error(f"命中策略 {policy} 不支持聚合 {aggregation}")
    return HitPolicy(policy), Aggregation(aggregation)


def _input(element: Element, frame: Frame, type_of: TypeOf) -> Input:
    element.only("inputExpression", "inputValues")
    expression_element = element.find("inputExpression")
    if expression_element is None:
        raise element.error("输入列没有表达式")
    expression = read_feel(expression_element, compile_expression, frame)
    values = element.find("inputValues")
    allowed = read_feel(values, compile_unary_tests, frame.alone()) if values is not None and values.text() else None
    column_type = type_of(expression_element.get("typeRef"), expression_element)
    if not expression_element.get("typeRef") and expression.text in frame.names:
        column_type = frame.names[expression.text]
    return Input(element.get("id") or expression.text, element.get("label") or expression.text, expression, column_type, allowed)


def _output(element: Element, decision: str | None, frame: Frame, type_of: TypeOf) -> Output:
    element.only("outputValues", "defaultOutputEntry")
    name = element.get("name") or decision
    if not name:
        raise element.error("多个输出列时每列都要有名称")
    values_element, default_element = element.find("outputValues"), element.find("defaultOutputEntry")
    values = None if values_element is None or not values_element.text() else _constants(values_element, frame)
    default = None if default_element is None else read_feel(default_element, compile_expression, frame, "null")
    return Output(element.get("id") or name, name, type_of(element.get("typeRef"), element), values, default)


def _constants(element: Element, frame: Frame) -> tuple[object, ...] | None:
    """Return the output values, which must be constants, for their order is the priority; tests such as `< 10` give none."""
    try:
        found = read_feel(element, compile_expression, frame.alone(), text=f"[{element.text()}]")
    except ModelError:
        if frame.language.strict:
            raise
        return None
    values = found.run(Scope({}))
    return tuple(values) if isinstance(values, list) else None


class _RuleReader:
    """Reads the rows of one table."""

    def __init__(self, inputs: tuple[Input, ...], outputs: tuple[Output, ...], annotations: list[str], frame: Frame) -> None:
        self._inputs = inputs
        self._outputs = outputs
        self._annotations = annotations
        self._frame = frame

    def rule(self, element: Element, index: int) -> Rule:
        element.only("inputEntry", "outputEntry", "annotationEntry")
        conditions = [self._cell(cell, compile_unary_tests, "-") for cell in element.all("inputEntry")]
        outputs = [self._cell(cell, compile_expression, "null") for cell in element.all("outputEntry")]
        if len(conditions) != len(self._inputs) or len(outputs) != len(self._outputs):
            raise element.error(f"规则 {index} 的单元格数与列数不符")
        return Rule(element.get("id") or f"rule-{index}", index, tuple(conditions), tuple(outputs), self._notes(element))

    def _cell(self, element: Element, compiler: Compiler[Compiled], empty: str) -> Compiled:
        element.only("text")
        return read_feel(element, compiler, self._frame, empty)

    def _notes(self, element: Element) -> Mapping[str, str]:
        notes = {_DESCRIPTION: element.description()} if element.description() else {}
        for position, entry in enumerate(element.all("annotationEntry")):
            name = self._annotations[position] if position < len(self._annotations) else ""
            notes[name or f"注释{position + 1}"] = entry.text()
        return notes
