"""Sample papers (样张): the documents of one invented case, complete and consistent, for previews, tests and measurements."""

from collections.abc import Mapping
from dataclasses import replace

from engine.rules.document import Document
from engine.rules.document.decision import Decision, NoticeServed, Payment, Plea
from engine.rules.document.help_request import HelpRequest
from engine.rules.document.no_penalty import NoPenalty
from engine.rules.document.notice import Notice
from engine.rules.document.panel_record import Member, PanelRecord
from engine.rules.document.part import Agency, Citation, Discretion, Enclosed, Evidence, Factor, Officer, Party, Publication, Remedies, Sanction
from engine.rules.document.service_receipt import Served, ServiceReceipt
from engine.rules.document.spot_decision import SpotDecision, SpotParty
from engine.rules.document.transfer_letter import TransferLetter
from printing.correction_sample import CORRECTION, ORDER, REINSPECTION, STOP
from printing.goods_sample import GOODS_SAMPLES
from printing.hearing_sample import hearing_samples
from printing.inner_sample import inner_samples
from printing.police_sample import POLICE_SAMPLES
from printing.record_sample import record_samples
from printing.remedy_sample import remedy_samples
from printing.sample_demolition import demolition_samples
from printing.sample_execution import execution_samples

AGENCY = Agency(name="江川市城市管理综合行政执法局", address="江川市东湖区明德路1号", contact="0999-12319")
PARTY = Party(
    kind="organisation",
    name="炊烟里餐饮（江川）有限公司",
    code_label="统一社会信用代码",
    code="91999901MA0TE5T16F",
    address="江川市东湖区东湖街道湖滨路18号",
    legal_representative="何秀兰",
)
OFFICERS = (Officer(name="周岩", certificate="JC0101"), Officer(name="吴敏", certificate="JC0102"))
FINDINGS = (
    (
        "2026年9月14日，执法人员出示执法证件后对你单位位于上述住所的餐厅进行现场检查，发现其排放油烟。9月15日，检测机构采样检测，"
        "9月22日出具检测报告：油烟排放浓度为4.8mg/m³，排放标准限值为2.0mg/m³，超标1.4倍。"
    ),
)
EVIDENCE = tuple(
    Evidence(name=name, kind=kind, source=source, proves=proves)
    for name, kind, source, proves in (
        ("现场检查笔录", "勘验笔录、现场笔录", "执法人员制作", "检查时正在排放油烟"),
        ("现场照片6张", "视听资料", "执法人员拍摄", "排放口位置和净化设施状况"),
        ("现场检查录像", "视听资料", "执法记录仪", "检查全过程"),
        ("询问笔录", "当事人的陈述", "何秀兰陈述", "经营和设施使用情况"),
        ("营业执照复印件", "书证", "当事人提供", "当事人的主体资格"),
        ("油烟检测报告", "鉴定意见", "检测机构出具", "排放浓度4.8mg/m³"),
        ("采样记录", "书证", "检测机构制作", "采样符合规范"),
        ("净化设施运行电子记录", "电子数据", "提取自设施控制器", "9月1日至14日未正常运行"),
        ("净化设施更换合同和发票", "书证", "当事人提供", "告知前已换装净化设施"),
    )
)
VIOLATED = (
    Citation(
        statute="中华人民共和国生态环境法典",
        article="第一千一百三十二条第一款",
        content="排放油烟的餐饮服务业经营者应当安装油烟净化设施并保持正常使用",
    ),
)
BASIS = (Citation(statute="中华人民共和国生态环境法典", article="第一千一百三十二条第一款", content="责令改正，处五千元以上五万元以下的罚款"),)
BENCHMARK = "江川市城市管理行政处罚裁量基准（JC-2026）"
REMEDIES = Remedies(organ="江川市人民政府", court="江川市人民法院", online="江川市行政复议网上平台")
PUBLICATION = Publication(days=7, place="江川市行政执法公示平台")

NOTICE = Notice(
    agency=AGENCY,
    number="江城管罚告字〔2026〕第0192号",
    date="2026-10-12",
    case_number="江城管立字〔2026〕第0218号",
    check_token="7Q4M-K2ZD-9XTH",  # noqa: S106  # printed on the paper for everybody
    party=PARTY,
    officers=OFFICERS,
    cause="未正常使用油烟净化设施致油烟超标排放",
    findings=FINDINGS,
    evidence=EVIDENCE[:8],
    violated=VIOLATED,
    basis=BASIS,
    discretion=Discretion(
        benchmark=BENCHMARK,
        condition="超标1倍以上3倍以下",
        tier="较重",
        minimum="15000",
        maximum="30000",
        factors=(),
        reason="你单位没有从轻、从重情节，在幅度中段确定拟处罚数额。",
    ),
    sanction=Sanction(correction="立即改正违法行为，正常使用油烟净化设施", fine="22500"),
    plea_days=5,
    hearing=None,
)

PAYMENT = Payment(
    bank="江川市商业银行东湖支行",
    bank_address="江川市东湖区湖滨路6号",
    account="江川市财政局罚没收入专户",
    code="9999 0126 0218 0019 5007",
    days=15,
    surcharge=3,
)

