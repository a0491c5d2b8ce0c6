"""The end of an execution (终结执行): nothing more can or need be enforced."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice, Tick
from forms.field.day import Day
from forms.field.entry import When, Where
from forms.field.text import Paragraph
from forms.form import Form

GROUNDS = (
    ("died", "公民死亡，无遗产可供执行，又无义务承受人"),
    ("ended", "法人或者其他组织终止，无财产可供执行，又无义务承受人"),
    ("object_lost", "执行标的灭失"),
    ("annulled", "据以执行的行政决定被撤销"),
    ("three_years", "中止执行满三年，当事人确无履行能力"),
    ("enforced", "法院执行完毕或者终结执行"),
    ("barred", "法院不予受理、不准予执行，或者申请法院强制执行的期限已过"),
)
_THREE_YEARS = ("three_years",)


class ExecutionEndForm(Form):
    """Why the execution ends. Source: 行政强制法 Art. 39, 40."""

    title = "终结执行"
    intro = "不再执行的，写明法定事由，由负责人批准；执行随即终结，可以申请结案。"
    submit = "报负责人批准"

    ground = Choice("终结的事由", *GROUNDS, basis="行政强制法第三十九条第二款、第四十条")
    facts = Paragraph("查明的情况和证据", longest=1000)
    paused_on = Day(
        "中止执行日期", when=When("ground", _THREE_YEARS, "请填写中止执行的日期。", "不是中止满三年的，不填。"), basis="行政强制法第三十九条"
    )
    harmless = Tick("没有明显社会危害", where=Where("ground", _THREE_YEARS), basis="行政强制法第三十九条第二款")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield what the stop after three years still asks for."""
        if values["ground"] != "three_years" or values["paused_on"] is None:
            return
        if not values["harmless"]:
            yield "harmless", "中止满三年终结执行的，须没有明显社会危害（行政强制法第三十九条第二款）。"
        paused = values["paused_on"]
        # The term runs from the day after, to the end of its last day (民法典 Art. 201-203).
        if (self.today.year - paused.year, self.today.month, self.today.day) <= (3, paused.month, paused.day):
            yield "paused_on", "中止执行未满三年，不能以此终结（行政强制法第三十九条第二款）。"
