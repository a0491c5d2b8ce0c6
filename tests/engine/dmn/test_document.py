"""Reading XML: hostile files are refused before any parser sees them, broken ones with their place."""

import pytest

from engine.dmn import ModelError, evaluate, read_model
from engine.dmn.document import SIZE_LIMIT
from tests.engine.dmn.drawing import NAMESPACE, Column, Drawn, literal, model

PLAIN = model(literal("d1", "结果", "1"))
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><definitions>&b;</definitions>"""


def refused(xml: bytes) -> ModelError:
    with pytest.raises(ModelError) as refusal:
        read_model(xml, file="tier.dmn")
    assert refusal.value.file == "tier.dmn"
    assert "tier.dmn" in str(refusal.value)
    return refusal.value


@pytest.mark.parametrize(
    ("xml", "word"),
    [
        (b"", "XML"),
        (b"<a", "XML"),
        (b"\xff\xfe<\x00a\x00", "UTF-8"),
        ('<?xml version="1.0" encoding="UTF-16"?><definitions/>'.encode("utf-16"), "UTF-8"),
        (b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE', "UTF-8"),
        (b"\xef\xbb\xbf<?xml version='1.0' encoding='gbk'?><definitions/>", "UTF-8"),
        (BOMB, "DOCTYPE"),
        (b'<!DOCTYPE definitions SYSTEM "http://127.0.0.1/x.dtd"><definitions/>', "DOCTYPE"),
        (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><definitions>&e;</definitions>', "DOCTYPE"),
        (b"<definitions/>", "DMN"),
        (f'<bpmn xmlns="{NAMESPACE}"/>'.encode(), "DMN"),
        (model(namespace="http://www.omg.org/spec/DMN/20151101/dmn.xsd"), "DMN"),
        (b" " * (SIZE_LIMIT + 1), "字节"),
        (b"<a>" * 5000, "XML"),
        (model("&undefined;"), "XML"),
        (model("\udcff".encode("utf-8", "surrogateescape").decode("latin-1")).replace("ÿ".encode(), b"\xff"), "XML"),
    ],
)
def test_a_hostile_or_broken_file_is_refused(xml: bytes, word: str) -> None:
    assert word in refused(xml).reason


@pytest.mark.parametrize("year", ["20191111", "20211108", "20230324"])
def test_the_three_namespaces_are_read(year: str) -> None:
    assert (
        read_model(model(literal("d1", "结果", "1"), namespace=f"https://www.omg.org/spec/DMN/{year}/MODEL/"), file="a").decisions["d1"].name
        == "结果"
    )


def test_a_byte_order_mark_is_no_harm() -> None:
    assert "d1" in read_model(b"\xef\xbb\xbf" + PLAIN, file="a").decisions


def test_comments_do_not_cut_a_cell_in_two() -> None:
    drawn = Drawn([Column("n")], [Column("r")], [("> 10", "1")])
    read = read_model(model(drawn).replace(b"&gt; 10", b"&gt; 1<!-- not the end -->0"), file="a")
    assert read.decisions["tier"].rules[0].conditions[0].text == "> 10"
    assert evaluate(read, "tier", {"n": 5}).value is None


def test_elements_in_a_cell_are_refused() -> None:
    xml = model(literal("d1", "结果", "1")).replace(b"<text>1</text>", b"<text>1<b xmlns='y'/>0</text>")
    assert "其他元素" in refused(xml).reason


def test_extensions_of_other_tools_are_passed_over() -> None:
    xml = PLAIN.replace(b"<literalExpression>", b'<extensionElements><x:a xmlns:x="y"/></extensionElements><x:b xmlns:x="y"/><literalExpression>')
    assert evaluate(read_model(xml, file="a"), "d1", {}).value == 1


def test_an_error_knows_its_element_and_line() -> None:
    error = refused(PLAIN.replace(b"<literalExpression>", b"\n\n<hologram id='i1'/><literalExpression>"))
    assert (error.element, error.line) == ("i1", 4)
    assert str(error) == "tier.dmn 第 4 行（i1）：不支持 <hologram>"
