"""A remedy against the decision on the surcharge touches the surcharge alone: never the fine, the penalty's clocks, or the course of the case."""

from decimal import Decimal
from typing import Any

import pytest

from engine.queries.case_file import CaseFileView
from engine.queries.clock import ClockReading
from engine.rules.ledger import Ledger
from tests.engine.commands.test_remedy import ANSWER, APPLICATION, NOTICE, SUIT
from tests.engine.commands.test_surcharge_decision import AGREED, ASKED, SERVED, cautions
from tests.office import Office
from tests.web.visitor import Visitor

DECIDED = Decimal("11115.00")
"""What S2 (19,500 yuan, due 2026-11-12, 3 percent a day) comes to in the nineteen days until 2026-12-01."""


@pytest.fixture
def served(office: Office) -> tuple[Office, str]:
    """S2 unpaid, with a decision on the surcharge that was made and served on 2026-12-01."""
    case = office.play_s2(until="confirm_payment")
    office.at("2026-12-01 09:00")
    office.start("zhouyan", case, "surcharge_decision", **ASKED)
    office.submit("limin", case, "approve_surcharge", **AGREED)
    office.submit("zhouyan", case, "serve", served_on="2026-12-01", **SERVED)
    return office, case


def ledger(office: Office, case: str) -> Ledger:
    """The account of the case today."""
    book = office.file(case).ledger
    assert book is not None
    return book


def clock(office: Office, case: str, key: str, *, own: bool) -> ClockReading | None:
    """The clock of a remedy: of the decision on the surcharge, or of the penalty."""
    return next((row for row in office.file(case).clocks if row.key == key and (row.subject is not None) == own), None)


def seek(office: Office, case: str, against: str = "surcharge") -> None:
    """Apply for reconsideration of the decision on the surcharge on 2026-12-10, taken up on that day."""
    office.at("2026-12-10 09:00")
    office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on="2026-12-10", against=against)
    office.submit("zhouyan", case, "receive_reconsideration", **NOTICE, received_on="2026-12-10")


def end(office: Office, case: str, **result: Any) -> None:
    """Answer, and record the result on 2026-12-20."""
    office.submit("zhouyan", case, "write_reply", **ANSWER)
    office.submit("limin", case, "approve_reply", **AGREED)
    office.at("2026-12-20 09:00")
    said = {"document_no": "江政复决〔2026〕88号", "decided_on": "2026-12-20", "received_on": "2026-12-20"} | result
    office.submit("zhouyan", case, "record_reconsideration", **said)


def state(file: CaseFileView) -> tuple[object, ...]:
    """What the remedy must leave alone."""
    case = file.case
    return case.fine, case.outcome, case.state, [(paper.code, paper.state) for paper in file.documents if paper.code == "D19"]


