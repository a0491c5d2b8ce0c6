"""A penalty decision asks for the hearing, the payment and the performance only where there are such."""

from dataclasses import replace

import pytest

from engine.rules.document import missing
from engine.rules.document.decision import Decision, Plea
from engine.rules.document.part import Sanction
from printing.sample import DECISION, PARTY


def fields(facts: Decision) -> set[str]:
    return {gap.field for gap in missing(facts)}


def test_a_right_to_a_hearing_must_be_accounted_for() -> None:
    with_right = replace(DECISION, hearing_right=True)
    assert fields(with_right) == {"hearing"}
    assert fields(replace(with_right, hearing="你单位在期限内未要求听证。")) == set()


def test_a_fine_needs_a_place_to_pay() -> None:
    (gap,) = missing(replace(DECISION, payment=None))
    assert (gap.field, gap.basis) == ("payment", "行政处罚法第五十九条第一款第四项")


def test_the_collecting_bank_is_named_with_its_address() -> None:
    assert DECISION.payment is not None
    (gap,) = missing(replace(DECISION, payment=replace(DECISION.payment, bank_address="")))
    assert gap.basis == "罚款决定与罚款收缴分离实施办法第七条"


def test_a_warning_needs_no_payment_but_a_performance() -> None:
    warning = replace(DECISION, sanction=Sanction(correction="", fine=None, others=("警告",)), payment=None)
    assert fields(warning) == {"performance"}


def test_an_order_to_put_right_alone_is_no_penalty() -> None:
    assert fields(replace(DECISION, sanction=Sanction(correction="改正", fine=None), payment=None)) == {"sanction"}


@pytest.mark.parametrize("state", ["waived", "lapsed"])
def test_a_plea_that_was_not_made_has_no_content(state: str) -> None:
    assert fields(replace(DECISION, plea=Plea(state=state, on="", content="", finding=""))) == set()


def test_a_plea_that_was_made_needs_its_answer() -> None:
    assert fields(replace(DECISION, plea=replace(DECISION.plea, finding=""))) == {"plea.finding"}


def test_a_person_has_no_legal_representative() -> None:
    assert fields(replace(DECISION, party=replace(PARTY, legal_representative=""))) == {"party.legal_representative"}
    assert fields(replace(DECISION, party=replace(PARTY, kind="person", legal_representative=""))) == set()