DECISION = Decision(
    agency=AGENCY,
    number="江城管罚决字〔2026〕第0218号",
    date="2026-10-26",
    case_number="江城管立字〔2026〕第0218号",
    check_token="M8PV-3RYC-6WKE",  # noqa: S106  # printed on the paper for everybody
    party=PARTY,
    officers=OFFICERS,
    cause="未正常使用油烟净化设施致油烟超标排放",
    filed_on="2026-09-14",
    findings=FINDINGS,
    evidence=EVIDENCE,
    notice=NoticeServed(number="江城管罚告字〔2026〕第0192号", served_on="2026-10-13"),
    plea=Plea(
        state="submitted",
        on="2026-10-19",
        content="告知前已自行换装油烟净化设施，请求从轻处罚。",
        finding="该事实有合同和发票证实，本机关予以采纳，降低罚款数额。",
    ),
    hearing="",
    hearing_right=False,
    violated=VIOLATED,
    basis=BASIS,
    discretion=Discretion(
        benchmark=BENCHMARK,
        condition="超标1倍以上3倍以下",
        tier="较重",
        minimum="15000",
        maximum="30000",
        factors=(
            Factor(text="在告知前主动换装净化设施，减轻违法行为危害后果", direction="从轻", basis="《中华人民共和国行政处罚法》第三十二条第一项"),
        ),
        reason="据此在该幅度内按百分之三十的位置确定罚款数额。",
    ),
    discussed_on=None,
    sanction=Sanction(correction="立即改正违法行为，正常使用油烟净化设施", fine="19500"),
    payment=PAYMENT,
    performance="",
    remedies=REMEDIES,
    publication=PUBLICATION,
    copies_to=("送达当事人一份", "归入案卷一份", "执行机构一份"),
)

NO_PENALTY = NoPenalty(
    agency=AGENCY,
    number="江城管不罚字〔2026〕第0031号",
    date="2026-04-17",
    case_number="江城管立字〔2026〕第0077号",
    check_token="H5TN-8BQX-2FJA",  # noqa: S106  # printed on the paper for everybody
    party=Party(
        kind="organisation",
        name="江川半日闲书店有限公司",
        code_label="统一社会信用代码",
        code="91999901MA0TE5T59W",
        address="江川市西山区书院巷7号",
        legal_representative="沈知夏",
    ),
    officers=OFFICERS,
    cause="店外经营",
    filed_on="2026-04-08",
    findings=("2026年4月8日，执法人员检查发现，你单位在店门外人行道摆放书架经营，占用面积2平方米。你单位系初次违法，当场将书架全部搬回店内。",),
    evidence=(
        Evidence(name="现场检查笔录", kind="勘验笔录、现场笔录", source="执法人员制作", proves="店外经营的位置和面积"),
        Evidence(name="现场照片4张", kind="视听资料", source="执法人员拍摄", proves="摆放和当场改正的情况"),
    ),
    violated=(Citation(statute="北京市市容环境卫生条例", article="第三十五条第三款", content="不得超出门窗和外墙经营"),),
    ground="first",
    reason="两年内没有同类违法记录，占用面积小、时间短，未影响通行，并已当场改正。",
    correction="",
    education="请遵守市容环境卫生管理规定，不再占用人行道经营。再次违法的，将依法予以处罚。",
    guardian="",
    remedies=REMEDIES,
    publication=Publication(days=20, place="江川市行政执法公示平台"),
    copies_to=("送达当事人一份", "归入案卷一份"),
)

RECEIPT = ServiceReceipt(
    agency=AGENCY,
    number="",
    date="2026-10-28",
    case_number="江城管立字〔2026〕第0218号",
    check_token="W2XD-7NKR-5VPC",  # noqa: S106  # printed on the paper for everybody
    party=PARTY,
    officers=OFFICERS,
    documents=(Served(name="行政处罚决定书", number="江城管罚决字〔2026〕第0218号"),),
    blank=False,
    way="direct",
    place="江川市东湖区东湖街道湖滨路18号",
    served_at="2026-10-28T10:30",
    recipient="何秀兰",
    relation="法定代表人",
    witness="",
    circumstance="",
    consent="",
    reference="",
    announced_on="",
    remark="",
)

