"""Records of devices as somebody at the desk and the public see them."""

from engine.commands.device import CalibrateDevice, RetireDevice
from tests.course import do, drive, today
from tests.engine.commands.test_device import set_up
from tests.office import Office
from tests.web.desk import Desk
from tests.web.visitor import Visitor
from web import jobs


def test_the_public_reads_where_the_agency_watches_and_where_not_yet(office: Office) -> None:
    page = Visitor(office.house).get("/public/devices")
    assert "江川市东湖区荷塘路与滨河路交叉口" in page.text
    assert "工业路" not in page.text, "it was neither reviewed whole nor published"
    assert "道路交通安全法第一百一十四条" in page.text


def test_an_officer_chooses_the_device_and_the_auditor_is_asked_about_the_record(office: Office) -> None:
    case = office.open(source="remote", cause="JC13")
    office.submit("zhouyan", case, "verification", record="丈量。", facts="遗撒渣土。", finding="file", second="wumin")
    office.submit("wumin", case, "confirm_verification", confirmed="true")
    office.evidence(case, "抓拍照片")
    desk = Desk(office, "zhouyan")
    offered = desk.get(f"/cases/{case}/start/capture").text
    assert "荷塘路南口抓拍机（抓拍监控，江川市东湖区荷塘路与滨河路交叉口）" in offered
    assert "工业路北段抓拍机" not in offered, "it was never published"
    record = {"device": "DH-0001", "captured_on": "2026-09-14", "captured_time": "07:12", "records": "1", "matched": "车辆登记核对。"}
    assert desk.fill(f"/cases/{case}/start/capture", **record).status == 303
    reviewer = Desk(office, "shenyanqiu")
    assert "设备记录真实、清晰、完整、准确吗？" in reviewer.get(reviewer.task(case, "audit_capture")).text
    office.house.engine.execute(RetireDevice(code="DH-0001", data={"reason": "拆除。"}), office.actor("shiwei"))
    assert "（抓拍监控，江川市东湖区荷塘路与滨河路交叉口，已停用）" in desk.get(f"/cases/{case}/start/capture").text, (
        "what it took before is evidence"
    )
    assert office.faults() == []


def test_only_devices_that_collect_the_cause_are_offered(office: Office) -> None:
    set_up(office)
    noise, fumes = office.open(source="remote", cause="JC16"), office.open(source="remote", cause="JC04")
    desk = Desk(office, "zhouyan")
    offered = desk.get(f"/cases/{noise}/start/capture")
    assert offered.texts('//select[@name="device"]/option') == ["请选择", "荷塘路噪声监测仪（噪声监测，江川市东湖区荷塘路18号）"]
    assert "其他设备的记录不能作为本案的证据" in desk.get(f"/cases/{fumes}/start/capture").text


def test_a_refused_record_names_what_the_device_may_collect(office: Office) -> None:
    case = office.open(source="remote", cause="JC16")
    office.evidence(case, "抓拍照片")
    record = {"device": "DH-0001", "captured_on": "2026-09-14", "captured_time": "07:12", "records": "1", "matched": "车辆登记核对。"}
    desk = Desk(office, "zhouyan")
    assert "登记的设备中没有采集“商业经营、社会生活噪声污染”的" in desk.get(f"/cases/{case}/start/capture").text
    refused = desk.post(f"/cases/{case}/start/capture", record)
    assert "只依照道路交通安全法114采集运输渣土等散装、流体物料未密闭（JC13）的违法事实" in refused.text


