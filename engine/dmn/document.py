"""Document (模型文件): reads the XML of a model and refuses what could attack the reader."""

import re
from collections.abc import Iterator

from lxml import etree

from engine.dmn.error import ModelError
from engine.feel import FeelError

SIZE_LIMIT = 2_000_000
NAMESPACES = (
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
)
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_NO_CONTENT = frozenset({"description", "extensionElements"})


class Element:
    """An element of the model, which knows its file and its place for the sake of error messages."""

    def __init__(self, node: etree._Element, file: str) -> None:
        self._node = node
        self._file = file
        self.namespace, self.tag = etree.QName(node).namespace, etree.QName(node).localname

    def __getitem__(self, name: str) -> str:
        """Return an attribute that must be there."""
        found = self.get(name)
        if not found:
            raise self.error(f"<{self.tag}> 缺少属性 {name}")
        return found

    def get(self, name: str) -> str | None:
        """Return an attribute, else None."""
        found = self._node.get(name)
        return None if found is None else str(found)

    def all(self, tag: str) -> list["Element"]:
        """Return the children with a tag."""
        return [child for child in self.content() if child.tag == tag]

    def find(self, tag: str) -> "Element | None":
        """Return the only child with a tag, else None."""
        found = self.all(tag)
        if len(found) > 1:
            raise self.error(f"<{tag}> 出现了多次")
        return found[0] if found else None

    def content(self) -> Iterator["Element"]:
        """Yield the children that belong to DMN; extensions of other tools are not read."""
        for node in self._node.iterchildren("*"):
            child = Element(node, self._file)
            if child.namespace == self.namespace and child.tag not in _NO_CONTENT:
                yield child

    def only(self, *tags: str) -> None:
        """Refuse children with other tags: what is not understood must not be passed over."""
        for child in self.content():
            if child.tag not in tags:
                raise child.error(f"不支持 <{child.tag}>")

    def text(self, tag: str = "text") -> str:
        """Return the text of the only child with a tag, without the spaces around it; empty when there is none."""
        child = self.find(tag)
        if child is None:
            return ""
        return child.own_text()

    def own_text(self) -> str:
        """Return the text of this element; elements inside are refused, for they would cut the text in two."""
        if len(self._node):
            raise self.error(f"<{self.tag}> 中不能有其他元素")
        return (self._node.text or "").strip()

    def description(self) -> str:
        """Return the text of the description of the element, empty when there is none."""
        node = self._node.find(f"{{{self.namespace}}}description")
        return "" if node is None else (node.text or "").strip()

    def error(self, reason: str) -> ModelError:
        """Return the error for this element."""
        return ModelError(reason, file=self._file, element=self._nearest_id(), line=self._line())

    def feel_error(self, error: FeelError) -> ModelError:
        """Return the error for an expression in this element."""
        return ModelError(f"FEEL {error}", file=self._file, element=self._nearest_id(), line=self._line(), column=error.column)

    def _nearest_id(self) -> str:
        """Return the id of the element or of the nearest one around it that has one: a cell is found by its rule."""
        nodes = (self._node, *self._node.iterancestors())
        return next((str(node.get("id")) for node in nodes if node.get("id")), f"<{self.tag}>")

    def _line(self) -> int | None:
        line: object = self._node.sourceline
        return line if isinstance(line, int) else None


def read_document(xml: bytes, *, file: str) -> Element:
    """Return the `definitions` of a DMN 1.2 to 1.5 file in UTF-8.

    A document type is refused before any parser sees it, so that no entity is ever declared, expanded or fetched.
    """
    if len(xml) > SIZE_LIMIT:
        raise ModelError(f"文件超过 {SIZE_LIMIT} 字节", file=file)
    encoding = _ENCODING.match(xml)
    if b"\x00" in xml or (encoding is not None and encoding.group(1).lower() not in (b"utf-8", b"utf8")):
        raise ModelError("文件必须是 UTF-8 编码", file=file)
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise ModelError("文件不得含有 DOCTYPE 或实体声明", file=file)
    # Comments go, for one inside a cell would cut its text in two and silently lose the second half.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ModelError(f"不是有效的 XML：{error.msg}", file=file, line=error.lineno) from None
    element = Element(root, file)
    if element.tag != "definitions" or element.namespace not in NAMESPACES:
        raise element.error("不是 DMN 1.3、1.4 或 1.5 的模型")
    return element
