import pytest

from engine.errors import InvalidInputError, LawError
from engine.rules.service import check_announcement, check_witnesses


@pytest.mark.parametrize("named", ["赵敏、王强", "赵敏（湖滨社区）；王强（湖滨社区）", "赵敏\n王强\n李娜"])
def test_two_saw_what_was_left_behind(named: str) -> None:
    check_witnesses(named, 2)


@pytest.mark.parametrize("named", ["", "赵敏", "赵敏、", "、；\n"])
def test_one_is_not_two(named: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        check_witnesses(named, 2)
    assert "不少于2人" in refused.value.fields["witness"][0]


def test_an_announcement_comes_last() -> None:
    check_announcement(["direct", "mail"], 2)
    for tried in ((), ("direct",), ("direct", "direct"), ("direct", "announcement")):
        with pytest.raises(LawError) as refused:
            check_announcement(tried, 2)
        assert (refused.value.code, refused.value.basis) == ("not_served", "民事诉讼法 95")
