"""Sample papers on goods (物品文书样张): preservation, complete and consistent."""

from engine.rules.document.goods import GoodsItem
from engine.rules.document.part import Agency, Citation, Officer, Party
from engine.rules.document.preservation import PreservationNotice, PreservationOutcome

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
