"""What the party must get is served by a procedure of its own: it starts with the paper, or is started for an older one."""

from engine.commands.document import issue
from engine.model import Document
from printing.sample import SAMPLES
from tests.engine.commands.clockwork import working
from tests.office import Office


def made(office: Office, case: str, code: str, *, handed: bool = False) -> Document:
    with working(office, case) as work:
        issue(work, case, code, lambda _, __: SAMPLES[code], handed=handed)
    return next(paper for paper in office.file(case).documents if paper.code == code)


def test_a_paper_is_on_its_way_as_soon_as_it_is_made(office: Office) -> None:
    case = office.play_s2(until="investigation")
    paper = made(office, case, "D10")
    [procedure] = office.file(case).procedures
    assert (procedure.procedure, procedure.subject) == ("delivery", f"{paper.title}{paper.number}")
    with office.refusal("step_not_waiting"):
        office.start("zhouyan", case, "delivery", paper=paper.id)


def test_a_paper_from_before_is_served_when_an_officer_starts_it(office: Office) -> None:
    case = office.play_s2(until="investigation")
    paper = made(office, case, "D09X", handed=True)
    with office.refusal("invalid_input", field="paper"):
        office.start("zhouyan", case, "delivery", paper="江城管鉴字〔2026〕第0099号")
    with office.refusal("step_not_waiting"):
        office.start("zhengkai", case, "delivery", paper=paper.id)
    office.start("wumin", case, "delivery", paper=paper.number)
    assert "serve" in office.waiting(case)
    with office.refusal("step_not_waiting"):
        office.start("zhouyan", case, "delivery", paper=paper.id)


def test_a_paper_for_the_volume_alone_is_not_served(office: Office) -> None:
    case = office.play_s2(until="investigation")
    made(office, case, "D12")
    assert office.file(case).procedures == ()
