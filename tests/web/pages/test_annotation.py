from engine.commands.evidence import AddEvidence
from tests.course import drive
from tests.engine.citizen import citizen, resident_id
from tests.office import Office
from tests.web.desk import Desk
from web.scenario.sample import sample_file

RECORDS = {"evidence_sheet", "evidence_request", "inquiry", "sampling", "extraction", "address_confirmation"}
"""What is recorded where it happens, once both officers are there."""

SCRIPT = "<script>alert(1)</script>"


def test_a_note_of_each_kind_is_written_and_stands_on_the_page(office: Office) -> None:
    case, other = office.open(), office.open(party=citizen())
    desk = Desk(office, "zhouyan")
    notes = {
        "participant": ({"role": "guardian", "name": "王建国", "relation": "父亲", "phone": "13900005678"}, "participants", "王建国父亲"),
        "joint_party": ({"kind": "person", "name": "李明", "id_number": resident_id("19900101"), "part": "搬运。"}, "party", "李明共同当事人"),
        "case_link": ({"other": other, "kind": "related", "reason": "同一条街。"}, "links", "其他有关：同一条街。"),
        "comment": ({"text": "请补拍。"}, "comments", "请补拍。"),
    }
    for kind, (typed, anchor, words) in notes.items():
        page = desk.fill(f"/cases/{case}/note/{kind}", **typed)
        assert (page.status, page.headers["Location"]) == (303, f"/cases/{case}#{anchor}"), kind
        assert words in desk.get(f"/cases/{case}").text
    assert office.faults() == []


def test_what_is_recorded_on_the_spot_stands_among_evidence_and_papers(office: Office) -> None:
    case = drive(office, office.open(), "investigation")
    desk, evidence = Desk(office, "zhouyan"), office.evidence(case)
    spot = {"shown": "on", "held_time": "09:30", "place": "湖滨路18号", "presence": "signed"}
    sample = {"items.0.name": "滤网", "items.0.quantity": "2片", "items.0.base": "12片", "items.0.sealing": "加贴封条"}
    asked = {"told": "on", "began": "09:30", "ended": "10:15", "name": "何秀兰", "role": "representative", "challenge": "none", "signed": "signed"}
    answers = {"answers.0.question": "何时停用？", "answers.0.answer": "九月一日。", "purpose": "停用时间"}
    records: dict[str, tuple[dict[str, str], str]] = {
        "inquiry": ({"shown": "on", "place": "湖滨路18号"} | asked | answers, "询问笔录（何秀兰）"),
        "sampling": (spot | {"purpose": "检测", "method": "随机抽取。"} | sample, "江城管抽字〔2026〕第0001号"),
        "extraction": (
            spot | {"holder": "何秀兰", "source": "收银电脑", "method": "复制。", "evidence": evidence},
            "电子数据提取笔录",
        ),
        "evidence_request": (
            {"shown": "on", "holder": "江川供电公司", "purpose": "停用的时间", "items": "用电记录", "until": "2027-09-30"},
            "江城管调字〔2026〕第0001号",
        ),
        "address_confirmation": (
            {"name": "何秀兰", "relation": "representative", "address": "湖滨路18号", "phone": "13900005678", "signed": "on"},
            "江城管送字〔2026〕第0001号",
        ),
    }
    for kind, (typed, words) in records.items():
        page = desk.post(f"/cases/{case}/note/{kind}", typed)
        assert page.status == 303, page.text
        assert words in desk.get(f"/cases/{case}").text
    [record] = [paper for paper in office.file(case).documents if paper.code == "D04"]
    assert f"/documents/{record.id}.pdf" in desk.get(f"/cases/{case}").source.split('id="evidence"')[1].split("</section>")[0]
    assert office.faults() == []


def test_what_is_wrong_comes_back_with_what_was_typed(office: Office) -> None:
    case = office.open()
    desk = Desk(office, "zhouyan")
    page = desk.fill(f"/cases/{case}/note/participant", role="guardian", name="王建国")
    assert page.status == 422
    assert "监护人、代理人、继承人须写明与当事人的关系" in page.text
    assert 'value="王建国"' in page.source
    assert desk.fill(f"/cases/{case}/note/case_link", other="江城管立字〔2026〕第9999号", kind="related").status == 422
    assert desk.get(f"/cases/{case}/note/task").status == 404


def test_another_case_is_found_by_its_number_or_its_party(office: Office) -> None:
    first, second = drive(office, office.open(), "investigation"), office.open(party=citizen())
    number, desk = office.file(first).case.number, Desk(office, "zhouyan")
    address = f"/cases/{second}/note/case_link"
    assert not desk.get(address).values('//input[@type="radio" and @name="other"]'), "the party has no other case"
    for words in (number, "炊烟里"):
        found = desk.get(f"{address}?q={words}")
        assert found.values('//input[@type="radio" and @name="other"]') == [number]
        assert f"炊烟里餐饮(江川)有限公司餐饮油烟超标，{number}，办理中" in found.text
    assert "没有查到与“王五”有关的案件" in desk.get(f"{address}?q=王五").text
    unfiled = desk.get(f"/cases/{first}/note/case_link?q=王德顺")
    assert unfiled.values('//input[@type="radio" and @name="other"]') == [second], "a case without a number goes by its id, which nobody types"
    refused = desk.fill(f"{address}?q=炊烟里", other=number or "", kind="")
    assert (refused.status, refused.values('//input[@name="other" and @checked]')) == (422, [number])
    assert desk.fill(f"{address}?q=炊烟里", other=number or "", kind="related").status == 303
    assert [linked.other and linked.other.id for linked in office.file(second).links] == [first]
    other = office.open(by="hechuan")
    assert other not in desk.get(f"{address}?q=炊烟里").source, "of what is out of reach nothing is told"


