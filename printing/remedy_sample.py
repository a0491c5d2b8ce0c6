"""Sample papers of remedies (样张): a changed decision, the answers to a reconsideration, a suit and a request for information in one case."""

from collections.abc import Mapping
from dataclasses import replace

from engine.rules.document import Document
from engine.rules.document.changed_decision import ChangedDecision
from engine.rules.document.decision import Decision
from engine.rules.document.information_answer import GROUNDS, OUTCOMES, InformationAnswer
from engine.rules.document.inner import KnownParty
from engine.rules.document.remedy_reply import RemedyReply


def remedy_samples(decision: Decision) -> Mapping[str, Document]:
    """Return the samples by code."""
    reply = _reply(decision)
    defence = replace(
        reply,
        number="江城管诉答字〔2026〕第0001号",
        check_token="2P7V-B5VH-8WYK",  # noqa: S106  # printed on the paper for everybody
        recipient="江川市人民法院",
        docket="（2026）江0101行初12号",
        request="请求判决驳回原告的诉讼请求。",
    )
    return {"D31": _changed(decision), "D40": reply, "D41": defence, "D42": _information(decision)}


def _reply(decision: Decision) -> RemedyReply:
    return RemedyReply(
        agency=decision.agency,
        number="江城管复答字〔2026〕第0001号",
        date="2026-11-20",
        case_number=decision.case_number,
        check_token="9N6T-A4TG-7VXJ",  # noqa: S106  # printed on the paper for everybody
        party=decision.party,
        officers=decision.officers,
        recipient="江川市人民政府",
        docket="江政复〔2026〕88号",
        decision_title="行政处罚决定书",
        decision_number=decision.number,
        decision_date=decision.date,
        cause=decision.cause,
        claim="请求撤销处罚决定：申请人已经换装净化设施，罚款过重。",
        facts="现场检查笔录、照片和检测报告证明，申请人排放油烟的浓度为4.8mg/m³，超过限值2.0mg/m³。",
        law="《中华人民共和国生态环境法典》第一千一百三十二条第一款。",
        procedure="立案、调查、告知、听取申辩、法制审核、决定和送达均符合法定程序和期限。",
        request="请求维持原行政处罚决定。",
        evidence=("现场检查笔录一份。", "油烟检测报告一份。", "送达回证两份。"),
    )


def _changed(decision: Decision) -> ChangedDecision:
    return ChangedDecision(
        agency=decision.agency,
        number="江城管罚变字〔2026〕第0001号",
        date="2026-11-20",
        case_number="江城管立字〔2026〕第0218号",
        check_token="8M5S-Z3SF-6UWH",  # noqa: S106  # printed on the paper
        party=decision.party,
        officers=decision.officers,
        changed_title="行政处罚决定书",
        changed_number="江城管罚决字〔2026〕第0218号",
        changed_date="2026-10-26",
        cause="未正常使用油烟净化设施致油烟超标排放",
        ground="裁量明显不当",
        reason="当事人在立案前已经主动改正，原决定没有考虑这一从轻情节。",
        decision="将原决定的罚款变更为人民币壹万伍仟元整（¥15,000.00）。",
        refund="",
        publication="原决定的公示信息在三个工作日内撤回。",
        remedies=decision.remedies,
        payment=decision.payment,
        fine="15000",
        owed="10000",
        paid="5000",
        due="2026-11-12",
    )


def _information(decision: Decision) -> InformationAnswer:
    return InformationAnswer(
        agency=decision.agency,
        number="江城管信复字〔2026〕第0001号",
        date="2026-11-25",
        case_number=decision.case_number,
        check_token="4T8R-C6WJ-3XPM",  # noqa: S106  # printed on the paper for everybody
        party=KnownParty(kind="person", name="陈明", code_label="", code="", address="", legal_representative=""),
        officers=(),
        received_on="2026-11-02",
        asked="本案的行政处罚决定书、检测报告和询问笔录。",
        outcome=OUTCOMES["partly"],
        content="行政处罚决定书已在江川市行政执法公示平台公开，可以在该平台查阅。",
        ground=GROUNDS["file"],
        reason="检测报告、询问笔录是办理本案形成的案卷信息，没有法律、法规、规章规定应当公开。",
        remedies=decision.remedies,
        third="第三方不同意公开",
    )
