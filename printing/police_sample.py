"""A sample of the letter to the police (涉嫌犯罪案件移送书样张): dumped dangerous waste, complete and consistent."""

from engine.rules.document.crime_referral import CrimeReferral
from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Enclosed, Party
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
