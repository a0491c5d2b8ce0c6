"""No field of no entry of a played case can be changed without being found; an untouched case raises no alarm."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import Any

import orjson
import pytest
from sqlalchemy.exc import IntegrityError

from engine.journal.canonical import GENESIS, canonical, digest
from tests.engine.journal.forgery import Forger, forged, forging, leaves
from tests.office import Office, found_office


@pytest.fixture(scope="module")
def forger(city: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forger]:
    """A forger of scenario S2, played to its end."""
    office = found_office(tmp_path_factory.mktemp("forged"), city)  # type: ignore[arg-type]  # The fixture of the root is a path.
    case = office.play_s2()
    with forging(office, case) as opened:
        yield opened
    office.house.close()


def test_the_untouched_case_and_the_office_raise_no_alarm(forger: Forger) -> None:
    assert forger.prove().faults == ()
    assert forger.prove("office").faults == ()
    assert not forger.chain()


def test_every_place_of_every_entry_is_sealed(forger: Forger) -> None:
    bodies = forger.bodies()
    places = [list(leaves(body)) for body in bodies]
    # Each entry is judged by its own digest: one place of every entry is forged at a time, and every forged entry must be named.
    for turn in range(max(map(len, places))):
        chosen = {seq: (body, paths[turn]) for seq, (body, paths) in enumerate(zip(bodies, places, strict=True), start=1) if turn < len(paths)}
        with forger.moment():
            for seq, (body, path) in chosen.items():
                forger.write("UPDATE entry SET body = ? WHERE stream = ? AND seq = ?", canonical(forged(body, path)).decode(), forger.case, seq)
            unsealed = chosen.keys() - {fault.seq for fault in forger.chain() if fault.reason == "内容与摘要不符"}
            assert not unsealed, {seq: chosen[seq][1] for seq in unsealed}


def test_the_proof_names_the_entry_that_was_changed(forger: Forger) -> None:
    chance = Random(20261123)
    for seq, body in enumerate(forger.bodies(), start=1):
        path = chance.choice(list(leaves(body)))
        with forger.edit("UPDATE entry SET body = ? WHERE stream = ? AND seq = ?", canonical(forged(body, path)).decode(), forger.case, seq):
            assert any(f"第{seq}条：内容与摘要不符" in fault for fault in forger.prove().faults), path


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-09-14T00:00:00.000000+00:00"),
        ("at", "nonsense"),
        ("actor", "somebody"),
        ("command", "Nothing"),
        ("prev", GENESIS[:-1] + "1"),
        ("digest", GENESIS),
        ("seq", 999),
        ("seq", -1),
        ("stream", "office"),
        ("stream", "nowhere"),
        ("body", ""),
        ("body", "[]"),
        ("body", "{}"),
        ("body", "nonsense"),
        ("body", '{"v":1}'),
    ],
)
def test_every_column_of_every_entry_is_held_against_its_content(forger: Forger, column: str, value: object) -> None:
    for row in forger.all("SELECT seq FROM entry WHERE stream = ?", forger.case)[::5]:
        with forger.moment():
            if column == "stream" and value == "office":
                forger.write("DELETE FROM entry WHERE stream = 'office' AND seq = ?", row.seq)
            forger.write(f"UPDATE entry SET {column} = ? WHERE stream = ? AND seq = ?", value, forger.case, row.seq)  # noqa: S608  # Our own names.
            assert forger.prove().faults


def test_a_removed_an_added_and_a_swapped_entry_are_found(forger: Forger) -> None:
    count = len(forger.bodies())
    for seq in (1, 2, count // 2, count):
        with forger.edit("DELETE FROM entry WHERE stream = ? AND seq = ?", forger.case, seq):
            assert forger.prove().faults
        copied = "INSERT INTO entry SELECT stream, ?, at, actor, command, body, prev, digest FROM entry WHERE stream = ? AND seq = ?"
        with forger.edit(copied, count + 1, forger.case, seq):
            assert forger.prove().faults
    for one, other in ((1, 2), (5, 6), (count - 1, count)):
        with forger.moment():
            for old, new in ((one, -1), (other, one), (-1, other)):
                forger.write("UPDATE entry SET seq = ? WHERE stream = ? AND seq = ?", new, forger.case, old)
            assert forger.prove().faults


def test_a_shortened_journal_is_found(forger: Forger) -> None:
    for seq in (1, 7, len(forger.bodies())):
        with forger.edit("DELETE FROM entry WHERE stream = ? AND seq >= ?", forger.case, seq):
            assert any("末条与案件所记的链尾不符" in fault for fault in forger.prove().faults)


def test_a_tail_that_was_forged_with_all_its_digests_does_not_meet_the_head(forger: Forger) -> None:
    for seq in (1, 12, len(forger.bodies())):
        with forger.moment():
            _rechain(forger, seq, lambda body: body | {"command": "Forged"})
            assert [fault for fault in forger.prove().faults if "末条与案件所记的链尾不符" in fault]


def test_forged_facts_do_not_give_the_tables_even_with_the_head_forged(forger: Forger) -> None:
    unseen = []
    for seq, body in enumerate(forger.bodies(), start=1):
        told = [(number, name) for number, fact in enumerate(body["facts"]) for name in ("fine", "decided_on", "amount", "served_on") if name in fact]
        for number, name in told:
            with forger.moment():
                head = _rechain(forger, seq, partial(forged, path=("facts", number, name)))
                forger.write("UPDATE 'case' SET head_digest = ? WHERE id = ?", head, forger.case)
                if not forger.prove().faults:
                    unseen.append((seq, number, name))
    assert unseen == []


@pytest.mark.parametrize("place", [("engine",), ("format",), ("instances",)])
def test_what_ran_the_procedures_cannot_be_forged_even_with_the_head(forger: Forger, place: tuple[str | int, ...]) -> None:
    _nobody_believes(forger, place)


@pytest.mark.parametrize("place", [("stimuli", 0, "task"), ("state",), ("ids",), ("bundle",), ("stimuli",), ("operations",)])
def test_what_the_process_saw_cannot_be_forged_even_with_the_head(forger: Forger, place: tuple[str | int, ...]) -> None:
    _nobody_believes(forger, ("instances", forger.case, *place))


def _nobody_believes(forger: Forger, place: tuple[str | int, ...]) -> None:
    """Forge a place of what the process saw in every fourth entry that moved it, chain and head with it; the proof finds every one."""
    moved = [(seq, body["process"]["instances"]) for seq, body in enumerate(forger.bodies(), start=1) if body["process"]]
    seqs = [seq for seq, instances in moved if instances[forger.case]["stimuli"][0]["kind"] != "start"]
    for seq in seqs[::4]:
        with forger.moment():
            head = _rechain(forger, seq, lambda body: forged(body, ("process", *place)))
            forger.write("UPDATE 'case' SET head_digest = ? WHERE id = ?", head, forger.case)
            assert forger.prove().faults


def test_changed_personal_texts_and_salts_are_found(forger: Forger) -> None:
    for row in forger.all("SELECT commitment FROM personal WHERE stream = ? AND value IS NOT NULL", forger.case)[::3]:
        for change in ("value = '\"李四\"'", "value = 'nonsense'", "salt = 'salt'", "commitment = 'x' || commitment", "stream = 'nowhere'"):
            with forger.edit(f"UPDATE personal SET {change} WHERE commitment = ?", row.commitment):  # noqa: S608  # Our own words.
                assert forger.prove().faults, change


def test_an_erased_personal_text_leaves_the_chain_whole(forger: Forger) -> None:
    with forger.edit("UPDATE personal SET value = NULL WHERE stream = ?", forger.case):
        assert not forger.chain()


def test_the_database_itself_refuses_to_change_or_remove_an_entry(office: Office) -> None:
    case = office.open()
    for statement in ("UPDATE entry SET body = '{}' WHERE stream = ?", "DELETE FROM entry WHERE stream = ?"):
        with office.house.database.writing() as connection, pytest.raises(IntegrityError, match="append-only"):
            connection.exec_driver_sql(statement, (case,))
    assert office.faults() == []


def _rechain(forger: Forger, first: int, change: Callable[[Any], Any]) -> str:
    """Change an entry and make the digests of it and of all after it consistent; return the new last digest."""
    rows = forger.all("SELECT seq, body, prev FROM entry WHERE stream = ? AND seq >= ? ORDER BY seq", forger.case, first)
    previous = str(rows[0].prev)
    for row in rows:
        body = orjson.loads(row.body) | {"prev": previous}
        content = canonical(change(body) if row.seq == first else body)
        previous_before, previous = previous, digest(content)
        statement = "UPDATE entry SET body = ?, prev = ?, digest = ?, command = ? WHERE stream = ? AND seq = ?"
        forger.write(statement, content.decode(), previous_before, previous, orjson.loads(content)["command"], forger.case, row.seq)
    return previous
