"""Panel discussions (集体讨论): the heads discuss a grave or complex case together."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.entry import When
from forms.field.number import Money
from forms.field.several import Users
from forms.field.text import Paragraph
from forms.form import Form


class PanelDiscussionForm(Form):
    """Who took part, what each said, and the result."""

    title = "集体讨论"
    intro = "情节复杂或者重大违法行为给予行政处罚，由负责人集体讨论决定。"
    submit = "提交讨论结果"

    held_on = Day("讨论日期")
    members = Users("参加人员", least=3, few="参加集体讨论的不得少于三人。", basis="行政处罚法第五十七条第二款")
    opinions = Paragraph("各人意见", hint="逐人记录，记入副卷。")
    resolution = Choice("讨论结果", ("agree", "同意"), ("return", "退回"), routing=True, basis="行政处罚法第五十七条第二款")
    fine = Money("讨论确定的罚款", optional=True, hint="与拟罚款相同的不填。")
    reason = Paragraph("退回理由", when=When("resolution", ("return",), "退回的，必须写明理由。"))
