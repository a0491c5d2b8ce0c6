"""Reader (读取): turns a DMN file into a compiled model, or says where the file is wrong."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from engine.dmn.document import Element, read_document
from engine.dmn.model import Decision, Model, Table
from engine.dmn.table import Names, read_feel, read_literal, read_table
from engine.dmn.type import ANY, Type, simple_type
from engine.feel import Expression, Function, Scope, UnaryTests, compile_unary_tests

_ROOT = (
    "itemDefinition",
    "decision",
    "inputData",
    "businessKnowledgeModel",
    "knowledgeSource",
    "decisionService",
    "association",
    "textAnnotation",
    "group",
    "elementCollection",
    "performanceIndicator",
    "organizationUnit",
)
_AROUND_LOGIC = frozenset(
    {
        "question",
        "allowedAnswers",
        "variable",
        "informationRequirement",
        "knowledgeRequirement",
        "authorityRequirement",
        "supportedObjective",
        "impactedPerformanceIndicator",
        "decisionMaker",
        "decisionOwner",
        "usingProcess",
        "usingTask",
    }
)
_WORDS = re.compile(r"[^\W\d]\w*(?: [^\W\d]\w*)*")
_KEYWORDS = frozenset({"true", "false", "null", "and", "or", "in", "between", "if", "then", "else", "for", "some", "every"})


def read_model(xml: bytes, *, file: str) -> Model:
    """Return the compiled model of a DMN 1.3, 1.4 or 1.5 file; `file` is its name in error messages.

    A name is known to a decision when it is input data of the model or the name of a decision that it requires. A model
    that declares no input data at all, as drawn in a plain table editor, has those names as inputs that are the whole input
    expression of a table.

    Raises:
        ModelError: for hostile or broken XML, everything that is not supported, and expressions that do not compile.
    """
    return _Reader(read_document(xml, file=file)).model(file, hashlib.sha256(xml).hexdigest())


class _Reader:
    """One reading of one file."""

    def __init__(self, root: Element) -> None:
        root.only(*_ROOT)
        self._root = root
        self._type_elements = {element["name"]: element for element in root.all("itemDefinition")}
        self._decision_elements = _by_id(root.all("decision"))
        self._knowledge_elements = _by_id(root.all("businessKnowledgeModel"))
        self._input_ids = {element["id"] for element in root.all("inputData")}
        self._inputs = self._read_inputs()
        self._decisions: dict[str, Decision] = {}

    def model(self, file: str, digest: str) -> Model:
        for element in self._decision_elements.values():
            self._decision(element, ())
        ordered = {key: self._decisions[key] for key in self._decision_elements}
        return Model(file, self._root.get("name") or file, digest, ordered, self._inputs)

    def _read_inputs(self) -> Mapping[str, Type]:
        declared = {self._variable(element)[0]: self._variable(element)[1] for element in self._root.all("inputData")}
        if declared:
            return declared
        decided = {self._variable(element)[0] for element in self._decision_elements.values()}
        tables = [table for element in self._decision_elements.values() for table in element.all("decisionTable")]
        expressions = [clause.text() for table in tables for column in table.all("input") for clause in column.all("inputExpression")]
        return {text: ANY for text in expressions if text not in decided and _is_name(text)}

    def _variable(self, element: Element) -> tuple[str, Type]:
        """Return the name and type of the variable of a decision or of input data; without a variable, the element's own name."""
        variable = element.find("variable")
        if variable is None:
            return element["name"], ANY
        return variable.get("name") or element["name"], self._type(variable.get("typeRef"), variable)

    def _type(self, name: str | None, place: Element, seen: tuple[str, ...] = ()) -> Type:
        if not name:
            return ANY
        simple = simple_type(name)
        if simple is not None:
            return simple
        element = self._type_elements.get(name)
        if element is None or name in seen:
            raise place.error(f"没有定义的数据类型“{name}”")
        base = Type("context") if element.all("itemComponent") else self._type(element.text("typeRef"), element, (*seen, name))
        allowed_element = element.find("allowedValues")
        allowed = None if allowed_element is None else read_feel(allowed_element, compile_unary_tests, {}, {})
        return Type(base.kind, base.integer, base.collection or element.get("isCollection") == "true", allowed or base.allowed)

    def _decision(self, element: Element, above: tuple[str, ...]) -> Decision:
        key = element["id"]
        if key in self._decisions:
            return self._decisions[key]
        if key in above:
            raise element.error("决策互相依赖，成了循环")
        required = self._required_decisions(element, (*above, key))
        names: dict[str, Type] = {**self._inputs, **{decision.name: decision.type for decision in required}}
        functions = self._functions(element, ())
        name, result_type = self._variable(element)
        logic = self._logic(element, name, names, functions)
        decision = Decision(key, name, result_type, tuple(decision.id for decision in required), _names_of(logic), logic)
        self._decisions[key] = decision
        return decision

    def _required_decisions(self, element: Element, above: tuple[str, ...]) -> list[Decision]:
        found = []
        for requirement in element.all("informationRequirement"):
            for reference in requirement.content():
                target = reference["href"].lstrip("#")
                if reference.tag == "requiredDecision" and target in self._decision_elements:
                    found.append(self._decision(self._decision_elements[target], above))
                elif reference.tag != "requiredInput" or target not in self._input_ids:
                    raise reference.error(f"引用的元素“{target}”不存在")
        return found

    def _logic(self, element: Element, name: str, names: Names, functions: Mapping[str, Function]) -> Table | Expression:
        for child in element.content():
            if child.tag == "decisionTable":
                return read_table(child, name, names, functions, self._type)
            if child.tag == "literalExpression":
                return read_literal(child, names, functions)
            if child.tag not in _AROUND_LOGIC:
                raise child.error(f"不支持 <{child.tag}>")
        raise element.error("决策没有决策表，也没有表达式")

    def _functions(self, element: Element, above: tuple[str, ...]) -> dict[str, Function]:
        """Return the functions of the business knowledge models that an element requires."""
        found = {}
        for requirement in element.all("knowledgeRequirement"):
            for reference in requirement.all("requiredKnowledge"):
                target = reference["href"].lstrip("#")
                if target not in self._knowledge_elements or target in above:
                    raise reference.error(f"引用的业务知识“{target}”不存在或成了循环")
                knowledge = self._knowledge_elements[target]
                name, _ = self._variable(knowledge)
                found[name] = self._function(name, knowledge, (*above, target))
        return found

    def _function(self, name: str, element: Element, above: tuple[str, ...]) -> Function:
        logic = element.find("encapsulatedLogic")
        body = None if logic is None else logic.find("literalExpression")
        if logic is None or body is None:
            raise element.error("业务知识只支持一个表达式")
        logic.only("formalParameter", "literalExpression")
        parameters = [parameter["name"] for parameter in logic.all("formalParameter")]
        expression = read_literal(body, dict.fromkeys(parameters, ANY), self._functions(element, above))

        def call(*arguments: object) -> object:
            return expression.run(Scope(dict(zip(parameters, arguments, strict=True))))

        return Function(name, (tuple((parameter, "any") for parameter in parameters),), call)


def _by_id(elements: Iterable[Element]) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for element in elements:
        if element["id"] in found:
            raise element.error("标识重复")
        found[element["id"]] = element
    return found


def _is_name(text: str) -> bool:
    return _WORDS.fullmatch(text) is not None and _KEYWORDS.isdisjoint(text.split())


def _names_of(logic: Table | Expression) -> frozenset[str]:
    if isinstance(logic, Expression):
        return logic.names
    parts: list[Expression | UnaryTests] = [column.expression for column in logic.inputs]
    parts.extend(column.default for column in logic.outputs if column.default is not None)
    for rule in logic.rules:
        parts.extend((*rule.conditions, *rule.outputs))
    return frozenset(name for part in parts for name in part.names)
