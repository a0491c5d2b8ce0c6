"""Columns (栏目) of the people of a case: parties, who takes part, and how they stood before."""

from collections.abc import Mapping

PEOPLE: Mapping[str, Mapping[str, str]] = {
    "party": {
        "name": "姓名或者名称",
        "kind": "类型",
        "code": "证照号码",
        "code_kind": "证件种类",
        "born": "证件上的出生日期",
        "uncoded": "没有统一社会信用代码的理由",
        "legal_representative": "法定代表人或者负责人",
        "address": "住所或者住址",
        "phone": "电话",
        "number": "序号",
        "part": "在共同违法中所起作用",
        "capacity": "民事行为能力",
        "former": "原当事人",
        "struck_on": "除名日期",
        "struck_ground": "除名原因",
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
        "struck_on": "除名日期",
        "struck_ground": "除名原因",
    },
    "amendment": {
        "subject": "改的是",
        "subject_id": "何人",
        "act": "变更种类",
        "amended": "改动的项目",
        "reason": "理由",
        "told_by": "由谁告知",
        "before": "变更以前",
        "changed_on": "变更发生日期",
        "anew": "须重新评定、告知",
        "person_name": "记录人",
        "made_at": "时间",
    },
}
"""Table → column → what it is called."""
