"""Cases (一致性用例): reads the cases of a DMN Technology Compatibility Kit and compares answers with what they expect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from lxml import etree

from engine.feel import kind
from engine.feel.temporal import temporal

TOLERANCE = Decimal("1e-8")
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_NUMBERS = frozenset({"decimal", "double", "integer", "int", "long", "float"})


@dataclass(frozen=True, slots=True)
class Case:
    """One case: a model with those beside it, the decision or service asked, its inputs, and the expected value or error."""

    folder: str
    id: str
    model: Path
    others: tuple[Path, ...]
    kind: str
    target: str
    decision: str
    inputs: Mapping[str, object]
    expected: object
    fails: bool

    @property
    def flavour(self) -> str:
        """What kind of answer is expected: only the rate of `value` cases cannot be had by answering null to everything."""
        return "error" if self.fails else "null" if self.expected is None else "value"


def read_cases(level: Path) -> Iterator[Case]:
    """Yield the cases below the folder of one compliance level."""
    for file in sorted(level.glob("*/*.xml")):
        root = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        if etree.QName(root).localname != "testCases":
            continue
        model = file.parent / (_child_text(root, "modelName") or "").strip()
        others = tuple(path for path in sorted(file.parent.glob("*.dmn")) if path != model)
        for case in _children(root, "testCase"):
            inputs = {node.get("name", ""): _value(node) for node in _children(case, "inputNode")}
            for result in _children(case, "resultNode"):
                expected = next(iter(_children(result, "expected")), None)
                yield Case(
                    folder=file.parent.name,
                    id=case.get("id", ""),
                    model=model,
                    others=others,
                    kind=case.get("type", "decision"),
                    target=str(case.get("invocableName") or result.get("name") or ""),
                    decision=result.get("name", ""),
                    inputs=inputs,
                    expected=None if expected is None else _value(expected),
                    fails=result.get("errorResult") == "true",
                )


def same(expected: object, found: object) -> bool:
    """Tell whether an answer is the expected one, numbers within the tolerance of the kit."""
    if isinstance(expected, Decimal) and isinstance(found, Decimal):
        return abs(expected - found) < TOLERANCE
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(same(left, right) for left, right in zip(expected, found, strict=True))
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(same(part, found[name]) for name, part in expected.items())
    return kind(expected) == kind(found) and expected == found


def _children(node: etree._Element, tag: str) -> list[etree._Element]:
    return [child for child in node.iterchildren("*") if etree.QName(child).localname == tag]


def _child_text(node: etree._Element, tag: str) -> str | None:
    found = _children(node, tag)
    return found[0].text if found else None


def _value(node: etree._Element) -> object:
    components, lists, values = (_children(node, tag) for tag in ("component", "list", "value"))
    if components:
        return {part.get("name", ""): _value(part) for part in components}
    if lists:
        return None if lists[0].get(f"{_XSI}nil") == "true" else [_value(item) for item in _children(lists[0], "item")]
    if not values or values[0].get(f"{_XSI}nil") == "true":
        return None
    return _simple(values[0].get(f"{_XSI}type", "xsd:string").rpartition(":")[2], values[0].text or "")


def _simple(type_name: str, text: str) -> object:
    if type_name in _NUMBERS:
        return Decimal(text.strip())
    if type_name == "boolean":
        return text.strip() in ("true", "1")
    if type_name in ("date", "time", "dateTime", "duration"):
        return temporal(text.strip())
    return text
