"""Suspensions (中止): an open case cannot go on for now."""

from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form

REASONS = (
    ("court", "须以法院裁判或者其他案件的处理结果为依据"),
    ("opinion", "等待鉴定、认定意见"),
    ("interpretation", "适用法律须等有权机关解释或者确认"),
    ("party", "当事人死亡、终止或者下落不明，尚未确定承受人"),
    ("force", "因不可抗力无法继续办理"),
)


class SuspensionForm(Form):
    """What the case waits for."""

    title = "中止办理"
    intro = "经负责人批准后，本案暂停办理；送达和当事人的陈述申辩不受影响。原因消除后申请恢复。"
    submit = "申请中止"

    reason = Choice("中止原因", *REASONS, basis="住房和城乡建设行政处罚程序规定")
    facts = Paragraph("情况说明", hint="写明等什么、向谁提出、何时提出。")
