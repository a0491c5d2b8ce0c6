from dataclasses import replace

import pytest

from engine.queries.case_file import CaseFile, LinkedCase
from tests.course import drive
from tests.engine.citizen import citizen
from tests.office import Office


def links(office: Office, case: str, by: str) -> tuple[LinkedCase, ...]:
    """The links of a case as somebody sees them."""
    return office.house.engine.ask(CaseFile(case_id=case), office.actor(by)).links


def test_a_link_is_seen_from_both_cases(office: Office) -> None:
    first, second = drive(office, office.open(), "investigation"), office.open(party=citizen())
    number = office.file(first).case.number
    office.note(second, "case_link", other=number, kind="repeat", reason="去年同一地点。")
    here, there = links(office, second, "zhouyan")[0], links(office, first, "zhouyan")[0]
    assert (here.outward, here.other and here.other.id) == (True, first)
    assert (there.outward, there.other and there.other.id) == (False, second)
    assert office.file(second).timeline[-1].sentences == ("关联案件（同一当事人的前案）：去年同一地点。",)
    assert office.faults() == []


@pytest.mark.parametrize("wanted", ["江城管立字〔2026〕第9999号", "0" * 32, "'; DROP TABLE case --", "<b>"])
def test_a_case_of_another_district_looks_like_one_that_does_not_exist(office: Office, wanted: str) -> None:
    mine, other = office.open(), office.open(by="hechuan", party=citizen())
    for target in (wanted, other):
        with office.refusal("invalid_input", field="other"):
            office.note(mine, "case_link", other=target, kind="related")
    with office.refusal("not_found"):
        office.note(other, "case_link", other=mine, kind="related")


def test_of_the_other_end_nothing_is_told_beyond_reach(office: Office) -> None:
    mine, other = office.open(), office.open(by="wumin", party=citizen())
    office.note(mine, "case_link", other=other, kind="related")
    moved = replace(office.actor("zhouyan"), squad="donghu-2")
    seen = office.house.engine.ask(CaseFile(case_id=mine), moved).links
    assert [link.other for link in seen] == [None]
    assert [link.other is not None for link in links(office, mine, "zhouyan")] == [True]


def test_a_case_is_linked_once_in_a_way_and_never_to_itself(office: Office) -> None:
    first, second = office.open(), office.open(party=citizen())
    office.note(first, "case_link", other=second, kind="related")
    office.note(second, "case_link", other=first, kind="joint")
    for case, other in ((first, second), (second, first), (first, first)):
        with office.refusal("invalid_input", field="other"):
            office.note(case, "case_link", other=other, kind="related")
