"""What a model said, step by step, in words."""

from datetime import date

from tests.engine.rules.facts import PURIFIER, assessed
from web.outcome import plainly, steps


def told(code: str, **changes: object) -> list[tuple[str, str, str]]:
    """Return name, place and result of every step of the runs with a code."""
    found = assessed(**changes)
    return [(step.name, step.place, step.result) for run in found.runs if run.code == code for step in steps(run.outcome)]


def test_old_and_new_law_are_shown_before_what_follows_from_them() -> None:
    (old, place, first), (new, _, second), *compared = told("D0", act_end=date(2026, 8, 14))
    assert (old, place, new) == ("行为时的规定", "算出", "决定时的规定")
    assert "条款 大气污染防治法第一百一十八条第一款，施行 2018-10-26，失效 2026-08-14，罚款下限 5,000，罚款上限 50,000，处罚种类 罚款" in first
    assert "失效" not in second
    assert compared == [("新旧轻重", "第7行", "相同"), ("适用的规定", "第5行", "行为时的规定，大气污染防治法第一百一十八条第一款")]


def test_rows_say_why_and_under_which_condition() -> None:
    counted = [step for run in assessed(factors=(PURIFIER,)).runs if run.code == "D3" for step in steps(run.outcome)]
    assert (counted[0].result, counted[0].why) == ("1", "主动消除或者减轻违法行为危害后果，行政处罚法 32(1)")
    assert counted[0].conditions == (("主动消除或者减轻违法行为危害后果", "是"),)
    assert (counted[1].place, counted[1].result) == ("没有命中", "")


def test_values_are_read_as_people_do() -> None:
    assert plainly({"条款": "x", "失效": None, "种类": ["罚款", "没收"], "须先责令改正": False}) == "条款 x，种类 罚款、没收，须先责令改正 否"


def test_keys_of_the_rules_are_said_in_words() -> None:
    assert plainly([{"去向": "publish"}, {"去向": "credit_push"}]) == "去向 应当公示、去向 推送信用平台"


def test_only_places_of_the_law_are_spelled() -> None:
    assert plainly({"罚款下限": "0", "罚款上限": "50000", "条款": "城市绿化条例 27"}) == "罚款下限 0，罚款上限 50,000，条款 城市绿化条例第二十七条"
