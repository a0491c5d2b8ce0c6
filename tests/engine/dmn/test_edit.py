"""Editing: what is not edited stays as it is, to the last byte."""

from pathlib import Path

import pytest
from lxml import etree

from engine.dmn import ModelError
from engine.dmn.edit import read_grid, read_text, write_attributes, write_rows, write_text

JC01 = (Path(__file__).resolve().parents[3] / "processes" / "discretion" / "JC01.dmn").read_bytes()
SPACE = "urn:seal"
SLIGHT = "初次违法 and 占用面积 <= 2 and 当场改正"


def small(attributes: str, inside: str = "/") -> bytes:
    return f'<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"{attributes}{inside}>'.encode()


def sealed(xml: bytes, **values: str | None) -> bytes:
    return write_attributes(xml, SPACE, "s", values, file="x.dmn")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (small(' id="a"'), small(' id="a" xmlns:s="urn:seal" s:of="1"')),
        (small(' xmlns:t="urn:seal" id="a>b"'), small(' xmlns:t="urn:seal" id="a>b" t:of="1"')),
        (small(' xmlns:s="urn:else" s:of="0"'), small(' xmlns:s="urn:else" s:of="0" xmlns:s0="urn:seal" s0:of="1"')),
        (small(' xmlns:s="urn:seal"  s:of = \'0\'\n id="a"'), small(' xmlns:s="urn:seal" s:of="1"\n id="a"')),
        (small(' xmlns:s="urn:seal" s:old="0"'), small(' xmlns:s="urn:seal" s:of="1"')),
    ],
)
def test_attributes_are_written_into_the_start_tag(before: bytes, after: bytes) -> None:
    found = sealed(before, of="1", old=None)
    assert found == after
    assert sealed(found, of="1", old=None) == found


@pytest.mark.parametrize("value", ['"', "'", "<&>", "\\1\\g<0>", "二"])
def test_every_value_is_read_back(value: str) -> None:
    for xml in (JC01, b"\xef\xbb\xbf" + JC01.replace(b"\n", b"\r\n"), b"<!-- <a> --><?p <b>?>" + small("")):
        found = sealed(sealed(xml, of="x"), of=value)
        assert etree.fromstring(found).get(f"{{{SPACE}}}of") == value
        assert found.endswith(xml[-20:] if len(xml) > 200 else b"/>")


@pytest.mark.parametrize("xml", [b"", b"<x/>", b"<!DOCTYPE x><x/>", small("", ""), b"\xff"])
def test_what_is_no_model_is_refused(xml: bytes) -> None:
    with pytest.raises(ModelError):
        sealed(xml, of="1")


def test_rows_and_texts_that_do_not_change_leave_the_file() -> None:
    grid = read_grid(JC01, "tier", file="x.dmn")
    assert write_rows(JC01, "tier", grid.rows, file="x.dmn") == JC01
    assert read_text(JC01, "slight", file="x.dmn") == SLIGHT
    assert write_text(JC01, "slight", SLIGHT, file="x.dmn") == JC01
    assert read_text(write_text(JC01, "slight", "当场改正", file="x.dmn"), "slight", file="x.dmn") == "当场改正"


def test_a_decision_without_an_expression_has_no_text() -> None:
    assert read_text(JC01, "tier", file="x.dmn") is None
    with pytest.raises(ModelError, match="没有表达式"):
        write_text(JC01, "tier", "1", file="x.dmn")
    with pytest.raises(ModelError, match="不能写进文件"):
        write_text(JC01, "slight", "\x00", file="x.dmn")
