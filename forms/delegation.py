"""Delegation (授权代理): who stands in, for which matters, from when until when, why."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice, Tick
from forms.field.day import Day
from forms.field.text import Paragraph, User
from forms.form import Form


class DelegationForm(Form):
    """A dated delegation."""

    title = "授权代理"
    intro = "期间内由受托人代为审批，案卷记为“某某代您”；到期自动终止，可以随时撤回，不得转委托。"
    submit = "授权"

    delegate = User("授权给", hint="本辖区或者局领导中的负责人、中队长；作出决定只能授权给负责人。", basis="行政处罚法第五十七条第一款")
    role = Choice("以什么职务授权", ("head", "负责人"), ("squad_leader", "中队长"), optional=True, hint="只任一职的不用选。")
    filing = Tick("立案审批", section="事项")
    proposal = Tick("拟处罚审批", section="事项")
    decision = Tick("作出决定", section="事项")
    closing = Tick("结案审批", section="事项")
    valid_from = Day("开始日期", future=True, section="期间")
    valid_until = Day("结束日期", future=True, section="期间", hint="两日都算在内。")
    reason = Paragraph("理由", longest=500, section="期间", hint="如：外出培训。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield that no matter was chosen."""
        if not any(values[name] for name in ("filing", "proposal", "decision", "closing")):
            yield "filing", "至少选一个事项。"
