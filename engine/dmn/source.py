"""Sources (模型来源): the files of a model with their elements and types, found by the names that they have in each file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.dmn.document import Element
from engine.dmn.frame import Frame, read_feel
from engine.dmn.type import ANY, Type, simple_type
from engine.feel import SIMPLE, FeelType, Language, UnaryTests, compile_unary_tests

_MODEL = "/MODEL/"
_ELEMENTS = ("decision", "inputData", "businessKnowledgeModel", "decisionService")
_WORDS = re.compile(r"[^\W\d]\w*(?: [^\W\d]\w*)*")
_KEYWORDS = frozenset({"true", "false", "null", "and", "or", "in", "between", "if", "then", "else", "for", "some", "every"})


@dataclass(slots=True)
class Source:
    """One file with its elements by id, its types, and the names that the models it imports have in it, by their namespace."""

    root: Element
    namespace: str
    main: bool
    aliases: dict[str, str]
    types: dict[str, Element]
    elements: dict[str, Element]

    def key(self, name: str) -> str:
        """Return the id of an element in the whole model."""
        return name if self.main else f"{self.namespace}#{name}"


class Sources:
    """The file that is read and those that it imports."""

    def __init__(self, root: Element, others: Sequence[Element], *, strict: bool) -> None:
        self._strict = strict
        self.main = _source(root, main=True, strict=strict)
        self._all = {self.main.namespace: self.main}
        for other in others:
            self._all.setdefault(other.get("namespace") or "", _source(other, main=False, strict=strict))
        for each in root.all("import") if strict else ():
            if each["namespace"] not in self._all:
                raise each.error(f"没有给出引用的模型“{each['namespace']}”")
        self._types: dict[tuple[str, str], Type] = {}
        self._open: set[tuple[str, str]] = set()

    @cached_property
    def inputs(self) -> Mapping[str, Type]:
        """The input data of all files by name, or what stands for them in a file of bare tables."""
        declared: dict[str, Type] = {}
        for source in reversed(self._all.values()):
            declared |= dict(self.variable(source, each) for each in source.elements.values() if each.tag == "inputData")
        if declared or not self._strict:
            return declared
        elements = [each for each in self.main.elements.values() if each.tag == "decision"]
        decided = {self.variable(self.main, element)[0] for element in elements}
        tables = [table for element in elements for table in element.all("decisionTable")]
        expressions = [clause.text() for table in tables for column in table.all("input") for clause in column.all("inputExpression")]
        return {text: ANY for text in expressions if text not in decided and _is_name(text)}

    def variable(self, source: Source, element: Element) -> tuple[str, Type]:
        """Return the name and type of the variable of an element; without a variable, the element's own name."""
        variable = element.find("variable")
        if variable is None:
            return element["name"], ANY
        return variable.get("name") or element["name"], self.type(source, variable.get("typeRef"), variable)

    def target(self, source: Source, reference: Element) -> tuple[Source, str]:
        """Return the file and the id of the element that a reference means."""
        namespace, _, name = reference["href"].rpartition("#")
        home = source if not namespace else self._all.get(namespace)
        wanted = {"requiredDecision": "decision", "requiredInput": "inputData"}.get(reference.tag)
        if home is None or name not in home.elements or wanted not in (None, home.elements[name].tag):
            raise reference.error(f"引用的元素“{reference['href'].lstrip('#')}”不存在")
        return home, name

    def type(self, source: Source, name: str | None, place: Element) -> Type:
        """Return the type of a reference, the model's own before the built-in ones."""
        if not name:
            return ANY
        home, plain = self._home(source, name)
        element = None if home is None else home.types.get(plain)
        if home is not None and element is not None:
            return self._item(home, plain, element, place)
        simple = simple_type(name)
        if simple is None:
            raise place.error(f"没有定义的数据类型“{name}”")
        return simple

    def _home(self, source: Source, name: str) -> tuple[Source | None, str]:
        """Return the file whose type a reference names, and the name that the type has there."""
        if name in source.types:
            return source, name
        for namespace, alias in source.aliases.items():
            plain = name.removeprefix(f"{alias}.") if alias else name
            home = self._all.get(namespace)
            if home is not None and plain in home.types and (plain != name or not alias):
                return home, plain
        return None, name

    def _item(self, source: Source, name: str, element: Element, place: Element) -> Type:
        key = source.namespace, name
        if key not in self._types:
            if key in self._open:
                raise place.error(f"没有定义的数据类型“{name}”")
            self._open.add(key)
            try:
                self._types[key] = self._definition(source, element)
            finally:
                self._open.discard(key)
        return self._types[key]

    def _definition(self, source: Source, element: Element) -> Type:
        if element.all("functionItem"):
            return Type("function")
        components = {part["name"]: self._definition(source, part) for part in element.all("itemComponent")}
        base = Type("context") if components else self.type(source, element.text("typeRef"), element)
        collection = element.get("isCollection") == "true"
        allowed, constraint = self._tests(element, "allowedValues"), self._tests(element, "typeConstraint")
        if collection and not base.collection and constraint is not None:
            # The allowed values are of the elements, the constraint is of the whole list.
            items = Type(base.kind, base.integer, collection=True, allowed=allowed or base.allowed, components=components, base=base.base)
            return Type(allowed=constraint, base=items)
        if base.collection:
            return Type(collection=collection, allowed=constraint or allowed, base=base)
        return Type(base.kind, base.integer, collection, constraint or allowed or base.allowed, components or base.components, base.base)

    def _tests(self, element: Element, tag: str) -> UnaryTests | None:
        found = element.find(tag)
        if found is None or not found.text():
            return None
        return read_feel(found, compile_unary_tests, Frame({}, {}, Language(strict=self._strict)))

    def language(self, source: Source) -> Language:
        """Return what the expressions of a file may take for granted: its types, and the entries of contexts."""
        types: dict[str, FeelType] = dict(SIMPLE)
        for namespace, alias in ((source.namespace, ""), *source.aliases.items()):
            home = self._all.get(namespace)
            if home is not None:
                types |= {f"{alias}.{name}" if alias else name: self._item(home, name, each, each).feel for name, each in home.types.items()}
        return Language(strict=self._strict, types=types, properties=self._properties)

    @cached_property
    def _properties(self) -> frozenset[str]:
        parts = (part["name"] for source in self._all.values() for item in source.types.values() for part in _parts(item))
        return frozenset([*parts, *(name_of(element) for source in self._all.values() for element in source.elements.values())])


def name_of(element: Element) -> str:
    """Return the name that the result of an element has."""
    variable = element.find("variable")
    return (variable.get("name") if variable is not None else None) or element["name"]


def _source(root: Element, *, main: bool, strict: bool) -> Source:
    aliases = {each["namespace"]: each.get("name") or "" for each in root.all("import") if (each.get("importType") or _MODEL).endswith(_MODEL)}
    elements: dict[str, Element] = {}
    for element in root.content():
        if element.tag in _ELEMENTS:
            name = element["id"] if strict else element.get("id") or element["name"]
            if name in elements:
                raise element.error("标识重复")
            elements[name] = element
    types = {element["name"]: element for element in root.all("itemDefinition")}
    return Source(root, root.get("namespace") or "", main, aliases, types, elements)


def _parts(element: Element) -> Iterable[Element]:
    for part in element.all("itemComponent"):
        yield part
        yield from _parts(part)


def _is_name(text: str) -> bool:
    return _WORDS.fullmatch(text) is not None and _KEYWORDS.isdisjoint(text.split())
