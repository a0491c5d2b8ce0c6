"""What the office writes for its own volume comes out of what was recorded; it stops nobody and tells nobody too much."""

from dataclasses import replace
from typing import Any

from engine.queries.document import OneDocument
from engine.rules.document import DOCUMENTS, missing, read
from tests.course import REVIEW_ITEMS, do, drive, report
from tests.engine.citizen import citizen
from tests.office import Office
from web.paper import pdf_of

INNER = {code for code, kind in DOCUMENTS.items() if kind.inner}


def papers(office: Office, case: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for paper in office.file(case).documents:
        found.setdefault(paper.code, []).append(paper.facts or {})
    return found


def test_every_step_leaves_its_paper_and_the_volume_lists_them(office: Office) -> None:
    case = office.open(discovered_on="2026-09-14")
    assert set(papers(office, case)) == {"D01"}
    drive(office, case, "case_filing")
    seen = {"D01", "D03-1"}
    assert set(papers(office, case)) == seen
    later = ("investigation", "D02"), ("legal_review", "D12"), ("review_proposal", "D13"), ("closing", "D14", "D14-1"), ("archiving", "D28")
    for step, *codes in later:
        drive(office, case, step)
        seen.update(codes)
        assert set(papers(office, case)) & INNER == seen, step
    drive(office, case)
    written = papers(office, case)
    # Nothing was sent to be appraised in the played case.
    assert set(written) >= INNER - {"D10-1"}
    assert all(missing(read(code, facts)) == () for code, each in written.items() for facts in each)
    [volume] = written["D29"]
    titles = [line["title"] for line in volume["main"]]
    assert titles[0] == "行政处罚决定书"
    assert titles.index("送达回证") < titles.index("现场检查（勘验）笔录") < titles.index("照片") < titles.index("行政处罚事先告知书")
    assert [line["title"] for line in volume["inner"]] == [
        "案件来源登记表",
        "立案审批表",
        "案件调查终结报告",
        "法制审核意见书",
        "案件处理审批表",
        "公示审批表",
        "结案审批表",
    ]
    assert office.faults() == []


def test_a_review_that_returns_the_case_is_an_opinion_with_a_number_of_its_own(office: Office) -> None:
    case = drive(office, office.open(), "legal_review")
    problem = {"papers": "problem", "papers_remark": "缺编号。", "opinion": "supplement", "return_to": "investigation_report", "reason": "请补编号。"}
    do(office, case, "legal_review", **REVIEW_ITEMS | problem)
    drive(office, case, "review_proposal")
    first, second = sorted((paper for paper in office.file(case).documents if paper.code == "D13"), key=lambda paper: paper.sequence or 0)
    assert [first.number, second.number] == ["江城管法审字〔2026〕第0001号", "江城管法审字〔2026〕第0002号"]
    told = read("D13", first.facts or {})
    assert (told.opinion, told.return_to, told.text) == ("补正", "调查终结", "请补编号。")  # type: ignore[attr-defined]
    assert len(papers(office, case)["D12"]) == 2


def test_a_report_that_the_second_officer_does_not_stand_by_is_no_paper(office: Office) -> None:
    case = drive(office, office.open(), "confirm_report")
    do(office, case, "confirm_report", confirmed="false", reason="数字有误。")
    assert "D12" not in papers(office, case)


def test_a_clue_that_is_no_case_has_an_approval_without_a_number(office: Office) -> None:
    case = drive(office, office.open(), verification={"finding": "none"})
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D02"]
    assert (paper.title, paper.number) == ("不予立案审批表", None)
    facts = paper.facts or {}
    [volume] = papers(office, case)["D29"]
    assert (volume["outcome"], volume["case_number"], [line["title"] for line in volume["main"]]) == ("不予立案。", "", ["现场检查（勘验）笔录"])
    assert (facts["source_number"], facts["case_number"], facts["resolution"]) == ("江城管源字〔2026〕第0001号", "", "不予立案")


def test_a_minor_whose_guardian_is_not_known_yet_stops_no_inner_paper(office: Office) -> None:
    case = drive(office, office.open(party=citizen("20130302", "小明")), "investigation")
    assert papers(office, case)["D02"][0]["party"]["name"] == "小明"


def test_an_inner_paper_does_not_tell_who_complained(office: Office) -> None:
    case = office.open()
    office.note(case, "participant", role="complainant", name="何静怡", phone="13911112222")
    drive(office, case, "investigation", verification={"facts": "何静怡（13911112222）反映油烟。"}, case_filing={"facts": "何静怡反映属实。"})
    [filing] = papers(office, case)["D02"]
    assert filing["facts"] == "（投诉举报人）反映属实。"
    assert "何静怡" not in str(filing)
    assert "13911112222" not in str(filing)


def test_what_cannot_be_printed_stops_no_clue(office: Office) -> None:
    case = office.open(description="油烟很大😀，请处理。")
    assert papers(office, case)["D01"][0]["description"] == "油烟很大〓，请处理。"


def test_an_inner_paper_is_printed_when_it_is_first_opened(office: Office) -> None:
    case = office.open()
    [paper] = office.file(case).documents
    _, content = pdf_of(office.house, paper.id, office.actor("zhouyan"))
    assert content.startswith(b"%PDF")
    printed = office.house.engine.ask(OneDocument(document_id=paper.id), office.actor("zhouyan"))
    assert (paper.pdf_sha256, printed.pdf_size) == (None, len(content))
    assert office.faults() == []


def test_what_is_no_penalty_has_its_report_and_its_approval(office: Office) -> None:
    case = drive(office, office.open(), investigation_report=report("2026-09-14", outcome="not_established", fine=None))
    written = papers(office, case)
    assert "违法事实不成立" in written["D12"][0]["proposal"]
    assert "违法事实不成立" in written["D14"][0]["resolution"]


def test_a_suspected_crime_is_proposed_by_its_name(office: Office) -> None:
    crime = report("2026-09-14", outcome="transfer", fine=None, offence="污染环境罪")
    case = drive(office, office.open(), "appoint_team", investigation_report=crime)
    written = papers(office, case)
    assert written["D12"][0]["proposal"] == "建议移送公安机关，涉嫌污染环境罪。"
    assert "D14" not in written


def test_nobody_is_stopped_by_the_fonts(office: Office) -> None:
    office.house.engine.ports = replace(office.house.engine.ports, unprintable=lambda _: "油")
    case = office.open()
    assert "〓" in papers(office, case)["D01"][0]["cause"]
