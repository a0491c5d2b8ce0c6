"""Sample papers of service by announcement and of execution (样张): what came after the decision in the same invented case."""

from collections.abc import Mapping
from typing import Any

from engine.rules.document import Document
from engine.rules.document.announcement import AnnouncedParty, Announcement
from engine.rules.document.court_application import CourtApplication, DemandServed
from engine.rules.document.decision import Decision, Payment
from engine.rules.document.deferral import Deferral, Portion
from engine.rules.document.demand import Demand
from engine.rules.document.execution_agreement import ExecutionAgreement
from engine.rules.document.immediate_performance import ImmediatePerformance
from engine.rules.document.payment_notice import PaymentNotice
from engine.rules.document.performance import Performance
from engine.rules.document.performance_cost import Collection, CostApplication, CostDemand, CostNotice
from engine.rules.document.performance_demand import DutyDemand, PerformanceDemand
from engine.rules.document.service_receipt import Served
from engine.rules.document.surcharge_decision import SurchargeDecision


def execution_samples(decision: Decision, payment: Payment) -> Mapping[str, Document]:
    """Return the samples by code."""
    return {
        "D22-2": _announcement(decision),
        "D23": _deferral(decision),
        "D23-2": _payment_notice(decision, payment),
        "D24": _demand(decision, payment),
        "D24-2": _surcharge(decision, payment),
        "D24-3": _application(decision),
        "D24-4": _agreement(decision, payment),
        "D25": _performance(decision),
        "D25-1": _duty_demand(decision),
        "D25-5": _performance_demand(decision),
        "D25-6": _immediate(decision),
        "D25-7": _cost(decision, payment),
        "D25-8": _cost_demand(decision, payment),
        "D25-9": _cost_application(decision),
    }


def face(decision: Decision, number: str, day: str, token: str) -> dict[str, Any]:
    """Return what the papers that carry a decision out state alike."""
    return {
        "agency": decision.agency,
        "number": number,
        "date": day,
        "case_number": decision.case_number,
        "check_token": token,
        "party": decision.party,
        "officers": decision.officers,
        "decision": Served(name="行政处罚决定书", number=decision.number),
    }


def _announcement(decision: Decision) -> Announcement:
    return Announcement(
        agency=decision.agency,
        number="",
        date="2026-11-02",
        case_number="江城管立字〔2026〕第0218号",
        check_token="K4WM-6TQE-9XHB",  # noqa: S106  # printed on the paper for everybody
        party=AnnouncedParty(
            kind="organisation", name="炊烟里餐饮(江川)有限公司", code_label="", code="", address="", legal_representative="", representative_label=""
        ),
        officers=decision.officers,
        document=Served(name="行政处罚决定书", number=decision.number),
        content="案由：未正常使用油烟净化设施致油烟超标排放。决定罚款人民币壹万玖仟伍佰元整（¥19,500.00）。",
        reason="经营场所已停业搬离，直接送达无人在场，邮寄送达被退回，用其他方式无法送达，",
        medium="《江川日报》第四版和江川市人民政府网站",
        announced_on="2026-11-02",
        days=30,
    )


def _deferral(decision: Decision) -> Deferral:
    return Deferral(
        **face(decision, "江城管缓缴字〔2026〕第0007号", "2026-11-05", "V2YC-8NRT-4KWD"),
        fine="19500",
        applied_on="2026-11-03",
        hardship="停业整改期间没有营业收入，附银行流水和社保缴费证明。",
        parts=(Portion(due="2026-11-30", amount="9500"), Portion(due="2026-12-31", amount="10000")),
        approved_by="李敏",
    )


def _demand(decision: Decision, payment: Payment) -> Demand:
    return Demand(
        **face(decision, "江城管催字〔2026〕第0012号", "2026-11-18", "T5HX-3WQM-7PKE"),
        served_on="2026-10-28",
        due="2026-11-12",
        fine="19500",
        surcharge="3510",
        total="23010",
        days=10,
        payment=payment,
        right="你单位收到本催告书后有权进行陈述和申辩，可以向本机关书面或者口头提出。",
    )


