"""Remedies on a case: what may be challenged when, how the answer goes out, and what the result does to the case."""

from decimal import Decimal
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.errors import InvalidInputError
from engine.model import Remedy
from engine.proof.audit import InspectCases
from engine.queries.task_page import TaskPage
from tests.course import do, drive
from tests.office import Office

APPLICATION: dict[str, Any] = {"via": "organ", "organ": "江川市人民政府", "claim": "请求撤销。"}
NOTICE: dict[str, Any] = {"accepted": "true", "number": "江政复〔2026〕88号", "way": "ordinary", "stayed": "false"}
ANSWER: dict[str, Any] = {"facts": "油烟超标。", "law": "生态环境法典。", "procedure": "合法。", "request": "维持。", "evidence": "检测报告一份"}
SUIT: dict[str, Any] = {"court": "江川市人民法院", "number": "〔2026〕行初12号", "claim": "请求撤销。", "stayed": "false"}
JUDGMENT: dict[str, Any] = {"result": "claims_dismissed", "document_no": "〔2026〕行初12号"}


def today(office: Office) -> str:
    """The present day as forms hold it."""
    return office.clock.now().date().isoformat()


def remedy(office: Office, case: str) -> Remedy:
    """The newest remedy of a case."""
    return office.file(case).remedies[-1]


def reconsider(office: Office, case: str, **result: Any) -> None:
    """Go through a reconsideration up to its result, all on one day."""
    day = today(office)
    office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on=day)
    office.submit("zhouyan", case, "receive_reconsideration", **NOTICE | {"received_on": day})
    office.submit("zhouyan", case, "write_reply", **ANSWER)
    office.submit("limin", case, "approve_reply", approved="true", opinion="同意。")
    said = {"document_no": "江政复决〔2026〕88号", "decided_on": day, "received_on": day} | result
    office.submit("zhouyan", case, "record_reconsideration", **said)


@pytest.fixture
def served(office: Office) -> tuple[Office, str]:
    """A case whose decision was served and whose fine of 22,500 is not paid."""
    case = drive(office, office.open(), "confirm_payment")
    return office, case


def test_a_decision_that_was_not_served_is_not_challenged(office: Office) -> None:
    case = drive(office, office.open(), "decide")
    with office.refusal("step_not_waiting"):
        office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on=today(office))


def test_what_is_upheld_stays_and_the_pause_ends(served: tuple[Office, str]) -> None:
    office, case = served
    reconsider(office, case, result="upheld")
    found, file = remedy(office, case), office.file(case)
    assert (found.result, found.paused_from, found.paused_until) == ("upheld", found.filed_on, found.effective_on)
    assert (file.case.outcome, file.case.fine, found.refund) == ("penalty", Decimal(22500), Decimal(0))
    assert "confirm_payment" in office.waiting(case)
    assert office.faults(case) == []


def test_an_application_not_taken_up_ends_at_once(served: tuple[Office, str]) -> None:
    office, case = served
    office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on=today(office))
    office.submit("zhouyan", case, "receive_reconsideration", accepted="false", number="江政复〔2026〕89号", received_on=today(office))
    assert remedy(office, case).result == "not_accepted"
    assert office.file(case).procedures[-1].ended_as == "复议不予受理"


def test_an_annulled_penalty_ends_the_case(served: tuple[Office, str]) -> None:
    office, case = served
    reconsider(office, case, result="annulled", flaw="substance")
    file = office.file(case)
    assert (file.case.outcome, file.case.fine, file.case.state, office.waiting(case)) == ("revoked", None, "closed", ["archive_volume"])
    assert [paper.state for paper in file.documents if paper.code == "D19"] == ["withdrawn"]
    assert office.faults(case) == []


def test_a_lower_fine_that_is_paid_already_ends_the_payment(served: tuple[Office, str]) -> None:
    office, case = served
    do(office, case, "confirm_payment", amount="20000")
    reconsider(office, case, result="mediated", fine="15000")
    file = office.file(case)
    assert (file.case.fine, file.case.settled, remedy(office, case).refund) == (Decimal(15000), True, Decimal(5000))
    assert "confirm_payment" not in office.waiting(case)
    assert office.faults(case) == []


def test_a_lower_fine_that_is_not_paid_is_still_asked_for(served: tuple[Office, str]) -> None:
    office, case = served
    reconsider(office, case, result="changed", fine="15000")
    assert (office.file(case).case.fine, office.file(case).case.settled) == (Decimal(15000), False)
    with office.refusal("overpaid"):
        do(office, case, "confirm_payment", amount="22500")
    do(office, case, "confirm_payment", amount="15000")
    assert office.file(case).case.settled


def test_the_same_is_not_decided_again_on_the_same_facts(served: tuple[Office, str]) -> None:
    office, case = served
    reconsider(office, case, result="annulled_anew", flaw="substance", days="60")
    second = drive(office, office.open(), "decide")
    office.submit("zhouyan", case, "decide_anew", other=second)
    with office.refusal("same_act_fined", basis="64②", field="fine"):
        do(office, second, "decide", fine="22500")
    do(office, second, "decide", fine="20000")
    office.submit("zhouyan", case, "report_anew", reported_on=today(office), summary="重新决定罚款20000元。")
    assert [run.ended_as for run in office.file(case).procedures if run.procedure == "reconsideration"] == ["复议终结"]
    assert [*office.faults(case), *office.faults(second)] == []


