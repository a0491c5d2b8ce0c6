"""Capacity (民事行为能力): whether an adult party acts alone, and what says so."""

from engine.events.party import CAPACITIES, PROOFS
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.several import References
from forms.field.text import Paragraph
from forms.form import Form


class CapacityForm(Form):
    """What was found, by whom, since when."""

    title = "记录民事行为能力"
    intro = "成年当事人是无民事行为能力人或者限制民事行为能力人的，登记监护人之前不能询问、告知和决定，文书由监护人签收。"
    submit = "记录"

    capacity = Choice("民事行为能力", *CAPACITIES.items(), basis="民法典第二十一条、第二十二条")
    source = Choice("依据", *PROOFS.items(), basis="民法典第二十四条；行政处罚法第四十条")
    found_on = Day("判决、鉴定意见或者证明的日期")
    evidence = References("证据", least=1, few="须有证据，至少选一份。", basis="行政处罚法第四十条、第四十六条")
    reason = Paragraph("说明", longest=500, hint="如：判决书文号、鉴定机构和结论。")
