"""Samples of what goes to the police and the procuratorate (涉嫌犯罪移送样张): dumped dangerous waste, complete and consistent."""

from collections.abc import Mapping
from dataclasses import replace

from engine.rules.document import Document
from engine.rules.document.crime_referral import CrimeReferral
from engine.rules.document.filing_objection import FilingObjection
from engine.rules.document.goods import GoodsItem
from engine.rules.document.goods_transfer import GoodsTransfer
from engine.rules.document.part import Citation, Enclosed, Party
from printing.goods_sample import AGENCY, OFFICERS

REFERRAL = CrimeReferral(
    agency=AGENCY,
    number="江城管涉罪移字〔2026〕第0001号",
    date="2026-09-21",
    case_number="江城管立字〔2026〕第0231号",
    check_token="7Q2K-M4XT-8RVD",  # noqa: S106  # printed on the paper
    party=Party(
        kind="organisation",
        name="江川宏拓土石方工程有限公司",
        code_label="统一社会信用代码",
        code="91999901MA0TE5T24A",
        address="江川市西山区工业路9号",
        legal_representative="高宏",
    ),
    officers=OFFICERS,
    recipient="江川市公安局",
    cause="随意倾倒建筑垃圾",
    offence="污染环境罪",
    standard="非法排放、倾倒、处置危险废物3.6吨",
    findings=(
        "2026年9月14日，执法人员在江川市东湖区滨河路空地发现混入建筑垃圾倾倒的废油泥。",
        "经清点称重共3.6吨，检测机构于9月18日出具鉴别报告：属于危险废物（HW08）。",
    ),
    opinion="已达到追诉标准，建议移送江川市公安局。",
    reported_on="2026-09-19",
    approved_by="李敏",
    approved_on="2026-09-20",
    items=(GoodsItem(number=1, name="自卸货车", quantity="1辆", marks="车牌江A12345", value="180000"),),
    tests=("危险废物鉴别报告",),
    materials=("现场检查笔录", "询问笔录"),
    enclosed=(
        Enclosed(number="证据2", name="危险废物鉴别报告", sha256="4f2c9a10" * 8),
        Enclosed(number="证据1", name="现场检查笔录", sha256="0c6e55f7" * 8),
        Enclosed(number="证据3", name="询问笔录", sha256="81bd73e2" * 8),
    ),
    copied="江川市人民检察院",
    prior=(),
)

RECONSIDERATION = FilingObjection(
    agency=AGENCY,
    number="江城管涉罪复字〔2026〕第0001号",
    date="2026-09-26",
    case_number=REFERRAL.case_number,
    check_token="2X8C-N6RV-5QHT",  # noqa: S106  # printed on the paper
    party=REFERRAL.party,
    officers=OFFICERS,
    recipient="江川市公安局",
    cause=REFERRAL.cause,
    offence=REFERRAL.offence,
    letter=REFERRAL.number,
    refused_by="江川市公安局",
    refusal="江公不立字〔2026〕30号",
    refused_on="2026-09-24",
    refused_why="没有证据证明废油泥属于危险废物。",
    reason="危险废物鉴别报告已随案移送，结论为危险废物（HW08），数量3.6吨，超过三吨的追诉标准。",
)

GONE = GoodsTransfer(
    agency=AGENCY,
    number="江城管物移字〔2026〕第0001号",
    date="2026-09-28",
    case_number=REFERRAL.case_number,
    check_token="8D4F-T2LW-7MKS",  # noqa: S106  # printed on the paper
    party=REFERRAL.party,
    officers=OFFICERS,
    cause=REFERRAL.cause,
    recipient="江川市公安局",
    handed_on="2026-09-28",
    receipt="JJ-2026-7",
    basis=(
        Citation(
            statute="中华人民共和国行政强制法",
            article="第二十一条",
            content="违法行为涉嫌犯罪应当移送司法机关的，应当将查封、扣押、冻结的财物一并移送，并书面告知当事人",
        ),
    ),
    items=(GoodsItem(number=1, name="自卸货车", quantity="1辆", marks="车牌江A12345", outcome="扣押，移送"),),
)

POLICE_SAMPLES: Mapping[str, Document] = {
    "D26P": REFERRAL,
    "D26-1": RECONSIDERATION,
    "D26-2": replace(
        RECONSIDERATION,
        number="江城管涉罪监字〔2026〕第0001号",
        recipient="江川市人民检察院",
        refusal="江公复字〔2026〕3号",
        refused_on="2026-09-29",
        reconsidered=True,
    ),
    "D27-1": GONE,
}
"""What goes to the police and the procuratorate, and what the party is told, by code."""
