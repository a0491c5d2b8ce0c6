from engine.model import OutboxItem
from engine.store import tables
from tests.office import Office
from tests.web.desk import Desk


def test_the_system_administrator_sees_how_it_runs_and_no_case(office: Office) -> None:
    office.open()
    desk = Desk(office, "shiwei")
    assert desk.get("/").headers["Location"] == "/operation"
    page = desk.get("/operation")
    for words in ("案件1件", "队列没有失败是", "ZHIFA_DATABASE", "（已设置）"):
        assert words in page.text, words
    assert "炊烟里" not in page.text
    assert "secret of thirty-two" not in page.text
    assert "炊烟里" not in desk.get("/cases").text
    assert Desk(office, "anquan").get("/operation").status == 403


def test_what_went_wrong_is_said_first(office: Office) -> None:
    with office.house.database.writing() as connection:
        row = {"kind": "render", "stream": "x", "payload": {}, "at": office.clock.now(), "state": "dead", "attempts": 8}
        tables.put(connection, OutboxItem, row)
        connection.commit()
    page = Desk(office, "shiwei").get("/operation")
    assert page.texts("//h1") == ["1处须处理"]
    assert "试过8次" in page.text
