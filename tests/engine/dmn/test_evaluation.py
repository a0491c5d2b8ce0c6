"""Evaluation: hit policies, required decisions, and what is refused instead of passed over."""

from decimal import Decimal

import pytest

from engine.dmn import DecisionError, Outcome, evaluate, read_model
from tests.engine.dmn.drawing import Column, Drawn, data, literal, model

N = Column("n")


def outcome(decision: Drawn | str, **values: object) -> Outcome:
    read = read_model(model(decision), file="a")
    return evaluate(read, next(iter(read.decisions)), values)


def table(policy: str, *rows: tuple[str, ...], aggregation: str = "", values: str = "", default: str = "", **changes: object) -> Drawn:
    return Drawn([N], [Column("r", "string" if values else "Any", values, default)], rows, policy=policy, aggregation=aggregation)


def test_one_hit_is_a_dict_of_outputs() -> None:
    tier = Drawn(
        [Column("面积"), Column("情节", "string")],
        [Column("档", "string"), Column("上限")],
        [("(0..10]", '"轻微", "一般"', '"一"', "1000", "第 3 条"), ("> 10", "-", '"二"', "面积 * 100", "第 4 条")],
        annotations=["依据"],
    )
    found = outcome(tier, 面积=Decimal("20.5"), 情节=None)
    assert found.value == found.result == {"档": "二", "上限": Decimal(2050)}
    assert found.inputs == {"面积": Decimal("20.5"), "情节": None}
    (hit,) = found.hits
    assert (hit.rule, hit.index, hit.conditions, hit.annotations) == ("r2", 2, {"面积": "> 10", "情节": "-"}, {"依据": "第 4 条"})
    assert outcome(tier, 面积=10, 情节="一般").value == {"档": "一", "上限": 1000}


def test_nothing_matched_is_none() -> None:
    found = outcome(table("UNIQUE", ("1", '"a"')), n=2)
    assert (found.value, found.result, found.hits) == (None, None, ())


@pytest.mark.parametrize("policy", ["UNIQUE", "FIRST", "ANY", "PRIORITY"])
def test_nothing_matched_gives_the_defaults(policy: str) -> None:
    found = outcome(table(policy, ("1", '"a"'), values='"a", "其他"', default='"其他"'), n=2)
    assert (found.value, found.hits) == ({"r": "其他"}, ())


def test_nothing_collected_gives_a_list_of_the_defaults() -> None:
    assert outcome(table("COLLECT", ("1", '"a"'), default='"其他"'), n=2).value == [{"r": "其他"}]


TWO = (("> 1", '"a"'), ("> 2", '"b"'), ("> 3", '"c"'))


@pytest.mark.parametrize(
    ("policy", "values", "n", "value", "rules"),
    [
        ("UNIQUE", "", 2, {"r": "a"}, ["r1"]),
        ("FIRST", "", 5, {"r": "a"}, ["r1"]),
        ("PRIORITY", '"c", "b", "a"', 3, {"r": "b"}, ["r2", "r1"]),
        ("COLLECT", "", 3, [{"r": "a"}, {"r": "b"}], ["r1", "r2"]),
        ("RULE ORDER", "", 5, [{"r": "a"}, {"r": "b"}, {"r": "c"}], ["r1", "r2", "r3"]),
        ("OUTPUT ORDER", '"b", "c", "a"', 5, [{"r": "b"}, {"r": "c"}, {"r": "a"}], ["r2", "r3", "r1"]),
    ],
)
def test_hit_policies(policy: str, values: str, n: int, value: object, rules: list[str]) -> None:
    found = outcome(table(policy, *TWO, values=values), n=n)
    assert found.value == value
    assert [hit.rule for hit in found.hits] == rules


def test_a_second_match_in_a_unique_table_is_an_error() -> None:
    with pytest.raises(DecisionError, match=r"第 1 条（r1）、第 2 条（r2）") as refusal:
        outcome(table("UNIQUE", *TWO), n=3)
    assert refusal.value.decision == "档次"


def test_any_wants_the_same_outputs() -> None:
    assert outcome(table("ANY", ("> 1", "1.0"), ("> 2", "1")), n=3).value == {"r": 1}
    with pytest.raises(DecisionError, match="结果不同"):
        outcome(table("ANY", *TWO), n=3)


NUMBERS = (("> 1", "0.1"), ("> 2", "0.2"), ("> 3", "-5"))


