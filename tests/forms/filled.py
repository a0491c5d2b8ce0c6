"""Forms filled in as briefly as they may be (最少填写), with HTML names, and the words for reading them."""

from collections.abc import Mapping
from datetime import date

import pytest

import forms
from engine.errors import InvalidInputError
from engine.work import FormData

TODAY = date(2026, 11, 23)

_REVIEWED = dict.fromkeys(("subject", "personnel", "facts", "procedure", "basis", "competence", "papers", "crime"), "ok")

FILLED: Mapping[str, Mapping[str, object]] = {
    "appraisal": {"finished_on": "2026-09-22", "report_no": "JC-2026-0915", "conclusion": "超标"},
    "approval": {"approved": "true", "opinion": "同意。"},
    "archiving": {"volume_no": "2026-ZF-0001", "pages": "86", "term": "30年"},
    "capture": {
        "device": "DH-0001",
        "captured_on": "2026-11-20",
        "captured_time": "07:12",
        "records": "1",
        "matched": "车牌经公安机关车辆登记核对。",
    },
    "capture_audit": {"genuine": "on", "clear": "on", "whole": "on", "accurate": "on", "result": "kept"},
    "case_filing": {"facts": "油烟排放浓度超过标准。", "opinion": "建议立案。"},
    "certificate_renewal": {"number": "JC0109", "valid_from": "2026-11-01", "valid_until": "2029-12-31", "reason": "省局换发。"},
    "certificate_suspension": {"suspended_from": "2026-11-23", "reason": "接受调查。"},
    "certificate_withdrawal": {"withdrawn_on": "2026-11-23", "reason": "调离执法岗位。"},
    "case_link": {"other": "江城管立字〔2026〕第0001号", "kind": "joint"},
    "case_withdrawal": {"reason": "not_established", "facts": "检测浓度低于限值。"},
    "collective_decision": {"held_on": "2026-11-20", "members": "limin,fangwen,hanlei", "agreed": "true", "opinion": "同意再次延期。"},
    "collaboration_reply": {"outcome": "done", "answer": "可采取改正措施。", "contact": "徐青 0999-120"},
    "collaboration_request": {"kind": "planning", "partner": "planning", "questions": "该建筑是否许可为餐饮用途？"},
    "coordination": {"way": "answered", "facts": "对方已于昨日答复。"},
    "evidence_recheck": {"kept": "1", "finding": "来源清楚，程序合法。"},
    "recusal": {"officer": "zhouyan", "applicant": "party", "applied_on": "2026-11-20", "reason": "relation", "facts": "与当事人是表兄弟。"},
    "recusal_decision": {"granted": "true", "replacement": "zhengkai", "reason": "情况属实。"},
    "resumption": {"facts": "鉴定意见已收到。"},
    "suspension": {"reason": "opinion", "facts": "等待价格认定。"},
    "term_extension": {"days": "30", "reason": "案情复杂。"},
    "correction_order": {"way": "notice", "facts": "在人行道露天烧烤。", "demand": "撤除烧烤炉具，清理现场。", "until": "2026-12-01"},
    "reinspection": {
        "inspected_on": "2026-11-20",
        "place": "湖滨路18号",
        "present": "何秀兰",
        "finding": "炉具已经撤除。",
        "result": "corrected",
        "corrected_on": "2026-11-19",
    },
    "reconsideration": {"via": "organ", "organ": "江川市人民政府", "filed_on": "2026-11-20", "claim": "请求撤销。"},
    "reconsideration_forward": {"forwarded_on": "2026-11-20"},
    "reconsideration_notice": {
        "accepted": "true",
        "number": "江政复〔2026〕88号",
        "received_on": "2026-11-20",
        "way": "ordinary",
        "stayed": "false",
    },
    "reconsideration_result": {"result": "upheld", "document_no": "江政复决〔2026〕88号", "decided_on": "2026-11-19", "received_on": "2026-11-20"},
    "remedy_reply": {"facts": "油烟超标。", "law": "生态环境法典。", "procedure": "程序合法。", "request": "请求维持。", "evidence": "检测报告。"},
    "litigation": {
        "court": "江川市人民法院",
        "number": "（2026）江0101行初12号",
        "filed_on": "2026-11-18",
        "received_on": "2026-11-20",
        "claim": "请求撤销。",
        "stayed": "false",
    },
    "judgment": {
        "result": "claims_dismissed",
        "document_no": "（2026）江0101行初12号",
        "decided_on": "2026-11-19",
        "received_on": "2026-11-20",
    },
    "appeal": {"appellant": "party", "appealed_on": "2026-11-20", "court": "江川市中级人民法院"},
    "act_anew": {"other": "江城管立字〔2026〕第0002号"},
    "anew_report": {"reported_on": "2026-11-20", "summary": "重新决定罚款15000元。"},
    "credit_repair": {"applied_on": "2026-11-20", "performed": "罚款已缴清。", "promised": "on"},
    "clerical_correction": {"number": "江城管罚决字〔2026〕第0001号", "wrong": "湖滨路81号", "right": "湖滨路18号", "reason": "数字颠倒。"},
    "designation": {"ours": "true", "designated_on": "2026-11-20", "document_no": "江城管指〔2026〕3号"},
    "handover": {"receipt_no": "SJ-2026-3", "delivered_on": "2026-11-20"},
    "jurisdiction_transfer": {"way": "transfer", "body": "江川市市场监督管理局", "reason": "不属本机关管辖。", "materials": "笔录一份。"},
    "self_correction": {"way": "revoke", "ground": "facts", "reason": "主要事实不清。"},
    "closing": {"result": "罚款已缴清。"},
    "clue": {"cause": "JC04", "party.name": "炊烟里餐饮(江川)有限公司", "party.uscc": "91999901MA0TE5T16F"},
    "comment": {"text": "请补拍排放口。"},
    "confirmation": {"confirmed": "true"},
    "credit_correction": {"field": "CF_FRDB", "value": "何秀兰"},
    "credit_receipt": {"accepted": "false", "answered_on": "2026-11-09", "answer": "法定代表人不符"},
    "decide": {"decision": "decide", "outcome": "penalty", "fine": "19500"},
    "delegation": {"delegate": "shenliqun", "filing": "on", "valid_from": "2026-11-23", "valid_until": "2026-12-01", "reason": "外出培训。"},
    "evidence": {"kind": "documentary", "name": "营业执照", "purpose": "主体资格", "file_name": "执照.pdf"},
    "investigation": {"record": "现场勘验并采样。", "next": "report"},
    "investigation_report": {
        "act_start": "2026-09-14",
        "act_end": "2026-09-14",
        "facts": "油烟排放浓度4.8 mg/m³，限值2.0。",
        "evidence_summary": "检测报告、勘验笔录。",
        "harm": "slight",
        "outcome": "penalty",
        "fine": "22500",
    },
    "joint_party": {"name": "炊烟里餐饮(江川)有限公司", "uscc": "91999901MA0TE5T16F", "part": "提供场地。"},
    "late_entry": {
        "what": "plea",
        "received_on": "2026-11-20",
        "way": "written",
        "content": "净化器已经更换。",
        "proved": "收文登记第31号",
        "reason": "收文员当日未转办。",
    },
    "legal_review": _REVIEWED | {"opinion": "pass"},
    "licence": {"licence": "A20199999010101"},
    "notice": {"confirm": "on", "contact": "周岩 0999-1234567", "address": "江川市东湖街道湖滨路1号"},
    "absence": {"kind": "leave", "starts_on": "2026-11-23", "ends_on": "2026-11-30"},
    "task_reassignment": {"person": "zhengkai", "reason": "签收人休假。"},
    "officer_replacement": {"part": "lead", "person": "zhengkai", "reason": "主办休假。"},
    "participant": {"role": "witness", "name": "高芳"},
    "party_amendment": {"name": "炊烟里餐饮(江川)有限公司", "uscc": "91999901MA0TE5T16F", "reason": "变更登记。"},
    "hearing_appointment": {"host": "u1", "recorder": "u2", "public": "open"},
    "hearing_notice": {"meets_on": "2026-11-26", "meets_at": "09:30", "place": "二楼听证室"},
    "hearing_record": {
        "result": "held",
        "held_on": "2026-11-02",
        "attendance": "双方到场。",
        "challenge": "不申请回避。",
        "accusation": "宣读事实和证据。",
        "defence": "认为数额过高。",
        "confrontation": "逐项质证。",
        "last_words": "请求从轻。",
        "signed": "signed",
    },
    "hearing_report": {"course": "双方到场。", "issues": "数额。", "finding": "sustain", "grounds": "证据经质证属实。"},
    "hearing_request": {"requested": "waived", "requested_on": "2026-10-20"},
    "panel_convening": {
        "members": "u1,u2,u3",
        "chair": "u1",
        "meets_on": "2026-11-24",
        "place": "三楼会议室",
        "matter": "拟处罚款是否适当。",
    },
    "panel_discussion": {"held_on": "2026-11-02", "opinions": "均同意。", "resolution": "agree"},
    "panel_vote": {"vote": "agree", "opinion": "同意。"},
    "payment": {"amount": "19500", "paid_on": "2026-11-12", "channel": "bank", "receipt_no": "PJ0001"},
    "payment_reminder": {"reminded_on": "2026-11-13", "way": "电话"},
    "deferral": {
        "applied_on": "2026-11-20",
        "reason": "停业整改期间没有营业收入。",
        "checked": "on",
        "parts": [{"due_on": "2026-12-21", "amount": "19500"}],
    },
    "refund": {"amount": "4500", "payee": "炊烟里餐饮(江川)有限公司", "account": "江川银行 6222000011112222"},
    "refund_receipt": {"paid_on": "2026-11-20", "receipt_no": "TK2026112001"},
    "remission": {"amount": "1125", "measures": "已换装净化设施。"},
    "demand": {"checked": "on"},
    "court_application": {"course": "apply", "plea": "none", "subject": "名下有自卸车两辆。"},
    "court_answer": {"answer": "accepted", "answered_on": "2026-11-20", "number": "（2026）江0101行审12号"},
    "execution_end": {"ground": "enforced", "facts": "法院已执行完毕。"},
    "execution_stay": {"ground": "difficulty", "facts": "停业，账户没有余额。"},
    "execution_resumption": {"resumed": "true", "facts": "已经复业。"},
    "performance": {
        "immediate": "false",
        "danger": "pollution",
        "duty": "清除环湖路上的渣土约70平方米。",
        "reason": "逾期不清除，雨后污染湖水。",
        "performer": "江川洁城环卫服务有限公司",
        "method": "机械清扫并冲洗。",
        "budget": "2800",
        "planned_on": "2026-11-30",
    },
    "performance_demand": {"demanded_on": "2026-11-20", "way": "letter"},
    "performance_record": {
        "result": "performed",
        "performed_on": "2026-11-20",
        "performed_at": "09:30",
        "supervisor": "周岩、吴敏",
        "signed": "true",
        "cost": "2650",
        "facts": "渣土已清除，路面已冲洗。",
    },
    "demolition_notice": {"building": "锦茂路8号楼顶加建的一层。", "place": "违法建筑现场", "until": "2026-12-21"},
    "demolition_inspection": {"building": "standing", "inspected_on": "2026-11-20", "facts": "没有拆除的迹象。"},
    "demolition_report": {
        "building": "standing",
        "finding": "没有提出陈述、申辩，没有正当理由。",
        "government": "江川市人民政府",
        "number": "江城管请〔2026〕3号",
        "reported_on": "2026-11-20",
    },
    "demolition_order": {
        "building": "ordered",
        "answered_on": "2026-11-20",
        "number": "江政责字〔2026〕3号",
        "departments": "东湖街道办事处",
        "method": "委托有资质的单位自上而下逐层拆除。",
        "planned_on": "2026-11-30",
        "planned_at": "09:30",
    },
    "demolition_record": {
        "building": "pulled",
        "done_on": "2026-11-20",
        "done_at": "09:30",
        "performers": "东湖街道办事处",
        "present": "true",
        "belongings": "没有物品。",
        "media": "YX-2026-118",
        "facts": "拆除完毕，渣土已清运。",
    },
    "plea": {"plea": "waived", "received_on": "2026-10-20"},
    "plea_review": {"finding": "净化器发票属实。", "accepted": "all", "facts_changed": "false"},
    "goods_appraisal": {"finished_on": "2026-11-20", "report_no": "ZJ-1", "conclusion": "未发现假冒。"},
    "goods_disposal": {"returned": "1", "reason": "与案件无关。"},
    "goods_record": {
        "shown": "on",
        "told": "on",
        "held_time": "21:45",
        "items": [{"name": "烧烤架", "quantity": "1", "unit": "台", "use": "tool"}],
        "place": "中队保管室",
        "keeper": "吴敏",
        "presence": "signed",
    },
    "goods_return": {"recipient": "王德顺", "checked": "on", "receipt_no": "FH-1"},
    "seizure": {"facts": "无照摆卖，需扣押货架。"},
    "seizure_handling": {"next": "extend", "days": "30", "reason": "进销凭证需核查。"},
    "preservation": {"reason": "loss", "facts": "烧烤架和烤串。"},
    "publication": {"publish": "true", "summary": "某餐饮公司油烟超标，罚款19,500元。"},
    "reason": {"reason": "调离。"},
    "right": {"role": "cashier", "reason": "江城管任〔2026〕3号。"},
    "cash_deposit": {"slip_no": "B20261026"},
    "cash_handin": {"receiver": "钱慧"},
    "spot_handover": {"result": "signed", "recipient": "李静怡", "payment": "code"},
    "spot_record": {
        "shown": "on",
        "act_time": "19:05",
        "second": "wumin",
        "facts": "在绿化带倾倒一袋垃圾。",
        "harm": "slight",
        "told": "on",
        "plea": "none",
        "way": "spot",
        "fine": "150",
    },
    "spot_report": {"checked": "on"},
    "service_record": {
        "served": "true",
        "served_on": "2026-10-13",
        "way": "direct",
        "recipient": "何秀兰",
        "relation": "legal_representative",
        "place": "江川市东湖街道湖滨路18号",
    },
    "criminal_result": {
        "pursued": "true",
        "body": "江川市东湖区人民法院",
        "number": "（2026）江0001刑初12号",
        "concluded_on": "2026-11-20",
        "content": "判处罚金二十万元。",
    },
    "police_answer": {
        "outcome": "filed",
        "number": "江公立字〔2026〕118号",
        "decided_on": "2026-11-20",
        "answer": "符合立案条件。",
        "contact": "潘宏 0999-110",
    },
    "police_confirmation": {"confirmed": "true"},
    "police_decision": {"approved": "true", "capacity": "principal", "opinion": "同意移送。"},
    "police_delivery": {"tests": "2"},
    "police_goods": {"handed_on": "2026-11-20", "recipient": "潘宏", "receipt_no": "JJ-2026-7"},
    "police_objection": {"way": "accept", "reason": "证据不足。"},
    "police_report": {"offence": "污染环境罪", "facts": "废油泥3.6吨。", "opinion": "建议移送。"},
    "police_supervision": {"filed": "true", "number": "江检立监〔2026〕3号", "received_on": "2026-11-20"},
    "police_team": {"members": "zhouyan,wumin"},
    "police_transfer": {"offence": "污染环境罪", "standard": "hazardous_waste", "tonnes": "3.6", "facts": "倾倒废油泥。"},
    "transfer": {"recipient": "江川市公安局", "reason": "涉嫌污染环境罪。", "receipt_no": "YS-1", "delivered_on": "2026-11-20"},
    "user_change": {"name": "周岩", "reason": "调任。"},
    "user_registration": {"login": "newcomer", "name": "新人", "role": "cashier", "district": "donghu"},
    "withdrawal": {"ground": "revoked", "changed_on": "2026-11-20", "reason": "行政复议决定撤销原处罚决定。"},
    "verification": {"second": "wumin", "record": "见油烟直排。", "facts": "涉嫌油烟超标。", "finding": "file"},
}


def read(key: str, data: Mapping[str, object]) -> FormData:
    """Read a form on the day of the tests."""
    return forms.read(key, data, TODAY)


def fill(key: str, **changes: object) -> FormData:
    """Read a briefly filled form with other or further values; two underscores stand for the dot, None takes a value away."""
    return read(key, changed(key, **changes))


def changed(key: str, **changes: object) -> dict[str, object]:
    """Return a briefly filled form with other or further values."""
    data = dict(FILLED[key]) | {name.replace("__", "."): value for name, value in changes.items()}
    return {name: value for name, value in data.items() if value is not None}


def refusal(key: str, **changes: object) -> dict[str, str]:
    """Return the first message of each field that is refused in a briefly filled form with these changes."""
    return refused(key, changed(key, **changes))


def refused(key: str, data: Mapping[str, object]) -> dict[str, str]:
    """Return the first message of each field that is refused."""
    with pytest.raises(InvalidInputError) as caught:
        read(key, data)
    return {name: messages[0] for name, messages in caught.value.fields.items()}
