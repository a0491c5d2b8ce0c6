"""Publishing again: a decision that still stands and was withdrawn by mistake comes back, agreed to by another, for the rest of its term."""

from collections.abc import Mapping
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from engine.actor import Actor
from engine.commands.credit import ExportCreditRow
from engine.commands.public_file import RemovePublicFile
from engine.queries.credit import CreditBatch, CreditRowOfNumber, CreditRows
from engine.queries.disclosure import PreviewPublication
from engine.queries.portal import CheckDocument, PublishedDecision, PublishedDecisions, WithdrawnDecisions
from engine.queries.publication import PublicLifeOf
from tests.course import AGREED, do
from tests.engine.commands.test_public_file import attach
from tests.engine.commands.test_withdrawal import propose, review
from tests.engine.conftest import Reach
from tests.office import Office
from web import public_copy

PUBLIC = Actor(id="public", name="公众")
REASON = "本案的公示被误撤：应撤回的是另一案，处罚决定没有变更。"


@pytest.fixture
def withdrawn(reach: Reach) -> tuple[Office, str]:
    """A decision that was withdrawn from the public though nothing was wrong with it."""
    office, case = reach("archived")
    propose(office, case, ground="mistaken", reason="公示内容有误。")
    review(office, case)
    return office, case


def again(office: Office, case: str, by: str = "songjia", **changes: str) -> str:
    """Propose to publish the decision of a case again."""
    return office.start(by, case, "republication", **{"ground": "wrong_case", "reason": REASON} | changes)


