"""The form that hands a case to the police: what is secret is offered too, and says how it is handed over."""

from tests.engine.commands.test_police_transfer import suspect
from tests.office import Office
from tests.web.desk import Desk
from tests.web.pages.test_collaboration import PICTURE


def test_what_is_secret_is_offered_to_the_police_with_a_mark(office: Office) -> None:
    case = office.play_s2(until="investigation")
    desk = Desk(office, "zhouyan")
    desk.upload(case, PICTURE, secrecy="trade")
    suspect(office, case)
    office.submit("limin", case, "decide_transfer", approved="true", capacity="presiding", opinion="同意。")
    page = desk.get(f"/cases/{case}/tasks/{office.task(case, 'deliver_crime')}")
    assert "涉及商业秘密，专人移交" in page.text
    assert office.file(case).evidence[-1].id in page.values('//input[@name="materials"][@checked]')
