"""Earlier versions: a result that only later ones know is refused, and goes nowhere else."""

from pathlib import Path
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.law import PublishProcess
from engine.workflow.catalogue import Bundle, read_bundle
from engine.workflow.outdated import only_later
from tests.course import drive
from tests.engine.commands.test_remedy import ANSWER, APPLICATION, NOTICE, today
from tests.office import Office

PROCESSES = Path(__file__).parents[3] / "processes"


def drawn() -> dict[str, str]:
    """All procedures as they are."""
    return {path.name: path.read_text(encoding="utf-8") for path in PROCESSES.glob("*.bpmn")}


def earlier(file: str, *changes: tuple[str, str]) -> dict[str, str]:
    """All procedures, one of them as it was before a result came in."""
    files = drawn()
    for now, before in changes:
        assert now in files[file]
        files[file] = files[file].replace(now, before)
    return files


def publish(office: Office, root: str, files: dict[str, str]) -> None:
    """Publish a version; those that begin afterwards follow it."""
    office.house.engine.execute(PublishProcess(root=root, files=files), SYSTEM)


def again(file: str) -> dict[str, str]:
    """All procedures as they are, as a version that is newer than every other."""
    files = drawn()
    return files | {file: f"{files[file]}<!-- newer -->\n"}


def bundle(root: str, files: dict[str, str]) -> Bundle:
    """The bundle of a root."""
    return read_bundle({name: text.encode() for name, text in files.items()}, root)


def test_a_longer_review_is_refused_where_the_version_knows_none(office: Office) -> None:
    publish(office, "reconsideration", earlier("reconsideration.bpmn", ('result = "extended"', "accepted = false")))
    case, day = drive(office, office.open(), "confirm_payment"), today(office)
    office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on=day)
    office.submit("zhouyan", case, "receive_reconsideration", **NOTICE | {"received_on": day})
    office.submit("zhouyan", case, "write_reply", **ANSWER)
    office.submit("limin", case, "approve_reply", approved="true", opinion="同意。")
    publish(office, "reconsideration", again("reconsideration.bpmn"))
    said: dict[str, Any] = {"document_no": "江政复〔2026〕88号", "decided_on": day, "received_on": day}
    with office.refusal("step_not_waiting", field="result", says="本程序按旧版流程办理，没有这一结果"):
        office.submit("zhouyan", case, "record_reconsideration", **said, result="extended", longer="20", summary="案情复杂。")
    office.submit("zhouyan", case, "record_reconsideration", **said, result="upheld")
    assert [row.result for row in office.file(case).remedies] == ["upheld"]
    assert office.faults(case) == []


def test_a_warning_on_the_spot_is_refused_where_it_would_move_the_case(office: Office) -> None:
    changes = ((' or way = "warning" or', " or"), ('(way = "spot" or way = "warning")', 'way = "spot"'))
    publish(office, "summary", earlier("summary.bpmn", *changes))
    office.at("2026-10-12 19:05")
    person = {"kind": "person", "name": "李静怡", "id_number": "999901199003150025"}
    case = office.open(procedure="summary", cause="JC06", place="绿化带", party=person)
    publish(office, "summary", again("summary.bpmn"))
    seen: dict[str, Any] = {"act_time": "19:05", "second": "wumin", "facts": "倾倒一袋垃圾。", "measured": "0.05", "harm": "slight", "plea": "none"}
    with office.refusal("step_not_waiting", field="way"):
        office.submit("zhouyan", case, "spot_record", shown="true", told="true", way="warning", **seen)
    office.submit("zhouyan", case, "spot_record", shown="true", told="true", way="spot", fine="150", **seen)
    assert office.waiting(case) == ["confirm_spot"]
    assert office.faults(case) == []


@pytest.mark.parametrize(
    ("choices", "unknown"),
    [
        ({("building", "annulled")}, {"building"}),
        ({("building", "demolished"), ("result", "extended")}, set()),
        ({("building", "pulled")}, set()),
    ],
    ids=["only later", "known, or of another procedure", "what every version leaves to its default flow"],
)
def test_only_what_a_later_version_asks_for_is_unknown_to_an_earlier_one(choices: set[tuple[str, object]], unknown: set[str]) -> None:
    before = bundle("ordinary", earlier("demolition.bpmn", ('building = "annulled"', 'building = "demolished"')))
    newest = bundle("ordinary", drawn())
    assert only_later(before, newest, frozenset(choices)) == unknown
    assert only_later(newest, newest, frozenset(choices)) == frozenset()
    assert only_later(newest, before, frozenset(choices)) == frozenset()
