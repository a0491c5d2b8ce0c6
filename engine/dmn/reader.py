"""Reader (读取): turns a DMN file, and those that it imports, into a compiled model, or says where a file is wrong."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.dmn.boxed import BOXES, BoxReader
from engine.dmn.document import Element, read_document
from engine.dmn.error import ModelError
from engine.dmn.evaluation import call_service
from engine.dmn.frame import Frame, TypeOf, read_literal
from engine.dmn.model import Decision, Imported, Logic, Model, Service, Table
from engine.dmn.source import Source, Sources, name_of
from engine.dmn.table import read_table
from engine.dmn.type import ANY, Type
from engine.feel import Expression, Function, Scope

_ROOT = (
    "import",
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
    "artifact",
)
_CALLABLE = frozenset({"businessKnowledgeModel", "decisionService"})
_LOGIC = frozenset({"decisionTable", "literalExpression", *BOXES})
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


def read_model(
    xml: bytes, *, file: str, imports: Mapping[str, bytes] | None = None, strict: bool = True, functions: Mapping[str, Function] | None = None
) -> Model:
    """Return the compiled model of a DMN 1.2 to 1.5 file; `file` is its name in error messages.

    A name is known to a decision when it is input data of the model or the name of a decision that it requires. A model
    that declares no input data at all, as drawn in a plain table editor, has those names as inputs that are the whole input
    expression of a table.

    Args:
        xml: the bytes of the file.
        file: its name in error messages.
        imports: the files that it may import, by name.
        strict: refuse whatever does not compile. Without it a decision that does not compile is read and cannot be made, and
            only required inputs have names: as the conformance kit asks of an engine.
        functions: functions of the host, such as `today`.

    Raises:
        ModelError: for hostile or broken XML, everything that is not supported, and expressions that do not compile.
    """
    others = [read_document(text, file=name) for name, text in (imports or {}).items()]
    sources = Sources(read_document(xml, file=file), others, strict=strict)
    return _Reader(sources, strict=strict, functions=functions or {}).model(file, hashlib.sha256(xml).hexdigest())


@dataclass(slots=True)
class _Required:
    """What one decision requires."""

    decisions: list[Decision] = field(default_factory=list)
    local: dict[str, Type] = field(default_factory=dict)
    imported: dict[str, dict[str, Imported]] = field(default_factory=dict)


class _Reader:
    """One reading of one file with its imports."""

    def __init__(self, sources: Sources, *, strict: bool, functions: Mapping[str, Function]) -> None:
        sources.main.root.only(*_ROOT)
        self._sources = sources
        self._strict = strict
        self._host = functions
        self._decisions: dict[str, Decision] = {}
        self._functions: dict[str, Function] = {}
        self._later: list[tuple[Source, str]] = []
        self._model: list[Model] = []

    def model(self, file: str, digest: str) -> Model:
        main = self._sources.main
        own = [name for name, element in main.elements.items() if element.tag == "decision"]
        for name in own:
            self._decision(main, name, ())
        callable_elements = {name: each for name, each in main.elements.items() if each.tag in _CALLABLE}
        invocables = {name_of(each): self._function(main, name, ()) for name, each in callable_elements.items()}
        for home, name in self._later:
            self._decision(home, name, ())
        ordered = {key: self._decisions[key] for key in (*own, *(key for key in self._decisions if key not in own))}
        made = Model(file, main.root.get("name") or file, digest, ordered, self._sources.inputs, invocables, self._strict)
        self._model.append(made)
        return made

    def _type_of(self, source: Source) -> TypeOf:
        return lambda reference, place: self._sources.type(source, reference, place)

    def _decision(self, source: Source, name: str, above: tuple[str, ...]) -> Decision:
        key, element = source.key(name), source.elements[name]
        if key in self._decisions:
            return self._decisions[key]
        if key in above:
            raise element.error("决策互相依赖，成了循环")
        title, result, logic = name_of(element), ANY, None
        required = _Required()
        functions: dict[str, Function] = {}
        try:
            title, result = self._sources.variable(source, element)
            required = self._required(source, element, (*above, key))
            functions = self._known_functions(source, element, ())
            logic = self._logic(source, element, title, self._frame(source, required, functions))
        except ModelError:
            if self._strict:
                raise
        requires = tuple(dict.fromkeys(decision.id for decision in required.decisions))
        names = frozenset() if logic is None else logic.names
        self._decisions[key] = Decision(key, title, result, requires, names - functions.keys(), logic, required.imported, functions)
        return self._decisions[key]

    def _frame(self, source: Source, required: _Required, functions: Mapping[str, Function]) -> Frame:
        names: dict[str, Type] = dict.fromkeys(functions, ANY)
        if self._strict:
            names |= self._sources.inputs
        names |= required.local
        names |= dict.fromkeys(required.imported, Type("context"))
        return Frame(names, {**self._host, **functions}, self._sources.language(source))

    def _required(self, source: Source, element: Element, above: tuple[str, ...]) -> _Required:
        found = _Required()
        for requirement in element.all("informationRequirement"):
            for reference in requirement.content():
                home, name = self._sources.target(source, reference)
                alias = "" if home is source else source.aliases.get(home.namespace, "")
                if reference.tag == "requiredDecision":
                    decision = self._decision(home, name, above)
                    found.decisions.append(decision)
                    title, type_, entry = decision.name, decision.type, Imported(decision=decision.id)
                else:
                    title, type_ = self._sources.variable(home, home.elements[name])
                    entry = Imported(input=title)
                if alias:
                    found.imported.setdefault(alias, {})[title] = entry
                else:
                    found.local[title] = type_
        return found

    def _logic(self, source: Source, element: Element, title: str, frame: Frame) -> Table | Expression | Logic:
        found = [child for child in element.content() if child.tag in _LOGIC]
        if len(found) > 1 and self._strict:
            raise found[1].error("一个决策只能有一张决策表或者一个表达式")
        for child in element.content():
            if child.tag == "decisionTable":
                return read_table(child, title, frame, self._type_of(source))
            if child.tag == "literalExpression":
                return read_literal(child, frame)
            if child.tag in BOXES:
                return BoxReader(title, self._type_of(source)).box(child, frame)
            if child.tag not in _AROUND_LOGIC:
                raise child.error(f"不支持 <{child.tag}>")
        raise element.error("决策没有决策表，也没有表达式")

    def _known_functions(self, source: Source, element: Element, above: tuple[str, ...]) -> dict[str, Function]:
        """Return the functions of the business knowledge models and decision services that an element requires."""
        found = {}
        for requirement in element.all("knowledgeRequirement"):
            for reference in requirement.all("requiredKnowledge"):
                home, name = self._sources.target(source, reference)
                alias = "" if home is source else source.aliases.get(home.namespace, "")
                title = name_of(home.elements[name])
                found[f"{alias}.{title}" if alias else title] = self._function(home, name, above)
        return found

    def _function(self, source: Source, name: str, above: tuple[str, ...]) -> Function:
        key, element = source.key(name), source.elements[name]
        if key in self._functions:
            return self._functions[key]
        try:
            if key in above or element.tag not in _CALLABLE:
                raise element.error(f"引用的业务知识“{name}”不存在或成了循环")
            made = self._service(source, element) if element.tag == "decisionService" else self._knowledge(source, element, (*above, key))
        except ModelError:
            if self._strict:
                raise
            # What cannot be read can be called, and answers null.
            return Function(name_of(element), (), lambda: None)
        self._functions[key] = made
        return made

    def _knowledge(self, source: Source, element: Element, above: tuple[str, ...]) -> Function:
        title, result = self._sources.variable(source, element)
        logic = element.find("encapsulatedLogic")
        if logic is None:
            raise element.error("业务知识没有内容")
        if (kind := logic.get("kind")) not in (None, "FEEL"):
            raise element.error(f"不支持{kind}写的函数")
        type_of = self._type_of(source)
        parameters = {each["name"]: type_of(each.get("typeRef"), each) for each in logic.all("formalParameter")}
        functions = self._known_functions(source, element, above)
        frame = Frame({**dict.fromkeys(functions, ANY), **parameters}, {**self._host, **functions}, self._sources.language(source))
        body = BoxReader(title, type_of).inside(logic, frame)

        def call(*arguments: object) -> object:
            fits, value = result.fitted(body.run(Scope({**functions, **dict(zip(parameters, arguments, strict=True))}), []))
            return value if fits else None

        return Function(title, (tuple((each, type_.feel) for each, type_ in parameters.items()),), call, lenient=True)

    def _service(self, source: Source, element: Element) -> Function:
        title, result = self._sources.variable(source, element)
        inputs, given, outputs = (
            [self._sources.target(source, each) for each in element.all(tag)] for tag in ("inputData", "inputDecision", "outputDecision")
        )
        parameters = [self._sources.variable(home, home.elements[name]) for home, name in (*inputs, *given)]
        service = Service(
            name=title,
            type=result,
            inputs=tuple(name_of(home.elements[name]) for home, name in inputs),
            given=tuple(home.key(name) for home, name in given),
            outputs=tuple(home.key(name) for home, name in outputs),
        )
        # They are read when the decisions are done: one of them may be the caller.
        self._later.extend(outputs)

        def call(*arguments: object) -> object:
            return call_service(self._model[0], service, arguments)

        return Function(title, (tuple((each, type_.feel) for each, type_ in parameters),), call, lenient=True)
