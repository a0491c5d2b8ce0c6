"""Delegations: the delegate approves in the delegator's stead, the record says so, and conflicts are those of the real person."""

from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.commands.delegation import EndDelegation, GrantDelegation
from engine.commands.evidence import AddEvidence
from engine.commands.replacement import ReplaceOfficer
from engine.commands.right import GrantRole
from engine.commands.user import DisableUser, RegisterUser
from engine.queries.case_file import Cases
from engine.queries.worklist import Worklist
from tests.course import do
from tests.engine.conftest import Reach
from tests.office import Office

EVERYTHING = {"filing": "on", "proposal": "on", "decision": "on", "closing": "on"}


def delegate(office: Office, by: str = "limin", to: str = "shenliqun", **changes: Any) -> str:
    """Let somebody stand in from today on, until the end of next month."""
    day = f"{office.clock.now():%Y-%m-%d}"
    data = {"delegate": to, "valid_from": day, "valid_until": day, "reason": "外出培训。"} | (changes or EVERYTHING)
    delegation = office.house.engine.execute(GrantDelegation(data=data), office.actor(by))
    office.actors.clear()
    return delegation


def end(office: Office, delegation: str, by: str = "limin") -> None:
    """End a delegation."""
    office.house.engine.execute(EndDelegation(delegation_id=delegation, data={"reason": "提前返回。"}), office.actor(by))


def test_the_delegate_approves_and_the_record_says_in_whose_stead(reach: Reach) -> None:
    office, case = reach("approve_filing")
    with office.refusal("not_found"):
        do(office, case, "approve_filing", by="shenliqun")
    delegate(office)
    listed = office.house.engine.ask(Worklist(), office.actor("shenliqun"))
    assert [(item.step, item.stead) for item in listed.items] == [("approve_filing", "李敏")]
    do(office, case, "approve_filing", by="shenliqun")
    file = office.file(case)
    assert (file.opinions[-1].person, file.opinions[-1].person_name) == (office.actor("shenliqun").id, "沈立群代李敏")
    assert file.done[-1].done_name == "沈立群代李敏"
    assert any("沈立群代李敏（立案批准）同意" in line for line in file.timeline[-1].sentences)
    assert office.faults() == []


def test_a_decision_is_made_in_another_s_stead_by_a_head(reach: Reach) -> None:
    office, case = reach("decide")
    delegate(office)
    do(office, case, "decide", by="shenliqun")
    file = office.file(case)
    assert file.case.decider == office.actor("shenliqun").id
    assert any("沈立群代李敏" in line for moment in file.timeline for line in moment.sentences)


def test_only_what_was_delegated_is_done_and_only_as_long_as_it_lasts(reach: Reach) -> None:
    office, case = reach("decide")
    delegation = delegate(office, filing="on")
    with office.refusal("not_allowed"):
        do(office, case, "decide", by="shenliqun")
    end(office, delegation)
    with office.refusal("invalid_input"):
        end(office, delegation)
    delegate(office)
    kept = office.actor("shenliqun")
    assert kept.proxies
    office.clock.move(office.clock.now().replace(day=office.clock.now().day + 1))
    with office.refusal("not_allowed"):
        do(office, case, "decide", by="shenliqun")
    office.actors.clear()
    assert office.house.engine.ask(Cases(), office.actor("shenliqun")).total == 0


def test_a_delegation_falls_with_the_delegator_s_account(reach: Reach) -> None:
    office, case = reach("approve_filing")
    delegate(office)
    assert office.actor("shenliqun").proxies
    office.house.engine.execute(DisableUser(login="limin", reason="调离"), SYSTEM)
    with office.refusal("not_allowed"):
        do(office, case, "approve_filing", by="shenliqun")


def test_nobody_approves_twice_in_one_case(reach: Reach) -> None:
    office, case = reach("approve_filing")
    delegate(office, to="hanlei", filing="on")
    with office.refusal("same_person", basis="行政处罚法 57①"):
        do(office, case, "approve_filing", by="hanlei")


