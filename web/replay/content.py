"""Contents (内容名称): what the parts of papers and publications are called that no article names."""

from collections.abc import Mapping

from engine.rules.document.no_penalty import GROUNDS
from web.outcome import WAYS
from web.replay.label import OUTCOMES, WORDS

CONTENT: Mapping[str, str] = {
    "number": "文号",
    "party": "相对人名称",
    "party_kind": "相对人类别",
    "code": "统一社会信用代码",
    "legal_representative": "法定代表人",
    "cause": "违法行为",
    "summary": "摘要",
    "facts": "事实",
    "basis": "依据",
    "penalty": "处罚内容",
    "fine": "罚款（元）",
    "decided_on": "决定日期",
    "agency": "处罚机关",
    "search": "检索词",
}
"""What the public sees of a decision."""

ELEMENTS: Mapping[str, str] = {
    "representative_label": "负责人的称谓",
    "minimum": "罚款下限（元）",
    "maximum": "罚款上限（元）",
    "factors": "情节",
    "correction": "责令改正",
    "fine": "罚款（元）",
    "gains": "没收违法所得（元）",
    "goods": "没收物品",
    "held_goods": "没收的在管物品",
    "others": "其他处罚",
    "online": "网上复议",
    "days": "公示期限（工作日）",
    "discussed_on": "集体讨论日期",
    "publication": "公示",
    "blank": "空白回证",
    "guardian": "监护人",
    "remark": "备注",
    **WAYS,
}
"""What the contents of papers are called that no article names, and the ways a case may go."""

CODED: Mapping[str, Mapping[str, str]] = {
    "kind": {**WORDS["party", "kind"], **OUTCOMES},
    "way": WORDS["service", "way"],
    "state": WORDS["case", "plea"],
    "ground": {code: words for code, (words, _) in GROUNDS.items()},
    "party_kind": WORDS["party", "kind"],
}
"""What the coded values of papers and publications are called, by the name of the field."""
