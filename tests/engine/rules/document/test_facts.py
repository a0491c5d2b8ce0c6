"""Every mandatory content of every document is asked for, with its article; stored facts come back as they were, or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest

from engine.rules.document import DOCUMENTS, digest, missing, read, title, to_json
from engine.rules.document.facts import Facts, from_json, statements
from engine.rules.document.part import Evidence, Officer, Sanction
from printing.sample import DECISION, NO_PENALTY, NOTICE, RECEIPT, SAMPLES


def demands() -> Iterator[tuple[str, str]]:
    for code, sample in SAMPLES.items():
        for name in statements(type(sample)):
            if name not in sample.spared():
                yield code, name


def emptied(facts: Facts, name: str) -> Facts:
    value = getattr(facts, name)
    blank: Any = None
    if isinstance(value, str | tuple):
        blank = type(value)()
    elif isinstance(value, Sanction):
        blank = Sanction(correction="改正", fine=None)
    return cast(Facts, replace(cast(Any, facts), **{name: blank}))


def test_a_sample_of_every_document_is_complete() -> None:
    assert set(SAMPLES) == set(DOCUMENTS)
    assert {code: missing(sample) for code, sample in SAMPLES.items()} == dict.fromkeys(DOCUMENTS, ())


@pytest.mark.parametrize(("code", "name"), list(demands()))
def test_every_mandatory_content_is_missed(code: str, name: str) -> None:
    gaps = missing(emptied(SAMPLES[code], name))
    assert [gap.field for gap in gaps] == [name]
    assert gaps[0].label


@pytest.mark.parametrize("code", ["D15", "D19"])
def test_what_the_law_names_carries_its_article(code: str) -> None:
    without = {name for name, stated in statements(type(SAMPLES[code])).items() if "法第" not in stated.basis}
    assert without <= {"number", "case_number", "check_token", "date"}


def test_a_part_is_missed_by_its_place_and_the_article_of_the_whole() -> None:
    evidence = (*DECISION.evidence[:2], Evidence(name="照片", kind="视听资料", source="  ", proves="占道"))
    (gap,) = missing(replace(DECISION, evidence=evidence))
    assert (gap.field, gap.label, gap.basis) == ("evidence[2].source", "证据（第3项）：来源", "行政处罚法第五十九条第一款第二项")


def test_two_officers_are_needed() -> None:
    (gap,) = missing(replace(DECISION, officers=(Officer(name="周岩", certificate="JC0101"),)))
    assert (gap.field, gap.basis) == ("officers", "行政处罚法第四十二条第一款")


@pytest.mark.parametrize("sample", list(SAMPLES.values()), ids=list(SAMPLES))
def test_facts_come_back_from_json(sample: Facts) -> None:
    code = next(code for code, each in SAMPLES.items() if each is sample)
    assert read(code, to_json(sample)) == sample


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"colour": "red"}, "Decision"),
        ({"cause": 7}, "Decision.cause"),
        ({"date": "2026-13-01"}, "Decision.date"),
        ({"date": "20261026"}, "Decision.date"),
        ({"hearing_right": "no"}, "Decision.hearing_right"),
        ({"findings": "一段话"}, "Decision.findings"),
        ({"party": None}, "Decision.party"),
        ({"sanction": {"correction": "", "fine": "1e4", "gains": None, "goods": [], "others": []}}, "Decision.sanction.fine"),
        ({"sanction": {"correction": "", "fine": "0.001", "gains": None, "goods": [], "others": []}}, "Decision.sanction.fine"),
        ({"evidence": [{"name": "照片"}]}, r"Decision.evidence\[0\]"),
    ],
)
def test_malformed_facts_are_refused_by_path(change: dict[str, object], path: str) -> None:
    with pytest.raises(ValueError, match=f"^{path}："):
        read("D19", {**to_json(DECISION), **change})


def test_an_absent_field_is_refused() -> None:
    data = to_json(RECEIPT)
    del data["remark"]
    with pytest.raises(ValueError, match="remark"):
        from_json(type(RECEIPT), data)


def test_a_time_is_written_to_the_minute_or_as_the_day_alone() -> None:
    assert read("D22", {**to_json(RECEIPT), "served_at": "2026-10-28"}) == replace(RECEIPT, served_at="2026-10-28")
    for wrong in ("2026-10-28T09:30:15", "2026-02-30", "28.10.2026"):
        with pytest.raises(ValueError, match="served_at"):
            read("D22", {**to_json(RECEIPT), "served_at": wrong})


def test_the_digest_depends_on_every_fact_and_on_the_kind() -> None:
    assert digest(DECISION) == digest(read("D19", to_json(DECISION)))
    assert digest(DECISION) != digest(replace(DECISION, cause="其他案由"))
    assert len({digest(sample) for sample in SAMPLES.values()}) == len(SAMPLES)


def test_the_notice_of_a_hearing_has_a_title_of_its_own() -> None:
    assert title("D15", NOTICE) == "行政处罚事先告知书"
    assert title("D21", NO_PENALTY) == "不予行政处罚决定书"


def test_what_came_later_has_a_default_and_old_papers_lack_it() -> None:
    data = to_json(DECISION)
    del data["enforcement"]
    assert read("D19", data) == DECISION
