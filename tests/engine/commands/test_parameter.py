"""Parameters of the city: another value with its source, approved by a second person, in force from its day."""

from datetime import date

import pytest

from engine.commands.parameter import ApproveParameter, ProposeParameter, RejectParameter
from engine.queries.parameter import ParameterPage, Parameters
from tests.office import Office

BEGIN = date(2026, 12, 1)


def propose(office: Office, key: str = "clue.days", value: str = "10", begin: date = BEGIN, **changes: str) -> str:
    data = {"source": "江川市规定", "reason": "加快办理"} | changes
    return office.house.engine.execute(ProposeParameter(key=key, value=value, valid_from=begin, **data), office.actor("taoran"))


def approve(office: Office, proposal: str, by: str = "liangjing") -> None:
    office.house.engine.execute(ApproveParameter(proposal=proposal), office.actor(by))


def page(office: Office) -> ParameterPage:
    return office.house.engine.ask(Parameters(), office.actor("taoran"))


def value_on(office: Office, day: date, key: str = "clue.days") -> object:
    with office.house.database.reading() as connection:
        return office.house.engine.ports.law(connection, day).parameters.parameter(key).value


def test_an_approved_value_is_in_force_from_its_day(office: Office) -> None:
    approve(office, propose(office))
    assert [value_on(office, day) for day in (date(2026, 11, 30), BEGIN)] == [15, 10]
    line = next(line for line in page(office).lines if line.key == "clue.days")
    assert [(value.value, value.valid_from) for value in line.values] == [(15, date(2022, 5, 1)), (10, BEGIN)]
    assert line.now is not None
    assert line.now.value == 15
    assert office.faults("office") == []


def test_the_value_approved_last_counts_among_those_of_one_day(office: Office) -> None:
    approve(office, propose(office))
    approve(office, propose(office, value="12"))
    assert value_on(office, BEGIN) == 12


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("decision.exclusions", "听证、检测", ("hearing", "testing")),
        ("getihu.as", "法人或者其他组织", "org"),
        ("office.close", "18:00", "18:00"),
        ("clue.days", "08", 8),
        ("surcharge.pause_from", "受理之日起", "acceptance"),
        ("mask.resident_id", "只留首末各一位", "ends"),
        ("publish.serious.kinds", "责令停产停业、责令关闭", ("责令停产停业", "责令关闭")),
        ("credit.push.except", "无", ()),
        ("transfer.suspends_clock", "否", False),
        ("archive.term.major", "30年", "30年"),
    ],
)
def test_values_keep_their_kind(office: Office, key: str, value: str, kept: object) -> None:
    approve(office, propose(office, key, value))
    assert value_on(office, BEGIN, key) == kept


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"value": "十"}, "value"),
        ({"value": "-1"}, "value"),
        ({"value": "1.5"}, "value"),
        ({"value": "9" * 20}, "value"),
        ({"key": "office.close", "value": "25:00"}, "value"),
        ({"key": "office.close", "value": "下班"}, "value"),
        ({"key": "decision.exclusions", "value": "、"}, "value"),
        ({"key": "decision.exclusions", "value": "听证、休假"}, "value"),
        ({"key": "getihu.as", "value": "公司"}, "value"),
        ({"key": "age.rule", "value": "birthday"}, "value"),
        ({"begin": date(2026, 9, 14)}, "valid_from"),
        ({"source": ""}, "source"),
        ({"reason": "x" * 501}, "reason"),
        ({"source": "两\n行"}, "source"),
    ],
)
def test_what_is_no_value_is_refused(office: Office, changes: dict[str, object], field: str) -> None:
    with office.refusal("invalid_input", field=field):
        propose(office, **changes)  # type: ignore[arg-type]  # The names are those of the function.


def test_the_proposer_does_not_approve(office: Office) -> None:
    proposal = propose(office)
    with office.refusal("same_person"):
        approve(office, proposal, by="taoran")


def test_a_value_whose_day_has_come_is_not_approved(office: Office) -> None:
    proposal = propose(office)
    office.at("2026-12-01 09:00")
    with office.refusal("date_in_past"):
        approve(office, proposal)


def test_a_rejected_proposal_is_over(office: Office) -> None:
    proposal = propose(office)
    office.house.engine.execute(RejectParameter(proposal=proposal, reason="依据不足"), office.actor("liangjing"))
    with office.refusal("step_not_waiting"):
        approve(office, proposal)
    assert page(office).proposals[0].remark == "依据不足"
    assert office.faults("office") == []


def test_an_unknown_parameter_is_not_found(office: Office) -> None:
    with office.refusal("not_found"):
        propose(office, "nobody.knows")


@pytest.mark.parametrize("by", ["zhouyan", "limin", "guqing", "anquan"])
def test_only_the_legal_office_proposes(office: Office, by: str) -> None:
    with office.refusal("not_allowed"):
        office.house.engine.execute(ProposeParameter(key="clue.days", value="1", valid_from=BEGIN, source="x", reason="x"), office.actor(by))
