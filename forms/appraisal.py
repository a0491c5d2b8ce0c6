"""Appraisals (检测鉴定结果): what the institution found."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.day import Day
from forms.field.number import Measure
from forms.field.text import Code, Paragraph
from forms.form import Form


class AppraisalForm(Form):
    """The report of the institution; with its last day the clock of the decision runs again."""

    title = "检测鉴定结果"
    submit = "提交结果"

    finished_on = Day("结束日期", basis="行政处罚法第六十条；检测鉴定期间不计入办案期限，首尾两日都扣除")
    report_no = Code("报告编号")
    conclusion = Paragraph("结论")
    measured = Measure("实测值", optional=True, hint="至多三位小数，与限值同一单位。")
    limit = Measure("标准限值", optional=True)

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield a measured value without its limit, or the other way round."""
        yield from measure_problems(values)


def measure_problems(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is missing of the pair measured and limit; the multiple of the excess needs a limit above zero."""
    measured, limit = values["measured"], values["limit"]
    if measured is not None and limit is None:
        yield "limit", "填写了实测值的，必须填写标准限值。"
    if limit is not None and measured is None:
        yield "measured", "填写了标准限值的，必须填写实测值。"
    if limit == 0:
        yield "limit", "标准限值须大于零。"