@pytest.mark.parametrize(("aggregation", "value"), [("SUM", "-4.7"), ("MIN", "-5"), ("MAX", "0.2"), ("COUNT", "3")])
def test_aggregations(aggregation: str, value: str) -> None:
    found = outcome(table("COLLECT", *NUMBERS, aggregation=aggregation), n=5)
    assert found.value == found.result == Decimal(value)
    assert len(found.hits) == 3


def test_aggregations_of_nothing() -> None:
    assert outcome(table("COLLECT", *NUMBERS, aggregation="SUM"), n=0).value is None
    assert outcome(table("COLLECT", *NUMBERS, aggregation="COUNT"), n=0).value == 0


def test_an_aggregation_of_several_columns_is_a_number_for_each() -> None:
    factors = Drawn([N], [Column("L"), Column("A")], [("> 1", "-10", "5"), ("> 2", "-20", "0")], policy="COLLECT", aggregation="SUM")
    assert outcome(factors, n=3).value == {"L": -30, "A": 5}


def test_an_aggregation_wants_numbers() -> None:
    with pytest.raises(DecisionError, match="不能聚合"):
        outcome(table("COLLECT", *TWO, aggregation="SUM"), n=3)


@pytest.mark.parametrize(
    ("column", "value", "word"),
    [
        (Column("n"), "5", "应为数值，实为字符串"),
        (Column("n"), True, "应为数值，实为布尔值"),
        (Column("n", "string"), 5, "应为字符串，实为数值"),
        (Column("n", "integer"), Decimal("1.5"), "应为整数"),
        (Column("n", "number", ">= 0"), -1, "不在允许的取值"),
        (Column("n", "string", '"a", "b"'), "c", "不在允许的取值"),
        (Column("n"), 1.5, "float"),
    ],
)
def test_a_wrong_input_is_refused_and_not_passed_over(column: Column, value: object, word: str) -> None:
    with pytest.raises(DecisionError, match=word):
        outcome(Drawn([column], [Column("r")], [("-", "1")]), n=value)


def test_a_missing_input_is_refused() -> None:
    with pytest.raises(DecisionError, match="缺少输入“n”"):
        outcome(table("UNIQUE", *TWO))


def test_an_unknown_decision_is_refused() -> None:
    with pytest.raises(DecisionError, match="没有这个决策"):
        evaluate(read_model(model(literal("d", "x", "1")), file="a"), "e", {})


@pytest.mark.parametrize("output", [Column("r"), Column("r", "string", '"a"')])
def test_a_wrong_output_is_refused(output: Column) -> None:
    with pytest.raises(DecisionError, match="规则 1 的输出“r”"):
        outcome(Drawn([N], [output], [("-", '"b"')]), n=1)


def test_none_matches_only_a_dash_and_null() -> None:
    rows = [("-", '"任意"'), ("null", '"空"'), ("not(1)", '"非一"'), ("< 5", '"小"'), ("not(null)", '"有"')]
    assert [hit.outputs["r"] for hit in outcome(table("COLLECT", *rows), n=None).hits] == ["任意", "空"]
    assert [hit.outputs["r"] for hit in outcome(table("COLLECT", *rows), n=3).hits] == ["任意", "非一", "小", "有"]


def test_required_decisions_are_made_once_and_seen_by_name() -> None:
    read = read_model(
        model(
            data("面积"),
            data("次数"),
            Drawn([Column("面积")], [Column("基数")], [("<= 10", "1000"), ("> 10", "2000")], id="base", name="基数"),
            Drawn([Column("次数")], [Column("轻"), Column("重")], [("-", "0", "次数 * 10")], id="factor", name="因素"),
            literal("amount", "金额", "基数 * (1 + 因素.重 / 100)", requires=["base", "factor"], type="number"),
            literal("guard", "结论", "if 金额 > 2000 then 基数 else 金额", requires=["amount", "base"]),
        ),
        file="a",
    )
    found = evaluate(read, "guard", {"面积": 20, "次数": 1, "多余": 1.5})
    assert found.value == 2000
    amount, base = found.required
    assert (amount.value, base.value, base.result) == (2200, {"基数": 2000}, 2000)
    assert amount.required[0] is base
    assert amount.inputs == {"基数": 2000, "因素": {"轻": 0, "重": 10}}


def test_a_literal_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(DecisionError, match="结果应为数值"):
        outcome(literal("d", "x", '"a"', type="number"))


def test_a_hostile_loop_is_a_decision_error() -> None:
    with pytest.raises(DecisionError, match="循环"):
        outcome(literal("d", "x", "for a in 1..10 ** 9 return a"))


def test_the_same_values_give_the_same_outcome() -> None:
    tier = table("COLLECT", *NUMBERS)
    assert outcome(tier, n=5) == outcome(tier, n=5)
