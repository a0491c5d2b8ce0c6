"""Records of devices as somebody at the desk and the public see them."""

from tests.office import Office
from tests.web.desk import Desk
from tests.web.visitor import Visitor


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
    assert "荷塘路南口抓拍机（江川市东湖区荷塘路与滨河路交叉口）" in desk.get(f"/cases/{case}/start/capture").text
    record = {"device": "DH-0001", "captured_on": "2026-09-14", "captured_time": "07:12", "records": "1", "matched": "车辆登记核对。"}
    assert desk.fill(f"/cases/{case}/start/capture", **record).status == 303
    reviewer = Desk(office, "shenyanqiu")
    assert "设备记录真实、清晰、完整、准确吗？" in reviewer.get(reviewer.task(case, "audit_capture")).text
    assert office.faults() == []
