"""Model files (流程文件): BPMN read without entities, without network and within a size limit."""

from lxml import etree

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI"
CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
NAMESPACES = {"bpmn": MODEL, "bpmndi": DIAGRAM, "camunda": CAMUNDA}
SIZE_LIMIT = 1_000_000
"""Bytes of one model file; the largest process drawn so far has a tenth of it."""


class ModelError(Exception):
    """A process model is refused.

    Attributes:
        file: the name of the file.
        element: the id of the element that is at fault; the file's name where no element is.
        reason: why, in Chinese.
    """

    def __init__(self, file: str, element: str, reason: str) -> None:
        super().__init__(f"{file}: {element}: {reason}")
        self.file = file
        self.element = element
        self.reason = reason


def read_xml(file: str, content: bytes) -> etree._Element:
    """Return the root element of a model file.

    A document type is refused before anything is parsed, because it is where entities are declared; the text is UTF-8 whatever
    the file claims, so that no encoding hides it. Comments and processing instructions are left out.

    Raises:
        ModelError: too large, not UTF-8, a document type, not well-formed, or not BPMN.
    """
    if len(content) > SIZE_LIMIT:
        raise ModelError(file, file, f"文件超过 {SIZE_LIMIT} 字节")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise ModelError(file, file, "文件不是 UTF-8 编码") from None
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise ModelError(file, file, "禁止 DOCTYPE 和实体声明")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ModelError(file, file, f"XML 无法解析：{error.msg}") from None
    if root.tag != f"{{{MODEL}}}definitions":
        raise ModelError(file, file, "不是 BPMN 2.0 文件")
    return root


def local_name(element: etree._Element) -> str:
    """Return the tag of an element without its namespace."""
    return etree.QName(element).localname


def camunda(element: etree._Element, name: str) -> str | None:
    """Return a Camunda attribute of an element, or None where it is absent or empty."""
    return element.get(f"{{{CAMUNDA}}}{name}") or None


def inputs(element: etree._Element) -> dict[str, str]:
    """Return the input parameters of a service task: names and literal texts."""
    found = element.iterfind("bpmn:extensionElements/camunda:inputOutput/camunda:inputParameter", NAMESPACES)
    return {parameter.get("name") or "": (parameter.text or "").strip() for parameter in found}


def properties(element: etree._Element) -> dict[str, str]:
    """Return the Camunda properties of an element: names and literal texts."""
    found = element.iterfind("bpmn:extensionElements/camunda:properties/camunda:property", NAMESPACES)
    return {part.get("name") or "": (part.get("value") or "").strip() for part in found}


def message_of(definition: etree._Element) -> str | None:
    """Return the name of the message that an event definition refers to, or None where there is none."""
    messages = definition.getroottree().getroot().iterfind("bpmn:message", NAMESPACES)
    return next((part.get("name") or None for part in messages if part.get("id") == definition.get("messageRef")), None)