def _surcharge(decision: Decision, payment: Payment) -> SurchargeDecision:
    return SurchargeDecision(
        **face(decision, "江城管加罚字〔2026〕第0004号", "2026-12-01", "N3KD-7MXC-4VTR"),
        served_on="2026-10-28",
        due="2026-11-12",
        reason="本机关于2026年11月13日电话催缴，你单位仍未缴纳，也没有申请延期、分期缴纳。",
        fine="19500",
        unpaid="19500",
        rate=3,
        first_day="2026-11-13",
        until="2026-12-01",
        days=19,
        reckoning="加处罚款按未缴罚款的每日百分之3计算：2026年11月13日至2026年12月1日共19日，每日585.00元，合计11,115.00元。",
        pauses="没有。",
        amount="11115",
        remitted="0",
        owing="11115",
        cap="19500",
        capped=False,
        approved_by="李敏",
        payment=payment,
        remedies=decision.remedies,
    )


def _agreement(decision: Decision, payment: Payment) -> ExecutionAgreement:
    return ExecutionAgreement(
        **face(decision, "江城管执协字〔2026〕第0002号", "2026-12-01", "P6TD-9MXC-2VKR"),
        served_on="2026-10-28",
        reason="乙方资金周转困难，有分期履行的能力。",
        effective_on="2026-12-01",
        fine="19500",
        surcharge="11115",
        parts=(Portion(due="2026-12-31", amount="10000"), Portion(due="2027-01-29", amount="9500")),
        waived="11115",
        measures="换装油烟净化设施，经检测达标，并向楼上住户道歉、清洗外墙。",
        payment=payment,
        breach="任何一期到期没有缴足的，甲方恢复强制执行，自该期届满的次日起恢复计算加处罚款，总额不超出罚款数额，约定减免的加处罚款不予减免。",
        approved_by="李敏",
    )


def _application(decision: Decision) -> CourtApplication:
    return CourtApplication(
        **face(decision, "江城管强执申字〔2027〕第0003号", "2027-05-06", "R8KD-2MXC-5VTN"),
        court="江川市人民法院",
        served_on="2026-10-28",
        lapsed_on="2027-04-28",
        findings=decision.findings,
        reason="据此在该幅度内按百分之三十的位置确定罚款数额。",
        basis=decision.basis,
        demand=DemandServed(number="江城管催字〔2026〕第0012号", served_on="2026-11-18", plea="被申请人没有提出陈述、申辩。"),
        fine="19500",
        surcharge="19500",
        reckoning="加处罚款自2026年11月13日起按每日百分之三计算，2026年12月16日达到罚款数额，不再增加。",
        subject="被申请人在江川市商业银行东湖支行有基本账户。",
        attachments=("行政处罚决定书和送达回证", "催告书和送达回证", "作出决定的证据材料", "被申请人的主体资格材料"),
        signed_by="李敏",
    )


def _performance(decision: Decision) -> Performance:
    return Performance(
        **face(decision, "江城管代履字〔2026〕第0002号", "2026-11-16", "J6VQ-9TXE-2MKC"),
        reason="排烟管道油污滴落在相邻通道，至今没有清除。",
        danger="造成环境污染",
        method="委托清洗单位拆卸并清洗管道",
        planned_on="2026-11-25",
        duty="清除排烟管道外壁和地面油污约12平方米",
        budget="3600",
        performer="江川洁城环卫服务有限公司",
        remedies=decision.remedies,
    )


_RIGHT = "你单位收到本催告书后有权进行陈述和申辩，可以向本机关书面或者口头提出。"


def _duty_demand(decision: Decision) -> DutyDemand:
    return DutyDemand(
        **face(decision, "江城管催字〔2026〕第0004号", "2026-11-02", "4WQK-8NXD-2TJR"),
        served_on="2026-10-28",
        duty="清除排烟管道外壁和地面油污约12平方米",
        way="自行履行上述义务，并告知本机关",
        days=10,
        danger="造成环境污染",
        right=_RIGHT,
    )


def _performance_demand(decision: Decision) -> PerformanceDemand:
    return PerformanceDemand(
        **face(decision, "江城管催字〔2026〕第0005号", "2026-11-17", "9KTM-3VQD-7XHE")
        | {"decision": Served(name="代履行决定书", number="江城管代履字〔2026〕第0002号")},
        served_on="2026-11-16",
        duty="清除排烟管道外壁和地面油污约12平方米",
        days=3,
        performer="江川洁城环卫服务有限公司",
        budget="3600",
        right=_RIGHT,
    )


