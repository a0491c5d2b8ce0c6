"""Designations (指定管辖): the common superior says whose the case is."""

from forms.field.choice import Tick, YesNo
from forms.field.day import Day
from forms.field.entry import When, Where
from forms.field.text import Code, Text
from forms.form import Form


class DesignationForm(Form):
    """What was designated, when, and in which paper."""

    title = "指定管辖的结果"
    submit = "登记结果"

    ours = YesNo("指定由谁管辖", "本机关", "其他机关", routing=True, basis="行政处罚法第二十五条第二款")
    competent = Text("被指定的机关", when=When("ours", (False,), "指定其他机关的，须写明机关名称。", "指定本机关的不填。"))
    minor = Tick(
        "指定公安机关作为治安案件处理，不涉嫌犯罪",
        where=Where("ours", ("false",)),
        hint="指定公安机关的才勾选；涉嫌犯罪的，启动移送公安机关。",
        basis="行政处罚法第二十七条第一款",
    )
    designated_on = Day("指定日期")
    document_no = Code("指定文书文号")