def test_it_meets_its_own_clocks_and_pauses_the_surcharge(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    own, penalty = (clock(office, case, "reconsideration", own=each) for each in (True, False))
    assert (own and own.state, penalty and penalty.state) == ("met", "running")
    assert office.file(case).remedies[-1].paused_from is not None
    office.at("2026-12-15 09:00")
    assert ledger(office, case).surcharge == Decimal("15795.00")  # 27 days until 2026-12-09.


def test_the_reply_names_it(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    end(office, case, result="upheld")
    [reply] = [paper for paper in office.file(case).documents if paper.code == "D40"]
    assert (reply.facts or {})["decision_title"] == "加处罚款决定书"


def test_annulled_it_waives_what_was_decided_and_nothing_else(served: tuple[Office, str]) -> None:
    office, case = served
    before = state(office.file(case))
    seek(office, case)
    end(office, case, result="annulled", flaw="substance")
    file, book = office.file(case), ledger(office, case)
    assert state(file) == before
    assert (book.remitted, book.fine, book.overdue, book.withheld) == (DECIDED, Decimal(19500), Decimal(0), book.surcharge - DECIDED)
    assert [paper.state for paper in file.documents if paper.code == "D24-2"] == ["withdrawn"]
    assert "confirm_payment" in office.waiting(case)
    litigation, after = clock(office, case, "litigation", own=False), clock(office, case, "litigation.after", own=True)
    assert (litigation and litigation.state, str(after and after.due)) == ("running", "2027-01-04")
    assert office.faults(case) == []


def test_changed_it_waives_the_difference_and_only_downwards(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    office.submit("zhouyan", case, "write_reply", **ANSWER)
    office.submit("limin", case, "approve_reply", **AGREED)
    said: dict[str, Any] = {"result": "changed", "document_no": "江政复决〔2026〕88号", "decided_on": "2026-12-10", "received_on": "2026-12-10"}
    with office.refusal("above_notified", field="fine"):
        office.submit("zhouyan", case, "record_reconsideration", **said, fine="11116")
    office.submit("zhouyan", case, "record_reconsideration", **said, fine="5000")
    assert (ledger(office, case).remitted, office.file(case).case.fine) == (DECIDED - 5000, Decimal(19500))
    assert office.faults(case) == []


def test_what_was_paid_of_it_goes_back(served: tuple[Office, str]) -> None:
    office, case = served
    owing = ledger(office, case).owing
    office.submit("qianhui", case, "confirm_payment", amount=str(owing), paid_on="2026-12-01", receipt_no="P2026120101", channel="bank")
    assert owing == 19500 + DECIDED
    seek(office, case)
    end(office, case, result="annulled", flaw="substance")
    file, book = office.file(case), ledger(office, case)
    assert (book.excess, file.remedies[-1].refund, file.case.settled, file.case.outcome) == (DECIDED, DECIDED, True, "penalty")
    assert "order_refund" in office.waiting(case)
    assert office.faults(case) == []


def test_annulled_with_the_order_to_act_anew_it_may_be_decided_again(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    end(office, case, result="annulled_anew", flaw="substance", days="60")
    assert "decide_anew" not in office.waiting(case)
    office.start("zhouyan", case, "surcharge_decision", **ASKED)
    office.submit("limin", case, "approve_surcharge", **AGREED)
    assert [row.state for row in office.file(case).clocks if row.key == "act.anew"] == ["met"]
    assert office.faults(case) == []


def test_it_is_refused_where_no_such_decision_was_served(office: Office) -> None:
    case = office.play_s2(until="confirm_payment")
    office.at("2026-12-10 09:00")
    with office.refusal("not_served", field="against"):
        office.start("zhouyan", case, "reconsideration", **APPLICATION, filed_on="2026-12-10", against="surcharge")


def test_the_penalty_is_challenged_beside_it_and_the_surcharge_waits_for_both(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    office.start("shenyanqiu", case, "litigation", **SUIT, filed_on="2026-12-10", received_on="2026-12-10")
    end(office, case, result="upheld")
    office.at("2026-12-25 09:00")
    assert ledger(office, case).surcharge == Decimal("15795.00")
    assert [row.result for row in office.file(case).remedies if row.against] == ["upheld"]
    assert office.faults(case) == []


def test_while_it_is_pending_the_court_is_asked_for_the_fine_alone(served: tuple[Office, str]) -> None:
    office, case = served
    office.submit("zhouyan", case, "payment_reminder", reminded_on="2026-12-01", way="电话")
    office.submit("zhouyan", case, "demand", checked="on")
    office.submit("zhouyan", case, "serve", served_on="2026-12-01", **SERVED)
    seek(office, case)
    office.at("2027-06-10 09:00")
    office.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有基本账户。")
    office.submit("limin", case, "sign_court_application", **AGREED)
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D24-3"]
    facts = paper.facts or {}
    assert (facts["fine"], facts["surcharge"]) == ("19500", "0")
    assert facts["reckoning"].endswith("没有终结，本次不申请执行加处罚款。")
    assert office.faults(case) == []


def again(office: Office, case: str, day: str) -> None:
    """Decide on the surcharge anew on a day, and serve it."""
    office.at(f"{day} 09:00")
    office.start("zhouyan", case, "surcharge_decision", **ASKED)
    office.submit("limin", case, "approve_surcharge", **AGREED)
    assert ledger(office, case).overdue == 0
    office.submit("zhouyan", case, "serve", served_on=day, **SERVED)


def test_nothing_is_claimed_after_it_was_annulled_until_another_one_is_served(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    end(office, case, result="annulled", flaw="substance")
    office.at("2026-12-31 09:00")
    book = ledger(office, case)
    assert (book.owing, book.overdue, book.annulled, book.expected) == (Decimal(19500), Decimal(0), True, False)
    assert "不得主张" in Visitor(office.house).log_in("zhouyan").get(f"/cases/{case}").text
    again(office, case, "2027-01-04")
    book = ledger(office, case)
    assert (book.annulled, book.overdue) == (False, book.surcharge - DECIDED)
    assert office.faults(case) == []


def test_where_only_its_procedure_was_wrong_the_same_days_are_decided_again(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    end(office, case, result="annulled_anew", flaw="procedure", days="60")
    assert (ledger(office, case).remitted, ledger(office, case).overdue, ledger(office, case).expected) == (Decimal(0), Decimal(0), True)
    again(office, case, "2026-12-25")
    book = ledger(office, case)
    assert (book.overdue, book.withheld) == (book.surcharge, Decimal(0))
    assert office.faults(case) == []


def test_who_pays_the_fine_while_the_surcharge_is_to_be_decided_anew_has_not_settled(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    end(office, case, result="annulled_anew", flaw="procedure", days="60")
    office.submit("qianhui", case, "confirm_payment", amount="19500", paid_on="2026-12-20", receipt_no="P1", channel="bank")
    assert (ledger(office, case).owing, office.file(case).case.settled) == (Decimal(0), False)
    again(office, case, "2026-12-25")
    office.submit("qianhui", case, "confirm_payment", amount=str(ledger(office, case).owing), paid_on="2026-12-25", receipt_no="P2", channel="bank")
    assert office.file(case).case.settled
    assert office.faults(case) == []


def test_after_it_was_annulled_the_fine_alone_settles_the_account(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    end(office, case, result="annulled", flaw="procedure")
    office.submit("qianhui", case, "confirm_payment", amount="19500", paid_on="2026-12-20", receipt_no="P1", channel="bank")
    assert office.file(case).case.settled
    assert "confirm_payment" not in office.waiting(case)
    assert office.faults(case) == []


def test_after_it_was_annulled_demand_and_application_ask_for_the_fine_alone(served: tuple[Office, str]) -> None:
    office, case = served
    seek(office, case)
    end(office, case, result="annulled", flaw="substance")
    office.submit("zhouyan", case, "payment_reminder", reminded_on="2026-12-20", way="电话")
    assert [caution.title for caution in cautions(office, case, "demand", "zhouyan")] == ["不申请执行加处罚款"]
    office.submit("zhouyan", case, "demand", checked="on")
    [demand] = [paper for paper in office.file(case).documents if paper.code == "D24"]
    assert ((demand.facts or {})["surcharge"], (demand.facts or {})["withheld"]) == ("0.00", True)
    office.submit("zhouyan", case, "serve", served_on="2026-12-20", **SERVED)
    office.at("2027-06-10 09:00")
    office.submit("zhouyan", case, "apply_to_court", course="apply", plea="none", subject="有基本账户。")
    office.submit("limin", case, "sign_court_application", **AGREED)
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D24-3"]
    assert ((paper.facts or {})["surcharge"], (paper.facts or {})["fine"]) == ("0", "19500")
    assert (paper.facts or {})["reckoning"].endswith("《加处罚款决定书》已经撤销，没有重新作出并送达，本次不申请执行加处罚款。")
    office.paper_everything()
    assert office.faults(case) == []