def _immediate(decision: Decision) -> ImmediatePerformance:
    stated = face(decision, "江城管代履字〔2026〕第0003号", "2026-10-04", "2HVD-6QNT-9MXK")
    shared = {name: value for name, value in stated.items() if name != "decision"}
    return ImmediatePerformance(
        **shared,
        place="道路",
        duty="清除滴落在湖滨路上的油污约6平方米",
        reason="油污滴落在湖滨路上，路面湿滑，危及车辆和行人。",
        performed_at="2026-10-04T19:40",
        performer="本机关",
        supervisor="周岩、吴敏",
        account="设置警示标志，撒沙后清洗路面，当日20时10分恢复通行。",
        cost="300",
        remedies=decision.remedies,
    )


def _payment_notice(decision: Decision, payment: Payment) -> PaymentNotice:
    return PaymentNotice(
        **face(decision, "江城管缴通字〔2026〕第0001号", "2026-12-01", "4PNW-6HRK-8DVC")
        | {"decision": Served(name="行政处罚决定书", number=decision.number)},
        organ="江川市人民法院",
        document_no="〔2026〕行初18号",
        effective_on="2026-12-01",
        fine_before="19500",
        fine="25000",
        paid="19500",
        owing="5500",
        payment=payment,
    )


def _cost(decision: Decision, payment: Payment) -> CostNotice:
    return CostNotice(
        **face(decision, "江城管代履字〔2026〕第0004号", "2026-11-26", "5XKE-7MQD-3TVN")
        | {"decision": Served(name="代履行决定书", number="江城管代履字〔2026〕第0002号")},
        duty="清除排烟管道外壁和地面油污约12平方米",
        performed_on="2026-11-25",
        performer="江川洁城环卫服务有限公司",
        cost="3580",
        detail="人工2,100元，清洗机械1,200元，污油清运280元。",
        days=15,
        payment=Collection(bank=payment.bank, bank_address=payment.bank_address, account=payment.account),
        remedies=decision.remedies,
    )


def _cost_demand(decision: Decision, payment: Payment) -> CostDemand:
    return CostDemand(
        **face(decision, "江城管催字〔2026〕第0006号", "2026-12-14", "8DQT-4NVX-6KME")
        | {"decision": Served(name="代履行费用缴纳决定书", number="江城管代履字〔2026〕第0004号")},
        due="2026-12-11",
        owing="3580",
        days=10,
        payment=Collection(bank=payment.bank, bank_address=payment.bank_address, account=payment.account),
        right=_RIGHT,
    )


def _cost_application(decision: Decision) -> CostApplication:
    return CostApplication(
        **face(decision, "江城管强执申字〔2027〕第0004号", "2027-05-31", "7NXD-3KQT-9VHE")
        | {"decision": Served(name="代履行费用缴纳决定书", number="江城管代履字〔2026〕第0004号")},
        court="江川市人民法院",
        served_on="2026-11-26",
        lapsed_on="2027-05-26",
        performance=Served(name="代履行决定书", number="江城管代履字〔2026〕第0002号"),
        duty="清除排烟管道外壁和地面油污约12平方米",
        performed_on="2026-11-25",
        performer="江川洁城环卫服务有限公司",
        detail="人工2,100元，清洗机械1,200元，污油清运280元。",
        basis="《中华人民共和国行政强制法》第五十条、第五十一条第二款",
        demand=DemandServed(number="江城管催字〔2026〕第0006号", served_on="2026-12-14", plea="被申请人没有提出陈述、申辩。"),
        charged="3580",
        paid="580",
        owing="3000",
        subject="被申请人在江川市商业银行东湖支行有基本账户。",
        attachments=(
            "代履行费用缴纳决定书和送达回证",
            "代履行费用催告书和送达回证",
            "据以代履行的文书和送达回证",
            "代履行记录、费用凭证和其他证据材料",
            "被申请人的主体资格材料",
        ),
        signed_by="李敏",
    )
