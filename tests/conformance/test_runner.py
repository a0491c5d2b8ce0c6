"""The conformance runner: it passes what is right and, more important, fails what is wrong."""

from decimal import Decimal
from pathlib import Path

import pytest

from engine.feel import Date, Months
from tests.conformance.case import read_cases, same
from tests.conformance.runner import main, report
from tests.engine.dmn.drawing import data, literal, model

CASES = """<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<modelName>sum.dmn</modelName>
<testCase id="001"><inputNode name="a"><value xsi:type="xsd:decimal">1.5</value></inputNode>
<resultNode name="和"><expected><value xsi:type="xsd:decimal">{expected}</value></expected></resultNode></testCase>
<testCase id="002"><resultNode name="和"><expected><value xsi:nil="true"/></expected></resultNode></testCase>
<testCase id="003"><inputNode name="a"><value>x</value></inputNode><resultNode name="和" errorResult="true"/></testCase>
<testCase id="004"><inputNode name="a"><list><item><value xsi:type="xsd:date">2021-07-15</value></item><item>
<component name="b"><value xsi:type="xsd:boolean">true</value></component></item></list></inputNode></testCase>
</testCases>"""


NEEDS = '<informationRequirement><requiredInput href="#input_a"/></informationRequirement>'


def kit(folder: Path, expected: str) -> Path:
    case = folder / "level" / "0001-sum"
    case.mkdir(parents=True)
    (case / "sum.dmn").write_bytes(model(data("a"), literal("d", "和", "a + 1").replace("<literal", f"{NEEDS}<literal")))
    (case / "sum-test-01.xml").write_text(CASES.format(expected=expected), encoding="utf-8")
    return folder / "level"


def test_right_answers_pass(tmp_path: Path) -> None:
    total, good, failures = report(read_cases(kit(tmp_path, "2.5")))
    assert total == good == {"value": 1, "null": 1, "error": 1}
    assert failures == []


def test_a_wrong_answer_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(kit(tmp_path, "2.6"))]) == 1
    printed = capsys.readouterr().out
    assert "error 1/1, null 1/1, value 0/1" in printed
    assert "0001-sum 001 和: Decimal('2.6') but Decimal('2.5')" in printed


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        (Decimal(1), Decimal("1.0000001")),
        (Decimal(1), True),
        (Decimal(1), "1"),
        (None, False),
        (True, Decimal(1)),
        ([Decimal(1)], []),
        ({"a": None}, {}),
        (Date(2021, 7, 15), "2021-07-15"),
        (Months(1), Decimal(1)),
    ],
)
def test_the_comparison_has_teeth(expected: object, found: object) -> None:
    assert not same(expected, found)
    assert same(expected, expected)
