"""Plans of inspections (年度检查计划): a matter, how it is inspected, and how often the same enterprise may be."""

from engine.rules.inspection import BASIS, PLANNED
from forms.field.choice import Choice
from forms.field.number import Count
from forms.field.several import Causes
from forms.field.text import Paragraph, Text
from forms.form import Form


class InspectionPlanForm(Form):
    """A matter of a year's plan before the head approved it."""

    title = "拟订检查计划"
    intro = "一项一份；经负责人批准、由公示人员公布以后，才能按计划登记检查。"
    submit = "拟订"

    year = Count("年度", most=2100, unit="年")
    name = Text("检查事项", longest=60, hint="如：餐饮油烟排放检查。")
    kind = Choice("检查方式", *PLANNED.items(), basis=BASIS, hint="专项检查实行年度数量控制。")
    causes = Causes("涉及的案由", least=1, few="至少选一个案由。")
    scope = Paragraph("对象、内容和比例", longest=500, hint="写明检查哪些企业、检查什么、抽查多少，以及时间安排。")
    cap = Count("同一企业每年至多", most=12, unit="次", basis=BASIS, hint="随计划公布；因投诉举报等线索或者应企业申请的检查不计。")
    basis = Text("依据", longest=200, hint="法律、法规、规章的名称和条款，不得以内部要求代替。")