def test_names_and_comments_are_text_and_never_markup(office: Office) -> None:
    case = office.open()
    office.note(case, "comment", text=f"{SCRIPT}\n第二行")
    office.note(case, "participant", role="witness", name=SCRIPT)
    office.note(case, "joint_party", **citizen(name=SCRIPT), part=SCRIPT)
    office.evidence(case, name=SCRIPT)
    source = Desk(office, "zhouyan").get(f"/cases/{case}").source
    assert SCRIPT not in source
    assert source.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 5


def test_only_who_may_write_is_offered_to(office: Office) -> None:
    case = drive(office, office.open(), "investigation")
    offered = {
        "zhouyan": {"participant", "joint_party", "case_link", "comment", *RECORDS},
        "wumin": {"participant", "joint_party", "case_link", "comment", *RECORDS},
        "limin": {"case_link", "comment"},
        "zhengkai": {"case_link", "comment"},
        "guqing": set(),
    }
    for login, kinds in offered.items():
        page = Desk(office, login).get(f"/cases/{case}")
        assert {link.rpartition("/")[2] for link in page.links(f"/cases/{case}/note/")} == kinds, login
    assert Desk(office, "hechuan").get(f"/cases/{case}/note/comment").status == 404


def test_a_party_is_put_right_on_the_version_that_was_seen(office: Office) -> None:
    case = office.open(party=citizen())
    desk, party = Desk(office, "zhouyan"), office.file(case).parties[0].id
    address = f"/cases/{case}/parties/{party}"
    stale = {"_version": str(office.file(case).case.version), **citizen(), "kind": "person", "name": "王得顺", "told_by": "本人", "reason": "写错。"}
    assert 'value="王德顺"' in desk.get(address).source
    assert desk.fill(address, name="王得顺", told_by="本人", reason="写错。").status == 303
    assert office.file(case).parties[0].name == "王得顺"
    assert desk.post(address, stale).status == 409
    assert desk.get(f"/cases/{case}/parties/{case}").status == 404
    assert Desk(office, "hechuan").get(address).status == 404


def test_a_minor_without_a_guardian_is_said_first_of_all(office: Office) -> None:
    case = office.open(party=citizen("20130302", "小明"))
    desk = Desk(office, "zhouyan")
    page = desk.get(f"/cases/{case}")
    assert page.source.index("还没有登记监护人") < page.source.index('id="flow"')
    assert '<option value="guardian" selected>' in desk.get(f"/cases/{case}/note/participant?role=guardian").source
    office.note(case, "participant", role="guardian", name="王建国", relation="父亲", phone="13900005678")
    assert "还没有登记监护人" not in desk.get(f"/cases/{case}").text


def test_a_joint_party_gets_a_case_of_its_own_with_the_same_facts(office: Office) -> None:
    case = office.open(place="湖滨路18号", description="油烟扰民")
    office.note(case, "joint_party", **citizen(), part="提供设备。")
    desk = Desk(office, "zhouyan")
    page = desk.get(f"/cases/{case}")
    assert "共同当事人王德顺还没有另案" in page.text
    address = next(link for link in page.links("/cases/new") if "party=" in link)
    made = desk.fill(address)
    assert made.status == 303
    beside = office.file(made.headers["Location"].rpartition("/")[2])
    assert (beside.case.place, beside.case.description, beside.parties[0].name) == ("湖滨路18号", "油烟扰民", "王德顺")
    assert "还没有另案" not in desk.get(f"/cases/{case}").text
    assert [link.link.kind for link in office.file(case).links] == ["joint"]
    assert Desk(office, "hechuan").get(address).status == 404
    assert Desk(office, "hechuan").post(f"/cases/new?beside={case}", {"cause": "JC04"}).status in {404, 422}


def test_who_complained_is_on_the_page_of_those_only_who_must_know(office: Office) -> None:
    case = drive(office, office.open(), "investigation")
    office.note(case, "participant", role="complainant", name="何静怡", phone="13911112222")
    for login, known in {"zhouyan": True, "wumin": True, "limin": False, "hanlei": False, "zhengkai": False}.items():
        page = Desk(office, login).get(f"/cases/{case}")
        assert ("何静怡" in page.text) is known, login
        assert ("13911112222" in page.text) is known, login
        assert "投诉举报人" in page.text


def test_an_order_to_stop_is_offered_where_the_article_says_so(office: Office) -> None:
    case = drive(office, office.open(cause="JC24"), "case_filing")
    desk, address = Desk(office, "zhouyan"), f"/cases/{case}/note/stop_order"
    assert address in desk.get(f"/cases/{case}").links(address)
    assert '<option value="felling">' in desk.get(address).source
    found = {"shown": "on", "held_time": "10:20", "place": "书院巷", "facts": "正在砍伐。", "limb": "felling", "demand": "停止砍伐"}
    assert desk.post(address, found).status == 303
    assert "江城管责停字〔2026〕第0001号" in desk.get(f"/cases/{case}").text
    assert office.waiting(case) == ["case_filing", "serve"]


def test_only_pictures_are_offered_for_the_sheet(office: Office) -> None:
    case = office.open()
    picture = office.evidence(case)
    content, file_name = sample_file("检测报告.pdf", "检测报告")
    report = AddEvidence(case_id=case, kind="appraisal", name="检测报告", purpose="排放浓度", file_name=file_name, content=content)
    paper = office.house.engine.execute(report, office.actor("zhouyan"))
    page = Desk(office, "zhouyan").get(f"/cases/{case}/note/evidence_sheet").source
    assert f'value="{picture}"' in page
    assert f'value="{paper}"' not in page
