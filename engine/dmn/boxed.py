"""Boxed expressions (方框表达式, DMN 1.5, 10.2.1): contexts, lists, relations, invocations, functions, conditions and loops.

What is read is a box; a box runs in a scope. The rules of tables inside boxes are noted in the trace.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from engine.dmn.document import Element
from engine.dmn.frame import Frame, TypeOf, read_literal
from engine.dmn.judgement import judge
from engine.dmn.outcome import Hit
from engine.dmn.table import read_table
from engine.dmn.type import ANY, Type
from engine.feel import Expression, Function, Range, Scope, elements

Run = Callable[[Scope, list[Hit]], object]

BOXES = frozenset(
    {
        "literalExpression",
        "decisionTable",
        "context",
        "list",
        "relation",
        "invocation",
        "functionDefinition",
        "conditional",
        "filter",
        "for",
        "some",
        "every",
    }
)


@dataclass(frozen=True, slots=True)
class Box:
    """A boxed expression; `names` are those of the scope that it uses."""

    run: Run
    names: frozenset[str]


class BoxReader:
    """Reads the boxes of one decision or of one business knowledge model."""

    def __init__(self, name: str, type_of: TypeOf) -> None:
        self._name = name
        self._type_of = type_of
        self._read: Mapping[str, Callable[[Element, Frame], Box]] = {
            "literalExpression": self._literal,
            "decisionTable": self._table,
            "context": self._context,
            "list": self._list,
            "relation": self._relation,
            "invocation": self._invocation,
            "functionDefinition": self._function,
            "conditional": self._conditional,
            "filter": self._filter,
            "for": self._for,
            "some": self._quantified,
            "every": self._quantified,
        }

    def box(self, element: Element, frame: Frame) -> Box:
        """Return the box of an element; its `typeRef` says what its value must be."""
        if element.tag not in BOXES:
            raise element.error(f"不支持 <{element.tag}>")
        made = self._read[element.tag](element, frame)
        wanted = self._type_of(element.get("typeRef"), element)
        return made if wanted == ANY or element.tag == "functionDefinition" else Box(_fitting(made.run, wanted), made.names)

    def inside(self, element: Element, frame: Frame) -> Box:
        """Return the only box inside an element."""
        found = [child for child in element.content() if child.tag in BOXES]
        if len(found) != 1:
            raise element.error(f"<{element.tag}> 应有一个表达式")
        return self.box(found[0], frame)

    def _literal(self, element: Element, frame: Frame) -> Box:
        return literal_box(read_literal(element, frame))

    def _table(self, element: Element, frame: Frame) -> Box:
        table = read_table(element, self._name, frame, self._type_of)

        def run(scope: Scope, trace: list[Hit]) -> object:
            judged = judge(self._name, table, scope)
            trace.extend(judged.hits)
            return judged.result

        return Box(run, table.names)

    def _context(self, element: Element, frame: Frame) -> Box:
        entries: list[tuple[str, Type, Run]] = []
        used: set[str] = set()
        known: dict[str, Type] = {}
        last: Run | None = None
        for entry in element.all("contextEntry"):
            variable = entry.find("variable")
            inner = self.inside(entry, frame.within(known))
            used |= inner.names - known.keys()
            if variable is None:
                last = inner.run
                continue
            wanted = self._type_of(variable.get("typeRef"), variable)
            entries.append((variable["name"], wanted, inner.run))
            known[variable["name"]] = wanted

        def run(scope: Scope, trace: list[Hit]) -> object:
            made: dict[str, object] = {}
            for name, wanted, value in entries:
                fits, found = wanted.fitted(value(scope, trace))
                made[name] = found if fits else None
                scope = scope.inner(name, made[name])
            return made if last is None else last(scope, trace)

        return Box(run, frozenset(used))

    def _list(self, element: Element, frame: Frame) -> Box:
        items = [self.box(child, frame) for child in element.content() if child.tag in BOXES]
        return Box(lambda scope, trace: [item.run(scope, trace) for item in items], _names(items))

    def _relation(self, element: Element, frame: Frame) -> Box:
        columns = [column["name"] for column in element.all("column")]
        rows = [[self.box(cell, frame) for cell in row.content() if cell.tag in BOXES] for row in element.all("row")]
        if any(len(row) != len(columns) for row in rows):
            raise element.error("关系表各行的列数不同")

        def run(scope: Scope, trace: list[Hit]) -> object:
            return [dict(zip(columns, (cell.run(scope, trace) for cell in row), strict=True)) for row in rows]

        return Box(run, _names([cell for row in rows for cell in row]))

    def _invocation(self, element: Element, frame: Frame) -> Box:
        target, bindings = element.find("literalExpression"), element.all("binding")
        if target is None:
            raise element.error("调用没有写明函数")
        names = [parameter["name"] for binding in bindings for parameter in binding.all("parameter")]
        values = [self._binding(binding, frame) for binding in bindings]
        called = frame.functions.get(target.text())
        box = self._literal(target, frame) if called is None else None

        def run(scope: Scope, trace: list[Hit]) -> object:
            function = called if box is None else box.run(scope, trace)
            positions = function.positions(names) if isinstance(function, Function) else None
            if not isinstance(function, Function) or positions is None:
                return None
            given = [value.run(scope, trace) for value in values]
            return function([None if position is None else given[position] for position in positions])

        return Box(run, _names(values) | (frozenset() if box is None else box.names))

    def _binding(self, element: Element, frame: Frame) -> Box:
        return self.inside(element, frame) if any(child.tag in BOXES for child in element.content()) else Box(lambda scope, trace: None, frozenset())

    def _function(self, element: Element, frame: Frame) -> Box:
        if (element.get("kind") or "FEEL") != "FEEL":
            raise element.error("不支持外部函数")
        parameters = [(parameter["name"], self._type_of(parameter.get("typeRef"), parameter)) for parameter in element.all("formalParameter")]
        body = self.inside(element, frame.within(dict(parameters)))
        form = tuple((name, type_.feel) for name, type_ in parameters)

        def run(scope: Scope, trace: list[Hit]) -> object:
            def call(*arguments: object) -> object:
                scope.step()
                return body.run(scope.inside(dict(zip((name for name, _ in form), arguments, strict=True))), trace)

            return Function(self._name, (form,), call, lenient=True)

        return Box(run, body.names - {name for name, _ in parameters})

    def _conditional(self, element: Element, frame: Frame) -> Box:
        condition, positive, negative = (self._part(element, part, frame) for part in ("if", "then", "else"))

        def run(scope: Scope, trace: list[Hit]) -> object:
            verdict = condition.run(scope, trace)
            if verdict is not None and not isinstance(verdict, bool):
                return None
            return (positive if verdict else negative).run(scope, trace)

        return Box(run, _names([condition, positive, negative]))

    def _filter(self, element: Element, frame: Frame) -> Box:
        source = self._part(element, "in", frame)
        match = self._part(element, "match", frame.within({"item": ANY}).filtering())

        def run(scope: Scope, trace: list[Hit]) -> object:
            value = source.run(scope, trace)
            items = value if isinstance(value, list) else [] if value is None else [value]
            kept = []
            for item in items:
                scope.step()
                verdict = match.run(scope.around(item), trace)
                if not isinstance(verdict, bool):
                    return None
                if verdict:
                    kept.append(item)
            return kept

        return Box(run, source.names | (match.names - {"item"}))

    def _for(self, element: Element, frame: Frame) -> Box:
        variable, domain = element["iteratorVariable"], self._part(element, "in", frame)
        result = self._part(element, "return", frame.within({variable: ANY, "partial": ANY}))

        def run(scope: Scope, trace: list[Hit]) -> object:
            items = elements(domain.run(scope, trace), scope)
            if items is None:
                return None
            made: list[object] = []
            for item in items:
                made.append(result.run(scope.inside({variable: item, "partial": list(made)}), trace))
            return made

        return Box(run, domain.names | (result.names - {variable, "partial"}))

    def _quantified(self, element: Element, frame: Frame) -> Box:
        variable, domain = element["iteratorVariable"], self._part(element, "in", frame)
        condition = self._part(element, "satisfies", frame.within({variable: ANY}))
        decisive = element.tag == "some"

        def run(scope: Scope, trace: list[Hit]) -> object:
            value = domain.run(scope, trace)
            items = elements(value, scope) if isinstance(value, (list, Range)) else None
            if items is None:
                return None
            answer: bool | None = not decisive
            for item in items:
                verdict = condition.run(scope.inner(variable, item), trace)
                if verdict is decisive:
                    return decisive
                if verdict is not None and not isinstance(verdict, bool):
                    return None
                if verdict is None:
                    answer = None
            return answer

        return Box(run, domain.names | (condition.names - {variable}))

    def _part(self, element: Element, tag: str, frame: Frame) -> Box:
        part = element.find(tag)
        if part is None:
            raise element.error(f"缺少 <{tag}>")
        return self.inside(part, frame)


def literal_box(expression: Expression) -> Box:
    """Return the box of one expression."""
    return Box(lambda scope, trace: expression.run(scope), expression.names)


def _fitting(run: Run, wanted: Type) -> Run:
    def fitted(scope: Scope, trace: list[Hit]) -> object:
        fits, value = wanted.fitted(run(scope, trace))
        return value if fits else None

    return fitted


def _names(boxes: Sequence[Box]) -> frozenset[str]:
    return frozenset(name for box in boxes for name in box.names)
