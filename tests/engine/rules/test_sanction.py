import pytest

from engine.errors import InvalidInputError
from engine.rules.demolition import DEMOLITION
from engine.rules.sanction import check_approval, clauses, performance
from tests.engine.law.published import CAUSES

CITY = "江川市人民政府（江政复〔2026〕18号）"


@pytest.mark.parametrize(
    ("kinds", "approval", "said"),
    [
        (("没收烧烤工具", "没收违法所得", "罚款"), "", ()),
        (("警告", "罚款"), "", ("给予警告",)),
        (("责令关闭", "罚款"), "", ("责令关闭",)),
        (("罚款", "责令停业"), CITY, (f"经{CITY}批准，责令停业",)),
    ],
)
def test_each_kind_that_is_no_money_has_its_clause(kinds: tuple[str, ...], approval: str, said: tuple[str, ...]) -> None:
    basis = CAUSES.limb("JC16", "closing").bases[0]
    assert clauses(kinds, basis, "立即改正违法行为", approval) == said


def test_a_closure_waits_for_the_government_and_nothing_else_does() -> None:
    closing, refusing = (CAUSES.limb("JC16", key) for key in ("closing", "refusing"))
    check_approval(closing, CITY, "生态环境法典 1189")
    check_approval(refusing, "", "生态环境法典 1189")
    for limb, approval, reason in ((closing, " ", "须报经有批准权的人民政府批准"), (refusing, CITY, "不需要报经批准")):
        with pytest.raises(InvalidInputError) as refused:
            check_approval(limb, approval, "生态环境法典 1189")
        assert reason in refused.value.fields["approval"][0]
        assert "生态环境法典 1189" in refused.value.fields["approval"][0]


def test_a_demolition_has_its_own_term_and_other_kinds_take_effect_with_the_service() -> None:
    assert performance((f"{DEMOLITION}：限你单位于2026年8月20日前自行拆除楼顶加建的一层",), "你单位").startswith("你单位应当在上述期限内自行拆除")
    assert performance(("给予警告", "责令停业整治"), "你") == "给予警告；责令停业整治：自本决定书送达之日起执行。"
    assert performance((), "你") == ""
