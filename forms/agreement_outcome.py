"""Outcomes of an agreement on execution (履行执行协议): kept, or broken."""

from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form


class AgreementOutcomeForm(Form):
    """Whether the agreement was kept, as the account shows. Source: 行政强制法 Art. 42(2)."""

    title = "履行执行协议"
    intro = "以缴款账目为准：各期都按期缴足的，为已履行；任何一期到期没有缴足的，恢复强制执行，自该期届满的次日起恢复计算加处罚款。"
    submit = "提交履行情况"

    agreement = Choice(
        "履行情况", ("kept", "已按协议履行完毕"), ("broken", "没有按期履行，恢复强制执行"), routing=True, basis="行政强制法第四十二条第二款"
    )
    facts = Paragraph("情况说明", longest=500)