def test_what_was_withdrawn_by_mistake_is_public_again_for_the_rest_of_its_term(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    first = office.file(case).publications[0]
    office.at("2026-10-20 09:00")
    again(office, case)
    office.submit("shenyanqiu", case, "review_republication", **AGREED)
    engine = office.house.engine
    life = engine.ask(PublicLifeOf(case_id=case), office.actor("songjia"))
    old, new = life.publications
    assert (old.id, old.state, new.state) == (first.id, "withdrawn", "published")
    assert (new.published_on, new.first_on, new.until) == (date(2026, 10, 20), first.published_on, first.until)
    assert new.again_reason == REASON
    assert new.content == first.content
    gone = engine.ask(PublishedDecision(publication_id=old.id), PUBLIC).gone
    assert gone is not None
    assert (gone.again, gone.again_on) == (new.id, date(2026, 10, 20))
    assert engine.ask(WithdrawnDecisions(), PUBLIC).rows[0].again == new.id
    assert [shown.id for shown in engine.ask(PublishedDecisions(), PUBLIC).rows] == [new.id]
    token = next(paper.token for paper in office.file(case).documents if paper.code == "D19")
    assert engine.ask(CheckDocument(token=token), PUBLIC).publication == new.id
    assert office.file(case).case.published_on == first.published_on
    assert public_copy.copy_of(office.house, new.id, PUBLIC)[0].copy_sha256 is not None
    assert office.faults() == []


def test_it_can_be_withdrawn_and_published_once_more(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    for _ in range(2):
        again(office, case)
        office.submit("shenyanqiu", case, "review_republication", **AGREED)
        with office.refusal("step_not_waiting"):
            again(office, case)
        propose(office, case)
        review(office, case)
        assert {each.key: each.state for each in office.file(case).clocks}["publication.withdrawal"] == "met"
    assert [shown.state for shown in office.file(case).publications] == ["withdrawn"] * 3
    assert office.faults() == []


def test_another_person_agrees_and_may_say_no(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    with office.refusal("not_allowed"):
        again(office, case, by="zhouyan")
    with office.refusal("publication_blocked", field="reason"):
        again(office, case, reason="当事人电话13900001234。")
    again(office, case)
    with office.refusal("not_allowed"):
        office.submit("songjia", case, "review_republication", **AGREED)
    office.submit("shenyanqiu", case, "review_republication", approved="false", reason="没有附材料。")
    assert [shown.state for shown in office.file(case).publications] == ["withdrawn"]
    assert office.file(case).procedures[-1].ended_as == "不重新公示"
    assert office.faults() == []


def test_a_summary_put_right_is_masked_and_checked_anew(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    again(office, case, ground="right", summary="联系人电话13900001234。餐厅油烟超标。")
    office.submit("shenyanqiu", case, "review_republication", **AGREED)
    assert "13900001234" not in office.file(case).publications[-1].content["summary"]
    assert office.faults() == []


def test_what_is_over_or_changed_is_not_published_again(withdrawn: tuple[Office, str]) -> None:
    office, case = withdrawn
    again(office, case)
    until = office.file(case).publications[0].until
    assert until is not None
    office.at(f"{until + timedelta(days=1)} 09:00")
    with office.refusal("publication_blocked", basis="行政处罚法 48"):
        office.submit("shenyanqiu", case, "review_republication", **AGREED)


@pytest.fixture
def changed(reach: Reach) -> tuple[Office, str]:
    """A public decision with a file beside it, reported to the credit site, that the agency changed from 22,500 to 15,000 yuan and withdrew."""
    office, case = reach("prepare_publication")
    do(office, case, "serve")
    attach(office, case)
    do(office, case, "prepare_publication")
    do(office, case, "review_publication")
    reported(office, "b1")
    office.at("2026-09-24 09:00")
    office.start("zhouyan", case, "self_correction", way="change", ground="discretion", fine="15000", reason="没有考虑初次违法。")
    office.submit("shenyanqiu", case, "review_change", **AGREED)
    office.submit("limin", case, "approve_change", **AGREED)
    do(office, case, "serve")
    propose(office, case, ground="changed", reason="自行纠错，变更罚款。")
    review(office, case)
    return office, case


def bare(office: Office, case: str) -> None:
    """Take away what is attached."""
    preview = office.house.engine.ask(PreviewPublication(case_id=case), office.actor("songjia"))
    for file in preview.files if preview else ():
        office.house.engine.execute(RemovePublicFile(case_id=case, file_id=file.id), office.actor("songjia"))


def reported(office: Office, batch: str) -> list[Mapping[str, str]]:
    """Put what is due into a file for the credit site; the answer is the rows in their order."""
    engine, songjia = office.house.engine, office.actor("songjia")
    for item in engine.ask(CreditRows(), songjia).due:
        engine.execute(ExportCreditRow(case_id=item.case_id, publication_id=item.publication_id, batch=batch), songjia)
    return [row.fields or {} for row in engine.ask(CreditBatch(batch=batch), songjia)]


def test_a_changed_decision_is_public_and_reported_in_its_new_form(changed: tuple[Office, str]) -> None:
    office, case = changed
    bare(office, case)
    again(office, case, ground="changed", reason="自行纠错，变更罚款。")
    office.submit("shenyanqiu", case, "review_republication", **AGREED)
    old, new = office.file(case).publications
    assert (old.state, new.state, new.first_on, new.until) == ("withdrawn", "published", old.published_on, old.until)
    assert (new.content["fine"], "15,000" in new.content["penalty"], "22,500" in str(new.content)) == ("15000", True, False)
    assert ["自行纠错" in text and "15,000" in text for text in new.content["changes"]] == [True]
    recalled, fresh = reported(office, "b2")
    assert (recalled["CF_NR_FK"], recalled["BZ"][:3]) == ("2.250000", "撤回：")
    assert (fresh["CF_NR_FK"], fresh["BZ"][:3], fresh["CF_WSH"], fresh["CF_JDRQ"]) == ("1.500000", "变更：", recalled["CF_WSH"], recalled["CF_JDRQ"])
    assert "15,000" in fresh["CF_NR"]
    assert office.house.engine.ask(CreditRowOfNumber(number=new.number), office.actor("songjia")).publication_id == old.id
    copy = PdfReader(BytesIO(public_copy.copy_of(office.house, new.id, PUBLIC)[1]))
    assert "变更后的内容" in "".join(page.extract_text() for page in copy.pages)
    assert office.faults() == []


def test_the_files_that_show_the_old_form_do_not_come_back(changed: tuple[Office, str]) -> None:
    office, case = changed
    with office.refusal("publication_blocked", field="ground"):
        again(office, case, ground="changed", reason="自行纠错，变更罚款。")
    preview = office.house.engine.ask(PreviewPublication(case_id=case), office.actor("songjia"))
    assert preview is not None
    assert (preview.preparing, "15,000" in preview.content["penalty"]) == (True, True)
    bare(office, case)
    office.at("2026-09-25 09:00")
    fresh = attach(office, case, title="变更决定书")
    again(office, case, ground="changed", reason="自行纠错，变更罚款。")
    with office.refusal("step_not_waiting"):
        attach(office, case, title="又一份")
    office.submit("shenyanqiu", case, "review_republication", **AGREED)
    shown = office.house.engine.ask(PublishedDecision(publication_id=office.file(case).publications[-1].id), PUBLIC)
    assert [each.id for each in shown.files] == [fresh]


def test_more_than_the_fine_is_stated_as_the_paper_has_it(changed: tuple[Office, str]) -> None:
    office, case = changed
    bare(office, case)
    again(office, case, ground="changed", reason="自行纠错，变更罚款。", stated="给予警告，罚款15,000元，没收违法所得800元。")
    office.submit("shenyanqiu", case, "review_republication", **AGREED)
    content = office.file(case).publications[-1].content
    assert (content["penalty"], content["kinds"]) == ("给予警告，罚款15,000元，没收违法所得800元。", ["罚款", "没收违法所得", "警告"])


def test_what_fell_after_all_is_not_awaited_any_more(changed: tuple[Office, str]) -> None:
    office, case = changed
    office.start("zhouyan", case, "self_correction", way="revoke", ground="facts", reason="事实不清。")
    office.submit("shenyanqiu", case, "review_change", **AGREED)
    office.submit("limin", case, "approve_change", **AGREED)
    assert {each.key: each.state for each in office.file(case).clocks}["publication.changed"] == "void"
    with office.refusal("publication_blocked", basis="行政处罚法 48②"):
        again(office, case, ground="changed", reason="自行纠错，变更罚款。")
