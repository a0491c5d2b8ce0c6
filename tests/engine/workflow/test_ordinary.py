"""The ordinary procedure as it is drawn, from the clue to the archive."""

from engine.workflow.catalogue import read_bundle
from engine.workflow.process import Process
from engine.workflow.value import Scalar
from tests.engine.workflow.house import PROCESSES, House, lapse, submit, waiting

ANSWERS: dict[str, dict[str, Scalar]] = {
    "verification": {"finding": "file"},
    "confirmation": {"confirmed": True},
    "approval": {"approved": True},
    "investigation": {"next": "report"},
    "investigation_report": {"outcome": "penalty"},
    "legal_review": {"opinion": "pass", "return_to": None},
    "plea": {"plea": "waived"},
    "panel_discussion": {"resolution": "agree"},
    "decide": {"decision": "decide", "outcome": "penalty"},
    "service_record": {"served": True},
    "publication": {"publish": True},
}
HOUSE: dict[str, dict[str, Scalar]] = {
    "discretion__assess": {"collective": True, "hearing": False, "review_mandatory": True},
    "document__issue": {"document": "notice-1"},
    "decision__make": {"document": "decision-1"},
    "payment__record": {"settled": True},
    "plea__conclude": {"renotify": False},
    "plea__lapse": {"plea": "lapsed"},
}


def opened(house: House) -> Process:
    return Process.start(read_bundle(PROCESSES, "ordinary"), "case-1", {}, house)


def walk(process: Process, house: House, until: str = "") -> list[str]:
    """Complete step after step, the oldest first, loading the process anew before each; return the keys of the steps."""
    done: list[str] = []
    while not process.finished and until not in waiting(process):
        loaded = Process.load(process.bundle, process.instance, process.dump())
        assert loaded.state_digest() == process.state_digest()
        step = process.steps()[0]
        process.complete(step.id, ANSWERS.get(step.form, {}), house)
        loaded.complete(step.id, ANSWERS.get(step.form, {}), House(**HOUSE))
        assert loaded.state_digest() == process.state_digest()
        done.append(step.key)
    return done


def test_a_case_goes_from_the_clue_to_the_archive() -> None:
    house = House(**HOUSE)
    process = opened(house)
    done = walk(process, house)
    assert done[0] == "verification"
    assert done[-1] == "archiving"
    assert process.ended_at == "archived"
    assert house.operations()[0] == "case.file"
    assert house.operations()[-1] == "case.archive"
    assert not process.timers()


def test_the_decision_clock_escalates_once_and_keeps_nothing_open() -> None:
    house = House(**HOUSE)
    process = opened(house)
    walk(process, house, until="plea")
    lapse(process, "decision", house)
    assert house.operations()[-1] == "case.escalate"
    assert "decision" not in {timer.key for timer in process.timers()}
    walk(process, house)
    assert process.ended_at == "archived"


def test_silence_lapses_the_plea() -> None:
    house = House(**HOUSE)
    process = opened(house)
    walk(process, house, until="plea")
    assert {timer.key: timer.interrupting for timer in process.timers()} == {"decision": False, "plea": True}
    lapse(process, "plea", house)
    assert process.values["plea"] == "lapsed"
    assert waiting(process) == ["convene_panel"]


def test_what_is_not_established_is_not_filed() -> None:
    house = House()
    process = opened(house)
    submit(process, "verification", house, finding="none")
    submit(process, "confirm_verification", house, confirmed=True)
    submit(process, "approve_no_filing", house, approved=True)
    assert process.ended_at == "not_filed"
    assert house.operations() == ["case.reject"]
