"""Seizure (查封扣押): things are taken, or places and facilities are sealed, under a law that allows it."""

from forms.field.choice import Choice
from forms.field.text import Paragraph, Text
from forms.form import Form


class SeizureForm(Form):
    """Why, and whether it could wait for the approval. Source: 行政强制法 Art. 18, 19."""

    title = "查封扣押"
    intro = "法律、法规有规定的才能查封、扣押，须先经负责人批准；情况紧急的可以当场采取，二十四小时内报告并补办批准。不得查封、扣押生活必需品。"
    submit = "提出申请"

    kind = Choice("采取什么措施", ("seize", "扣押财物"), ("seal", "查封场所、设施或者财物"), default="seize", basis="行政强制法第九条第二项、第三项")
    facts = Paragraph("查封、扣押的理由", longest=1000, basis="行政强制法第二十四条", hint="写明违法行为、要查封、扣押什么、为什么需要。")
    order = Text(
        "人民政府责成的文号", longest=60, optional=True, hint="查封违法建设的施工现场，须由县级以上地方人民政府责成（城乡规划法第六十八条）。"
    )
    urgency = Choice(
        "报批",
        ("ordinary", "先批准，后采取"),
        ("urgent", "情况紧急，当场采取，24小时内补批"),
        routing=True,
        default="ordinary",
        basis="行政强制法第十八条、第十九条",
    )
