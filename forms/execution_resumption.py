"""Ends of a stay of execution (恢复执行): it goes on, or after three years it is given up."""

from forms.field.choice import Tick, YesNo
from forms.field.entry import Where
from forms.field.text import Paragraph
from forms.form import Form


class ExecutionResumptionForm(Form):
    """Whether the execution goes on, and why. Source: 行政强制法 Art. 39."""

    title = "恢复或者不再执行"
    intro = "中止的情形消失的，恢复执行；没有明显社会危害，当事人确无能力履行，中止满三年未恢复的，不再执行。"
    submit = "报负责人批准"

    resumed = YesNo("怎样处理", "恢复执行", "不再执行", routing=True, basis="行政强制法第三十九条")
    facts = Paragraph("查明的情况", longest=1000)
    harmless = Tick("没有明显社会危害", where=Where("resumed", ("false",)), hint="不再执行的，必须符合。", basis="行政强制法第三十九条第二款")
