"""Decisions on the surcharge (加处罚款决定): what ran up since the last day to pay is fixed in a decision of its own."""

from forms.field.choice import Tick
from forms.field.text import Paragraph
from forms.form import Form


class SurchargeDecisionForm(Form):
    """Why a decision of its own is asked for; sums and days come from the account. Source: 行政处罚法 Art. 72(1)(1); 行政强制法 Art. 45."""

    title = "加处罚款决定"
    intro = "处罚决定书已写明加处标准的，不必另行作出。另行作出的，数额由系统按账目计算，不超出罚款数额，并单独告知复议、诉讼期限。"
    submit = "报负责人批准"

    checked = Tick("已核对本案的缴款账目", must="请先核对本案的缴款账目。", basis="行政处罚法第七十二条第一款第一项")
    reason = Paragraph("加处罚款的理由", longest=500, basis="行政强制法第四十五条", hint="如：缴款期限届满，经催缴仍未缴纳，也未申请延期、分期。")
