from tests.office import Office
from tests.web.desk import Desk


def test_a_document_is_printed_once_and_served_for_ever(office: Office) -> None:
    case = office.play_s2(until="decide")
    desk = Desk(office, "limin")
    [address] = [link for link in desk.get(f"/cases/{case}").links("/documents/") if link.endswith(".pdf")][-1:]
    first, second = (desk.client.get(address) for _ in range(2))
    assert first.mimetype == "application/pdf"
    assert first.get_data().startswith(b"%PDF-")
    assert first.get_data() == second.get_data()
    assert first.headers["Content-Disposition"].startswith("inline; filename*=UTF-8''")


def test_documents_of_another_district_do_not_exist(office: Office) -> None:
    case = office.play_s2(until="decide")
    paper = office.file(case).documents[0].id
    assert Desk(office, "hechuan").get(f"/documents/{paper}.pdf").status == 404
    assert Desk(office, "limin").get("/documents/0.pdf").status == 404
