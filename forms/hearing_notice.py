"""Notices of a hearing (听证通知): day, hour and place."""

from forms.field.day import Day, TimeOfDay
from forms.field.text import Text
from forms.form import Form


class HearingNoticeForm(Form):
    """When and where the hearing is held; the notice is made from it and served."""

    title = "听证通知"
    intro = "提交后制作听证通知书，交付送达；公开举行的，同时公告。送达迟延、距举行不足期限的，须另定日期。"
    submit = "制作听证通知书"

    meets_on = Day("听证日期", future=True, basis="行政处罚法第六十四条第二项：举行听证的七日前通知")
    meets_at = TimeOfDay("听证时间")
    place = Text("听证地点", longest=100)
