"""The standard (DMN 1.5): what its tables say of built-in functions and semantics, each line an expression and its value."""

from pathlib import Path

import pytest

from engine.dmn import DecisionError, evaluate, read_model
from engine.feel import Scope, compile_expression
from tests.engine.dmn.drawing import NAMESPACE, data, literal, model

LINES = [line for line in Path(__file__).with_name("specification.txt").read_text(encoding="utf-8").splitlines() if " => " in line]

BOXED = {
    "context": (
        "<context><contextEntry><variable name='a'/>«1»</contextEntry><contextEntry>«a + 1»</contextEntry></context>",
        "2",
    ),
    "list": ("<list>«1»«2»</list>", "[1, 2]"),
    "relation": ("<relation><column name='x'/><column name='y'/><row>«1»«2»</row></relation>", "[{x: 1, y: 2}]"),
    "conditional": ("<conditional><if>«null»</if><then>«1»</then><else>«2»</else></conditional>", "2"),
    "conditional of a text": ('<conditional><if>«"x"»</if><then>«1»</then><else>«2»</else></conditional>', "null"),
    "filter": ("<filter><in>«[1, 2, 3]»</in><match>«item > 1»</match></filter>", "[2, 3]"),
    "filter of contexts": ("<filter><in>«[{n: 1}, {n: 2}]»</in><match>«n = 2»</match></filter>", "[{n: 2}]"),
    "for": ("<for iteratorVariable='i'><in>«[1..3]»</in><return>«i * 2»</return></for>", "[2, 4, 6]"),
    "for with what is done": ("<for iteratorVariable='i'><in>«[1..3]»</in><return>«count(partial)»</return></for>", "[0, 1, 2]"),
    "every": ("<every iteratorVariable='i'><in>«[1, 2]»</in><satisfies>«i > 1»</satisfies></every>", "false"),
    "some": ("<some iteratorVariable='i'><in>«[1, 2]»</in><satisfies>«i > 1»</satisfies></some>", "true"),
    "invocation": (
        "<invocation>«double»<binding><parameter name='n'/>«21»</binding></invocation>",
        "42",
    ),
    "invocation with another name": ("<invocation>«double»<binding><parameter name='m'/>«21»</binding></invocation>", "null"),
}
DOUBLE = (
    '<businessKnowledgeModel id="k" name="double"><variable name="double"/><encapsulatedLogic><formalParameter name="n" typeRef="number"/>'
    "<literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>"
)


def value(text: str) -> object:
    """Return the value of an expression as the standard has it."""
    return evaluate(read_model(model(literal("d", "d", text)), file="d.dmn", strict=False), "d", {}).result


@pytest.mark.parametrize("line", LINES)
def test_the_standard_says(line: str) -> None:
    text, _, expected = line.partition(" => ")
    found, wanted = value(text), compile_expression(expected, []).run(Scope({}))
    assert (type(found), found) == (type(wanted), wanted)


def boxed(xml: str, type_ref: str = "Any") -> object:
    """Return the value of a boxed expression; what stands in guillemets is a literal expression."""
    inside = xml.replace("«", "<literalExpression><text><![CDATA[").replace("»", "]]></text></literalExpression>")
    needs = '<knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>'
    decision = f'<decision id="d" name="d"><variable name="d" typeRef="{type_ref}"/>{needs}{inside}</decision>'
    return evaluate(read_model(model(DOUBLE, decision), file="d.dmn", strict=False), "d", {}).result


@pytest.mark.parametrize("name", BOXED)
def test_boxes(name: str) -> None:
    xml, expected = BOXED[name]
    assert boxed(xml) == compile_expression(expected, []).run(Scope({}))


