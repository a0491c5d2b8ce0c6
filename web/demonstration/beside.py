"""Beside the main road (其他程序): what the demonstration shows of the procedures that run at a case's side, each waiting for its next step."""

from collections.abc import Iterator
from datetime import date

from engine.law.calendar import read_calendar
from engine.law.national import national_tables
from web.demonstration.act import AGREE, CONFIRM, Act, day_of, served
from web.demonstration.plan import Plan

CALENDAR = read_calendar([national_tables()])
"""A hearing is held on a working day."""


def inquiry(plan: Plan, began: date) -> Iterator[Act]:
    """Yield what is started while the case is inquired into, as the plan's path names it."""
    if "held" in plan.path:
        yield from _seizure(plan)
    if "ordered" in plan.path:
        yield from _correction(plan, began)
    if "asked" in plan.path:
        yield from _collaboration(plan)


def hearing(plan: Plan, began: date) -> Iterator[Act]:
    """Yield a hearing that is asked for and announced, and waits for its day. Source: 行政处罚法 Art. 63, 64."""
    crew = plan.crew
    asked = {"requested": "requested", "requested_on": day_of(began, 22), "way": "written", "content": "认为采样时段不能代表正常经营。"}
    yield Act(day=22, hour=15, by=crew.lead, step="request_hearing", data=asked)
    yield Act(day=23, hour=9, by=crew.head, step="appoint_host", data={"host": "heyan", "recorder": "suqing", "public": "open"})
    meets = {"meets_on": _sitting(began), "meets_at": "09:30", "place": "二楼听证室"}
    yield Act(day=23, hour=10, by="heyan", step="set_hearing", data=meets)
    yield Act(day=24, hour=10, by=crew.lead, step="serve", data=served(plan, day_of(began, 24)))


def challenge(plan: Plan, began: date) -> Iterator[Act]:
    """Yield a reconsideration that the organ took up and the agency has to answer. Source: 行政复议法 Art. 20, 48."""
    lead = plan.crew.lead
    applied = {"via": "organ", "organ": "江川市人民政府", "filed_on": day_of(began, 56), "claim": "认为罚款过重，请求变更。"}
    yield Act(day=57, hour=9, by=lead, step="start", data=applied, procedure="reconsideration")
    told = {"accepted": "true", "number": f"江政复〔{began:%Y}〕88号", "received_on": day_of(began, 62), "way": "ordinary", "stayed": "false"}
    yield Act(day=62, hour=15, by=lead, step="receive_reconsideration", data=told)


def _sitting(began: date) -> str:
    """Return the first working day from three weeks after the hearing was announced."""
    return CALENDAR.next_working_day(date.fromisoformat(day_of(began, 44))).isoformat()


def _seizure(plan: Plan) -> Iterator[Act]:
    """Yield a seizure whose thirty days run. Source: 行政强制法 Art. 18, 24, 25."""
    lead = plan.crew.lead
    why = {"facts": "无照经营的摊车和商品可能转移，需要扣押。", "urgency": "ordinary"}
    yield Act(day=1, hour=15, by=lead, step="start", data=why, procedure="seizure")
    yield Act(day=1, hour=15, by=plan.crew.head, step="approve_seizure", data={"approved": "true", "opinion": "同意扣押。"})
    items = [
        {"name": "三轮摊车", "quantity": "1", "unit": "辆", "value": "600", "use": "tool", "photos": ["2"]},
        {"name": "手机壳", "quantity": "120", "unit": "个", "value": "1200", "marks": "各型号", "use": "goods", "photos": ["3"]},
    ]
    held = {"shown": "true", "told": "true", "held_time": "16:00", "items": items, "place": "东湖一中队扣押物品库", "keeper": "库管员洪波"}
    yield Act(day=1, hour=16, by=lead, step="record_seizure", data={**held, "presence": "signed"})
    yield Act(day=1, hour=16, by=plan.crew.second, step="confirm_seizure", data=CONFIRM)


def _correction(plan: Plan, began: date) -> Iterator[Act]:
    """Yield an order to correct that is served and will be looked at again. Source: 行政处罚法 Art. 28(1)."""
    order = {"way": "notice", "facts": f"在{plan.place}超出门窗摆放货架经营。", "demand": "收回摆在门外的全部货架。", "until": day_of(began, 12)}
    yield Act(day=2, hour=9, by=plan.crew.lead, step="start", data=order, procedure="correction_order")
    yield Act(day=2, hour=10, by=plan.crew.second, step="confirm_correction_order", data=CONFIRM)
    yield Act(day=2, hour=16, by=plan.crew.lead, step="serve", data=served(plan, day_of(began, 2)))


def _collaboration(plan: Plan) -> Iterator[Act]:
    """Yield what two other departments are asked, each by its own letter."""
    lead, head = plan.crew.lead, plan.crew.head
    asked = {"kind": "planning", "partner": "planning", "questions": "该路段是否在规划道路红线以内？是否批准过临时占用？", "materials": ["1", "3"]}
    yield Act(day=3, hour=9, by=lead, step="start", data=asked, procedure="collaboration")
    yield Act(day=3, hour=10, by=head, step="approve_collaboration", data=AGREE)
    helped = {"kind": "assistance", "partner": "public_security", "questions": "请协助核实现场施工负责人的身份。", "materials": ["1"]}
    yield Act(day=3, hour=11, by=lead, step="start", data=helped, procedure="collaboration")
    yield Act(day=3, hour=14, by=head, step="approve_collaboration", data=AGREE)
