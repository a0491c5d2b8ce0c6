"""Stays of execution (中止执行): the execution waits until what stands against it is gone."""

from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form

GROUNDS = (
    ("difficulty", "当事人履行确有困难或者暂无履行能力"),
    ("third_party", "第三人对执行标的主张权利，确有理由"),
    ("irreparable", "执行可能造成难以弥补的损失，且中止不损害公共利益"),
    ("other", "需要中止执行的其他情形"),
)


class ExecutionStayForm(Form):
    """Why the execution waits. Source: 行政强制法 Art. 39(1)."""

    title = "中止执行"
    intro = "中止期间不催告、不代履行；缴款照常确认。申请法院强制执行的期限不因中止停止计算。"
    submit = "报负责人批准"

    ground = Choice("中止的情形", *GROUNDS, basis="行政强制法第三十九条第一款")
    facts = Paragraph("查明的情况和证据", longest=1000)
