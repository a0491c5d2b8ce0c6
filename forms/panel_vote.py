"""Votes (表决): what a member of the panel thinks, given in person."""

from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form

VOTES = (("agree", "同意"), ("disagree", "不同意"), ("abstain", "弃权"))


class PanelVoteForm(Form):
    """One member's vote with the opinion behind it."""

    title = "集体讨论表决"
    intro = "以本人身份发表意见；提交后不能更改，不同意见如实记入集体讨论记录。"
    submit = "提交表决"

    vote = Choice("表决", *VOTES, basis="行政处罚法第五十七条第二款")
    opinion = Paragraph("意见和理由", longest=1000)
