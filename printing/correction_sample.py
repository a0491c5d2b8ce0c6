"""Sample papers on corrections (改正、更正文书样张): the order with its re-inspection, and a slip of the pen, complete and consistent."""

from dataclasses import replace

from engine.rules.document.correction_notice import CorrectionNotice
from engine.rules.document.correction_order import CorrectionOrder
from engine.rules.document.part import Agency, Citation, Officer, Party, Remedies
from engine.rules.document.reinspection_record import ReinspectionRecord
from engine.rules.document.stop_order import StopOrder

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
VIOLATED = (
    Citation(
        statute="中华人民共和国生态环境法典",
        article="第一千一百三十二条第一款",
        content="排放油烟的餐饮服务业经营者应当安装油烟净化设施并保持正常使用",
    ),
)
REMEDIES = Remedies(organ="江川市人民政府", court="江川市人民法院", online="江川市行政复议网上平台")

ORDER = CorrectionOrder(
    agency=AGENCY,
    number="江城管责改字〔2026〕第0007号",
    date="2026-09-16",
    case_number="江城管立字〔2026〕第0218号",
    check_token="9N6T-A4TG-7VXJ",  # noqa: S106  # printed on the paper
    party=PARTY,
    officers=OFFICERS,
    cause="未正常使用油烟净化设施致油烟超标排放",
    findings=("2026年9月16日检查时，餐厅正在营业，油烟净化设施没有开启。",),
    violated=VIOLATED,
    demand="正常使用油烟净化设施，使油烟达标排放",
    until="2026-09-23",
    consequence="逾期不改正的，本机关将拒不改正作为从重处罚的情形，依法处理。",
    remedies=REMEDIES,
)

STOP = StopOrder(
    agency=AGENCY,
    number="江城管责停字〔2026〕第0004号",
    date="2026-10-12",
    case_number="",
    check_token="5L8R-C6WJ-9XZM",  # noqa: S106  # printed on the paper
    party=replace(PARTY, name="江川锦茂商贸有限公司", code="91999901MA0TE5T325", legal_representative="罗锦茂"),
    officers=OFFICERS,
    cause="擅自砍伐树木",
    held_at="2026-10-12T10:20",
    place="江川市东湖区书院巷绿地",
    findings=("三名工人正在用油锯砍伐绿地内的国槐，已经砍倒一株，现场负责人没有出示砍伐许可。",),
    violated=(Citation(statute="北京市绿化条例", article="第五十九条", content="砍伐树木应当经园林绿化主管部门批准"),),
    basis=(
        Citation(
            statute="北京市绿化条例",
            article="第七十条",
            content="违反规定砍伐树木的，责令停止，在规定地点补种砍伐株数十倍的树木，处所砍伐树木价值五至十倍的罚款",
        ),
    ),
    demand="停止砍伐书院巷绿地内的树木",
    remedies=REMEDIES,
)

REINSPECTION = ReinspectionRecord(
    agency=AGENCY,
    number="",
    date="2026-09-24",
    case_number="江城管立字〔2026〕第0218号",
    check_token="2P7V-B5VH-8WYK",  # noqa: S106  # printed on the paper
    party=PARTY,
    officers=OFFICERS,
    cause="未正常使用油烟净化设施致油烟超标排放",
    order_title="责令限期改正通知书",
    order_number="江城管责改字〔2026〕第0007号",
    demand="正常使用油烟净化设施，使油烟达标排放",
    due="2026-09-23",
    inspected_on="2026-09-24",
    place="江川市东湖区湖滨路18号",
    present="何秀兰（法定代表人）",
    finding="净化设施仍未开启，店内正在营业，油烟由后墙排出。",
    conclusion="未改正，没有正当理由，属于拒不改正。",
)

CORRECTION = CorrectionNotice(
    agency=AGENCY,
    number="江城管补正字〔2026〕第0001号",
    date="2026-11-02",
    case_number="江城管立字〔2026〕第0218号",
    check_token="7K4R-Y2RE-5TVG",  # noqa: S106  # printed on the paper
    party=PARTY,
    officers=OFFICERS,
    corrected_title="行政处罚决定书",
    corrected_number="江城管罚决字〔2026〕第0218号",
    corrected_date="2026-10-26",
    wrong="湖滨路81号",
    right="湖滨路18号",
    reason="地址数字颠倒，属于文字差错，不影响处罚的事实和内容。",
)
