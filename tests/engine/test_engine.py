"""The engine's promises: once per key, nothing after a refusal, one order of refusals, everything or nothing, one at a time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import MISSING, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from engine import access, events
from engine.actor import SYSTEM
from engine.clock import SHANGHAI
from engine.commands.case import OpenCase
from engine.commands.command import CaseCommand
from engine.commands.draft import SaveDraft
from engine.commands.evidence import AddEvidence
from engine.commands.task import ClaimTask, CompleteTask
from engine.engine import Engine
from engine.errors import KeyReusedError, RefusalError, StaleVersionError
from engine.events.case import CaseOpened
from engine.queries.portal import PublicConditions
from engine.queries.query import ANSWERS
from engine.queries.search import Conditions
from engine.queries.task import CaseVersion
from tests.course import AGREED, CONFIRMED, do, drive, right_form, today
from tests.engine.conftest import Reach
from tests.office import PARTY, START, Office

FOREIGN = ("hechuan", "jiangtao", "yanbing")
"""People of the district of Xishan."""


def dump(office: Office) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with office.house.database.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        return {name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM '{name}'")] for name in names}  # noqa: S608  # Our own names.


def version(office: Office, case: str) -> int:
    """How many commands a case has seen."""
    return office.house.engine.ask(CaseVersion(case_id=case), SYSTEM)


def completion(office: Office, case: str, step: str, **changes: Any) -> CompleteTask:
    """The command that does a step as it should be done."""
    form = right_form(office.file(case), step, today(office)) | changes
    return CompleteTask(case_id=case, task_id=office.task(case, step), data=form)


def test_the_same_key_gets_the_same_answer_and_leaves_one_entry(reach: Reach) -> None:
    office, case = reach("review_filing")
    command, actor = completion(office, case, "review_filing"), office.actor("hanlei")
    first = office.house.engine.execute(command, actor, key="k1")
    after = dump(office)
    assert office.house.engine.execute(command, actor, key="k1") == first == ["approve_filing"]
    assert dump(office) == after


def test_a_repeated_opening_and_a_repeated_file_make_one(office: Office) -> None:
    opening = OpenCase(data={"cause": "JC04", "party": PARTY})
    case = office.house.engine.execute(opening, office.actor("zhouyan"), key="k1")
    assert office.house.engine.execute(opening, office.actor("zhouyan"), key="k1") == case
    evidence = AddEvidence(case_id=case, kind="documentary", name="照片", purpose="证明", file_name="a.png", content=_png(office))
    assert len({office.house.engine.execute(evidence, office.actor("zhouyan"), key="k2") for _ in range(3)}) == 1
    assert len(office.file(case).evidence) == 1
    with pytest.raises(KeyReusedError):
        office.house.engine.execute(replace(evidence, content=evidence.content + b"x"), office.actor("zhouyan"), key="k2")


@pytest.mark.parametrize("other", ["content", "command", "actor"])
def test_a_key_belongs_to_one_person_and_one_content(reach: Reach, other: str) -> None:
    office, case = reach("verification")
    command = completion(office, case, "verification")
    office.house.engine.execute(command, office.actor("zhouyan"), key="k1")
    changed: Any = {
        "content": replace(command, data=dict(command.data) | {"facts": "另一内容"}),
        "command": ClaimTask(case_id=case, task_id=command.task_id),
        "actor": command,
    }[other]
    with office.refusal("key_reused"):
        office.house.engine.execute(changed, office.actor("wumin" if other == "actor" else "zhouyan"), key="k1")


def test_a_refused_command_does_not_use_up_its_key(reach: Reach) -> None:
    office, case = reach("investigation_report")
    with office.refusal("outside_tier"):
        office.house.engine.execute(completion(office, case, "investigation_report", fine="31000"), office.actor("zhouyan"), key="k1")
    assert office.house.engine.execute(completion(office, case, "investigation_report"), office.actor("zhouyan"), key="k1") == ["confirm_report"]


def test_who_saw_an_older_version_is_told_so_and_leaves_nothing(reach: Reach) -> None:
    office, case = reach("review_filing")
    seen = version(office, case)
    office.evidence(case)
    before = dump(office)
    with pytest.raises(StaleVersionError) as caught:
        office.submit("hanlei", case, "review_filing", version=seen, **AGREED)
    assert (caught.value.seen, caught.value.current) == (seen, seen + 1)
    assert dump(office) == before
    assert office.submit("hanlei", case, "review_filing", version=seen + 1, **AGREED) == ["approve_filing"]


def test_refusals_come_in_one_order(reach: Reach) -> None:
    office, case = reach("investigation_report")
    wrong = completion(office, case, "investigation_report", fine="60000.001")
    heavy = completion(office, case, "investigation_report", fine="60000")
    done = completion(office, case, "verification", second="zhouyan")
    engine, old = office.house.engine, version(office, case) - 1
    for code, command, by, seen in (
        ("not_allowed", wrong, "guqing", old),
        ("not_found", wrong, "hechuan", old),
        ("not_allowed", wrong, "hanlei", old),
        ("invalid_input", wrong, "wumin", old),
        ("stale_version", heavy, "wumin", old),
        ("step_not_waiting", heavy, "wumin", None),
        ("step_not_waiting", done, "zhouyan", None),
        ("above_statutory_maximum", heavy, "zhouyan", None),
    ):
        with office.refusal(code):
            engine.execute(command, office.actor(by), expected_version=seen)


@pytest.mark.parametrize(
    ("step", "by", "changes"),
    [
        ("investigation_report", "zhouyan", {"fine": "60000"}),
        ("decide", "limin", {"fine": "23000"}),
        ("serve", "zhouyan", {"served_on": "2026-09-01"}),
        ("confirm_payment", "qianhui", {"amount": "99999"}),
        ("legal_review", "shenyanqiu", {"opinion": "disagree"}),
    ],
)
def test_a_refusal_changes_no_row_at_all(reach: Reach, step: str, by: str, changes: dict[str, str]) -> None:
    office, case = reach(step)
    before = dump(office)
    with pytest.raises(RefusalError):
        office.house.engine.execute(completion(office, case, step, **changes), office.actor(by), key="k1")
    assert dump(office) == before
    assert case not in office.house.engine.ports.hot
    do(office, case, step)
    assert office.faults() == []


def test_an_error_inside_an_operation_takes_everything_back(reach: Reach) -> None:
    office, case = reach("approve_filing")
    do_before = dump(office)
    ports = office.house.engine.ports

    def broken(text: str) -> str:
        raise OSError(text[:3])

    office.house.engine.ports = replace(ports, random_name=lambda: broken("disk full"))
    with pytest.raises(OSError, match="dis"):
        do(office, case, "approve_filing")
    assert dump(office) == do_before
    office.house.engine.ports = ports
    assert do(office, case, "approve_filing") == ["investigation"]
    assert office.faults() == []


def test_a_refusal_in_the_middle_of_the_process_forgets_the_process_in_memory(reach: Reach) -> None:
    office, case = reach("legal_review")
    drive(office, case, "notice")
    ports = office.house.engine.ports
    assert case in ports.hot
    office.house.engine.ports = replace(ports, unprintable=lambda _: "龘")
    with office.refusal("unprintable"):
        do(office, case, "notice")
    assert case not in ports.hot
    office.house.engine.ports = ports
    assert do(office, case, "notice") == ["serve"]
    assert office.sent(case)[0].sequence == 1
    assert office.faults() == []


def test_the_answer_does_not_depend_on_the_process_in_memory(reach: Reach) -> None:
    office, case = reach("verification")
    for step in ("verification", "confirm_verification", "case_filing", "review_filing"):
        office.house.engine.ports.hot.clear()
        do(office, case, step)
    office.house.engine.ports.hot[case] = (version(office, case) - 1, {case: "a process of another version"})
    do(office, case, "approve_filing")
    assert office.faults() == []


def test_of_two_at_once_on_one_version_exactly_one_succeeds(reach: Reach) -> None:
    office, case = reach("review_filing")
    seen, command = version(office, case), completion(office, case, "review_filing")
    office.actor("hanlei")

    def press(number: int) -> str:
        try:
            office.house.engine.execute(command, office.actor("hanlei"), key=f"k{number}", expected_version=seen)
        except RefusalError as refusal:
            return refusal.code
        return "done"

    with ThreadPoolExecutor(4) as pool:
        results = sorted(pool.map(press, range(4)))
    assert results == ["done", "stale_version", "stale_version", "stale_version"]
    assert version(office, case) == seen + 1
    assert office.faults() == []


def test_numbers_have_no_gap_when_many_open_and_file_at_once(office: Office) -> None:
    cases = [drive(office, office.open(), "approve_filing") for _ in range(4)]
    office.actor("limin")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda case: do(office, case, "approve_filing"), cases))
    numbers = sorted(office.file(case).case.number or "" for case in cases)
    assert numbers == [f"江城管立字〔2026〕第{number:04d}号" for number in range(1, 5)]
    assert office.faults() == []


def test_the_time_of_the_record_never_goes_back(reach: Reach) -> None:
    office, case = reach("review_filing")

    class Unsteady:
        def now(self) -> datetime:
            return START - timedelta(days=400)

    last = office.file(case).timeline[-1].at
    backwards = Engine(office.house.database, Unsteady(), office.house.engine.ports)
    backwards.execute(completion(office, case, "review_filing"), office.actor("hanlei"))
    times = [moment.at for moment in office.file(case).timeline]
    assert times == sorted(times)
    assert times[-1] == last


CASE_COMMANDS = [command for command in access.ACCESS if issubclass(command, CaseCommand)]


@pytest.mark.parametrize("command", CASE_COMMANDS, ids=lambda item: item.__name__)
def test_a_case_of_another_district_does_not_exist_for_a_command(reach: Reach, command: Any) -> None:
    office, case = reach("plea")
    values = _values(office, case) | {"data": {"plea": "waived", "received_on": today(office)}}
    given = command(**{name: values[name] for name in command.__dataclass_fields__})
    # Whoever has every role in another district still has no case here.
    roles = frozenset(access.ACCESS[command].roles - {"SYSTEM"})
    stranger = replace(office.actor("hechuan"), roles=roles)
    unknown = replace(given, case_id="0" * 32)
    for actor, wanted in ((stranger, given), (stranger, unknown), (SYSTEM, unknown)):
        if actor.roles & access.ACCESS[command].roles:
            with office.refusal("not_found") as _:
                office.house.engine.execute(wanted, actor)


CASE_QUERIES = [query for query in ANSWERS if {"case_id", "document_id"} & query.__dataclass_fields__.keys()]


@pytest.mark.parametrize("query", CASE_QUERIES, ids=lambda item: item.__name__)
def test_a_case_of_another_district_does_not_exist_for_a_question(reach: Reach, query: Any) -> None:
    office, case = reach("plea")
    values = _values(office, case) | {"form": "investigation_report", "data": right_form(office.file(case), "investigation_report", today(office))}
    asked = query(**{name: values[name] for name in query.__dataclass_fields__})
    for by in FOREIGN:
        with pytest.raises(RefusalError) as caught:
            office.house.engine.ask(asked, office.actor(by))
        roles = ANSWERS[query][1]
        assert caught.value.code == ("not_found" if roles is None or roles & office.actor(by).roles else "not_allowed")


@pytest.mark.parametrize("query", [query for query in ANSWERS if query not in CASE_QUERIES], ids=lambda item: item.__name__)
def test_lists_show_nothing_of_another_district(reach: Reach, query: Any) -> None:
    office, case = reach("closing")
    words = dict.fromkeys(
        (
            "publication_id",
            "token",
            "batch",
            "row_id",
            "number",
            "digest",
            "user_id",
            "draft",
            "request_id",
            "name",
            "version",
            "content",
            "partner",
            "way",
            "code",
            "inspection",
            "plan",
            "duty",
        ),
        "x",
    )
    values = words | {
        "valid_from": START.date(),
        "place": "task:x",
        "until": START,
        "before": START.date(),
        "first": START.date(),
        "login": "hechuan",
        "cause": "JC04",
        "conditions": Conditions(),
    }
    values |= {"after": None, "count": 9} | ({"conditions": PublicConditions()} if query.__name__.startswith("Publi") else {})
    needed = {name: values[name] for name, item in query.__dataclass_fields__.items() if name in values and item.default is MISSING}
    try:
        answer = office.house.engine.ask(query(**needed), office.actor("hechuan"))
    except RefusalError as refusal:
        assert refusal.code in {"not_allowed", "not_found"}  # noqa: PT017  # Either is an answer that shows nothing.
    else:
        assert query.__name__.startswith("Publi") or (case not in str(answer) and "炊烟里" not in str(answer))


def test_a_draft_is_no_entry_of_the_journal_and_belongs_to_its_author(reach: Reach) -> None:
    office, case = reach("plea")
    before = office._entries()
    office.house.engine.execute(SaveDraft(place="task:x", data={"content": "未写完"}), office.actor("zhouyan"))
    assert office._entries() == before
    assert version(office, case) == len(office.file(case).timeline)


def test_every_fact_of_a_command_stands_in_one_entry(office: Office) -> None:
    case = office.open()
    do(office, case, "verification")
    office.submit("wumin", case, "confirm_verification", **CONFIRMED)
    assert version(office, case) == len(office.file(case).timeline) == 3
    assert events.FACTS["CaseOpened"] is CaseOpened


def _values(office: Office, case: str) -> dict[str, Any]:
    file = office.file(case)
    return {
        "case_id": case,
        "task_id": office.task(case, "plea"),
        "step": "plea",
        "document_id": file.documents[0].id,
        "publication_id": "x",
        "file_id": "x",
        "row_id": "x",
        "batch": "b1",
        "device": "DH-0001",
        "title": "附件",
        "party_id": file.parties[0].id,
        "evidence_id": file.evidence[0].id,
        "deadline_id": f"{case}:decision",
        "sha256": file.evidence[0].sha256,
        "size": 1,
        "kind": "documentary",
        "name": "照片",
        "purpose": "证明",
        "file_name": "a.png",
        "content": b"x",
        "seq": 1,
        "source": "",
        "place": "",
        "obtained_on": "",
        "secrecy": "",
        "police": False,
        "participant_id": "x",
        "procedure": "withdrawal",
        "instance": case,
        "service_id": "x",
        "served_on": office.clock.now().date(),
        "reason": "误记",
        "request_id": "x",
        "digest": "x",
        "files": (),
        "way": "account",
        "nonce": None,
        "likeness": None,
    }


def _png(office: Office) -> bytes:
    from web.scenario.sample import sample_file

    assert office.clock.now().astimezone(SHANGHAI)
    return sample_file("a.png", "照片")[0]
