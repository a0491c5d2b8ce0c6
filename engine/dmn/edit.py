"""Editing (编辑决策表): the rows of a table written anew into its file, everything else left as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from engine.dmn.document import read_document
from engine.dmn.error import ModelError

_CELLS = ("inputEntry", "outputEntry", "annotationEntry")


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


def parsed(xml: bytes, *, file: str) -> etree._Element:
    """Return the tree of a file that `read_document` accepts; ModelError otherwise."""
    read_document(xml, file=file)
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))


def read_grid(xml: bytes, decision: str, *, file: str) -> Grid:
    """Return the rows of a decision's table as they are written; ModelError where there is none."""
    table = _table(parsed(xml, file=file), decision, file)
    inputs = tuple(str(head.get("label") or "".join(map(str, head.itertext())).strip()) for head in table.findall("{*}input"))
    outputs = tuple(str(head.get("name") or "") for head in table.findall("{*}output"))
    annotations = tuple(str(head.get("name") or "") for head in table.findall("{*}annotation"))
    width = len(inputs) + len(outputs) + len(annotations)
    rows = [tuple(_text(cell) for kind in _CELLS for cell in rule.findall(f"{{*}}{kind}")) for rule in table.findall("{*}rule")]
    return Grid(inputs=inputs, outputs=outputs, annotations=annotations, rows=tuple((*row, *("",) * (width - len(row)))[:width] for row in rows))


def write_rows(xml: bytes, decision: str, rows: Sequence[Sequence[str]], *, file: str) -> bytes:
    """Return the file with other rows in a decision's table; ModelError for a row of another length."""
    grid, root = read_grid(xml, decision, file=file), parsed(xml, file=file)
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
