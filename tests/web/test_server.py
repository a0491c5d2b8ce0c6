"""What is done before the first request: an older database gets the law that came with a newer version of the program."""

from pathlib import Path

from engine.actor import SYSTEM
from engine.commands.law import PublishLaw
from engine.commands.user import RegisterUser
from engine.law.benchmark import RULES
from engine.law.seed import seeds
from engine.model import LawVersion
from engine.store import tables
from tests.office import settings
from web.house import House, open_house
from web.server import prepared


def published(house: House) -> list[str]:
    """The versions by the order in which they were published."""
    with house.database.reading() as connection:
        rows = tables.rows(connection, LawVersion, tables.TABLES["law_version"].select().order_by(tables.TABLES["law_version"].c.number))
    return [f"{row.kind}/{row.name}" for row in rows]


def test_an_older_demonstration_gets_the_law_that_it_lacks_once(tmp_path: Path) -> None:
    older = open_house(settings(tmp_path))
    for seed in seeds():
        if seed.name not in RULES:
            older.engine.execute(PublishLaw(kind=seed.kind, name=seed.name, valid_from=seed.valid_from, text=seed.content.decode()), SYSTEM)
    older.engine.execute(RegisterUser(login="taoran", name="陶然", roles=("legal_office",), demonstration=True), SYSTEM)
    before = published(older)
    older.close()
    house = prepared(settings(tmp_path), print)
    after = published(house)
    house.close()
    assert after[: len(before)] == before
    assert sorted(after[len(before) :]) == sorted(f"discretion/{name}" for name in RULES)
    again = prepared(settings(tmp_path), print)
    assert published(again) == after
    again.close()
