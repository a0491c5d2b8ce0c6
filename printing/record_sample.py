"""Sample papers that are signed where they are made (现场文书样张): records, voucher, confirmation of address, in the same invented case."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from engine.rules.document import Document
from engine.rules.document.address_confirmation import NOTES, AddressConfirmation
from engine.rules.document.appraisal_order import AppraisalOrder
from engine.rules.document.capture_notice import CaptureNotice
from engine.rules.document.clue_transfer import ClueTransfer
from engine.rules.document.decision import Decision
from engine.rules.document.evidence_request import EvidenceRequest
from engine.rules.document.evidence_sheet import EvidenceSheet, Pasted
from engine.rules.document.extraction_record import Extracted, ExtractionRecord
from engine.rules.document.goods import GoodsItem
from engine.rules.document.inner import KnownParty
from engine.rules.document.inquiry import TOLD, Answer, Asked, Inquiry
from engine.rules.document.part import Enclosed
from engine.rules.document.plea_record import PleaRecord
from engine.rules.document.sampling_voucher import Sample, SamplingVoucher
from engine.rules.document.site_record import SiteRecord

PLACE = "江川市东湖区东湖街道湖滨路18号"
SIZES = (("净化设施运行记录", "run-2026-09.csv", "48,213", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),)


def _photograph(shade: tuple[int, int, int]) -> bytes:
    """Return a plain picture of a wall and a pipe; nothing of it was ever in front of a camera."""
    drawn = Image.new("RGB", (960, 640), shade)
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, 470, 960, 640), fill=(96, 96, 92))
    pen.rectangle((420, 60, 540, 470), fill=(150, 152, 156))
    pen.ellipse((400, 20, 560, 110), fill=(90, 90, 94))
    held = BytesIO()
    drawn.save(held, "PNG")
    return held.getvalue()


FILES = {sha256(content).hexdigest(): content for content in map(_photograph, ((196, 188, 172), (172, 184, 196)))}
"""The photographs of the samples by their digest."""


def record_samples(decision: Decision) -> Mapping[str, Document]:
    """Return the samples by code."""
    party = decision.party
    common: dict[str, Any] = {
        "agency": decision.agency,
        "date": "2026-09-15",
        "case_number": decision.case_number,
        "check_token": "6R2M-W9TC-3HXE",
        "party": KnownParty(**{name: getattr(party, name) for name in party.__dataclass_fields__}),
        "officers": decision.officers,
        "cause": decision.cause,
    }
    spot = {"held_at": "2026-09-15T10:20", "place": PLACE, "presence": "refused", "witness": "李建平（湖滨社区）"}
    return {
        "D03-1": _site(common),
        "D04": _inquiry(common),
        "D05-1": _notice(common),
        "D06": _extraction(common | spot),
        "D06-1": _sheet(common | spot),
        "D07": _sampling(common | spot),
        "D07-1": _request(common),
        "D16": _plea(common | {"party": party}),
        "D22-1": _confirmation(common),
        "D10-1": _order(common),
        "D26-3": _clue(common),
    }


def _notice(common: dict[str, Any]) -> CaptureNotice:
    return CaptureNotice(
        **common,
        number="",
        device="荷塘路南口抓拍机（编号DH-0001）",
        place="江川市东湖区荷塘路与滨河路交叉口",
        captured_on="2026-09-14",
        captured_time="07:12",
        records=(Enclosed(number="证据2", name="抓拍照片", sha256="4f2c9a10" * 8),),
    )


def _order(common: dict[str, Any]) -> AppraisalOrder:
    return AppraisalOrder(
        **common | {"party": _named(common)},
        number="江城管鉴字〔2026〕第0007号",
        institution="江川市环境监测中心",
        subject="油烟排放浓度是否超过国家规定的排放标准",
        started_on="2026-09-15",
        items=(GoodsItem(number=1, name="油烟采样滤筒", quantity="5支", marks="封条CY-0031", value=None, outcome=""),),
    )


def _clue(common: dict[str, Any]) -> ClueTransfer:
    return ClueTransfer(
        **common | {"case_number": ""},
        number="江城管移字〔2026〕第0002号",
        recipient="江川市生态环境局",
        source_number="江城管源字〔2026〕第0203号",
        discovered_on="2026-09-14",
        place=PLACE,
        found="餐厅所在建筑的锅炉向大气排放烟尘，餐厅的油烟净化设施正常运行",
        reason="锅炉大气污染物的监督管理由生态环境主管部门负责",
    )


def _site(common: dict[str, Any]) -> SiteRecord:
    return SiteRecord(
        **common,
        number="",
        inspected_on="2026-09-14",
        place=PLACE,
        present="何秀兰（法定代表人）",
        record=("餐厅正在营业，后厨三口灶具正在煎炒，油烟由后墙排出。", "油烟净化设施电源断开，风机未运转，滤网有积油。"),
        measures="当场拍照、录像，口头要求立即开启净化设施。",
    )


def _inquiry(common: dict[str, Any]) -> Inquiry:
    return Inquiry(
        **common,
        number="",
        began_at="2026-09-15T09:30",
        ended_at="2026-09-15T10:15",
        place=PLACE,
        asked=Asked(
            name="何秀兰", role="法定代表人或者负责人", id_number="999901198203150025", phone="0999-5678012", address="江川市东湖区书院巷7号"
        ),
        attendant="",
        recorder="吴敏",
        told=TOLD,
        challenge="不申请回避。",
        answers=(
            Answer(question="净化设施从何时起没有开启？", answer="九月一日风机坏了，之后一直没有开。"),
            Answer(question="为什么没有报修？", answer="联系过厂家，还没有来。"),
            Answer(question="还有什么需要补充？", answer="没有了，我们会尽快更换。"),
        ),
        signature="被询问人核对笔录无误后签名。",
    )


def _extraction(common: dict[str, Any]) -> ExtractionRecord:
    return ExtractionRecord(
        **common,
        number="",
        holder="何秀兰（法定代表人）",
        source="净化设施控制器，型号JK-20，存储卡一张",
        method="在当事人面前用只读读卡器复制运行记录，计算SHA-256，全程录像。",
        items=tuple(Extracted(name=name, file_name=file_name, size=size, sha256=digest) for name, file_name, size, digest in SIZES),
    )


def _sheet(common: dict[str, Any]) -> EvidenceSheet:
    first, second = FILES
    told = {"source": "现场取得", "taken_at": "2026-09-14", "place": PLACE, "taken_by": "吴敏"}
    return EvidenceSheet(
        **common,
        number="",
        items=(
            Pasted(number="证据2", name="排烟管道照片", kind="视听资料", purpose="油烟由后墙管道排出", file_name="管道.png", sha256=first, **told),
            Pasted(number="证据3", name="净化设施照片", kind="视听资料", purpose="净化设施电源断开", file_name="净化设施.png", sha256=second, **told),
        ),
        confirmation="拒绝核对签名，见证人在场见证。",
    )


def _sampling(common: dict[str, Any]) -> SamplingVoucher:
    return SamplingVoucher(
        **common,
        number="江城管抽字〔2026〕第0009号",
        purpose="检测滤网截留物的油脂含量",
        method="由执法人员在两组滤网中随机抽取一组，剪取中部。",
        items=(Sample(name="滤网样片", quantity="2片", base="12片", marks="10厘米×10厘米，不锈钢", sealing="分装两袋，加贴封条，双方签名"),),
    )


def _named(common: dict[str, Any]) -> KnownParty:
    """The party by its name alone, as third parties learn of it."""
    party: KnownParty = common["party"]
    return replace(party, code_label="", code="", address="", legal_representative="")


def _request(common: dict[str, Any]) -> EvidenceRequest:
    return EvidenceRequest(
        **common | {"party": _named(common)},
        number="江城管调字〔2026〕第0003号",
        holder="江川供电公司东湖营业所",
        purpose="油烟净化设施停用的起止时间",
        items=("2026年8月1日至9月14日湖滨路18号餐厅的分时用电记录一份。", "同期净化设施专用电表的抄表照片。"),
        until="2026-09-25",
    )


def _plea(common: dict[str, Any]) -> PleaRecord:
    return PleaRecord(
        **common | {"date": "2026-10-19"},
        number="",
        notice="行政处罚事先告知书（江城管罚告字〔2026〕第0192号）",
        proposed="责令你单位立即改正违法行为，正常使用油烟净化设施，并处罚款人民币贰万贰仟伍佰元整（¥22,500.00）",
        received_on="2026-10-19",
        waived=False,
        content="告知前已自行换装油烟净化设施，请求从轻处罚。",
        evidence=("证据9　净化设施更换合同和发票",),
    )


def _confirmation(common: dict[str, Any]) -> AddressConfirmation:
    return AddressConfirmation(
        **common,
        number="江城管送字〔2026〕第0120号",
        confirmed_on="2026-09-15",
        confirmed_by="何秀兰",
        relation="法定代表人或者负责人",
        recipient="何秀兰",
        address="江川市东湖区东湖街道湖滨路18号二层",
        phone="0999-5678012",
        channel="email",
        electronic="he@yanli.example",
        notes=NOTES,
    )
