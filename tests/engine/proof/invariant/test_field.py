"""What is done in the field, on things and with papers, is found where it was done unlawfully in a journal that was forged by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.proof.invariant import Office
from engine.proof.invariant.journal import Event
from tests.engine.proof.invariant.tale import Tale

Forgery = Callable[[Tale], object]


def suspended(tale: Tale, first: str, last: str) -> Tale:
    """The same case in an office that suspended the certificate of the lead officer from a day to a day."""
    journal, lead = tale.office.journal, tale.fact("CaseOpened")["lead"]
    fields = {"fact": "CertificateSuspended", "user": lead, "suspended_from": first, "suspended_until": last}
    event = Event(journal.seqs[-1] + 1, len(journal.events), journal.events[-1].at, fields)
    return Tale(tale.entries, Office(replace(journal, events=(*journal.events, event), seqs=(*journal.seqs, event.seq))))


def closed_unserved(tale: Tale, code: str) -> None:
    """The case was closed, and a paper of the seizure had reached nobody."""
    tale.drop("DocumentServed", document=tale.fact("DocumentIssued", code=code)["document"])
    tale.entries[-1]["facts"].append({"fact": "CaseClosed", "result": "处罚已执行", "closed_on": "2026-06-01"})


def seen_alone(tale: Tale) -> None:
    """Only one officer stands in the paper on the seizure."""
    del tale.fact("DocumentIssued", code="D09")["facts"]["officers"][1]


def recused_first(tale: Tale) -> None:
    """The lead officer was recused at once, and went on."""
    tale.add({"fact": "OfficerRecused", "person": tale.fact("CaseOpened")["lead"]}, after=tale.fact("CaseOpened"))


def kept_for_good(tale: Tale) -> None:
    """Nobody gave the things back, and nobody decided that they go back."""
    tale.drop("GoodsDisposed")
    tale.drop("GoodsDecidedOn")
    tale.drop("CaseClosed")
    tale.entries[-1]["at"] = "2026-06-30T01:00:00.000000+00:00"


def given_back(tale: Tale, day: str) -> None:
    tale.drop("GoodsDecidedOn")
    for fact in tale.facts("GoodsDisposed"):
        fact["disposed_on"] = day


def begun(tale: Tale, key: str, day: str) -> None:
    """A clock runs from a day on which something happened, but nothing from which it can run."""
    for clock in tale.facts("DeadlineReckoned", key=key):
        clock["start_on"] = day


FORGERIES: tuple[tuple[str, str, Forgery], ...] = (
    ("I3", "不是两名", seen_alone),
    ("I3", "又提交证据", recused_first),
    ("I3", "由已经回避的人员", recused_first),
    ("I7", "才处理", lambda tale: given_back(tale, "2026-05-20")),
    ("I7", "没有处理", kept_for_good),
    ("I8", "《扣押决定书》", lambda tale: closed_unserved(tale, "D09")),
    ("I8", "《延长扣押期限通知书》", lambda tale: closed_unserved(tale, "D09X")),
    ("I8", "《解除扣押决定书》", lambda tale: closed_unserved(tale, "D09R")),
    ("I9", "查封扣押", lambda tale: begun(tale, "seizure", tale.fact("DecisionMade")["decided_on"])),
)


def test_a_seizure_as_it_was_made_breaks_nothing(seized: Tale) -> None:
    assert seized.found() == []


@pytest.mark.parametrize(("invariant", "word", "forge"), FORGERIES, ids=[f"{name} {word}" for name, word, _ in FORGERIES])
def test_what_was_done_unlawfully_in_the_field_is_found(seized: Tale, invariant: str, word: str, forge: Forgery) -> None:
    forge(seized)
    assert [finding for finding in seized.found() if finding.invariant == invariant and word in finding.reason]


def test_a_certificate_must_be_valid_on_the_day_of_the_act_and_not_only_when_it_is_entered(seized: Tale) -> None:
    """The visit was on 10 March; the certificate was suspended on that day and back when it was entered."""
    for entry in seized.entries:
        entry["at"] = max(entry["at"], "2026-03-11T01:00:00.000000+00:00")
    reasons = [finding.reason for finding in suspended(seized, "2026-03-10", "2026-03-10").found() if finding.invariant == "I3"]
    assert [reason for reason in reasons if "行为当日（2026-03-10）无效：" in reason]
    assert [reason for reason in reasons if reason.startswith("《扣押决定书》所列执法证")]
    assert [finding for finding in suspended(seized, "2026-03-09", "2026-03-09").found() if finding.invariant == "I3"] == []


def test_what_was_told_to_go_back_in_time_may_wait_for_its_owner(seized: Tale) -> None:
    for fact in seized.facts("GoodsDisposed"):
        fact["disposed_on"] = "2026-05-20"
    assert [finding for finding in seized.found() if finding.invariant == "I7"] == []
