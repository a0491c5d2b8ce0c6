"""Editing (编辑决策表): rows, an expression, attributes written anew into a file, everything else left as it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from lxml import etree

from engine.dmn.document import read_document
from engine.dmn.error import ModelError

_QUOTED = re.compile(r'"[^"]*"')
_CELLS = ("inputEntry", "outputEntry", "annotationEntry")
_ATTRIBUTE = rb"""\s+%s\s*=\s*(?:"[^"]*"|'[^']*')"""
_START_TAG = re.compile(rb"<[^\s/>]+(?:%s)*\s*/?>" % (_ATTRIBUTE % rb"[^\s=/>]+"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The rows of a table as texts of cells: conditions, results and annotations under their heads."""

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    annotations: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """All heads from left to right."""
        return (*self.inputs, *self.outputs, *self.annotations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One decision of a model as it is written: a table, or the text of an expression; `policy` is the hit policy of the table.

    `texts` tells for each result column of a table whether its cells are nothing but texts in quotes.
    """

    id: str
    name: str
    description: str
    grid: Grid | None = None
    policy: str = ""
    texts: tuple[bool, ...] = ()
    text: str | None = None


def read_sheets(xml: bytes, *, file: str) -> tuple[Sheet, ...]:
    """Return the decisions of a model in the order of the file, those left out that are neither table nor expression."""
    return tuple(sheet for node in parsed(xml, file=file).findall("{*}decision") if (sheet := _sheet(node)) is not None)


def _sheet(node: etree._Element) -> Sheet | None:
    table, expression, told = node.find("{*}decisionTable"), node.find("{*}literalExpression"), node.find("{*}description")
    sheet = Sheet(id=str(node.get("id") or ""), name=str(node.get("name") or ""), description="" if told is None else (told.text or "").strip())
    if expression is not None:
        return replace(sheet, text=_text(expression))
    if table is None:
        return None
    grid = _grid(table)
    policy = " ".join(filter(None, (table.get("hitPolicy", "UNIQUE"), table.get("aggregation"))))
    first = len(grid.inputs)
    texts = tuple(
        all(_QUOTED.fullmatch(row[first + place]) for row in grid.rows) if grid.rows else head.get("typeRef") == "string"
        for place, head in enumerate(table.findall("{*}output"))
    )
    return replace(sheet, grid=grid, policy=policy, texts=texts)


def parsed(xml: bytes, *, file: str) -> etree._Element:
    """Return the tree of a file that `read_document` accepts; ModelError otherwise."""
    read_document(xml, file=file)
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))


def read_grid(xml: bytes, decision: str, *, file: str) -> Grid:
    """Return the rows of a decision's table as they are written; ModelError where there is none."""
    return _grid(_table(parsed(xml, file=file), decision, file))


def _grid(table: etree._Element) -> Grid:
    inputs = tuple(str(head.get("label") or "".join(map(str, head.itertext())).strip()) for head in table.findall("{*}input"))
    outputs = tuple(str(head.get("name") or "") for head in table.findall("{*}output"))
    annotations = tuple(str(head.get("name") or "") for head in table.findall("{*}annotation"))
    width = len(inputs) + len(outputs) + len(annotations)
    rows = [tuple(_text(cell) for kind in _CELLS for cell in rule.findall(f"{{*}}{kind}")) for rule in table.findall("{*}rule")]
    return Grid(inputs=inputs, outputs=outputs, annotations=annotations, rows=tuple((*row, *("",) * (width - len(row)))[:width] for row in rows))


