"""Labels (栏目名称): what the tables of a case and the coded values of their columns are called."""

from collections.abc import Mapping

import forms
from engine.departments.partner import KINDS as COLLABORATIONS
from engine.departments.partner import WAYS
from engine.events.amendment import ACTS
from engine.events.booking import KINDS as BOOKINGS
from engine.events.case_link import KINDS as LINKS_OF_CASES
from engine.events.correction_order import OUTCOMES as CORRECTIONS
from engine.events.goods import DISPOSALS, FINALS, INTENTS, PROCEEDS
from engine.events.goods import KINDS as MEASURES
from engine.events.hearing import CLOSED, FINDINGS
from engine.events.hearing import STATES as HEARINGS
from engine.events.participant import ROLES
from engine.events.party import CAPACITIES, STRUCK
from engine.events.recheck import RESULTS as RECHECKS
from engine.rules.collaboration import WORDS as REPLIES
from engine.rules.credit import PARTY_KINDS
from engine.rules.enclosure import SECRECY
from engine.rules.evidence import KINDS, SOURCES
from engine.rules.identity import PAPERS
from engine.rules.publication import GROUNDS
from engine.rules.remedy import FLAWS
from engine.rules.remedy import KINDS as KINDS_OF_REMEDY
from engine.rules.remedy import RESULTS as RESULTS_OF_REMEDY
from web import role
from web.filters import PROCEDURES, STATES
from web.render import department

TABLES: Mapping[str, str] = {
    "case": "案件",
    "party": "当事人",
    "participant": "参加人",
    "amendment": "变更记录",
    "task": "办理步骤",
    "deadline": "期限",
    "evidence": "证据",
    "goods": "涉案物品",
    "assessment": "裁量评定",
    "opinion": "意见",
    "hearing": "听证",
    "panel": "集体讨论",
    "seat": "席位",
    "document": "文书",
    "service": "送达",
    "payment": "缴款",
    "booking": "记账",
    "instalment": "分期",
    "surcharge_pause": "停计加处罚款",
    "remedy": "复议诉讼",
    "publication": "公示",
    "public_file": "公示附件",
    "withdrawal": "撤回公示",
    "credit_row": "双公示数据",
    "case_link": "关联案件",
    "comment": "批注",
    "correction_order": "责令改正",
    "recheck": "按日连续处罚的复查",
    "process": "程序",
    "collaboration": "协作请求",
}
"""The tables in the order in which a page shows them."""

