"""Tables, snapshots, clocks, bundles and law that were changed behind the journal's back are found; whatever was forged, a proof is given."""

from collections.abc import Iterator

import orjson
import pytest

from engine.actor import SYSTEM
from engine.proof.history import CaseHistory, ProveAll
from tests.course import Stage
from tests.engine.conftest import Reach
from tests.engine.journal.forgery import Forger, forging
from tests.office import Office

TOLD = ("case", "party", "task", "opinion", "evidence", "assessment", "document", "service", "payment", "publication", "deadline")
OFFICE_TOLD = ("user", "law_version", "bundle")
HEAD = frozenset({"id", "version", "head_seq", "head_digest"})


@pytest.fixture(scope="module")
def forger(kept: dict[str, Stage], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forger]:
    """A forger of a case that came to its end."""
    office = kept["archived"].enter(tmp_path_factory.mktemp("forged"))
    with forging(office, kept["archived"].case) as opened:
        yield opened
    office.house.close()


@pytest.mark.parametrize("table", TOLD)
def test_every_column_of_every_table_of_a_case_is_told_by_the_journal(forger: Forger, table: str) -> None:
    unseen = []
    for column in _columns(forger, table) - HEAD:
        row = forger.one(f"SELECT max(id) AS id FROM '{table}'")  # noqa: S608  # Our own names.
        with forger.edit(f"UPDATE '{table}' SET {column} = ? WHERE id = ?", _strange(forger, table, column), row.id):  # noqa: S608  # Our own names.
            if not forger.prove().faults:
                unseen.append(column)
    assert unseen == []


@pytest.mark.parametrize("table", TOLD[1:])
def test_a_row_that_was_removed_or_added_is_found(forger: Forger, table: str) -> None:
    key = forger.one(f"SELECT max(id) AS id FROM '{table}' WHERE case_id = ?", forger.case).id  # noqa: S608  # Our own names.
    with forger.edit(f"DELETE FROM '{table}' WHERE id = ?", key):  # noqa: S608  # Our own names.
        assert any("不在表中" in fault for fault in forger.prove().faults)
    with forger.edit(f"UPDATE '{table}' SET id = 'another' WHERE id = ?", key):  # noqa: S608  # Our own names.
        assert any("不在日志中" in fault for fault in forger.prove().faults)


@pytest.mark.parametrize("table", OFFICE_TOLD)
def test_people_law_and_bundles_are_told_by_the_journal_of_the_office(forger: Forger, table: str) -> None:
    unseen = []
    for column in _columns(forger, table) - {"id"}:
        row = forger.one(f"SELECT max(id) AS id FROM '{table}'")  # noqa: S608  # Our own names.
        with forger.edit(f"UPDATE '{table}' SET {column} = ? WHERE id = ?", _strange(forger, table, column), row.id):  # noqa: S608  # Our own names.
            if not forger.prove("office").faults:
                unseen.append(column)
    assert unseen == []


@pytest.mark.parametrize("column", ["version", "head_seq", "head_digest"])
def test_a_forged_head_does_not_meet_the_journal(forger: Forger, column: str) -> None:
    with forger.edit(f"UPDATE 'case' SET {column} = 7 WHERE id = ?", forger.case):  # noqa: S608  # Our own names.
        assert forger.prove().faults


def test_a_rule_that_was_changed_under_a_case_is_found_in_the_case_too(forger: Forger) -> None:
    assert not forger.prove().faults
    with forger.edit("UPDATE law_version SET content = replace(content, '<text>0.5</text>', '<text>0.4</text>') WHERE name = 'amount'"):
        assert any("D4 建议罚款所用的建议数额规则" in fault for fault in forger.prove().faults)


@pytest.mark.parametrize("content", ["<bpmn:definitions/>", "nonsense", ""])
def test_a_bundle_whose_content_was_changed_is_found_in_the_case_too(forger: Forger, content: str) -> None:
    row = forger.one("SELECT id, files FROM bundle WHERE root = 'ordinary'")
    files = orjson.loads(row.files)
    for name in files:
        with forger.edit("UPDATE bundle SET files = ? WHERE id = ?", orjson.dumps(files | {name: content}).decode(), row.id):
            assert forger.prove().faults
            assert forger.prove("office").faults


