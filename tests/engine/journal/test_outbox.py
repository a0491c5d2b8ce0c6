"""The outbox: the oldest first, each by lease, tried again with growing pauses, dead after eight attempts."""

from datetime import timedelta

from sqlalchemy import Connection

from engine.journal import outbox
from engine.journal.outbox import ATTEMPTS, LEASE, Item
from tests.engine.conftest import Reach
from tests.office import START, Office


def claimed(connection: Connection, later: timedelta = timedelta(0), limit: int = 20) -> list[Item]:
    """What is claimed some time after the start."""
    return outbox.claim(connection, START + later, limit)


def test_what_was_issued_waits_in_order_and_is_claimed_once(reach: Reach) -> None:
    office, case = reach("plea")
    with office.house.database.writing() as connection:
        first = claimed(connection, limit=1)
        rest = claimed(connection)
        assert [item.kind for item in (*first, *rest)] == ["render", "render"]
        assert first[0].id < rest[0].id
        assert {item.payload["case"] for item in (*first, *rest)} == {case}
        assert claimed(connection) == []
        assert len(claimed(connection, LEASE + timedelta(seconds=1))) == 2
        outbox.done(connection, first[0])
        assert [item.id for item in claimed(connection, timedelta(hours=1))] == [rest[0].id]


def test_a_failing_item_comes_again_later_and_dies_at_last(reach: Reach) -> None:
    office, _ = reach("serve")
    pause = timedelta(0)
    with office.house.database.writing() as connection:
        for attempt in range(1, ATTEMPTS + 1):
            found = claimed(connection, pause)
            assert len(found) == 1, attempt
            outbox.failed(connection, found[0], "no paper" * 100, START + pause)
            assert claimed(connection, pause + timedelta(seconds=2**attempt - 1)) == []
            pause += timedelta(seconds=2**attempt + 1)
        assert claimed(connection, timedelta(days=9)) == []
        row = connection.exec_driver_sql("SELECT state, length(error) AS size FROM outbox").one()
        assert (row.state, row.size) == ("dead", 500)


def test_a_refused_command_tells_the_world_nothing(office: Office) -> None:
    with office.refusal("invalid_input"):
        office.open(cause="nothing")
    with office.house.database.writing() as connection:
        assert claimed(connection) == []
