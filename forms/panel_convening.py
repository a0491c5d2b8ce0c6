"""Convening a panel (召集集体讨论): the head names the members, the chair and the matter."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.day import Day
from forms.field.several import Users
from forms.field.text import Paragraph, Text, User
from forms.form import Form


class PanelConveningForm(Form):
    """Who discusses what, when and where."""

    title = "召集集体讨论"
    intro = "情节复杂或者重大违法行为、没有适用的裁量阶次、在阶次以外处罚或者减轻处罚的，由负责人集体讨论决定。"
    submit = "召集"

    members = Users(
        "成员", least=3, few="集体讨论的成员不得少于三人。", basis="行政处罚法第五十七条第二款", hint="负责人和案审会成员；本案办案人员只能列席汇报。"
    )
    chair = User("主持人", hint="从成员中选一名案审会成员，由其作出讨论结论。")
    meets_on = Day("讨论日期", future=True)
    place = Text("讨论地点", longest=100)
    matter = Paragraph("讨论事项", longest=500, hint="如：没有适用的裁量阶次，拟在法定幅度内罚款的数额。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a meeting before the day on which it is called, for then nobody could have come."""
        if values["meets_on"] and values["meets_on"] < self.today:
            yield "meets_on", "讨论日期不能早于今天。"
