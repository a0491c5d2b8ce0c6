"""Every template declares in front what it must say, and says it."""

import re
from pathlib import Path

import pytest
from jinja2 import nodes

from engine.rules.document import DOCUMENTS, DocumentType
from engine.rules.document.facts import statements
from printing.press import TEMPLATES, environment

SHARED = {"layout.html", "part.html"}


def declaration(template: Path) -> dict[str, str]:
    found = re.match(r"\{#\n(.*?)\n#\}", template.read_text(encoding="utf-8"), re.DOTALL)
    assert found, template.name
    return dict(line.split(": ", 1) for line in found[1].splitlines())


def fields_used(name: str) -> set[str]:
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    tree = environment().parse(source)
    return {node.attr for node in tree.find_all(nodes.Getattr) if isinstance(node.node, nodes.Name) and node.node.name == "facts"}


@pytest.mark.parametrize("document", list(DOCUMENTS.values()), ids=list(DOCUMENTS))
def test_the_declaration_agrees_with_the_register(document: DocumentType) -> None:
    declared = declaration(TEMPLATES / document.template)
    assert (declared["code"], declared["title"], int(declared["copies"])) == (document.code, document.title, document.copies)
    assert set(declared["states"].split()) == set(statements(document.facts)) - ({"number"} if document.number_word is None else set())


@pytest.mark.parametrize("document", list(DOCUMENTS.values()), ids=list(DOCUMENTS))
def test_every_mandatory_content_has_its_place_in_the_template(document: DocumentType) -> None:
    used = fields_used(document.template).union(*(fields_used(name) for name in SHARED))
    unused = set(declaration(TEMPLATES / document.template)["states"].split()) - used
    assert {name for name in unused if f"{name}_text" not in used} == set()


def test_every_template_belongs_to_a_document() -> None:
    assert {path.name for path in TEMPLATES.glob("*.html")} == {document.template for document in DOCUMENTS.values()} | SHARED


def test_no_template_marks_anything_as_safe() -> None:
    for path in TEMPLATES.glob("*.html"):
        assert "|safe" not in path.read_text(encoding="utf-8").replace(" ", "")


def test_no_template_leaves_a_role_empty_before_it_names_the_party() -> None:
    """Who is asked for is said in the line of the name: `part.party("被申请人")`."""
    empty = [path.name for path in TEMPLATES.glob("*.html") if re.search(r"：\s*</p>\s*\{\{ part\.party\(", path.read_text(encoding="utf-8"))]
    assert empty == []
