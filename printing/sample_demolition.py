"""Sample papers of a forced demolition (强制拆除样张), in the same invented office."""

from collections.abc import Mapping

from engine.rules.document import Document
from engine.rules.document.announcement import AnnouncedParty
from engine.rules.document.decision import Decision
from engine.rules.document.demolition import DemolitionDecision, DemolitionDemand, DemolitionNotice, DemolitionRequest
from engine.rules.document.service_receipt import Served
from printing.sample_execution import face

_BUILDING = "江川市东湖区东湖街道锦茂路8号楼顶加建的一层，钢结构，约260平方米"


def demolition_samples(decision: Decision) -> Mapping[str, Document]:
    """Return the samples by code."""
    return {"D24D": _demand(decision), "D25-2": _decision(decision), "D25-3": _notice(decision), "D25-4": _request(decision)}


def _notice(decision: Decision) -> DemolitionNotice:
    name = decision.party.name
    party = AnnouncedParty(kind="organisation", name=name, code_label="", code="", address="", legal_representative="", representative_label="")
    return DemolitionNotice(
        **face(decision, "江城管拆告字〔2026〕第0001号", "2026-10-29", "D3HX-8WQM-2PKE") | {"party": party},
        building=_BUILDING,
        until="2026-11-27",
        place="违法建筑现场和江川市人民政府网站",
    )


def _demand(decision: Decision) -> DemolitionDemand:
    return DemolitionDemand(
        **face(decision, "江城管催字〔2027〕第0003号", "2027-04-29", "T7HX-3WQM-9PKA"),
        served_on="2026-10-28",
        building=_BUILDING,
        way="自行拆除，清运建筑垃圾，并将拆除情况书面报告本机关",
        days=10,
        right="你单位收到本催告书后有权进行陈述和申辩，可以向本机关书面或者口头提出。",
    )


def _request(decision: Decision) -> DemolitionRequest:
    return DemolitionRequest(
        **face(decision, "江城管拆请字〔2027〕第0001号", "2027-05-20", "K9TX-2RQM-6PKD"),
        recipient="江川市人民政府",
        served_on="2026-10-28",
        building=_BUILDING,
        announcement=Served(name="限期拆除公告", number="江城管拆告字〔2026〕第0001号"),
        until="2026-11-27",
        lapsed_on="2027-04-28",
        demand=Served(name="催告书", number="江城管催字〔2027〕第0003号"),
        demanded_on="2027-04-30",
        plea="",
        finding="当事人没有提出陈述、申辩，没有正当理由。",
        departments="江川市城市管理综合行政执法局、东湖街道办事处",
        signatory="李敏",
        materials=("行政处罚决定书及送达回证", "限期拆除公告", "催告书及送达回证", "拆除复查记录和现场照片"),
    )


def _decision(decision: Decision) -> DemolitionDecision:
    return DemolitionDecision(
        **face(decision, "江城管强执字〔2027〕第0001号", "2027-06-02", "V4MX-6TQE-8HKB"),
        demand=Served(name="催告书", number="江城管催字〔2027〕第0003号"),
        building=_BUILDING,
        reason="当事人没有提出陈述、申辩，没有正当理由。",
        order="江政责字〔2027〕3号",
        departments="江川市城市管理综合行政执法局、东湖街道办事处",
        method="先行清空、断开本层管线后，委托有资质的单位自上而下逐层拆除。",
        planned_at="2027-06-09T09:30",
        remedies=decision.remedies,
    )