def write_rows(xml: bytes, decision: str, rows: Sequence[Sequence[str]], *, file: str) -> bytes:
    """Return the file with other rows in a decision's table, the file itself where nothing changes; ModelError for a row of another length."""
    grid, root = read_grid(xml, decision, file=file), parsed(xml, file=file)
    if [list(row) for row in rows] == [list(row) for row in grid.rows]:
        return xml
    table = _table(root, decision, file)
    space = etree.QName(table).namespace
    for rule in table.findall("{*}rule"):
        table.remove(rule)
    kinds = [kind for kind, heads in zip(_CELLS, (grid.inputs, grid.outputs, grid.annotations), strict=True) for _ in heads]
    for number, row in enumerate(rows, 1):
        if len(row) != len(kinds):
            raise ModelError(f"第{number}行的单元格数与列数不符", file=file)
        rule = etree.SubElement(table, f"{{{space}}}rule", id=f"{decision}_rule_{number}")
        for place, (kind, text) in enumerate(zip(kinds, row, strict=True), 1):
            cell = etree.SubElement(rule, f"{{{space}}}{kind}")
            if kind != "annotationEntry":
                cell.set("id", f"{decision}_rule_{number}_cell_{place}")
            etree.SubElement(cell, f"{{{space}}}text").text = _written(text, file)
    etree.indent(root, space="  ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def read_text(xml: bytes, decision: str, *, file: str) -> str | None:
    """Return the literal expression of a decision as it is written, None where it has none."""
    found = _expression(parsed(xml, file=file), decision)
    return None if found is None else _text(found)


def write_text(xml: bytes, decision: str, text: str, *, file: str) -> bytes:
    """Return the file with another literal expression of a decision, the file itself where nothing changes; ModelError where it has none."""
    root = parsed(xml, file=file)
    found = _expression(root, decision)
    if found is None:
        raise ModelError(f"没有表达式“{decision}”", file=file)
    if _text(found) == text.strip():
        return xml
    inside = found.find("{*}text")
    inside = inside if inside is not None else etree.SubElement(found, f"{{{etree.QName(found).namespace}}}text")
    inside.text = _written(text.strip(), file)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def write_attributes(xml: bytes, namespace: str, prefix: str, values: Mapping[str, str | None], *, file: str) -> bytes:
    """Return the file with attributes of a namespace on its root; every other byte stays as it is.

    `None` takes an attribute away; `prefix` names the namespace where the file does not. Raises ModelError as `read_document` does.
    """
    root = parsed(xml, file=file)
    kept = {name: root.get(f"{{{namespace}}}{name}") for name in values}
    if kept == values:
        return xml
    begin, tag = _start_tag(xml, file)
    known = next((name for name, space in root.nsmap.items() if space == namespace and name), None)
    name = known or next(each for each in (prefix, *(f"{prefix}{number}" for number in range(len(root.nsmap) + 1))) if each not in root.nsmap)
    written, added = tag, "" if known else f' xmlns:{name}="{namespace}"'
    for key, value in values.items():
        attribute = "" if value is None else f" {name}:{key}={quoteattr(value)}"
        pattern = _ATTRIBUTE % re.escape(f"{name}:{key}".encode())
        written, found = re.subn(pattern, attribute.encode().replace(b"\\", rb"\\"), written)
        added += "" if found else attribute
    end = len(written) - (2 if written.endswith(b"/>") else 1)
    return xml[:begin] + written[:end].rstrip() + added.encode() + written[end:] + xml[begin + len(tag) :]


def _start_tag(xml: bytes, file: str) -> tuple[int, bytes]:
    """Return where the root begins, and its start tag as it is written."""
    places: list[int] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda *_: places.append(parser.CurrentByteIndex)
    parser.Parse(xml, True)
    found = _START_TAG.match(xml, places[0])
    if found is None:
        raise ModelError("读不出文件的根元素", file=file)
    return places[0], found[0]


def _expression(root: etree._Element, decision: str) -> etree._Element | None:
    found = next((each for each in root.findall("{*}decision") if each.get("id") == decision), None)
    return None if found is None else found.find("{*}literalExpression")


def _table(root: etree._Element, decision: str, file: str) -> etree._Element:
    found = next((each for each in root.findall("{*}decision") if each.get("id") == decision), None)
    table = None if found is None else found.find("{*}decisionTable")
    if table is None:
        raise ModelError(f"没有决策表“{decision}”", file=file)
    return table


def _text(cell: etree._Element) -> str:
    inside = cell.find("{*}text")
    return "" if inside is None else (inside.text or "").strip()


def _written(text: str, file: str) -> str:
    try:
        etree.Element("text").text = text
    except ValueError:
        raise ModelError("单元格中有不能写进文件的字符", file=file) from None
    return text
