"""Labels (栏目名称): what the tables of a case, their columns and their coded values are called."""

from collections.abc import Mapping

import forms
from engine.events.case_link import LINKS
from engine.events.participant import ROLES
from engine.rules.credit import PARTY_KINDS
from engine.rules.evidence import KINDS, SOURCES
from web import role
from web.filters import PROCEDURES, STATES
from web.render import department

TABLES: Mapping[str, str] = {
    "case": "案件",
    "party": "当事人",
    "participant": "参加人",
    "task": "办理步骤",
    "deadline": "期限",
    "evidence": "证据",
    "assessment": "裁量评定",
    "opinion": "意见",
    "panel": "集体讨论",
    "seat": "席位",
    "document": "文书",
    "service": "送达",
    "payment": "缴款",
    "publication": "公示",
    "case_link": "关联案件",
    "comment": "批注",
    "process": "程序",
}
"""The tables in the order in which a page shows them."""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "case": {
        "number": "案号",
        "title": "案件名称",
        "state": "状态",
        "overdue": "超期督办",
        "suspended_on": "中止日期",
        "recused": "回避人员账号",
        "procedure": "程序",
        "cause": "案由编码",
        "cause_title": "案由",
        "district": "区",
        "squad": "中队",
        "lead": "主办账号",
        "lead_name": "主办",
        "second": "协办账号",
        "second_name": "协办",
        "second_confirmed": "协办已确认",
        "source": "线索来源",
        "discovered_on": "发现日期",
        "place": "地点",
        "grid": "单元网格",
        "description": "情况描述",
        "opened_at": "登记时间",
        "filed_on": "立案日期",
        "assessment_id": "现行裁量评定",
        "panel": "集体讨论成员账号",
        "proposed_outcome": "拟处理",
        "proposed_fine": "拟罚款",
        "plea": "陈述申辩",
        "plea_on": "陈述申辩日期",
        "plea_accepted": "申辩采纳",
        "plea_finding": "复核意见",
        "outcome": "处理决定",
        "fine": "罚款",
        "decided_on": "决定日期",
        "decider": "决定人",
        "settled": "罚款已缴清",
        "published_on": "公示日期",
        "withheld": "不公示的理由",
        "closed_on": "结案日期",
        "archived_on": "归档日期",
        "volume": "卷号",
    },
    "party": {
        "name": "姓名或者名称",
        "kind": "类型",
        "code": "证照号码",
        "legal_representative": "法定代表人或者负责人",
        "address": "住所或者住址",
        "phone": "电话",
        "number": "序号",
        "part": "在共同违法中所起作用",
    },
    "participant": {
        "role": "身份",
        "name": "姓名或者名称",
        "relation": "与当事人的关系",
        "authority": "代理权限",
        "id_number": "居民身份证号码",
        "phone": "电话",
        "address": "住址",
        "recorded_name": "登记人",
        "recorded_at": "登记时间",
    },
    "case_link": {"other_id": "对方案件", "kind": "关系", "reason": "说明", "person_name": "关联人", "linked_at": "关联时间"},
    "comment": {"person": "账号", "person_name": "何人", "text": "批注", "written_at": "时间"},
    "process": {
        "title": "程序",
        "subject": "事项",
        "procedure": "流程",
        "form": "启动表单",
        "started_at": "启动时间",
        "started_by": "启动账号",
        "started_name": "启动人",
        "ended_at": "结束时间",
        "ended_as": "结果",
        "bundle": "流程版本",
        "data": "启动时填写",
    },
    "task": {
        "title": "步骤",
        "state": "状态",
        "role": "角色",
        "slot": "指定",
        "opened_at": "到达时间",
        "claimed_by": "签收账号",
        "claimed_name": "签收人",
        "done_by": "办理账号",
        "done_name": "办理人",
        "done_at": "办理时间",
        "step": "流程节点",
        "process": "所属流程",
        "instance": "所属程序",
        "form": "表单",
        "data": "填写内容",
    },
    "deadline": {
        "title": "期限",
        "key": "代号",
        "due": "最后一日",
        "state": "状态",
        "start_on": "起算日",
        "length": "长度",
        "unit": "单位",
        "owner": "谁的期限",
        "provisional": "节假日安排未公布，暂定",
        "ends_at": "届满时刻",
        "ended_on": "结束日期",
        "escalated": "已报督办",
        "suspensions": "暂停",
        "extensions": "延长",
        "subject": "所涉事项",
        "origin": "起算事件",
        "start_at": "起算时刻",
        "warned": "已预警级数",
        "warn_at": "下次预警",
        "lines": "计算过程",
        "basis": "依据",
    },
    "evidence": {
        "number": "编号",
        "name": "名称",
        "kind": "种类",
        "purpose": "证明内容",
        "source": "来源",
        "place": "取得地点",
        "obtained_on": "取得日期",
        "file_name": "文件名",
        "media_type": "文件类型",
        "size": "字节",
        "sha256": "SHA-256",
        "person": "提交账号",
        "person_name": "提交人",
        "received_at": "收到时间",
        "recheck": "复核",
    },
    "assessment": {
        "occasion": "时机",
        "at": "评定时间",
        "outcome": "结论",
        "tier": "阶次",
        "low": "下限",
        "high": "上限",
        "recommended": "建议罚款",
        "fine": "拟罚款",
        "reason": "理由",
        "facts": "输入的事实",
        "explanation": "推导过程",
    },
    "opinion": {
        "title": "步骤",
        "person_name": "何人",
        "person": "账号",
        "result_title": "结果",
        "result": "结果代号",
        "text": "意见",
        "at": "时间",
        "step": "流程节点",
    },
    "panel": {
        "matter": "讨论事项",
        "chair_name": "主持",
        "chair": "主持账号",
        "place": "地点",
        "meets_on": "召集日期",
        "convened_name": "召集人",
        "convened_at": "召集时间",
        "state": "状态",
        "held_on": "讨论日期",
        "resolution": "结果",
        "fine": "确定的罚款",
        "concluded_at": "作出结论时间",
    },
    "seat": {
        "panel_id": "所属讨论",
        "place": "席次",
        "person_name": "成员",
        "person": "账号",
        "title": "职务",
        "vote": "表决",
        "opinion": "意见",
        "voted_at": "表决时间",
    },
    "document": {
        "title": "文书",
        "number": "文号",
        "state": "状态",
        "issued_on": "制作日期",
        "served_on": "送达日期",
        "code": "文书代码",
        "series": "文号序列",
        "sequence": "序号",
        "token": "核验码",
        "facts_digest": "要素摘要",
        "pdf_sha256": "PDF的SHA-256",
        "pdf_size": "PDF字节",
        "facts": "要素",
    },
    "service": {
        "document_id": "送达的文书",
        "way": "方式",
        "served_on": "送达日期",
        "recipient": "签收人",
        "relation": "与当事人的关系",
        "place": "地点",
        "witness": "见证人",
        "receipt_no": "回执号",
    },
    "payment": {"amount": "金额", "paid_on": "缴款日期", "channel": "渠道", "receipt_no": "票据号码"},
    "publication": {
        "number": "文号",
        "district": "区",
        "published_on": "公示日期",
        "until": "公示至",
        "state": "状态",
        "content": "公示内容",
    },
}
"""The columns of each table in the order in which a page shows them; the key of the row and of its case are left out."""

