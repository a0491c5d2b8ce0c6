"""Factors (裁量情节): what makes a penalty lighter or heavier, each with its evidence."""

from collections.abc import Mapping
from typing import ClassVar

from forms.field.choice import Choice
from forms.field.several import References
from forms.form import Form

MITIGATING: Mapping[str, str] = {
    "removed_harm": "主动消除或者减轻危害后果",
    "coerced": "受他人胁迫或者诱骗",
    "confessed": "主动供述行政机关尚未掌握的违法行为",
    "merit": "配合查处有立功表现",
    "minor": "已满十四周岁不满十八周岁",
}
"""Source: 行政处罚法 Art. 30, 32."""

AGGRAVATING: Mapping[str, str] = {
    "prior": "二十四个月内再犯",
    "second_prior": "二十四个月内又有一次处罚",
    "lied": "隐瞒事实、伪造证据",
    "disturbed": "影响交通、安全或者公共秩序",
    "emergency": "发生在突发事件应对期间",
}
"""Source: 行政处罚法 Art. 49, and the published benchmark."""


class FactorForm(Form):
    """One factor; without evidence it does not count."""

    title: ClassVar[str] = "裁量情节"

    code = Choice("情节", *MITIGATING.items(), *AGGRAVATING.items())
    evidence = References("证据", least=1, few="裁量情节须有证据，至少选一份。", basis="行政处罚法第四十条、第四十六条")
