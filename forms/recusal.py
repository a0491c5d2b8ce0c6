"""Recusals (回避): somebody says that an officer, a host, a recorder or a member of a panel should not act in the case."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Paragraph, User
from forms.form import Form


class RecusalForm(Form):
    """Who should go, who says so, and why."""

    title = "回避"
    intro = "由负责人决定；决定作出之前，不停止调查。"
    submit = "提交回避申请"

    officer = User(
        "应当回避的人员",
        hint="主办、协办，听证举行以前的主持人、记录员，集体讨论作出结论以前的成员。",
        basis="行政处罚法第四十三条第一款、第六十四条第四项",
    )
    applicant = Choice("谁提出", ("party", "当事人申请"), ("own", "本人申请"), ("office", "本机关发现"), basis="行政处罚法第四十三条第二款")
    applied_on = Day("提出日期")
    reason = Choice("回避理由", ("interest", "与案件有直接利害关系"), ("relation", "与当事人有亲属等关系"), ("other", "有其他关系可能影响公正执法"))
    facts = Paragraph("具体情况")
