import pytest

from engine.commands.draft import SaveDraft
from engine.queries.draft import FindDraft
from tests.office import Office
from tests.web.desk import Desk


def put(desk: Desk, place: str, body: object) -> int:
    headers = {"X-CSRFToken": desk.token(), "X-Requested-With": "fetch"}
    return desk.client.put(f"/drafts/{place}", json=body, headers=headers).status_code


def test_a_draft_belongs_to_its_author(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert put(desk, "task:1", {"facts": "写到一半", "evidence": ["a", "b"]}) == 200
    mine = office.house.engine.ask(FindDraft(place="task:1"), office.actor("zhouyan"))
    assert mine is not None
    assert mine.data == {"facts": "写到一半", "evidence": ["a", "b"]}
    assert office.house.engine.ask(FindDraft(place="task:1"), office.actor("wumin")) is None


@pytest.mark.parametrize("body", [[], "text", {"facts": 3}, {"facts": {"deep": "text"}}])
def test_what_is_no_form_is_no_draft(office: Office, body: object) -> None:
    assert put(Desk(office, "zhouyan"), "task:1", body) == 400


def test_a_draft_without_end_is_refused(office: Office) -> None:
    assert put(Desk(office, "zhouyan"), "task:1", {"facts": "长" * 100_000}) == 422


def test_drafts_leave_no_trace_in_the_journal(office: Office) -> None:
    before = office.faults()
    put(Desk(office, "zhouyan"), "task:1", {"facts": "写到一半"})
    assert office.faults() == before == []


def test_a_registered_clue_leaves_nothing_for_the_next_one(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert put(desk, "new-case", {"description": "线上的草稿一"}) == 200
    assert "线上的草稿一" in desk.get("/cases/new").text
    office.open()
    assert "线上的草稿一" not in desk.get("/cases/new").text


def test_a_page_opens_with_the_draft_of_a_program(office: Office) -> None:
    data = {"grid": 999001001002003, "party": {"name": "刘大河"}}
    office.house.engine.execute(SaveDraft(place="new-case", data=data), office.actor("zhouyan"))
    page = Desk(office, "zhouyan").get("/cases/new")
    assert page.status == 200
    assert all(f'value="{shown}"' in page.source for shown in ("999001001002003", "刘大河"))
