from tests.engine.citizen import citizen
from tests.office import Office
from tests.web.desk import Desk

AGENT = {"role": "agent", "name": "陈明", "relation": "职工", "authority": "general", "phone": "13900005678"}


def test_a_participant_is_put_right_and_struck_off_on_the_page(office: Office) -> None:
    case = office.open()
    office.note(case, "participant", **AGENT)
    desk, person = Desk(office, "zhouyan"), office.file(case).participants[0].id
    address = f"/cases/{case}/participants/{person}"
    assert 'value="陈明"' in desk.get(address).source
    page = desk.fill(address, name="陈铭")
    assert page.status == 422
    assert "必须填写由谁告知" in page.text
    assert desk.fill(address, name="陈铭", told_by="本人", reason="写错。").status == 303
    assert desk.fill(f"{address}/strike", ground="agency_ended", struck_on="2026-09-14", told_by="何秀兰", reason="解除委托。").status == 303
    page = desk.get(f"/cases/{case}")
    for words in ("2026年9月14日起除名", "变更记录2次", "变更以前姓名或者名称：陈明", "代理权限：一般代理", "何秀兰告知", "解除委托。"):
        assert words in page.text, words
    assert f"{address}/strike" not in page.source
    assert desk.get(f"/cases/{case}/participants/{case}").status == 404
    assert desk.get(f"{address}/capacity").status == 404
    assert Desk(office, "hechuan").get(address).status == 404


def test_who_lost_capacity_is_shown_to_need_a_guardian(office: Office) -> None:
    case = office.open(party=citizen())
    office.evidence(case)
    desk, party = Desk(office, "zhouyan"), office.file(case).parties[0].id
    address = f"/cases/{case}/parties/{party}/capacity"
    assert address in desk.get(f"/cases/{case}").source
    evidence = office.file(case).evidence[0].id
    done = desk.fill(address, capacity="none", source="court", found_on="2026-09-01", evidence=evidence, reason="判决书。")
    assert done.status == 303
    page = desk.get(f"/cases/{case}")
    assert "当事人是成年的无民事行为能力人，还没有登记监护人" in page.text
    office.note(case, "participant", role="guardian", name="王秀英", relation="配偶", phone="13900005678")
    assert "还没有登记监护人" not in desk.get(f"/cases/{case}").text


def test_a_superior_strikes_a_joint_party_off(office: Office) -> None:
    case = office.open()
    office.note(case, "joint_party", **citizen(), part="共同经营")
    joint = office.file(case).parties[1].id
    address = f"/cases/{case}/parties/{joint}/strike"
    assert address not in Desk(office, "zhouyan").get(f"/cases/{case}").source
    leader = Desk(office, "hanlei")
    assert address in leader.get(f"/cases/{case}").source
    assert leader.fill(address, ground="mistaken", struck_on="2026-09-14", told_by="何秀兰", reason="不是经营者。").status == 303
    assert "2026年9月14日起除名" in leader.get(f"/cases/{case}").text
