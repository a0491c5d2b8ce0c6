from engine.rules.demolition import DEMOLITION
from engine.rules.sanction import performance


def test_a_demolition_has_its_own_term_and_other_kinds_take_effect_with_the_service() -> None:
    assert performance((f"{DEMOLITION}：限你单位于2026年8月20日前自行拆除楼顶加建的一层",), "你单位").startswith("你单位应当在上述期限内自行拆除")
    assert performance(("给予警告", "责令停业整治"), "你") == "给予警告；责令停业整治：自本决定书送达之日起执行。"
    assert performance((), "你") == ""