def test_the_second_instance_binds(served: tuple[Office, str]) -> None:
    office, case = served
    day = today(office)
    office.start("shenyanqiu", case, "litigation", **SUIT, filed_on=day, received_on=day)
    office.submit("zhouyan", case, "write_defence", **ANSWER)
    office.submit("limin", case, "approve_defence", approved="true", opinion="同意。")
    office.submit("zhouyan", case, "first_judgment", **JUDGMENT, decided_on=day, received_on=day)
    assert remedy(office, case).result is None
    office.submit("zhouyan", case, "await_appeal", appellant="party", appealed_on=day, court="江川市中级人民法院")
    office.submit("zhouyan", case, "second_judgment", **JUDGMENT | {"result": "changed", "fine": "18000"}, decided_on=day, received_on=day)
    assert (remedy(office, case).result, office.file(case).case.fine) == ("changed", Decimal(18000))
    assert office.faults(case) == []


def test_an_office_of_another_district_sees_no_case(served: tuple[Office, str]) -> None:
    office, case = served
    with office.refusal("not_found"):
        office.start("hechuan", case, "reconsideration", **APPLICATION, filed_on=today(office))


def test_what_was_told_of_one_remedy_is_not_suggested_for_another(served: tuple[Office, str]) -> None:
    office, case = served
    office.note(case, "participant", role="interested", name="孙建业", relation="相邻住户")
    day = today(office)
    office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on=day)
    office.submit("zhouyan", case, "receive_reconsideration", **NOTICE | {"received_on": day})
    office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on=day, applicant="孙建业")
    [task] = [task for task in office.file(case).waiting if task.step == "receive_reconsideration"]
    assert office.house.engine.ask(TaskPage(case_id=case, task_id=task.id), office.actor("zhouyan")).suggested == {}
    assert sorted(row.applicant_name or "" for row in office.file(case).remedies) == ["", "孙建业"]


def ask_for_more(office: Office, case: str, **who: str) -> None:
    """Let somebody, a neighbour if it is not said, apply, and the agency answer."""
    day = today(office)
    office.note(case, "participant", role="interested", name="孙建业", relation="相邻住户")
    office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on=day, **{"applicant": "孙建业"} | who)
    office.submit("zhouyan", case, "receive_reconsideration", **NOTICE | {"received_on": day})
    office.submit("zhouyan", case, "write_reply", **ANSWER)
    office.submit("limin", case, "approve_reply", approved="true", opinion="同意。")


def change(office: Office, case: str, **said: Any) -> None:
    """Record into what the organ changed the decision today."""
    day = today(office)
    result = {"result": "changed", "document_no": "江政复决〔2026〕88号", "decided_on": day, "received_on": day}
    office.submit("zhouyan", case, "record_reconsideration", **result | said)


def sound(office: Office) -> bool:
    """Whether all proofs hold and no invariant is broken."""
    return office.faults() == [] and office.house.engine.ask(InspectCases(), SYSTEM).findings == ()


def test_a_fine_becomes_heavier_where_somebody_with_an_interest_asked_for_it(served: tuple[Office, str]) -> None:
    office, case = served
    office.at("2026-10-20 09:00")
    ask_for_more(office, case)
    with office.refusal("above_notified", basis="行政复议法 63②", field="fine"):
        change(office, case, fine="30000")
    change(office, case, fine="30000", opposed="true")
    file = office.file(case)
    assert (file.case.fine, file.case.settled, remedy(office, case).before) == (Decimal(30000), False, Decimal(22500))
    assert file.ledger is not None
    # What nobody had asked for costs nothing until its own term is over; what was due before goes on to cost 675 a day, since 29 September.
    assert (file.ledger.due, file.ledger.surcharge, file.ledger.owing) == (None, Decimal(14175), Decimal(44175))
    assert "apply_to_court" not in office.waiting(case)
    do(office, case, "serve")
    assert str(getattr(office.file(case).ledger, "due", None)) == "2026-11-04"
    office.at("2026-11-06 09:00")
    book = office.file(case).ledger
    assert book is not None
    assert book.surcharge == Decimal(22500) + 2 * Decimal(900)
    do(office, case, "confirm_payment", amount=str(book.owing))
    assert office.file(case).case.settled
    assert sound(office)


def test_a_fine_that_is_paid_becomes_heavier_and_is_owed_again(served: tuple[Office, str]) -> None:
    office, case = served
    do(office, case, "confirm_payment", amount="22500")
    ask_for_more(office, case)
    change(office, case, fine="30000", opposed="true")
    file = office.file(case)
    assert file.ledger is not None
    assert (file.case.fine, file.case.settled, file.ledger.owing) == (Decimal(30000), False, Decimal(7500))
    assert sound(office)


def test_the_opposite_of_what_the_party_asks_makes_its_fine_heavier_too(served: tuple[Office, str]) -> None:
    office, case = served
    ask_for_more(office, case, applicant="party")
    change(office, case, fine="30000", opposed="true")
    assert office.file(case).case.fine == Decimal(30000)
    assert sound(office)


def test_the_opposite_is_asked_for_by_somebody_who_is_recorded(served: tuple[Office, str]) -> None:
    office, case = served
    with pytest.raises(InvalidInputError, match="没有登记利害关系人"):
        reconsider(office, case, result="changed", fine="30000", opposed="true")
