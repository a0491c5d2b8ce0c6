"""Appraisals of goods (物品检测鉴定): what was found of things that are held."""

from forms.field.day import Day
from forms.field.text import Code, Paragraph
from forms.form import Form


class GoodsAppraisalForm(Form):
    """The report of the institution; with its last day the term of the seizure runs again."""

    title = "物品检测鉴定结果"
    submit = "提交结果"

    finished_on = Day("结束日期", basis="行政强制法第二十五条第三款；检测鉴定期间不计入扣押期限，首尾两日都扣除")
    report_no = Code("报告编号")
    conclusion = Paragraph("结论")