def test_an_officer_of_the_case_approves_it_for_nobody(reach: Reach) -> None:
    office, case = reach("approve_filing")
    both = RegisterUser(
        login="both",
        name="双",
        roles=("officer", "head"),
        squad="donghu-1",
        certificate="JC9",
        certificate_from=office.clock.now().date(),
        certificate_until=office.clock.now().date(),
    )
    person = office.house.engine.execute(both, SYSTEM)
    with office.house.database.writing() as connection:
        connection.exec_driver_sql("UPDATE `case` SET second = ? WHERE id = ?", (person, case))
        connection.commit()
    delegate(office, to="both")
    with office.refusal("same_person"):
        do(office, case, "approve_filing", by="both")


def test_a_delegation_reaches_approvals_and_nothing_else(reach: Reach) -> None:
    office, case = reach("approve_filing")
    delegate(office)
    grant = GrantRole(user_id=office.actor("hanlei").id, data={"role": "hearing_host", "reason": "江城管任〔2026〕9号。"})
    office.house.engine.execute(grant, office.actor("anquan"))
    replacement = ReplaceOfficer(case_id=case, data={"part": "lead", "person": "zhengkai", "reason": "换。"})
    with office.refusal("not_found"):
        office.house.engine.execute(replacement, office.actor("shenliqun"))
    evidence = AddEvidence(case_id=case, kind="documentary", name="x", purpose="x", file_name="a.png", content=b"x")
    with office.refusal("not_allowed"):
        office.house.engine.execute(evidence, office.actor("shenliqun"))


def test_a_chain_is_refused_both_ways(office: Office) -> None:
    day = f"{office.clock.now():%Y-%m-%d}"
    data = {"delegate": "limin", "filing": "on", "valid_from": day, "valid_until": day, "reason": "外出。"}
    delegation = delegate(office, by="hanlei", to="limin", filing="on")
    with office.refusal("delegation_chain", field="delegate"):
        delegate(office)
    end(office, delegation, by="limin")
    delegate(office)
    with office.refusal("delegation_chain", field="delegate"):
        office.house.engine.execute(GrantDelegation(data=data), office.actor("hanlei"))
    with office.refusal("not_allowed"):
        office.house.engine.execute(GrantDelegation(data=data), office.actor("shenliqun"))


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"delegate": "limin"}, "invalid_input", "delegate"),
        ({"delegate": "yanbing"}, "invalid_input", "delegate"),
        ({"delegate": "zhouyan"}, "invalid_input", "delegate"),
        ({"delegate": "anquan"}, "invalid_input", "delegate"),
        ({"delegate": "hanlei"}, "not_allowed", "delegate"),
        ({"role": "squad_leader"}, "invalid_input", "role"),
        ({"valid_from": "2026-09-13"}, "invalid_input", "valid_from"),
        ({"valid_until": "2026-12-31"}, "invalid_input", "valid_until"),
        ({"valid_until": "2026-02-30"}, "invalid_input", "valid_until"),
        ({"reason": ""}, "invalid_input", "reason"),
        ({"scope": "everything"}, "invalid_input", "scope"),
    ],
)
def test_a_delegation_is_right_or_leaves_nothing(office: Office, changes: dict[str, str], code: str, field: str) -> None:
    with office.refusal(code, field=field):
        delegate(office, **(EVERYTHING | changes))


def test_only_the_two_end_it_and_two_at_once_are_refused(office: Office) -> None:
    delegation = delegate(office)
    with office.refusal("invalid_input", field="valid_from"):
        delegate(office)
    for login, code in (("yanbing", "not_found"), ("zhouyan", "not_allowed"), ("anquan", "not_allowed")):
        with office.refusal(code):
            end(office, delegation, by=login)
    end(office, delegation, by="shenliqun")
    assert office.faults("office") == []
