"""The navigation: everybody sees the places of the roles held, and a phone shows no more of them than a thumb can tell apart."""

import pytest

from web.navigation import AT_THUMB, PLACES, behind_more, places
from web.role import TITLES


@pytest.mark.parametrize(
    ("roles", "under_thumb"),
    [
        ({"officer"}, ["待办", "案件", "登记线索", "当场处罚"]),
        ({"head"}, ["待办", "案件", "日历", "查找"]),
        ({"officer", "publisher"}, ["待办", "案件", "登记线索", "当场处罚"]),
        ({"partner"}, ["协作请求", "公示"]),
        ({"security_admin"}, ["人员", "公示"]),
    ],
)
def test_a_phone_shows_first_what_the_role_does_most(roles: set[str], under_thumb: list[str]) -> None:
    seen = places(frozenset(roles))
    more = behind_more(seen)
    assert [place.name for place in seen if place not in more] == under_thumb
    assert len(under_thumb) + bool(more) <= AT_THUMB


@pytest.mark.parametrize("role", sorted(TITLES))
def test_every_role_begins_somewhere_and_no_place_is_nobodys(role: str) -> None:
    assert len(places(frozenset({role}))) >= 2
    assert {place.name for held in TITLES for place in places(frozenset({held}))} == {place.name for place in PLACES}
