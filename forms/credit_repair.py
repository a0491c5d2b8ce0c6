"""Credit repair (信用修复): the party asks that its penalty be shown no longer."""

from forms.field.choice import Tick
from forms.field.day import Day
from forms.field.text import Paragraph
from forms.form import Form


class CreditRepairForm(Form):
    """When the party applied, what it performed, and that it promises to keep the law."""

    title = "信用修复"
    intro = "当事人已经履行处罚、最短公示期届满、没有再犯并作出信用承诺的，经审核同意后停止公示，并通知信用网站撤下。"
    submit = "登记申请"

    applied_on = Day("申请日期", basis="信用修复管理办法")
    performed = Paragraph("履行义务的情况", hint="写明罚款缴清、违法行为改正的情况和证明材料。")
    promised = Tick("当事人已提交信用承诺书", must="没有信用承诺书的，不能申请信用修复。")
