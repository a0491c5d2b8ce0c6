"""What the forms of papers made on the spot (现场文书) ask alike: when, where, who signed."""

from engine.rules.document.presence import PRESENCE
from forms.field.choice import Choice, Tick
from forms.field.day import Acted, Day, TimeOfDay
from forms.field.entry import When
from forms.field.text import Text
from forms.form import Form


class SpotPaperForm(Form):
    """The fields at the head of every such form; who signed comes at its head too, since the list follows."""

    shown = Tick("已出示执法证件", must="必须先出示执法证件。", section="现场", basis="行政处罚法第五十五条第一款")
    held_on = Day("日期", acted=Acted(), today=True, section="现场")
    held_time = TimeOfDay("时间", section="现场")
    place = Text("地点", longest=200, section="现场")
    presence = Choice("当事人", *PRESENCE.items(), section="现场", basis="行政处罚法第五十五条")
    witness = Text(
        "见证人",
        section="现场",
        when=When("presence", ("refused", "absent"), "当事人拒绝签名或者不在场的，必须有见证人。"),
        hint="写姓名和单位。",
    )
