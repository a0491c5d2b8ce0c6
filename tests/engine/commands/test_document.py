"""Documents: complete and printable before they take a number; numbers have no gap; the first paper is the paper."""

from dataclasses import replace

import pytest

from engine.actor import SYSTEM
from engine.commands.document import RecordRendering
from tests.course import do, drive, report
from tests.engine.citizen import citizen
from tests.engine.conftest import Reach
from tests.office import PARTY, Office


def numbers(office: Office, *cases: str) -> list[str]:
    """The numbers of the documents of cases that are for others, in order of issue."""
    return [paper.number for case in cases for paper in office.sent(case) if paper.number]


def last(office: Office) -> dict[str, int]:
    """The last number of every series."""
    with office.house.database.reading() as connection:
        return {row.id: row.last for row in connection.exec_driver_sql("SELECT id, last FROM number_series")}


def test_a_notice_to_a_party_without_address_is_refused_before_it_takes_a_number(office: Office) -> None:
    lacking = {name: value for name, value in PARTY.items() if name != "address"}
    case = drive(office, office.open(party=lacking), "notice")
    before = last(office)
    with office.refusal("incomplete_document"):
        do(office, case, "notice")
    assert (last(office), office.waiting(case)) == (before, ["notice"])
    other = drive(office, office.open(), "serve")
    assert numbers(office, other) == ["江城管罚告字〔2026〕第0001号"]


def test_a_character_that_no_font_has_is_refused_before_a_number_is_taken(office: Office) -> None:
    facts = "餐厅“\U0002ebe0记”排放油烟。"
    case = drive(office, office.open(), "notice", investigation_report=report("2026-09-14", facts=facts))
    before = last(office)
    with office.refusal("unprintable"):
        do(office, case, "notice")
    assert last(office) == before
    assert numbers(office, drive(office, office.open(), "serve")) == ["江城管罚告字〔2026〕第0001号"]


def test_refusals_burn_no_number_and_numbers_follow_each_other(office: Office) -> None:
    cases = [drive(office, office.open(), "decide") for _ in range(3)]
    for case in cases:
        for fine, code in (("60000", "above_statutory_maximum"), ("23000", "above_notified")):
            with office.refusal(code):
                do(office, case, "decide", fine=fine)
        do(office, case, "decide")
    assert [number for number in numbers(office, *cases) if "罚决" in number] == [f"江城管罚决字〔2026〕第000{n}号" for n in (1, 2, 3)]


def test_a_new_year_begins_a_new_series(reach: Reach) -> None:
    office, case = reach("decide")
    office.at("2027-01-04 09:00")
    do(office, case, "decide")
    assert "江城管罚决字〔2027〕第0001号" in numbers(office, case)


def test_the_paper_is_frozen_as_it_was_first_rendered(reach: Reach) -> None:
    office, case = reach("plea")
    paper = office.sent(case)[0]
    first, second = (office.house.files.put(content) for content in (b"%PDF-1", b"%PDF-2"))
    command = RecordRendering(case_id=case, document_id=paper.id, sha256=first, size=6)
    office.house.engine.execute(command, SYSTEM)
    before = office._entries()
    office.house.engine.execute(replace(command, sha256=second), SYSTEM)
    assert office._entries() == before
    assert office.sent(case)[0].pdf_sha256 == first
    for wrong in (replace(command, sha256="0" * 64), replace(command, document_id=office.open())):
        with office.refusal("not_found"):
            office.house.engine.execute(wrong, SYSTEM)
    assert office.faults() == []


@pytest.mark.parametrize("step", ["serve", "plea"])
def test_what_a_paper_says_is_frozen_with_its_digest(reach: Reach, step: str) -> None:
    office, case = reach(step)
    papers = office.file(case).documents
    assert all(paper.facts and paper.facts_digest and paper.token for paper in papers)
    assert len({paper.token for paper in papers}) == len(papers)


def test_a_notice_to_a_citizen_of_a_large_fine_names_the_hearing(office: Office) -> None:
    case = drive(office, office.open(party=citizen()), "serve")
    notice = office.sent(case)[0]
    assert "听证" in notice.title
    assert (notice.facts or {})["hearing"]["days"] == 5