def test_a_device_is_registered_reviewed_and_published_on_its_pages(office: Office) -> None:
    leader = Desk(office, "hanlei")
    typed = {"code": "DH-0003", "name": "荷塘路噪声监测仪", "kind": "noise", "place": "荷塘路18号", "rank": "法律", "basis": "噪声污染防治法 87"}
    refused = leader.fill("/devices/new", **typed)
    assert (refused.status, "至少选一个案由" in refused.text, "荷塘路18号" in refused.source) == (422, True, True)
    form = leader.get("/devices/new")
    assert form.texts('//label[input[@name="causes" and @value="JC16"]]') == ["JC16商业经营、社会生活噪声污染"]
    again = leader.fill("/devices/new", causes=["JC16", "JC13"], **typed | {"place": ""})
    assert [label[:4] for label in again.texts('//label[input[@name="causes" and @checked]]')] == ["JC13", "JC16"], "what was ticked stays"
    assert leader.fill("/devices/new", causes="JC16", **typed).status == 303
    assert "商业经营、社会生活噪声污染" in leader.get("/devices/DH-0003").text
    assert "待审核" in leader.get("/devices/DH-0003").text
    assert Desk(office, "zhouyan").get("/devices/new").status == 403
    for login, act in (("shenyanqiu", "law"), ("shiwei", "technical")):
        desk = Desk(office, login)
        assert desk.post(f"/devices/DH-0003/{act}", {"passed": "true"}).status == 422
        assert desk.post(f"/devices/DH-0003/{act}", {"passed": "true", "opinion": "符合规定。"}).status == 303
    publisher = Desk(office, "songjia")
    blocked = publisher.post("/devices/DH-0003/publish")
    assert (blocked.status, "没有在有效期内的检定、校准证书" in blocked.text) == (409, True)
    certificate = {"certificate": "JD-1", "issuer": "江川市计量所", "valid_from": "2026-09-01", "valid_until": "2027-08-31"}
    assert leader.post("/devices/DH-0003/certificate", certificate | {"valid_until": "2026-08-01"}).status == 422
    early = leader.post("/devices/DH-0003/certificate", certificate)
    assert (early.status, "须由系统管理员（技术审核）核对原件后登记" in early.text, "JD-1" in early.source) == (409, True, True)
    other = Desk(office, "jiangtao")
    assert [word in other.get("/devices/DH-0003").text for word in ("登记检定、校准证书", "停用设备", "韩磊，东湖区")] == [False, False, True]
    assert Desk(office, "shiwei").post("/devices/DH-0003/certificate", certificate).status == 303
    assert publisher.post("/devices/DH-0003/publish").status == 303
    assert "荷塘路18号" in Visitor(office.house).get("/public/devices").text
    assert leader.post("/devices/DH-0003/end", {"reason": "拆除。"}).status == 303
    assert "荷塘路18号" not in Visitor(office.house).get("/public/devices").text
    assert [leader.post(f"/devices/{where}").status for where in ("DH-0003/dance", "DH-0009/publish")] == [404, 403]
    log = Desk(office, "shijian").get("/office").text
    assert "登记监控设备荷塘路噪声监测仪（DH-0003，噪声监测）" in log
    assert "停用监控设备荷塘路噪声监测仪（DH-0003）：拆除。" in log


def test_the_party_is_told_on_paper_and_in_public_without_its_name(office: Office) -> None:
    case = office.open(source="remote", cause="JC13")
    office.evidence(case, "抓拍照片")
    record = {"device": "DH-0001", "captured_on": "2026-09-14", "captured_time": "07:12", "records": "1", "matched": "车辆登记核对。"}
    office.start("zhouyan", case, "capture", **record)
    office.submit("shenyanqiu", case, "audit_capture", genuine="on", clear="on", whole="on", accurate="on", result="kept")
    [notice] = [paper for paper in office.file(case).documents if paper.code == "D05-1"]
    office.paper_everything()
    public = Visitor(office.house).get(f"/public/check/{notice.token}").text
    assert all(word in public for word in ("荷塘路南口抓拍机", "2026年9月14日07:12", "请立即停止并改正", "陈述、申辩"))
    assert "炊烟里" not in public
    assert office.faults() == []


def test_a_corrected_certificate_puts_the_record_before_its_auditor_again(office: Office) -> None:
    case = office.open(source="remote", cause="JC13", discovered_on=today(office))
    certificate = {"certificate": "JD-7", "issuer": "江川市计量所", "valid_from": "2026-01-01", "valid_until": "2026-12-31"}
    office.house.engine.execute(CalibrateDevice(code="DH-0001", data=certificate), office.actor("shiwei"))
    drive(office, case, "investigation")
    office.evidence(case, "抓拍照片")
    record = {"device": "DH-0001", "captured_on": "2026-09-14", "captured_time": "07:12", "records": "1", "matched": "车辆登记核对。"}
    office.start("zhouyan", case, "capture", **record)
    office.submit("shenyanqiu", case, "audit_capture", genuine="on", clear="on", whole="on", accurate="on", result="kept")
    do(office, case, "investigation")
    do(office, case, "investigation_report", measured="20", limit=None, fine="8500")
    office.at("2026-09-21 09:00")
    office.house.engine.execute(CalibrateDevice(code="DH-0001", data=certificate | {"valid_until": "2026-09-13"}), office.actor("shiwei"))
    jobs.drain_outbox(office.house)
    assert office.waiting(case) == ["confirm_report", "review_capture", "serve"]
    second, reviewer = Desk(office, "wumin"), Desk(office, "shenyanqiu")
    assert "设备记录正在重新审核证据1：审核以前不能作出决定" in second.get(second.task(case, "confirm_report")).text
    assert "须复核" in second.get(f"/cases/{case}").text
    page = reviewer.get(reviewer.task(case, "review_capture"))
    assert "设备记录还能作为证据吗？" in page.text
    office.submit("shenyanqiu", case, "review_capture", genuine="on", clear="on", whole="on", result="excluded", reason="没有证书。")
    assert "须退回，重新评定证据1的设备记录重新审核以后不再作为证据" in second.get(second.task(case, "confirm_report")).text
    lead = Desk(office, "zhouyan")
    assert "没有这份记录，案件怎么办下去？" in lead.get(lead.task(case, "handle_exclusion")).text
    jobs.drain_outbox(office.house)
    assert office.waiting(case) == ["confirm_report", "handle_exclusion", "serve"], "what was taken off is not doubted again"
    assert office.faults() == []
