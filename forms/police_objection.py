"""Objections (对不予立案的异议): accepted, reconsidered by the police, or put before the procuratorate."""

from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form


class PoliceObjectionForm(Form):
    """What the agency does about the refusal, within three days."""

    title = "对不予立案的意见"
    intro = "有异议的，自接到通知之日起三日内提请公安机关复议一次，或者建议人民检察院立案监督；期满没有提出的，案件退回继续办理。"
    submit = "提交意见"

    way = Choice(
        "怎样处理",
        ("accept", "没有异议，继续办理本案"),
        ("reconsider", "提请公安机关复议"),
        ("supervise", "建议人民检察院立案监督"),
        routing=True,
        basis="移送涉嫌犯罪案件规定第九条、第十条",
    )
    body = Text("人民检察院", when=When("way", ("supervise",), "写明向哪个人民检察院提出。", "不建议立案监督的，不填。"))
    reason = Paragraph("理由", longest=2000)
