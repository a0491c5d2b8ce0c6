"""The collection of a penalty that became heavier (收缴增加的罚没款): what started it."""

from forms.field.text import Code, Paragraph
from forms.form import Form


class RaisedPenaltyForm(Form):
    """By which remedy the fine or the confiscated gains became heavier. Source: 行政复议法 Art. 63(2); 行政诉讼法 Art. 77(2)."""

    title = "收缴增加的罚没款"
    intro = "复议、诉讼使罚款、没收违法所得增加的，书面通知当事人自收到之日起十五日内缴纳增加的部分；结果登记以后由系统启动，没有启动的，在这里开始。"
    submit = "启动"

    reason = Paragraph("变更的情况", longest=500, hint="由多少变更为多少。", basis="行政复议法第六十三条第二款、行政诉讼法第七十七条第二款")
    document_no = Code("变更文书的文号", optional=True, hint="增加罚没款的复议决定、判决的文号；不填的，为最近的一次。")
