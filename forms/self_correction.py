"""Self-corrections (自行纠错): the agency's own penalty was wrong."""

from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.number import Money
from forms.field.text import Paragraph
from forms.form import Form


class SelfCorrectionForm(Form):
    """What is wrong with the decision, and what shall become of it."""

    title = "自行纠错"
    intro = "经法制审核，由负责人决定变更或者撤销，还没有送达的只能撤销；已经公示的，三个工作日内撤回公示；多缴的罚款退还。"
    submit = "提交纠错申请"

    way = Choice("怎样改正", ("change", "变更罚款"), ("revoke", "撤销决定"), basis="行政处罚法第七十五条第二款")
    ground = Choice(
        "应当改正的情形",
        ("facts", "主要事实不清、证据不足"),
        ("law", "适用依据错误"),
        ("discretion", "裁量明显不当"),
        ("procedure", "违反法定程序"),
        ("power", "超越职权"),
        ("ended", "送达以前当事人已经终止"),
    )
    fine = Money("变更后的罚款", positive=True, when=When("way", ("change",), "变更罚款的，必须填写变更后的数额。", "撤销决定的，不填罚款。"))
    reason = Paragraph("理由", longest=1000)
