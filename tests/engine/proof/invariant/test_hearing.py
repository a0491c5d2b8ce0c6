"""A hearing that was passed over, and what follows one, is found in a journal that was forged by hand."""

from collections.abc import Callable

import pytest

from tests.engine.proof.invariant.tale import Tale

Forgery = Callable[[Tale], object]


def never_held(heard: Tale) -> None:
    for kind in ("HearingHeld", "HearingReported"):
        heard.drop(kind)


def not_discussed(heard: Tale) -> None:
    heard.drop("PanelConcluded")
    heard.drop("OpinionGiven", step="panel_discussion")


def decided_by(heard: Tale, person: str) -> None:
    heard.fact("DecisionMade")["person"] = person


def served_late(heard: Tale, code: str, day: str) -> None:
    """The day of the service of a paper is put right before anything else happens."""
    served = heard.fact("DocumentServed", document=heard.fact("DocumentIssued", code=code)["document"])
    heard.add(served | {"fact": "ServiceDateCorrected", "before": served["served_on"], "served_on": day}, after=served)


def lapsed(heard: Tale, due: str) -> None:
    """Nobody asked for a hearing, the term ran out, and then the service of the notice was put right, so that it ends on another day."""
    asked = heard.fact("HearingRequested")
    heard.add({"fact": "HearingForgone", "hearing": "h", "document": asked["document"], "how": "lapsed"}, after=asked)
    for kind in ("HearingRequested", "HearingHeld", "HearingReported"):
        heard.drop(kind)
    heard.fact("DeadlineReckoned", key="hearing.request")["due"] = due


FORGERIES: tuple[tuple[str, str, Forgery], ...] = (
    ("I1", "没有举行听证", never_held),
    ("I1", "中间不足7个工作日", lambda heard: served_late(heard, "D17", "2026-10-12")),
    ("I1", "没有送达听证通知书", lambda heard: heard.drop("DocumentServed", document=heard.fact("DocumentIssued", code="D17")["document"])),
    ("I1", "要求听证的期限", lambda heard: lapsed(heard, heard.fact("DecisionMade")["decided_on"])),
    ("I1", "没有送达告知书", lambda heard: served_late(heard, "D15", "2027-01-04")),
    ("I2", "举行听证以后", lambda heard: heard.drop("OpinionGiven", step="review_hearing")),
    ("I2", "集体讨论", not_discussed),
    ("I4", "审核本案，又作出决定", lambda heard: decided_by(heard, heard.fact("OpinionGiven", step="legal_review")["person"])),
    ("I4", "主持听证，又作出决定", lambda heard: decided_by(heard, heard.fact("HearingHostAppointed")["host"])),
    ("I4", "执法人员，又作出决定", lambda heard: decided_by(heard, heard.fact("CaseOpened")["lead"])),
)


def test_a_hearing_as_it_was_held_breaks_nothing(heard: Tale) -> None:
    assert heard.found() == []


@pytest.mark.parametrize(("invariant", "word", "forge"), FORGERIES, ids=[f"{name} {word}" for name, word, _ in FORGERIES])
def test_what_was_passed_over_is_found(heard: Tale, invariant: str, word: str, forge: Forgery) -> None:
    forge(heard)
    assert [finding for finding in heard.found() if finding.invariant == invariant and word in finding.reason]


def test_a_case_may_be_decided_when_nobody_asked_for_a_hearing_in_time(heard: Tale) -> None:
    lapsed(heard, "2026-09-30")
    assert [finding for finding in heard.found() if finding.invariant == "I1"] == []


def test_who_stays_away_or_withdraws_is_not_heard(heard: Tale) -> None:
    for how in ("withdrawn", "absent"):
        forged = heard.copy()
        held = forged.fact("HearingHeld")
        forged.add({"fact": "HearingEnded", "hearing": held["hearing"], "how": how, "ended_on": held["held_on"]}, after=held)
        never_held(forged)
        assert forged.found() == []
