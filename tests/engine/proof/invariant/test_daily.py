"""Fines for every day, read a second time: from the order, for the days of the re-check, at the fine as it stood."""

from typing import Any

import pytest

from engine.proof.invariant.daily import claims, rechecked, reckoned, refusals
from engine.proof.invariant.journal import Journal, read_journal

ORDER: list[dict[str, Any]] = [
    {"fact": "DecisionMade", "fine": "22500", "against": None},
    {"fact": "CorrectionOrdered", "order": "o", "document": "d"},
    {"fact": "DocumentServed", "document": "d", "service": "s", "served_on": "2026-09-25"},
]


def recheck(key: str, first: str, last: str, result: str = "continuing") -> dict[str, Any]:
    return {"fact": "RecheckRecorded", "recheck": key, "order": "o", "decision": "p", "first_on": first, "checked_on": last, "result": result}


FIRST, SECOND = recheck("one", "2026-09-26", "2026-09-30"), recheck("two", "2026-10-01", "2026-10-10")


def told(*facts: dict[str, Any], day: int = 1) -> Journal:
    return read_journal(
        "case", [{"seq": number, "at": f"2026-11-{day:02}T0{number}:00:00+00:00", "facts": [fact]} for number, fact in enumerate(facts, start=1)]
    )


def fined(fine: str, key: str = "one", day: int = 2) -> Journal:
    return told({"fact": "CasesLinked", "kind": "daily", "recheck": key}, {"fact": "DecisionMade", "fine": fine, "against": None}, day=day)


def test_days_follow_the_order_and_the_last_recheck() -> None:
    assert list(rechecked(told(*ORDER, FIRST, SECOND, recheck("three", "2026-10-11", "2026-11-01", "corrected")))) == []


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ((*ORDER[:2], FIRST), "没有送达"),
        ((*ORDER, recheck("one", "2026-09-25", "2026-09-30")), "不是2026-09-25的次日"),
        ((*ORDER, recheck("one", "2026-09-26", "2026-09-25")), "不晚于"),
        ((*ORDER, FIRST, recheck("two", "2026-09-26", "2026-10-10")), "不是2026-09-30的次日"),
        ((*ORDER, recheck("one", "2026-09-26", "2026-09-30", "corrected"), SECOND), "已经改正"),
    ],
)
def test_days_that_follow_from_nothing_are_found(facts: tuple[dict[str, Any], ...], word: str) -> None:
    assert any(word in reason for _, reason in rechecked(told(*facts)))


def test_the_fine_is_the_original_one_for_every_day() -> None:
    refused = refusals(told(*ORDER, FIRST, SECOND))
    assert list(reckoned([*claims(fined("112500")), *claims(fined("225000", "two"))], refused)) == []
    assert claims(told(*ORDER, FIRST)) == []


def test_the_fine_counts_as_it_stood_at_the_decision() -> None:
    changed: dict[str, Any] = {"fact": "DecisionChanged", "before": "22500", "fine": "15000", "against": None}
    refused = refusals(told(*ORDER, FIRST, changed))
    assert list(reckoned(claims(fined("75000")), refused)) == []
    assert [reason for _, reason in reckoned(claims(fined("112500")), refused)] == ["按日连续处罚112500元，不是15000元乘以5日"]


def test_a_fine_without_a_refusal_and_a_second_one_are_found() -> None:
    refused = refusals(told(*ORDER, recheck("one", "2026-09-26", "2026-09-30", "corrected")))
    assert "没有拒不改正的复查" in next(reckoned(claims(fined("112500")), refused))[1]
    fell = refusals(told(*ORDER, FIRST, {"fact": "DecisionChanged", "before": "22500", "fine": None, "against": None}))
    assert "有效的罚款决定" in next(reckoned(claims(fined("112500")), fell))[1]
    twice = [*claims(fined("112500")), *claims(fined("112500"))]
    assert [reason for _, reason in reckoned(twice, refusals(told(*ORDER, FIRST)))] == ["同一次复查两次按日连续处罚"]
