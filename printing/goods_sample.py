"""Sample papers on goods (物品文书样张): preservation and seizure, complete and consistent."""

from collections.abc import Mapping

from engine.rules.document import Document
from engine.rules.document.announcement import AnnouncedParty
from engine.rules.document.disposal_record import DisposalRecord
from engine.rules.document.goods import GoodsItem
from engine.rules.document.goods_announcement import GoodsAnnouncement
from engine.rules.document.part import Agency, Citation, Officer, Party, Remedies
from engine.rules.document.preservation import PreservationNotice, PreservationOutcome
from engine.rules.document.seizure import AppraisalNotice, SeizureDecision, SeizureExtension, SeizureRelease

AGENCY = Agency(name="江川市城市管理综合行政执法局", address="江川市东湖区明德路1号", contact="0999-12319")
GRILLER = Party(
    kind="person",
    name="王德顺",
    code_label="居民身份证号码",
    code="999901198507020035",
    address="江川市东湖区东湖街道柳浪里6号",
    legal_representative="",
)
OFFICERS = (Officer(name="周岩", certificate="JC0101"), Officer(name="吴敏", certificate="JC0102"))
ARTICLE = (
    Citation(
        statute="中华人民共和国行政处罚法",
        article="第五十六条",
        content="证据可能灭失或者以后难以取得的，经负责人批准可以先行登记保存，并在七日内处理",
    ),
)

PRESERVATION = PreservationNotice(
    agency=AGENCY,
    number="江城管登保字〔2026〕第0007号",
    date="2026-09-24",
    case_number="",
    check_token="4T7M-Q2ZD-9XKH",  # noqa: S106  # printed on the paper
    party=GRILLER,
    officers=OFFICERS,
    cause="在禁止区域、时段露天烧烤",
    reason="证据可能灭失",
    basis=ARTICLE,
    approved_by="李敏",
    held_at="2026-09-24T21:45",
    items=(
        GoodsItem(number=1, name="木炭烧烤架", quantity="1台", marks="不锈钢，长80厘米", value="260"),
        GoodsItem(number=2, name="烤串", quantity="12串"),
    ),
    place="东湖一中队物品保管室",
    keeper="吴敏",
    days=7,
    until="2026-10-12",
    duty="在此期间，当事人或者有关人员不得销毁或者转移上述证据。",
    presence="refused",
    witness="孙桂兰，东湖社区居民委员会",
    statement="我刚支起来，还没有卖。",
    copies_to=("当场交付当事人一份", "归入案卷一份"),
)

OUTCOME = PreservationOutcome(
    agency=AGENCY,
    number="江城管登保字〔2026〕第0009号",
    date="2026-10-12",
    case_number="江城管立字〔2026〕第0231号",
    check_token="9K7M-Q2ZD-4XTH",  # noqa: S106  # printed on the paper
    party=GRILLER,
    officers=OFFICERS,
    cause="在禁止区域、时段露天烧烤",
    notice="江城管登保字〔2026〕第0007号",
    held_at="2026-09-24T21:45",
    basis=ARTICLE,
    items=(
        GoodsItem(number=1, name="木炭烧烤架", quantity="1台", marks="不锈钢，长80厘米", outcome="没收（江城管罚决字〔2026〕第0231号）"),
        GoodsItem(number=2, name="烤串", quantity="12串", outcome="返还"),
    ),
    reason="烧烤架由行政处罚决定没收，烤串与案件查处无关。",
    copies_to=("送达当事人一份", "归入案卷一份"),
)

SELLER = Party(
    kind="person",
    name="陈国富",
    code_label="居民身份证号码",
    code="999901197809110058",
    address="江川市东湖区站前街道建设巷3号",
    legal_representative="",
)
REMEDIES = Remedies(organ="江川市人民政府", court="江川市人民法院", online="江川市行政复议网上平台")
STALLS = Citation(statute="江川市摊贩管理条例", article="第三十一条", content="查处无照经营的摊贩时，可以扣押用于经营的工具、设施和物品")
TERM = Citation(
    statute="中华人民共和国行政强制法",
    article="第二十五条第一款",
    content="查封、扣押的期限不得超过三十日；情况复杂的，经批准可以延长，不得超过三十日",
)
SELLING = "不在指定地点、时段无照经营"
CASE = "江城管立字〔2026〕第0058号"
SEIZED = "江城管查扣字〔2026〕第0011号"
COPIES = ("送达当事人一份", "归入案卷一份")

SEIZURE = SeizureDecision(
    agency=AGENCY,
    number=SEIZED,
    date="2026-03-10",
    case_number="",
    check_token="2T7M-Q2ZD-8XKH",  # noqa: S106  # printed on the paper
    party=SELLER,
    officers=OFFICERS,
    cause=SELLING,
    reason="无照摆卖手机壳，需要扣押用于经营的工具和物品",
    basis=(STALLS, TERM),
    urgent=False,
    held_at="2026-03-10T09:30",
    days=30,
    until="2026-04-09",
    items=(
        GoodsItem(number=1, name="面包车货架", quantity="2组", value="300"),
        GoodsItem(number=2, name="手机壳", quantity="186个", marks="各型号", value="1860"),
    ),
    place="东湖一中队扣押物品库",
    keeper="吴敏",
    condition="",
    presence="refused",
    witness="孙桂兰，站前社区居民委员会",
    statement="没有提出陈述、申辩。",
    remedies=REMEDIES,
    copies_to=("当场交付当事人一份", "归入案卷一份"),
)

