"""Orders to demolish (政府责成): the government names who does it; the agency says how and when."""

from forms.demolition_inspection import GONE
from forms.field.choice import Choice
from forms.field.day import Day, TimeOfDay
from forms.field.entry import When
from forms.field.text import Paragraph, Text
from forms.form import Form

_ORDERED = When("building", ("ordered",), "已经责成的，必须填写。")


class DemolitionOrderForm(Form):
    """The government's answer, and the plan of the demolition. Source: 城乡规划法 Art. 68; 行政强制法 Art. 37, 43."""

    title = "政府责成"
    intro = "政府责成后，报负责人批准，作出强制执行决定。不得在夜间、法定节假日实施，不得停水、停电、停热、停气迫使居民履行。"
    submit = "报负责人批准"

    building = Choice("政府答复", ("ordered", "责成强制拆除"), ("declined", "退回，重新报请"), GONE, routing=True, basis="城乡规划法第六十八条")
    answered_on = Day("日期", today=True, hint="答复或者自行拆除之日，不填为今天。")
    number = Text("责成文号", longest=60, when=_ORDERED)
    departments = Text("责成的部门", longest=200, when=_ORDERED)
    method = Paragraph("强制拆除的方式", longest=500, when=_ORDERED, basis="行政强制法第三十七条第二款第三项")
    planned_on = Day("强制拆除日期", future=True, when=_ORDERED, basis="行政强制法第三十七条第二款第三项")
    planned_at = TimeOfDay("开始时间", when=_ORDERED, basis="行政强制法第四十三条第一款")
