"""Arrivals at enterprises (入企登记): when the code was scanned, and that the law's words were said."""

from engine.rules.inspection import BASIS
from forms.field.choice import Tick
from forms.field.day import Day, TimeOfDay
from forms.field.text import Code, Text
from forms.form import Form


class InspectionArrivalForm(Form):
    """Two officers came to the enterprise."""

    title = "入企登记"
    submit = "登记入企"

    arrived_on = Day("入企日期", today=True)
    arrived_time = TimeOfDay("入企（扫码）时间")
    scan_code = Code("扫码记录编号", optional=True, hint="“扫码入企”系统给出的编号；尚未推行的不填。", basis=BASIS)
    received_by = Text("在场的企业人员", longest=60, hint="姓名和职务。")
    shown = Tick("两名执法人员已主动出示执法证", must="须主动出示执法证并在此勾选。", basis="行政处罚法第五十五条第一款")
    notice = Tick("检查通知书已交企业", must="须将检查通知书交企业并在此勾选。", basis=BASIS)
