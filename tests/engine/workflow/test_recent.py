"""Processes in memory are so many and no more; one that is put out is read again from its snapshot."""

import pytest

from engine.workflow import recent
from engine.workflow.recent import Recent
from tests.course import drive
from tests.office import Office


def test_what_was_not_used_for_longest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "LARGEST", 2)
    kept = Recent()
    for case in ("a", "b", "a", "c"):
        kept[case] = (1, {})
    assert list(kept) == ["a", "c"]


def test_a_case_goes_on_whether_or_not_it_was_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "LARGEST", 1)
    first, second = office.open(), office.open()
    for step in ("confirm_verification", "review_filing", "investigation"):
        drive(office, first, step)
        drive(office, second, step)
        assert list(office.house.engine.ports.hot) == [second]
    assert office.waiting(first) == office.waiting(second) == ["investigation"]