OUTCOMES: Mapping[str, str] = {"penalty": "给予行政处罚", "no_penalty": "不予行政处罚", "not_established": "违法事实不成立", "transfer": "移送"}


def _choices(form: str, field: str) -> Mapping[str, str]:
    return next(dict(item.choices) for item in forms.describe(form).fields if item.name == field)


WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("case", "state"): STATES,
    ("case", "procedure"): PROCEDURES,
    ("case", "source"): _choices("clue", "source"),
    ("case", "outcome"): OUTCOMES,
    ("case", "proposed_outcome"): OUTCOMES,
    ("case", "plea"): {"submitted": "已提出", "waived": "明确放弃", "lapsed": "逾期未提出"},
    ("case", "plea_accepted"): {"all": "全部采纳", "part": "部分采纳", "none": "不予采纳"},
    ("party", "kind"): PARTY_KINDS,
    ("task", "state"): {"waiting": "等待办理", "done": "已办", "cancelled": "不再需要"},
    ("task", "role"): role.TITLES,
    ("task", "slot"): {"lead": "主办", "second": "协办"},
    ("deadline", "state"): {"running": "计算中", "suspended": "暂停", "met": "已履行", "expired": "已届满", "void": "已作废"},
    ("deadline", "unit"): {"natural": "日", "working": "个工作日", "month": "个月", "hour": "小时"},
    ("deadline", "owner"): {"party": "当事人", "agency": "本机关", "court": "法院", "partner": "协作部门"},
    ("evidence", "kind"): KINDS,
    ("evidence", "recheck"): {"needed": "须复核", "kept": "复核后采用", "excluded": "复核后不采用"},
    ("evidence", "source"): SOURCES,
    ("participant", "role"): ROLES,
    ("participant", "authority"): _choices("participant", "authority"),
    ("case_link", "kind"): LINKS,
    ("assessment", "occasion"): {"report": "调查终结", "plea": "申辩复核"},
    ("assessment", "outcome"): OUTCOMES,
    ("panel", "state"): {"open": "进行中", "concluded": "已有结论"},
    ("panel", "resolution"): {"agree": "通过", "return": "退回"},
    ("seat", "vote"): _choices("panel_vote", "vote"),
    ("document", "state"): {"issued": "已制作", "served": "已送达", "withdrawn": "已撤销"},
    ("service", "way"): _choices("service_record", "way"),
    ("service", "relation"): _choices("service_record", "relation"),
    ("payment", "channel"): _choices("payment", "channel"),
    ("publication", "state"): {"published": "公示中", "withdrawn": "已撤回"},
}
"""What the coded values of a column are called, whatever the office."""


CODED = frozenset(WORDS) | {("case", "district"), ("case", "squad"), ("publication", "district")}
"""The columns whose values are codes."""


def coded(table: str, name: str, code: str) -> str:
    """Return what a value of a coded column is called; districts and squads as the department in force names them."""
    if name == "district":
        return next((district.name for key, district in department().districts.items() if key == code), code)
    if name == "squad":
        return next((squad.name for district in department().districts.values() for squad in district.squads if squad.code == code), code)
    return WORDS[table, name].get(code, code)


ACCOUNTS = frozenset({"lead", "second", "chair", "panel", "person", "claimed_by", "done_by", "recused", "started_by"})
"""Columns that hold an account beside a column with the person's name."""

REFERENCES = frozenset({"decider", "panel_id", "document_id", "assessment_id"})
"""Columns that hold an id of something that has a name."""

SUMS = frozenset({"proposed_fine", "fine", "low", "high", "recommended", "amount"})
"""Columns that hold yuan."""

CODES = ACCOUNTS | {"code", "sha256", "token", "facts_digest", "pdf_sha256"}
"""Columns whose values are compared sign by sign."""
