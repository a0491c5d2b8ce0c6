"""An order to stop is given under an article that says so, before the case is decided; nobody is asked for records after that."""

import pytest

from engine.commands.evidence_request import RequestEvidence
from engine.commands.stop_order import OrderStop
from tests.engine.conftest import Reach
from tests.office import Office

FOUND = {"shown": "true", "held_time": "10:20", "place": "湖滨路18号", "facts": "正在排放油烟。", "demand": "停止排放油烟"}
ASKED = {"shown": "true", "holder": "江川供电公司", "purpose": "停用的时间", "items": "用电记录", "until": "2027-09-30"}


def stop(office: Office, case: str) -> str:
    return office.house.engine.execute(OrderStop(case_id=case, data=FOUND), office.actor("zhouyan"))


def ask(office: Office, case: str) -> str:
    return office.house.engine.execute(RequestEvidence(case_id=case, data=ASKED), office.actor("zhouyan"))


def test_where_the_article_lets_correct_alone_nothing_is_ordered_to_stop(reach: Reach) -> None:
    office, case = reach("investigation")
    with office.refusal("no_basis", field="limb", basis="行政处罚法 28①"):
        stop(office, case)
    assert {paper.code for paper in office.file(case).documents}.isdisjoint({"D05-2"})


@pytest.mark.parametrize("step", ["confirm_payment", "archived"])
def test_neither_is_made_once_the_case_is_decided(reach: Reach, step: str) -> None:
    office, case = reach(step)
    for make in (stop, ask):
        with office.refusal("step_not_waiting"):
            make(office, case)


def test_records_are_asked_for_by_who_handles_the_case(reach: Reach) -> None:
    office, case = reach("investigation")
    with office.refusal("not_allowed"):
        office.house.engine.execute(RequestEvidence(case_id=case, data=ASKED), office.actor("zhengkai"))
    ask(office, case)
    [paper] = [paper for paper in office.file(case).documents if paper.code == "D07-1"]
    assert (paper.number, (paper.facts or {})["items"]) == ("江城管调字〔2026〕第0001号", ["用电记录。"])
    assert office.faults() == []
