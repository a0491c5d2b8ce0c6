"""Handovers to the public archives (向档案馆移交): the volume has lain in the agency's own archive for its years."""

from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Code, Text
from forms.form import Form


class ArchiveTransferForm(Form):
    """Which archives took the volume over, on which list and day, and why before its term."""

    title = "向档案馆移交"
    intro = "自案卷形成（办结）之日起，设区的市级以上机关满二十年、县级机关满十年，把案卷移交国家档案馆。交接完毕以后登记。"
    submit = "登记移交"

    archives = Text("接收的档案馆", longest=60, basis="档案法实施条例第二十条", hint="如：江川市档案馆。")
    list_no = Code("移交目录号", hint="交接文据上的目录编号。")
    handed_on = Day("交接日期")
    ground = Choice(
        "提前移交的原因",
        ("dissolved", "单位撤销"),
        ("unsafe", "保管条件不能保证档案安全"),
        optional=True,
        basis="档案法实施条例第二十条",
        hint="期满移交的，不选。",
    )
