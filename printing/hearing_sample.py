"""Sample papers of a hearing (听证样张)."""

from collections.abc import Mapping
from typing import Any

from engine.rules.document import Document
from engine.rules.document.hearing_notice import HearingAnnouncement, HearingChange, HearingNotice
from engine.rules.document.hearing_record import HearingRecord, HearingReport
from engine.rules.document.part import Agency, Officer, Party
from engine.rules.document.service_receipt import Served


def hearing_samples(agency: Agency, party: Party, officers: tuple[Officer, ...]) -> Mapping[str, Document]:
    """Return the papers of a hearing in an invented case, by code."""
    common: dict[str, Any] = {
        "agency": agency,
        "date": "2026-09-29",
        "case_number": "江城管立字〔2026〕第0218号",
        "check_token": "9N6T-A4TG-7VXJ",
        "party": party,
        "officers": officers,
        "cause": "未正常使用油烟净化设施致油烟超标排放",
        "place": "本机关二楼听证室",
    }
    notice = HearingNotice(
        **common,
        number="江城管听通字〔2026〕第0001号",
        asked_on="2026-09-29",
        meets_at="2026-10-15T09:30",
        host="何岩",
        recorder="苏晴",
        closed="",
        rights=(
            "认为主持人与本案有直接利害关系的，有权申请回避。",
            "可以亲自参加听证，也可以委托一至二人代理。",
            "对调查人员提出的违法事实、证据和处罚建议，有权申辩和质证，提出新的证据。",
            "核对听证笔录并签字或者盖章，认为记录有误的可以要求补正。",
        ),
    )
    announcement = HearingAnnouncement(**common, number="", named=party.name, meets_at="2026-10-15T09:30")
    change = HearingChange(
        **common,
        number="江城管听通字〔2026〕第0002号",
        notice=Served(name="听证通知书", number=notice.number),
        part="听证主持人",
        before=notice.host,
        person="方文",
        meets_at=notice.meets_at,
    )
    return {"D17": notice, "D17-1": change, "D17A": announcement, "D17B": _record(common), "D17C": _report(common)}


def _record(common: Mapping[str, Any]) -> HearingRecord:
    return HearingRecord(
        **common,
        number="",
        meets_at="2026-10-15T09:30",
        host="何岩",
        recorder="苏晴",
        closed="涉及商业秘密",
        attendance="何秀兰（法定代表人），委托代理人一人；周岩、吴敏（调查人员）。",
        challenge="主持人核对身份、宣布纪律、告知权利，当事人表示不申请回避。",
        accusation="调查人员宣读违法事实，出示检测报告等证据，建议罚款22,500元。",
        defence="当事人承认超标，认为已经更换净化设施，请求从轻。",
        confrontation="逐项出示证据。当事人对检测报告的真实性没有异议。",
        last_words="请求考虑整改情况。",
        signature="当事人拒绝签字或者盖章：认为记录未写明整改费用，已告知其可以补正。",
    )


def _report(common: Mapping[str, Any]) -> HearingReport:
    return HearingReport(
        **common,
        number="",
        held_on="2026-10-15",
        host="何岩",
        recorder="苏晴",
        course="双方到场，听证按程序进行。",
        issues="整改是否构成从轻情节。",
        finding="维持拟作出的处罚",
        grounds="证据经质证属实，整改发生在告知以后。",
    )
