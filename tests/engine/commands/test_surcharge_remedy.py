"""A remedy against the decision on the surcharge touches the surcharge alone: never the fine, the penalty's clocks, or the course of the case."""

from decimal import Decimal
from typing import Any

import pytest

from engine.queries.case_file import CaseFileView
from engine.queries.clock import ClockReading
from engine.rules.ledger import Ledger
from tests.engine.commands.test_remedy import ANSWER, APPLICATION, NOTICE, SUIT
from tests.engine.commands.test_surcharge_decision import AGREED, ASKED, SERVED
from tests.office import Office

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
    assert (book.remitted, book.fine, book.overdue) == (DECIDED, Decimal(19500), book.surcharge - DECIDED)
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
