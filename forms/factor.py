"""Factors (裁量情节): what makes a penalty lighter or heavier, each with its evidence."""

from collections.abc import Mapping
from typing import ClassVar

from forms.field.choice import Choice
from forms.field.several import References
from forms.form import Form

MITIGATING: Mapping[str, str] = {
    "harm_reduced": "主动消除或者减轻违法行为危害后果",
    "coerced": "受他人胁迫或者诱骗实施违法行为",
    "confessed": "主动供述行政机关尚未掌握的违法行为",
    "merit": "配合查处违法行为有立功表现",
    "minor": "已满十四周岁不满十八周岁",
    "partial_capacity": "尚未完全丧失辨认或者控制能力的精神病人、智力残疾人",
    "restored": "主动修复受损的生态环境",
    "compensated": "及时赔偿损失",
}
"""Source: 行政处罚法 Art. 30, 31, 32; 生态环境法典 Art. 1056."""

AGGRAVATING: Mapping[str, str] = {
    "prior": "24个月内因同类违法受过处罚",
    "second_prior": "24个月内因同类违法受过两次以上处罚",
    "deceit": "作虚假陈述或者隐匿、毁损证据",
    "disturbance": "扰乱交通、危及安全或者公共秩序",
    "emergency": "在突发事件应对期间违反应对措施",
    "malice": "恶意违法",
    "refusing": "拒不改正违法行为",
    "grave_harm": "造成严重后果",
    "repeated": "因其他生态环境违法多次受过处罚",
}
"""Source: 行政处罚法 Art. 49, 生态环境法典 Art. 1056, and the published benchmark."""


class FactorForm(Form):
    """One factor; without evidence it does not count."""

    title: ClassVar[str] = "裁量情节"

    code = Choice("情节", *MITIGATING.items(), *AGGRAVATING.items())
    evidence = References("证据", least=1, few="裁量情节须有证据，至少选一份。", basis="行政处罚法第四十条、第四十六条")
