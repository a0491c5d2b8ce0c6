from tests.office import Office
from tests.web.desk import Desk


def test_a_squad_leader_puts_another_second_in_who_confirms(office: Office) -> None:
    case = office.play_s2(until="investigation")
    leader = Desk(office, "hanlei")
    assert f"/cases/{case}/officer" in leader.get(f"/cases/{case}").links("/cases/")
    page = leader.fill(f"/cases/{case}/officer", part="second", person="zhengkai", reason="")
    assert (page.status, "郑凯" in page.text) == (422, True)
    assert leader.fill(f"/cases/{case}/officer", part="second", person="zhengkai", reason="协办外出培训。").status == 303
    assert "协办郑凯（未确认）" in leader.get(f"/cases/{case}").text
    second = Desk(office, "zhengkai")
    assert "等您确认" in second.get(f"/cases/{case}").text
    assert second.fill(f"/cases/{case}").status == 303
    page = second.get(f"/cases/{case}")
    assert "郑凯（未确认）" not in page.text
    assert "协办外出培训。" in page.text


def test_only_superiors_are_offered_the_form(office: Office) -> None:
    case = office.open()
    officer = Desk(office, "zhouyan")
    assert f"/cases/{case}/officer" not in officer.get(f"/cases/{case}").links("/cases/")
    assert officer.post(f"/cases/{case}/officer", {"part": "lead", "person": "zhengkai", "reason": "想换。"}).status == 403
    assert Desk(office, "yanbing").get(f"/cases/{case}/officer").status == 404
