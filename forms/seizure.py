"""Seizure (查封扣押): things are taken under a law that allows it."""

from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form


class SeizureForm(Form):
    """Why, and whether it could wait for the approval. Source: 行政强制法 Art. 18, 19."""

    title = "扣押"
    intro = "法律、法规有规定的才能扣押，须先经负责人批准；情况紧急的可以当场扣押，二十四小时内报告并补办批准。不得扣押生活必需品。"
    submit = "提出申请"

    facts = Paragraph("扣押的理由", longest=1000, basis="行政强制法第二十四条", hint="写明违法行为、要扣押什么、为什么需要扣押。")
    urgency = Choice(
        "报批",
        ("ordinary", "先批准，后扣押"),
        ("urgent", "情况紧急，当场扣押，24小时内补批"),
        routing=True,
        default="ordinary",
        basis="行政强制法第十八条、第十九条",
    )
