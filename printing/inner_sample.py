"""Sample papers of the inner volume (副卷文书样张): what the office writes for itself in the same invented case."""

from collections.abc import Mapping
from typing import Any

from engine.rules.document import Document
from engine.rules.document.case_source import CaseSource
from engine.rules.document.closing_approval import ClosingApproval
from engine.rules.document.decision import Decision
from engine.rules.document.filing_approval import FilingApproval
from engine.rules.document.handling_approval import HandlingApproval
from engine.rules.document.inner import KnownParty, Signature
from engine.rules.document.investigation_report import InvestigationReport
from engine.rules.document.legal_review import ITEMS, LegalReview, ReviewItem
from engine.rules.document.procedure_approval import Entry, Matter, ProcedureApproval
from engine.rules.document.volume import Content, Volume

PROPOSAL = "建议给予行政处罚：责令当事人立即改正违法行为，并处罚款人民币贰万贰仟伍佰元整（¥22,500.00）。"
OUTCOME = "给予行政处罚：责令当事人立即改正违法行为，并处罚款人民币壹万玖仟伍佰元整（¥19,500.00）。"
SOURCE = "江城管源字〔2026〕第0341号"


def inner_samples(decision: Decision) -> Mapping[str, Document]:
    """Return the samples by code."""
    party = decision.party
    common: dict[str, Any] = {
        "agency": decision.agency,
        "case_number": decision.case_number,
        "check_token": "3F8K-Q2TD-6WNV",
        "party": KnownParty(**{name: getattr(party, name) for name in party.__dataclass_fields__}),
        "officers": decision.officers,
        "cause": decision.cause,
    }
    return {
        "D01": _source(common),
        "D02": _filing(common),
        "D12": _report(common, decision),
        "D13": _review(common, decision),
        "D14": _approval(common, decision),
        "D14-1": _withdrawal(common),
        "D28": _closing(common, decision),
        "D29": _volume(common),
    }


def _source(common: dict[str, Any]) -> CaseSource:
    return CaseSource(
        **common | {"case_number": "", "officers": common["officers"][:1]},
        number=SOURCE,
        date="2026-09-14",
        source="投诉（12345）",
        discovered_on="2026-09-14",
        place="江川市东湖街道湖滨路18号",
        grid="999901001001002",
        description="居民投诉餐厅夜间排放油烟，楼上住户不能开窗。",
        registered_by="周岩",
        registered_at="2026-09-14T09:00",
        check_due="2026-09-29",
    )


def _filing(common: dict[str, Any]) -> FilingApproval:
    return FilingApproval(
        **common,
        number="",
        date="2026-09-14",
        filed=True,
        source_number=SOURCE,
        source="投诉（12345）",
        discovered_on="2026-09-14",
        place="江川市东湖街道湖滨路18号",
        inspected_on="2026-09-14",
        record="当场检查排放口，净化设施未开启，后厨正在煎炒。",
        facts="餐厅排放油烟，净化设施未正常使用，涉嫌超标。",
        basis_note="违法行为发生在本机关辖区，未超过追诉时效，涉嫌违反《中华人民共和国生态环境法典》第一千一百三十二条第一款。",
        opinion="建议立案。",
        signatures=(
            Signature(step="立案审核", person="韩磊", result="同意", text="事实初步清楚，同意立案。", at="2026-09-14T15:20"),
            Signature(step="立案批准", person="李敏", result="同意", text="准予立案。", at="2026-09-14T16:05"),
        ),
        resolution="准予立案",
    )


def _report(common: dict[str, Any], decision: Decision) -> InvestigationReport:
    return InvestigationReport(
        **common,
        number="",
        date="2026-09-30",
        filed_on=decision.filed_on,
        source="投诉（12345）",
        course=("9月15日现场检查并采样送检。", "9月28日询问法定代表人，调取营业执照和净化设施运行记录。"),
        findings=decision.findings,
        evidence=decision.evidence[:8],
        evidence_summary="现场检查笔录、照片、录像、询问笔录和检测报告相互印证，能够证明油烟超标排放的事实。",
        kind="penalty",
        violated=decision.violated,
        basis=decision.basis,
        discretion=decision.discretion,
        proposal=PROPOSAL,
        signed_at="2026-09-30T09:40",
    )


def _review(common: dict[str, Any], decision: Decision) -> LegalReview:
    problem = {"papers": ("有问题", "终结报告未写明检测报告编号。")}
    return LegalReview(
        **common,
        number="江城管法审字〔2026〕第0187号",
        date="2026-09-29",
        findings=decision.findings,
        proposal=PROPOSAL,
        items=tuple(ReviewItem(name=label, result=found, remark=remark) for label, (found, remark) in _items(problem)),
        opinion="补正",
        text="请补写检测报告编号后再送审核。",
        return_to="调查终结",
        reviewer="沈砚秋",
        licence="法律职业资格，证书号A20199999001",
        reviewed_at="2026-09-29T10:00",
    )


def _items(problem: Mapping[str, tuple[str, str]]) -> list[tuple[str, tuple[str, str]]]:
    return [(label, problem.get(name, ("无问题", ""))) for name, label in ITEMS.items()]


