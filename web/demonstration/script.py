"""The script of the demonstration (演示脚本): what people do in a case, day by day, with the forms as they would fill them in."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from engine.law.parameters import read_parameters
from engine.law.seed import seeds
from web.demonstration import beside
from web.demonstration.act import AGREE, CONFIRM, Act, day_of, served
from web.demonstration.matter import MATTERS, Matter
from web.demonstration.plan import Plan

LIMIT = "2.0"
CHECKED = dict.fromkeys(("subject", "personnel", "facts", "procedure", "basis", "competence", "papers", "crime"), "ok")


CITY = read_parameters(next(seed.content for seed in seeds() if seed.kind == "parameter").decode())
"""The parameters of the city, which say from when on whoever reported an act is told what the check found."""


def acts(plan: Plan, began: date) -> Iterator[Act]:
    """Yield what happens in a case, in order, as far as its path goes."""
    crew, lead = plan.crew, plan.crew.lead
    yield Act(day=0, hour=9, by=lead, step="open", data=_clue(plan, began))
    if "summary" in plan.path:
        yield from _on_the_spot(plan, began)
        return
    finding = "none" if "no_filing" in plan.path else "file"
    yield Act(day=0, hour=11, by=lead, step="verification", data=_verification(plan, finding))
    yield Act(day=0, hour=11, by=crew.second, step="confirm_verification", data=CONFIRM)
    yield from _answer(plan, began, hour=11)
    if finding == "none":
        yield Act(day=1, hour=10, by=crew.head, step="approve_no_filing", data={"approved": "true", "opinion": "同意不予立案。"})
        return
    yield Act(day=0, hour=15, by=lead, step="case_filing", data={"facts": _matter(plan).filing, "opinion": "建议立案。"})
    yield Act(day=0, hour=16, by=crew.leader, step="review_filing", data=AGREE)
    yield Act(day=1, hour=9, by=crew.head, step="approve_filing", data=AGREE)
    yield from _investigation(plan, began)
    if "transfer" in plan.path:
        yield from _elsewhere(plan, began)
        return
    if "police" in plan.path:
        yield from _police(plan, began)
        return
    yield from _review(plan, began)
    if "exempt" in plan.path:
        yield from _exemption(plan, began)
    else:
        yield from _penalty(plan, began)


def _answer(plan: Plan, began: date, *, hour: int) -> Iterator[Act]:
    if plan.source == "hotline" and CITY.at(began).has("report.answer.days"):
        told = {"reached": "true", "told_on": began.isoformat(), "way": "platform", "told": "已经到现场核查，依法处理。"}
        yield Act(day=0, hour=hour, by=plan.crew.lead, step="start", data=told, procedure="report_answer")


def _on_the_spot(plan: Plan, began: date) -> Iterator[Act]:
    crew, matter = plan.crew, _matter(plan)
    spot = {"shown": "true", "act_on": began.isoformat(), "act_time": "08:50", "second": crew.second, "facts": _facts(plan)}
    told = {"measured": plan.measured, "harm": "slight", "told": "true", "plea": "none", "way": "spot", "fine": str(_fine(plan))}
    yield Act(day=0, hour=9, by=crew.lead, step="spot_record", data=spot | told)
    yield Act(day=0, hour=9, by=crew.second, step="confirm_spot", data=CONFIRM)
    yield from _answer(plan, began, hour=9)
    recipient = plan.party.get("legal_representative", plan.party["name"])
    yield Act(day=0, hour=9, by=crew.lead, step="hand_over", data={"result": "signed", "recipient": recipient, "payment": "code"})
    checked = {"checked": "true", "opinion": "事实清楚，程序合法，同意备案。"}
    yield Act(day=1, hour=9, by=crew.leader, step="spot_report", data=checked)
    yield from _publication(plan, matter.summary, day=4)
    paid = {"amount": str(_fine(plan)), "paid_on": day_of(began, 5), "receipt_no": f"E{began:%Y%m%d}", "channel": "epay"}
    yield Act(day=6, hour=9, by=crew.cashier, step="confirm_payment", data=paid)
    yield Act(day=8, hour=9, by=crew.archivist, step="archiving", data={"volume_no": f"{began:%Y}-简-{began:%m%d}", "pages": 6})


def _publication(plan: Plan, summary: str, *, day: int) -> Iterator[Act]:
    yield Act(day=day, hour=9, by=plan.crew.publisher, step="prepare_publication", data={"publish": "true", "summary": summary})
    yield Act(day=day, hour=11, by=plan.crew.reviewer, step="review_publication", data={"approved": "true", "opinion": "可以公示。"})


def _investigation(plan: Plan, began: date) -> Iterator[Act]:
    lead, matter = plan.crew.lead, _matter(plan)
    photo, shows = matter.photo
    for name, kind, purpose, file in (
        ("现场检查笔录", "inspection", matter.inspected, "现场检查笔录.pdf"),
        ("门头照片", "audiovisual", "经营场所位置", "门头.jpg"),
        (photo, "audiovisual", shows, "现场.png"),
        ("询问笔录", "statement", matter.asked, "询问笔录.pdf"),
    ):
        yield Act(day=1, hour=14, by=lead, step="evidence", data={"kind": kind, "name": name, "purpose": purpose, "file": file})
    yield from beside.inquiry(plan, began)
    if plan.matter == "fume":
        yield from _appraisal(plan, began)
    yield Act(day=12, hour=9, by=lead, step="investigation", data={"record": "询问当事人，收集证据，事实已经查清。", "next": "report"})


def _appraisal(plan: Plan, began: date) -> Iterator[Act]:
    lead = plan.crew.lead
    appraisal = {"next": "appraisal", "institution": "江川市环境检测中心", "subject": "油烟排放浓度", "started_on": day_of(began, 2)}
    yield Act(day=2, hour=10, by=lead, step="investigation", data={"record": "现场检查并采样送检。"} | appraisal)
    result = f"油烟排放浓度{plan.measured}mg/m³，限值{LIMIT}mg/m³。"
    report = {"report_no": f"JH{began:%m%d}", "conclusion": result, "measured": plan.measured, "limit": LIMIT}
    yield Act(day=9, hour=14, by=lead, step="appraisal", data={"finished_on": day_of(began, 9)} | report)
    found = {"kind": "appraisal", "name": "油烟检测报告", "purpose": f"排放浓度{plan.measured}mg/m³", "file": "检测报告.pdf"}
    yield Act(day=9, hour=15, by=lead, step="evidence", data=found)


def _review(plan: Plan, began: date) -> Iterator[Act]:
    crew = plan.crew
    yield Act(day=14, hour=9, by=crew.lead, step="investigation_report", data=_report(plan, began))
    yield Act(day=14, hour=10, by=crew.second, step="confirm_report", data=CONFIRM)
    yield Act(day=16, hour=10, by=crew.reviewer, step="legal_review", data=CHECKED | {"opinion": "pass", "opinion_text": "八项审核均无问题。"})
    yield Act(day=17, hour=9, by=crew.leader, step="review_proposal", data=AGREE)
    yield Act(day=18, hour=9, by=crew.head, step="approve_proposal", data=AGREE)


def _penalty(plan: Plan, began: date) -> Iterator[Act]:
    crew, lead, fine = plan.crew, plan.crew.lead, _fine(plan)
    contact = {"confirm": "true", "contact": "承办人 0999-1234567", "address": "江川市东湖区市政路1号"}
    yield Act(day=19, hour=10, by=lead, step="notice", data=contact)
    yield Act(day=20, hour=10, by=lead, step="serve", data=served(plan, day_of(began, 20)))
    if "heard" in plan.path:
        yield from beside.hearing(plan, began)
        return
    if "silent" not in plan.path:
        plea = {"plea": "submitted", "received_on": day_of(began, 22), "way": "written", "content": "告知前已自行换装油烟净化设施，请求从轻处罚。"}
        yield Act(day=22, hour=15, by=lead, step="plea", data=plea)
        bought = {"kind": "documentary", "name": "净化设施购置合同和发票", "purpose": "告知前已换装净化设施", "file": "发票.pdf"}
        yield Act(day=22, hour=16, by=lead, step="evidence", data=bought)
        accepted = {"finding": "合同和发票证实告知前已换装净化设施，减轻了危害后果。", "accepted": "all", "facts_changed": "false"}
        factor = {"factors": [{"code": "harm_reduced", "evidence": ["6"]}]}
        yield Act(day=23, hour=10, by=crew.replier, step="plea_review", data=accepted | factor)
        fine = _lowered(plan)
    yield Act(day=36, hour=9, by=crew.head, step="decide", data={"fine": str(fine), "opinion": "同意。事实清楚，裁量适当。"})
    yield Act(day=38, hour=10, by=lead, step="serve", data=served(plan, day_of(began, 38)))
    yield from _publication(plan, _matter(plan).summary, day=40)
    if "unpaid" in plan.path:
        if "challenged" in plan.path:
            yield from beside.challenge(plan, began)
        return
    owed = fine + Decimal(plan.gains or _matter(plan).gains or 0)
    paid = {"amount": str(owed), "paid_on": day_of(began, 46), "receipt_no": f"P{began:%Y%m%d}{plan.measured.replace('.', '')}", "channel": "bank"}
    yield Act(day=47, hour=9, by=crew.cashier, step="confirm_payment", data=paid)
    yield from _closing(plan, began, day=52)


def _exemption(plan: Plan, began: date) -> Iterator[Act]:
    yield Act(day=24, hour=9, by=plan.crew.head, step="decide", data={"decision": "decide", "outcome": "no_penalty", "opinion": "同意不予处罚。"})
    yield Act(day=26, hour=10, by=plan.crew.lead, step="serve", data=served(plan, day_of(began, 26)))
    yield from _closing(plan, began, day=30)


def _elsewhere(plan: Plan, began: date) -> Iterator[Act]:
    """The smoke comes from an industrial furnace: another department has the power (行政处罚法 Art. 22)."""
    body = {"way": "transfer", "body": "江川市生态环境局", "reason": "油烟来自工业炉窑，不属本机关职权。", "materials": "案卷一册\n油烟检测报告一份"}
    yield Act(day=14, hour=9, by=plan.crew.lead, step="start", procedure="jurisdiction", data=body)
    yield Act(day=15, hour=9, by=plan.crew.head, step="approve_jurisdiction", data={"approved": "true", "opinion": "同意移送。"})
    receipt = {"receipt_no": "环收〔2026〕118", "delivered_on": day_of(began, 16)}
    yield Act(day=16, hour=10, by=plan.crew.lead, step="hand_over_case", data=receipt)


def _police(plan: Plan, began: date) -> Iterator[Act]:
    """The report finds a suspected crime; the police have it and are to answer."""
    crew, offence = plan.crew, "破坏计算机信息系统罪"
    yield Act(day=14, hour=9, by=crew.lead, step="investigation_report", data={**_report(plan, began), "offence": offence})
    yield Act(day=14, hour=10, by=crew.second, step="confirm_report", data=CONFIRM)
    yield Act(day=14, hour=11, by=crew.head, step="appoint_team", data={"members": [crew.lead, crew.second]})
    found = "油烟在线监测数据由人工写入，后台日志记有修改的时间和账号。"
    verified = {"offence": offence, "standard": "对监测数据进行修改，后果严重", "facts": found, "opinion": "建议移送公安机关。"}
    yield Act(day=15, hour=9, by=crew.lead, step="report_crime", data=verified)
    yield Act(day=15, hour=10, by=crew.second, step="confirm_crime", data=CONFIRM)
    decided = {"approved": "true", "capacity": "presiding", "opinion": "同意移送。"}
    yield Act(day=15, hour=16, by=crew.head, step="decide_transfer", data=decided)
    yield Act(day=16, hour=9, by=crew.lead, step="deliver_crime", data={"tests": ["5"], "materials": ["1", "2", "3", "4"]})


def _closing(plan: Plan, began: date, *, day: int) -> Iterator[Act]:
    done = {"result": "决定已执行完毕，违法行为已改正。", "correction_checked": "true", "correction_checked_on": day_of(began, day - 1)}
    yield Act(day=day, hour=9, by=plan.crew.lead, step="closing", data=done)
    yield Act(day=day, hour=15, by=plan.crew.head, step="approve_closing", data={"approved": "true", "opinion": "同意结案。"})
    yield Act(day=day + 2, hour=9, by=plan.crew.archivist, step="archiving", data={"volume_no": f"{began:%Y}-普-{began:%m%d}", "pages": 68})


def _matter(plan: Plan) -> Matter:
    return MATTERS[plan.matter]


def _clue(plan: Plan, began: date) -> Mapping[str, Any]:
    matter = _matter(plan)
    procedure = "summary" if "summary" in plan.path else "ordinary"
    clue = {"procedure": procedure, "cause": matter.cause, "source": plan.source, "discovered_on": began.isoformat(), "place": plan.place}
    return clue | {"description": matter.clue, "party": dict(plan.party)}


def _verification(plan: Plan, finding: str) -> Mapping[str, Any]:
    matter = _matter(plan)
    return {
        "record": matter.record,
        "facts": matter.seen if finding == "file" else matter.gone,
        "finding": finding,
        "second": plan.crew.second,
    }


def _facts(plan: Plan) -> str:
    matter = _matter(plan)
    return matter.facts.format(
        you="你" if "id_number" in plan.party else "你单位",
        place=plan.place,
        quantity=plan.measured,
        gains=plan.gains or matter.gains,
        excess=f"{_excess(plan).normalize():f}" if plan.matter == "fume" else "",
    )


def _report(plan: Plan, began: date) -> Mapping[str, Any]:
    matter, fume = _matter(plan), plan.matter == "fume"
    gains = plan.gains or matter.gains
    report = {
        "act_start": began.isoformat(),
        "act_end": day_of(began, 2) if fume else began.isoformat(),
        "facts": _facts(plan),
        "evidence_summary": f"现场检查笔录、照片、询问笔录{'、检测报告' if fume else ''}相互印证。",
        "measured": plan.measured,
        "harm": "slight",
    }
    report |= {"limit": LIMIT} if fume else {}
    report |= {"gains": gains} if gains else {}
    if "exempt" in plan.path:
        return report | {"corrected": "true", "outcome": "no_penalty", "fine_reason": matter.spared}
    if "police" in plan.path:
        return report | {"outcome": "transfer"}
    report |= {"goods": matter.goods, "goods_value": matter.goods_value} if matter.goods else {}
    return report | {"outcome": "penalty", "fine": str(_fine(plan)), "fine_reason": _reason(plan)}


def _fine(plan: Plan) -> Decimal:
    """Return what is proposed: as planned, or the middle of the tier, as the published table recommends it."""
    if plan.fine is not None:
        return Decimal(plan.fine)
    return Decimal(10000) if _excess(plan) <= 1 else Decimal(22500) if _excess(plan) <= 3 else Decimal(40000)  # The tiers of JC04.


def _reason(plan: Plan) -> str:
    """Return why the fine is what it is: smoke is fined below the middle of its tier where a sum was planned, all else in the middle."""
    if plan.fine is not None and plan.matter in {"fume", "grill"}:
        return "初次违法，当场停止，没有造成其他后果，在该阶次的低段确定。"
    return "没有从轻、从重情节，按该阶次的建议数额确定。"


def _excess(plan: Plan) -> Decimal:
    return (Decimal(plan.measured) - Decimal(LIMIT)) / Decimal(LIMIT)


def _lowered(plan: Plan) -> Decimal:
    """Return the recommendation with one factor in the party's favour: three tenths of the tier instead of the middle."""
    return {Decimal(10000): Decimal(8000), Decimal(22500): Decimal(19500), Decimal(40000): Decimal(36000)}[_fine(plan)]