OUTCOMES: Mapping[str, str] = {
    "penalty": "给予行政处罚",
    "no_penalty": "不予行政处罚",
    "not_established": "违法事实不成立",
    "transfer": "移送",
    "revoked": "处罚已撤销",
}


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
    ("party", "capacity"): CAPACITIES,
    ("party", "struck_ground"): STRUCK,
    ("amendment", "subject"): {"party": "当事人", "participant": "参加人"},
    ("amendment", "act"): ACTS,
    ("task", "state"): {"waiting": "等待办理", "done": "已办", "cancelled": "不再需要"},
    ("task", "role"): role.TITLES,
    ("task", "slot"): {"lead": "主办", "second": "协办"},
    ("deadline", "state"): {"running": "计算中", "suspended": "暂停", "met": "已履行", "expired": "已届满", "void": "已作废"},
    ("deadline", "unit"): {"natural": "日", "working": "个工作日", "month": "个月", "hour": "小时"},
    ("deadline", "owner"): {"party": "当事人", "agency": "本机关", "court": "法院", "partner": "协作部门"},
    ("evidence", "kind"): KINDS,
    ("evidence", "recheck"): {"needed": "须复核", "kept": "复核后采用", "excluded": "复核后不采用"},
    ("evidence", "secrecy"): SECRECY,
    ("evidence", "source"): SOURCES,
    ("goods", "disposal"): DISPOSALS,
    ("goods", "final"): FINALS,
    ("goods", "intent"): INTENTS,
    ("goods", "kind"): MEASURES,
    ("goods", "proceeds_to"): PROCEEDS,
    ("party", "code_kind"): {key: paper.title for key, paper in PAPERS.items()},
    ("participant", "role"): ROLES,
    ("participant", "struck_ground"): STRUCK,
    ("participant", "authority"): _choices("participant", "authority"),
    ("case_link", "kind"): LINKS_OF_CASES,
    ("recheck", "result"): RECHECKS,
    ("correction_order", "result"): CORRECTIONS,
    ("assessment", "occasion"): {"spot": "当场处罚", "report": "调查终结", "plea": "申辩复核"},
    ("assessment", "outcome"): OUTCOMES,
    ("hearing", "state"): HEARINGS,
    ("hearing", "way"): _choices("hearing_request", "way"),
    ("hearing", "closed"): CLOSED,
    ("hearing", "finding"): FINDINGS,
    ("collaboration", "kind"): COLLABORATIONS,
    ("collaboration", "outcome"): REPLIES,
    ("collaboration", "way"): WAYS,
    ("panel", "state"): {"open": "进行中", "concluded": "已有结论"},
    ("panel", "resolution"): {"agree": "通过", "return": "退回", "adjourn": "未达法定人数，另行召集"},
    ("seat", "vote"): _choices("panel_vote", "vote"),
    ("document", "state"): {"issued": "已制作", "served": "已送达", "withdrawn": "已撤销"},
    ("service", "way"): _choices("service_record", "way"),
    ("service", "relation"): _choices("service_record", "relation"),
    ("payment", "channel"): _choices("payment", "channel"),
    ("booking", "kind"): BOOKINGS,
    ("surcharge_pause", "ground"): {"reconsideration": "复议", "litigation": "诉讼", "agreement": "执行协议"},
    ("remedy", "kind"): KINDS_OF_REMEDY,
    ("remedy", "result"): {code: result.word for code, result in RESULTS_OF_REMEDY.items()},
    ("remedy", "flaw"): FLAWS,
    ("publication", "state"): {"published": "公示中", "withdrawn": "已撤回", "ended": "已期满"},
    ("publication", "severity"): {"minor": "轻微", "general": "一般", "serious": "严重"},
    ("publication", "ground"): GROUNDS,
    ("publication", "procedure"): PROCEDURES,
    ("public_file", "state"): {"attached": "已附上", "removed": "已撤去"},
    ("withdrawal", "ground"): GROUNDS,
    ("withdrawal", "state"): {"proposed": "等待复核", "approved": "复核同意", "returned": "已退回"},
    ("credit_row", "state"): {
        "exported": "等待回执",
        "accepted": "已接收",
        "refused": "被退回",
        "corrected": "已更正待报",
        "recalled": "待撤回报送",
    },
}
"""What the coded values of a column are called, whatever the office."""


CODED = frozenset(WORDS) | {
    *(("case", "district"), ("case", "squad"), ("publication", "district"), ("credit_row", "district")),
    *(("task", "form"), ("process", "form"), ("collaboration", "partner")),
}
"""The columns whose values are codes."""


def coded(table: str, name: str, code: str) -> str:
    """Return what a value of a coded column is called; districts and squads as the department in force names them."""
    if name == "district":
        return next((district.name for key, district in department().districts.items() if key == code), code)
    if name == "squad":
        return next((squad.name for district in department().districts.values() for squad in district.squads if squad.code == code), code)
    if name == "partner":
        return next((partner.name for partner in department().partners.values() if partner.code == code), code)
    return _form(code) if name == "form" else WORDS[table, name].get(code, code)


def _form(key: str) -> str:
    try:
        return forms.describe(key).title
    except KeyError:
        return key


ACCOUNTS = frozenset({"lead", "second", "chair", "panel", "person", "host", "recorder", "claimed_by", "done_by", "recused", "started_by"})
"""Columns that hold an account beside a column with the person's name."""

REFERENCES = frozenset({"decider", "panel_id", "document_id", "assessment_id", "against", "instance", "subject", "publication_id"})
"""Columns that hold an id of something that has a name."""

SUMS = frozenset({"proposed_fine", "fine", "low", "high", "recommended", "amount", "value", "proceeds", "before", "refund"})
"""Columns that hold yuan."""

CODES = ACCOUNTS | {"code", "sha256", "token", "facts_digest", "pdf_sha256", "link", "step", "process", "key", "bundle"}
"""Columns whose values are compared sign by sign."""
