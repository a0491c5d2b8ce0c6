"""Reading models: what is declared is known, what is not supported is refused."""

from decimal import Decimal

import pytest

from engine.dmn import Aggregation, HitPolicy, Model, ModelError, evaluate, read_model
from tests.engine.dmn.drawing import Column, Drawn, data, literal, model


def read(*decisions: Drawn | str) -> Model:
    return read_model(model(*decisions), file="tier.dmn")


def refused(*decisions: Drawn | str) -> ModelError:
    with pytest.raises(ModelError) as refusal:
        read(*decisions)
    return refusal.value


TIER = Drawn(
    [Column("面积", "number", ">= 0"), Column("情节", "string", '"轻微", "严重"')],
    [Column("档", "string"), Column("上限")],
    [("< 10", '"轻微"', '"一"', "1000", "裁量基准第 3 条"), ("-", "", '"二"', "", "")],
    policy="FIRST",
    annotations=["依据"],
)


def test_a_table_is_read_whole() -> None:
    decision = read(TIER).decisions["tier"]
    assert (decision.id, decision.name, decision.hit_policy) == ("tier", "档次", HitPolicy.FIRST)
    assert [column.label for column in decision.inputs] == ["面积", "情节"]
    assert [output.name for output in decision.outputs] == ["档", "上限"]
    assert [(rule.id, rule.index) for rule in decision.rules] == [("r1", 1), ("r2", 2)]
    assert [cell.text for cell in decision.rules[0].conditions] == ["< 10", '"轻微"']
    assert decision.rules[1].tests == ()
    assert decision.rules[0].annotations == {"依据": "裁量基准第 3 条"}


def test_a_model_has_a_digest_of_its_bytes() -> None:
    assert len(read(TIER).digest) == 64
    assert read(TIER).digest != read(literal("d", "x", "1")).digest


def test_a_literal_expression_has_no_table() -> None:
    decision = read(literal("d", "x", "1")).decisions["d"]
    assert (decision.table, decision.hit_policy, decision.inputs, decision.outputs, decision.rules) == (None, None, (), (), ())


def test_the_needs_of_a_decision_are_those_of_all_it_requires() -> None:
    found = read(data("基数"), data("次数"), data("多余"), literal("a", "系数", "次数 + 1"), literal("b", "金额", "基数 * 系数", requires=["a"]))
    assert found.needs("b") == {"基数", "次数"}
    assert found.needs("a") == {"次数"}


def test_a_description_is_an_annotation() -> None:
    xml = model(TIER).replace(b'<rule id="r1">', '<rule id="r1"><description>首次免罚</description>'.encode())
    assert read_model(xml, file="a").decisions["tier"].rules[0].annotations == {"说明": "首次免罚", "依据": "裁量基准第 3 条"}


def test_a_rule_without_an_id_is_known_by_its_place() -> None:
    xml = model(TIER).replace(b' id="r2"', b"")
    assert read_model(xml, file="a").decisions["tier"].rules[1].id == "rule-2"


def test_aggregations_are_read() -> None:
    table = read(Drawn([Column("n")], [Column("r")], [], policy="COLLECT", aggregation="SUM")).decisions["tier"].table
    assert table is not None
    assert table.aggregation is Aggregation.SUM


def test_input_data_binds_the_names() -> None:
    assert "面积" in str(refused(data("次数"), Drawn([Column("面积")], [Column("r")], [])))
    assert read(data("面积"), Drawn([Column("面积 * 2")], [Column("r")], [])).needs("tier") == {"面积"}


def test_a_decision_sees_only_those_it_requires() -> None:
    assert "系数" in refused(literal("a", "系数", "1"), literal("b", "金额", "系数")).reason


def test_a_wrong_cell_is_refused_with_its_place() -> None:
    error = refused(Drawn([Column("n")], [Column("r")], [("1", "1"), ("> 5 and", "1")]))
    assert error.element == "r2"
    assert error.line == 3
    assert error.column == 5
    assert error.reason.startswith("FEEL 第 1 行第 5 列")