def _approval(common: dict[str, Any], decision: Decision) -> HandlingApproval:
    said = (
        ("协办确认", "吴敏", "确认", "确认属实。", "2026-09-30T09:40"),
        ("法制审核", "沈砚秋", "通过", "八项审核均无问题。", "2026-10-09T15:40"),
        ("拟处罚审核", "韩磊", "同意", "同意。", "2026-10-10T09:12"),
        ("拟处罚审批", "李敏", "同意", "同意拟处罚意见。", "2026-10-12T09:00"),
        ("复核申辩", "郑凯", "部分采纳", "换装净化设施属实，从轻。", "2026-10-20T10:30"),
        ("处罚决定", "李敏", "作出决定", "同意。", "2026-10-26T10:00"),
    )
    return HandlingApproval(
        **common,
        number="",
        date=decision.date,
        filed_on=decision.filed_on,
        findings=decision.findings,
        basis="《中华人民共和国生态环境法典》第一千一百三十二条第一款",
        proposal=PROPOSAL,
        plea="当事人提出：告知前已自行换装油烟净化设施，请求从轻处罚。经复核，有合同和发票证实，予以采纳。",
        hearing="当事人没有要求听证的权利。",
        signatures=tuple(Signature(step=step, person=person, result=result, text=text, at=at) for step, person, result, text, at in said),
        resolution=OUTCOME,
        decided_on=decision.date,
    )


def _withdrawal(common: dict[str, Any]) -> ProcedureApproval:
    asked = (
        ("撤案理由", "违法事实不成立"),
        ("查明的情况", "复检报告认定油烟排放浓度为1.6mg/m³，没有超过排放标准；9月15日的采样点位有误，原报告不能采信。"),
        ("涉案物品和强制措施的处理", "未采取查封扣押、先行登记保存。"),
    )
    said = (
        ("协办确认撤案", "吴敏", "确认", "确认属实。", "2026-09-28T10:05"),
        ("撤案审核", "韩磊", "同意", "复检程序合法，同意撤案。", "2026-09-28T14:30"),
        ("撤案法制审核", "沈砚秋", "同意", "事实不成立，同意撤案。", "2026-09-29T09:10"),
        ("撤案审批", "李敏", "同意", "同意撤案。", "2026-09-29T16:20"),
    )
    entries = tuple(Entry(label=label, text=text) for label, text in asked)
    return ProcedureApproval(
        **common,
        number="",
        date="2026-09-29",
        procedure="撤案",
        subject="违法事实不成立",
        step="撤案审批",
        matters=(Matter(step="申请撤案", person="周岩", at="2026-09-28T09:40", entries=entries),),
        signatures=tuple(Signature(step=step, person=person, result=result, text=text, at=at) for step, person, result, text, at in said),
        resolution="同意",
    )


def _closing(common: dict[str, Any], decision: Decision) -> ClosingApproval:
    return ClosingApproval(
        **common,
        number="江城管结字〔2026〕第0166号",
        date="2026-11-13",
        filed_on=decision.filed_on,
        decided_on=decision.date,
        decisions=(f"行政处罚决定书（{decision.number}）",),
        outcome=OUTCOME,
        fine="19500",
        paid="19500",
        result="罚款已于2026年11月10日全部缴清。",
        correction="已于2026年11月11日复查，净化设施正常使用。",
        goods="没有涉案物品。",
        signatures=(Signature(step="结案审批", person="李敏", result="同意", text="同意结案。", at="2026-11-13T15:00"),),
        closed_on="2026-11-13",
    )


def _volume(common: dict[str, Any]) -> Volume:
    main = (
        ("行政处罚决定书", "江城管罚决字〔2026〕第0218号", "2026-10-26"),
        ("送达回证", "", "2026-10-13"),
        ("送达回证", "", "2026-10-28"),
        ("现场检查笔录", "证据1", "2026-09-14"),
        ("现场照片6张", "证据2", "2026-09-14"),
        ("询问笔录", "证据3", "2026-09-15"),
        ("油烟检测报告", "证据4", "2026-09-22"),
        ("行政处罚事先告知书", "江城管罚告字〔2026〕第0192号", "2026-10-12"),
    )
    inner = (
        ("案件来源登记表", SOURCE, "2026-09-14"),
        ("立案审批表", "", "2026-09-14"),
        ("案件调查终结报告", "", "2026-09-30"),
        ("法制审核意见书", "江城管法审字〔2026〕第0187号", "2026-10-09"),
        ("案件处理审批表", "", "2026-10-26"),
        ("结案审批表", "江城管结字〔2026〕第0166号", "2026-11-13"),
    )
    return Volume(
        **common,
        number="",
        date="2026-11-20",
        volume="JCG-2026-0218",
        filed_on="2026-09-14",
        closed_on="2026-11-13",
        outcome=OUTCOME,
        term="30年",
        pages=46,
        main=tuple(Content(title=title, number=number, day=day) for title, number, day in main),
        inner=tuple(Content(title=title, number=number, day=day) for title, number, day in inner),
        remark="本卷有文书10份、证据材料4份。文书由系统按案件记录制作，各载有核验码和要素摘要；证据材料各载有SHA-256摘要。",
        archivist="孟凡",
        archived_on="2026-11-20",
    )