def test_the_condition_of_one_flow_changed_in_a_bundle_is_found(forger: Forger) -> None:
    row = forger.one("SELECT id, files FROM bundle WHERE root = 'ordinary'")
    with forger.edit("UPDATE bundle SET files = ? WHERE id = ?", row.files.replace("settled = true", "settled = false"), row.id):
        assert any("的内容被改动" in fault for fault in forger.prove().faults)


@pytest.mark.parametrize("stored", [b"", b"[]", b"nonsense", b"[1,2,3]"])
def test_a_snapshot_that_cannot_be_read_is_found(forger: Forger, stored: bytes) -> None:
    with forger.edit("UPDATE process SET snapshot = ? WHERE case_id = ?", stored, forger.case):
        assert forger.prove().faults


def test_a_running_process_cannot_be_put_elsewhere(reach: Reach) -> None:
    office, case = reach("decide")
    other, _ = reach("legal_review")
    with other.house.database.reading() as connection:
        earlier = connection.exec_driver_sql("SELECT snapshot FROM process WHERE case_id = ?", (case,)).scalar_one()
    with forging(office, case) as forger:
        assert forger.prove().faults == ()
        for statement, values in (
            ("UPDATE process SET snapshot = ? WHERE case_id = ?", (earlier, case)),
            ("UPDATE process SET finished = 1 WHERE case_id = ?", (case,)),
            ("UPDATE process SET bundle = 'another' WHERE case_id = ?", (case,)),
            ("DELETE FROM process WHERE case_id = ?", (case,)),
            ("DELETE FROM timer WHERE case_id = ?", (case,)),
            ("UPDATE timer SET key = 'plea' WHERE case_id = ?", (case,)),
            ("INSERT INTO timer (case_id, instance, task_id, key, element) VALUES (?, ?, 'x', 'plea', 'plea_lapsed')", (case, case)),
            ("INSERT INTO timer (case_id, instance, task_id, key, element) VALUES (?, 'none', 'x', 'plea', 'plea_lapsed')", (case,)),
            ("UPDATE timer SET instance = 'none' WHERE case_id = ?", (case,)),
        ):
            with forger.edit(statement, *values):
                assert forger.prove().faults, statement


def test_a_stream_that_does_not_exist_is_a_fault(office: Office) -> None:
    assert office.faults("nowhere") == ["nowhere 没有这一案"]


def test_the_proof_of_all_names_the_office_first(reach: Reach) -> None:
    office, case = reach("plea")
    proofs = office.house.engine.ask(ProveAll(), SYSTEM)
    assert [proof.stream for proof in proofs] == ["office", case]
    assert all(proof.entries for proof in proofs)


def test_an_auditor_may_still_read_a_case_whose_process_was_forged(reach: Reach) -> None:
    office, case = reach("plea")
    with office.house.database.writing() as connection:
        files = connection.exec_driver_sql("SELECT files FROM bundle WHERE root = 'ordinary'").scalar_one()
        connection.exec_driver_sql("UPDATE bundle SET files = ?", (files.replace("<bpmn:process", "<bpmn:nothing"),))
        connection.commit()
    history = office.house.engine.ask(CaseHistory(case_id=case), office.actor("guqing"))
    assert history.picture is None
    assert history.proof.faults


def _columns(forger: Forger, table: str) -> set[str]:
    return {row.name for row in forger.all(f"PRAGMA table_info('{table}')")}


def _strange(forger: Forger, table: str, column: str) -> object:
    """Something of the column's type that it does not hold; nonsense where it holds nothing."""
    held = forger.one(f"SELECT {column} AS value FROM '{table}' ORDER BY id DESC LIMIT 1").value  # noqa: S608  # Our own names.
    if isinstance(held, int):
        return 1 - held if held in {0, 1} else held + 1
    return '["nonsense"]' if str(held)[:1] in "[{" else "2031-01-01" if str(held)[:2] == "20" else "nonsense"