EXTENSION = SeizureExtension(
    agency=AGENCY,
    number="江城管查扣字〔2026〕第0014号",
    date="2026-04-07",
    case_number=CASE,
    check_token="3T7M-Q2ZD-8XKH",  # noqa: S106  # printed on the paper
    party=SELLER,
    officers=OFFICERS,
    cause=SELLING,
    decision=SEIZED,
    basis=(TERM,),
    reason="进销凭证需核查",
    days=30,
    until="2026-05-19",
    copies_to=COPIES,
)

RELEASE = SeizureRelease(
    agency=AGENCY,
    number="江城管查扣字〔2026〕第0017号",
    date="2026-04-15",
    case_number=CASE,
    check_token="6T7M-Q2ZD-8XKH",  # noqa: S106  # printed on the paper
    party=SELLER,
    officers=OFFICERS,
    cause=SELLING,
    decision=SEIZED,
    held_at="2026-03-10T09:30",
    basis=(
        Citation(
            statute="中华人民共和国行政强制法",
            article="第二十八条",
            content="不再需要采取、期限已经届满等情形的，应当及时作出解除查封、扣押决定，立即退还财物；已变卖的退还变卖所得",
        ),
    ),
    items=(
        GoodsItem(number=1, name="面包车货架", quantity="2组", outcome="解除，返还"),
        GoodsItem(number=2, name="手机壳", quantity="186个", marks="各型号", outcome="解除，返还"),
    ),
    reason="处罚决定没有没收物品，不再需要扣押。",
    remedies=REMEDIES,
    copies_to=COPIES,
)

APPRAISAL = AppraisalNotice(
    agency=AGENCY,
    number="江城管鉴字〔2026〕第0004号",
    date="2026-03-16",
    case_number=CASE,
    check_token="7T7M-Q2ZD-8XKH",  # noqa: S106  # printed on the paper
    party=SELLER,
    officers=OFFICERS,
    cause=SELLING,
    decision=SEIZED,
    basis=(
        Citation(
            statute="中华人民共和国行政强制法",
            article="第二十五条第三款",
            content="需要检测、检验、检疫或者技术鉴定的，期间不包括在查封、扣押的期限内",
        ),
    ),
    institution="江川市产品质量检验所",
    subject="手机壳是否为假冒商品",
    started_on="2026-03-16",
    days=10,
    cost="检测、鉴定的费用由本机关承担。",
    copies_to=COPIES,
)

DISPOSAL = DisposalRecord(
    agency=AGENCY,
    number="",
    date="2026-10-12",
    case_number="江城管立字〔2026〕第0231号",
    check_token="8K7M-Q2ZD-4XTH",  # noqa: S106  # printed on the paper
    party=GRILLER,
    officers=OFFICERS,
    cause="在禁止区域、时段露天烧烤",
    items=(GoodsItem(number=1, name="木炭烧烤架", quantity="1台", marks="不锈钢，长80厘米", outcome="没收（江城管罚决字〔2026〕第0231号）"),),
    reason="由行政处罚决定没收。",
    proposed_by="周岩",
    approved_by="李敏",
)

UNCLAIMED = GoodsAnnouncement(
    agency=AGENCY,
    number="江城管领告字〔2026〕第0001号",
    date="2026-10-13",
    case_number="江城管立字〔2026〕第0231号",
    check_token="2H7M-Q2ZD-4XTB",  # noqa: S106  # printed on the paper
    party=AnnouncedParty(kind="person", name="王德顺", code_label="", code="", address="", legal_representative="", representative_label=""),
    officers=OFFICERS,
    items=(GoodsItem(number=3, name="折叠桌", quantity="2张", marks="木质"),),
    medium="本机关门户网站和公告栏",
    place="江川市东湖区明德路1号东湖一中队物品保管室，0999-12319",
    days=60,
    until="2026-12-14",
    way="拍卖、变卖",
    basis=(
        Citation(
            statute="江川市城市管理综合行政执法条例",
            article="第二十二条第二款",
            content="应当返还的物品，当事人经通知不领取或者无法通知的，公告六十日；期满无人认领的，依法拍卖、变卖，无法拍卖、变卖的销毁",
        ),
    ),
)

GOODS_SAMPLES: Mapping[str, Document] = {
    "D08": PRESERVATION,
    "D08R": OUTCOME,
    "D09": SEIZURE,
    "D09R": RELEASE,
    "D09X": EXTENSION,
    "D10": APPRAISAL,
    "D27": DISPOSAL,
    "D27-2": UNCLAIMED,
}
"""One complete sample per code."""
