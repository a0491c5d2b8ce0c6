from base64 import urlsafe_b64encode

from tests.office import Office
from tests.web.api.machine import Machine, code


def test_a_list_skips_nothing_and_tells_nothing_twice_while_cases_come(office: Office) -> None:
    cases = []
    for hour in range(9, 14):
        office.at(f"2026-09-14 {hour:02}:30")
        cases.append(office.open())
    machine = Machine(office, "zhouyan")
    first = machine.told("/cases?limit=2")
    office.at("2026-09-14 15:00")
    newest = office.open()
    office.evidence(cases[1])
    second = machine.told(f"/cases?limit=2&cursor={first['next']}")
    third = machine.told(f"/cases?limit=2&cursor={second['next']}")
    assert [row["case"]["id"] for page in (first, second, third) for row in page["items"]] == cases[::-1]
    assert third["next"] is None
    assert machine.told("/cases?limit=1")["items"][0]["case"]["id"] == newest


def test_cases_of_one_instant_are_told_each_once(office: Office) -> None:
    cases = {office.open() for _ in range(5)}
    told = [row["case"]["id"] for row in Machine(office, "zhouyan").walk("/cases", limit=2)]
    assert len(told) == 5
    assert set(told) == cases


def test_every_list_goes_on_where_it_stopped(office: Office) -> None:
    office.play_s2(until="decide")
    office.open()
    machine = Machine(office, "zhouyan")
    for address in (
        "/forms",
        "/causes",
        "/people",
        "/work",
        "/searches",
        "/publications",
        f"/cases/{machine.walk('/cases')[0]['case']['id']}/timeline",
    ):
        assert machine.walk(address, limit=2) == machine.walk(address, limit=100), address


def test_a_published_decision_is_listed(office: Office) -> None:
    office.play_s2()
    machine = Machine(office, "zhouyan")
    (published,) = machine.walk("/publications")
    assert machine.told(f"/publications/{published['id']}")["publication"] == published
    assert machine.walk("/publications?text=并不存在") == []


def test_a_cursor_that_was_never_given_out_is_refused(office: Office) -> None:
    machine = Machine(office, "zhouyan")
    strange = ["[]", '["a","b"]', "[" * 700, *(f'["{day}","x"]' for day in ("0001-01-01T00:00:00+23:00", "2026-09-14T09:00:00", "2026-09-14\\u0000"))]
    for address in ("/cases", "/publications", "/forms", "/work"):
        for cursor in ("x", "....", "密", *(urlsafe_b64encode(text.encode()).decode() for text in strange)):
            assert code(machine.get(f"{address}?cursor={cursor}"), 422) == "invalid_input"