@pytest.mark.parametrize(
    ("decisions", "word"),
    [
        ((Drawn([Column("n")], [Column("r")], [], policy="LAST"),), "LAST"),
        ((Drawn([Column("n")], [Column("r")], [], policy="PRIORITY"),), "优先"),
        ((Drawn([Column("n")], [Column("r")], [], policy="OUTPUT ORDER"),), "优先"),
        ((Drawn([Column("n")], [Column("r", values="1, n")], [], policy="PRIORITY"),), "名称“n”"),
        ((Drawn([Column("n")], [Column("r")], [], aggregation="SUM"),), "SUM"),
        ((Drawn([Column("n")], [Column("r")], [], policy="COLLECT", aggregation="AVG"),), "AVG"),
        ((Drawn([Column("n")], [], []),), "输出列"),
        ((Drawn([Column("n")], [Column("r"), Column("r")], []),), "重复"),
        ((Drawn([Column("n"), Column("n")], [Column("r")], []),), "重复"),
        ((Drawn([Column("n", "money")], [Column("r")], []),), "money"),
        ((Drawn([Column("")], [Column("r")], []),), "空"),
        ((literal("d", "x", "1"), literal("d", "y", "2")), "重复"),
        ((literal("d", "x", "1", requires=["e"]),), "“e”"),
        ((literal("d", "x", "1", requires=["d"]),), "循环"),
        ((literal("d", "x", "1", requires=["e"]), literal("e", "y", "1", requires=["d"])), "循环"),
        (('<decision id="d" name="x"/>',), "没有决策表"),
        (('<decision id="d" name="x"><hologram/></decision>',), "hologram"),
        (('<decision id="d" name="x"><relation><column name="a"/><row/></relation></decision>',), "列数"),
        (('<decision id="d" name="x"><functionDefinition kind="Java"/></decision>',), "外部函数"),
        (("<decision name='x'/>",), "id"),
        (('<import namespace="y" name="z" importType="w"/>',), "“y”"),
        (('<businessKnowledgeModel id="b" name="f"/>', literal("d", "x", "f(1)")), "函数“f”"),
    ],
)
def test_what_is_not_supported_is_refused(decisions: tuple[Drawn | str, ...], word: str) -> None:
    assert word in refused(*decisions).reason


def test_a_rule_with_a_missing_cell_is_refused() -> None:
    xml = model(TIER).replace(b"<outputEntry><text>1000</text></outputEntry>", b"")
    with pytest.raises(ModelError, match="规则 1 的单元格数与列数不符"):
        read_model(xml, file="a")


def test_several_outputs_need_names() -> None:
    xml = model(TIER).replace('name="上限"'.encode(), b"")
    with pytest.raises(ModelError, match="名称"):
        read_model(xml, file="a")


def test_one_output_without_a_name_is_called_like_the_decision() -> None:
    xml = model(Drawn([Column("n")], [Column("r")], [("-", "1")])).replace(b' name="r"', b"")
    assert evaluate(read_model(xml, file="a"), "tier", {"n": 1}).value == {"档次": 1}


def test_another_expression_language_is_refused() -> None:
    xml = model(literal("d", "x", "1")).replace(b"<literalExpression>", b'<literalExpression expressionLanguage="python">')
    with pytest.raises(ModelError, match="python"):
        read_model(xml, file="a")


TYPES = """<itemDefinition name="情节"><typeRef>string</typeRef><allowedValues><text>"轻微", "严重"</text></allowedValues></itemDefinition>
<itemDefinition name="名单" isCollection="true"><typeRef>情节</typeRef></itemDefinition>
<itemDefinition name="人"><itemComponent name="年龄"><typeRef>number</typeRef></itemComponent></itemDefinition>"""


def test_types_of_the_models_own() -> None:
    found = read(TYPES, data("a", "情节"), data("b", "名单"), data("c", "人"), literal("d", "x", "c.年龄 > 18"))
    assert found.inputs["a"].objection("轻微") is None
    assert found.inputs["a"].objection("其他") == '不在允许的取值 "轻微", "严重" 之中'
    assert found.inputs["b"].objection(["轻微"]) is None
    assert found.inputs["b"].objection("轻微") == "应为列表"
    assert found.inputs["b"].objection(["其他"]) is not None
    assert found.inputs["c"].objection({"年龄": Decimal(1)}) is None
    assert found.inputs["c"].objection("张三") == "应为上下文，实为字符串"


def test_a_type_that_refers_to_itself_is_refused() -> None:
    assert "类型“t”" in refused('<itemDefinition name="t"><typeRef>t</typeRef></itemDefinition>', data("a", "t")).reason


KNOWLEDGE = """<businessKnowledgeModel id="k1" name="加重"><encapsulatedLogic><formalParameter name="基数"/><formalParameter name="次数"/>
<literalExpression><text>基数 * (1 + 次数 / 10)</text></literalExpression></encapsulatedLogic>{extra}</businessKnowledgeModel>"""
NEEDS_KNOWLEDGE = '<knowledgeRequirement><requiredKnowledge href="#k1"/></knowledgeRequirement>'


def test_business_knowledge_is_a_function() -> None:
    decision = literal("d", "x", "加重(1000, 2) + 加重(次数: 1, 基数: 10)").replace("<literal", f"{NEEDS_KNOWLEDGE}<literal")
    assert evaluate(read(KNOWLEDGE.format(extra=""), decision), "d", {}).value == 1211


def test_knowledge_that_requires_itself_is_refused() -> None:
    decision = literal("d", "x", "1").replace("<literal", f"{NEEDS_KNOWLEDGE}<literal")
    assert "循环" in refused(KNOWLEDGE.format(extra=NEEDS_KNOWLEDGE), decision).reason