SPOT = SpotDecision(
    agency=AGENCY,
    number="江城管当罚字〔2026〕第0563号",
    date="2026-10-12",
    case_number="江城管立字〔2026〕第0245号",
    check_token="C3KR-6VWJ-4HTN",  # noqa: S106  # printed on the paper for everybody
    party=SpotParty(
        kind="person",
        name="李静怡",
        code_label="居民身份证号码",
        code="999901199003150025",
        address="",
        legal_representative="",
        representative_label="",
    ),
    officers=OFFICERS,
    cause="随意倾倒、堆放个人产生的生活垃圾、建筑垃圾",
    acted_at="2026-10-12T19:05",
    place="江川市东湖街道湖滨路绿化带（网格999001001002003）",
    findings=("在绿化带倾倒生活垃圾一袋，约0.05立方米。",),
    violated=(Citation(statute="中华人民共和国生态环境法典", article="第一千一百六十九条第三款", content="不得随意倾倒、抛撒、堆放生活垃圾"),),
    basis=(Citation(statute="中华人民共和国生态环境法典", article="第一千一百六十九条第三款", content="责令改正，处一百元以上一千元以下罚款"),),
    discretion=Discretion(
        benchmark=BENCHMARK,
        condition="0.1立方米以下",
        tier="一般",
        minimum="100",
        maximum="200",
        factors=(),
        reason="没有从轻、从重情节，按裁量基准取该阶次的中间数额。",
    ),
    plea="当事人没有提出陈述、申辩。",
    sanction=Sanction(correction="立即清除倾倒的垃圾", fine="150"),
    payment=replace(PAYMENT, code="9999 0120 2600 0245"),
    remedies=REMEDIES,
    copies_to=("当场交付当事人一份", "归入案卷一份"),
)

PANEL = PanelRecord(
    agency=AGENCY,
    number="",
    date="2026-10-26",
    case_number="江城管立字〔2026〕第0218号",
    check_token="5H2N-W8PC-3RTE",  # noqa: S106  # printed on the paper
    party=PARTY,
    officers=OFFICERS,
    cause="未正常使用油烟净化设施致油烟超标排放",
    findings=FINDINGS,
    basis="《中华人民共和国生态环境法典》第一千一百三十二条第一款",
    convened_by="李敏",
    chair="方文",
    held_on="2026-10-26",
    place="本机关三楼会议室",
    matter="拟在裁量阶次以外处罚，是否同意。",
    proposed="31000",
    course="执法人员汇报案情、证据和拟处理意见，成员逐一发表意见。",
    members=(
        Member(name="方文", title="案审会成员", vote="agree", opinion="影响恶劣，同意。", signed_at="2026-10-26T15:10"),
        Member(name="唐越", title="案审会成员", vote="agree", opinion="同意。", signed_at="2026-10-26T15:12"),
        Member(name="罗敬", title="案审会成员", vote="disagree", opinion="应当在阶次内处罚。", signed_at="2026-10-26T15:15"),
    ),
    resolution="agree",
    reason="",
    fine="30500",
    others=("江川湖滨物业服务有限公司",),
)

ENCLOSED = (
    Enclosed(number="证据3", name="油烟检测报告", sha256="4f2c9a10" * 8),
    Enclosed(number="／", name="《现场检查（勘验）笔录》", sha256="81bd73e2" * 8),
    Enclosed(number="江城管责改字〔2026〕第0031号", name="《责令改正通知书》", sha256="0c6e55f7" * 8),
)

HELP = HelpRequest(
    agency=AGENCY,
    number="江城管协字〔2026〕第0001号",
    date="2026-10-12",
    case_number="江城管立字〔2026〕第0218号",
    check_token="4H2N-W8PC-3RTF",  # noqa: S106  # printed on the paper
    party=PARTY,
    officers=OFFICERS,
    recipient="江川市生态环境局",
    cause="未正常使用油烟净化设施致油烟超标排放",
    kind="监测检测",
    questions=("该餐厅安装的净化设施是否通过环保认证？", "2026年9月15日的检测方法是否符合排放标准的要求？"),
    due="2026-10-22",
    materials=("油烟检测报告", "《现场检查（勘验）笔录》"),
    enclosed=ENCLOSED,
)

TRANSFER = TransferLetter(
    agency=AGENCY,
    number="江城管移字〔2026〕第0003号",
    date="2026-10-26",
    case_number="江城管立字〔2026〕第0218号",
    check_token="6J3P-X9QD-4SUF",  # noqa: S106  # printed on the paper
    party=PARTY,
    officers=OFFICERS,
    recipient="江川市西山区市场监督管理局",
    cause="未正常使用油烟净化设施致油烟超标排放",
    reason="经查，违法行为发生在你机关管辖的区域。",
    basis="《中华人民共和国行政处罚法》第二十二条",
    materials=("油烟检测报告", "《现场检查（勘验）笔录》", "《责令改正通知书》"),
    enclosed=ENCLOSED,
)

SAMPLES: Mapping[str, Document] = {
    "D03": REINSPECTION,
    "D05": ORDER,
    "D05-2": STOP,
    **GOODS_SAMPLES,
    "D11": HELP,
    "D15": NOTICE,
    **hearing_samples(AGENCY, PARTY, OFFICERS),
    "D18": PANEL,
    "D19": DECISION,
    "D20": SPOT,
    "D21": NO_PENALTY,
    "D22": RECEIPT,
    "D26": TRANSFER,
    **POLICE_SAMPLES,
    "D30": CORRECTION,
    **execution_samples(DECISION, PAYMENT),
    **demolition_samples(DECISION),
    **remedy_samples(DECISION),
    **inner_samples(DECISION),
    **record_samples(DECISION),
}
"""One complete sample per code."""