@pytest.mark.parametrize(
    ("type_ref", "text", "expected"),
    [
        ("number", '"x"', "null"),
        ("number", "[1]", "1"),
        ("number", "[1, 2]", "null"),
        ("string", "null", "null"),
        ("dateTime", '@"2021-07-15"', '@"2021-07-15T00:00:00Z"'),
        ("date", '@"2021-07-15T00:00:00"', "null"),
    ],
)
def test_results_are_made_to_fit_their_type_or_are_null(type_ref: str, text: str, expected: str) -> None:
    assert boxed(f"«{text}»", type_ref) == compile_expression(expected, []).run(Scope({}))


@pytest.mark.parametrize(("given", "expected"), [([5], 6), ("x", None), ([1, 2], None)])
def test_inputs_are_made_to_fit_their_type_or_are_null(given: object, expected: int | None) -> None:
    needs = '<informationRequirement><requiredInput href="#input_a"/></informationRequirement>'
    xml = model(data("a"), literal("d", "d", "a + 1").replace("<literal", f"{needs}<literal"))
    assert evaluate(read_model(xml, file="d.dmn", strict=False), "d", {"a": given}).result == expected


def test_a_decision_service_takes_what_it_is_given_in_place_of_decisions() -> None:
    needs = '<informationRequirement><requiredDecision href="#half"/></informationRequirement>'
    whole = literal("whole", "whole", "half * 2").replace("<literal", f"{needs}<literal")
    service = '<decisionService id="s" name="s"><outputDecision href="#whole"/><inputDecision href="#half"/></decisionService>'
    found = read_model(model(literal("half", "half", "3"), whole, service), file="d.dmn", strict=False)
    assert found.invocables["s"]([compile_expression("5", []).run(Scope({}))]) == 10
    assert evaluate(found, "whole", {}).result == 6


def test_a_model_uses_what_it_imports_under_the_name_that_it_gives() -> None:
    other = model(DOUBLE, literal("n", "n", "4")).replace(b'namespace="x"', b'namespace="other"')
    needs = '<informationRequirement><requiredDecision href="other#n"/></informationRequirement>'
    needs += '<knowledgeRequirement><requiredKnowledge href="other#k"/></knowledgeRequirement>'
    decision = literal("d", "d", "o.double(o.n)").replace("<literal", f"{needs}<literal")
    main = model(f'<import name="o" namespace="other" importType="{NAMESPACE}"/>', decision)
    assert evaluate(read_model(main, file="d.dmn", imports={"o.dmn": other}, strict=False), "d", {}).result == 8


@pytest.mark.parametrize(
    "text",
    [
        "for i in 1..10 ** 9 return i",
        "some i in 1..10 ** 6000 satisfies i < 0",
        'for i in @"0001-01-01"..@"99999-01-01" return i',
        "for i in 1..300, j in 1..300, k in 1..300 return i",
        "{f: function(g, n) 1 + g(g, n - 1), r: f(f, 90000)}.r",
        'string join(for i in 1..2000 return "", string join(for i in 1..10000 return "xxxxxxxxxxxxxxxxxxxx"))',
        'for i in 1..10000 return replace(string(10 ** 6000), "0", string(10 ** 6000))',
        "string(for i in 1..40000 return 10 ** 6000)",
        'for i in 1..100000 return matches("aaaaaaaaaaaaaaaaaaaaaaab", "^(a|a)+$")',
        "{a: for i in 1..9000 return 1, b: [a, a, a, a, a, a, a, a, a, a, a, a]}",
    ],
)
def test_no_expression_eats_the_server(text: str) -> None:
    with pytest.raises(DecisionError):
        evaluate(read_model(model(literal("d", "d", text)), file="d.dmn"), "d", {})


def test_knowledge_that_calls_itself_ends() -> None:
    endless = DOUBLE.replace("n * 2", "double(n)")
    needs = '<knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>'
    xml = model(endless, literal("d", "d", "double(1)").replace("<literal", f"{needs}<literal"))
    found = read_model(xml, file="d.dmn", strict=False)
    assert evaluate(found, "d", {}).result is None
