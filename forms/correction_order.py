"""Orders to correct (责令改正): what is to be put right, until when."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.text import Code, Paragraph
from forms.form import Form


class CorrectionOrderForm(Form):
    """The breach as it stands, what the party must do, and the last day for it."""

    title = "责令改正"
    intro = "责令改正通知书经协办确认后编号、送达；期限从送达起算，届满后两人复查。处罚决定已经责令改正的，只记期限和复查。"
    submit = "责令改正"

    way = Choice("责令的方式", ("notice", "另发责令改正通知书"), ("decision", "处罚决定已经责令"), basis="行政处罚法第二十八条第一款")
    facts = Paragraph("违法事实", when=When("way", ("notice",), "另发通知书的，必须写明违法事实。"))
    limb = Code("违法情形", says="不能含有空格。", optional=True, hint="案由有几种情形的，选择本案的一种；不选的，按第一种情形。")
    demand = Paragraph("改正的内容", longest=500, hint="写明做什么、做到什么程度，如：拆除设在人行道上的烧烤炉具，恢复原状。")
    until = Day("改正期限", future=True, hint="改正的最后一日；立即改正的填当天。逢休息日顺延到下一个工作日。")
