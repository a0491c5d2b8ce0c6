"""Captures (设备记录): what a device took, when, and whom it shows."""

from forms.field.day import Day, TimeOfDay
from forms.field.several import References
from forms.field.text import Code, Paragraph
from forms.form import Form


class CaptureForm(Form):
    """A record of a device becomes evidence once it was audited."""

    title = "提交设备记录"
    intro = "记录须来自已经法制审核、技术审核并公布设置地点的设备；经审核真实、清晰、完整、准确的，才能作为证据。"
    submit = "提交审核"

    device = Code("设备编号", basis="行政处罚法第四十一条第一款")
    captured_on = Day("记录日期")
    captured_time = TimeOfDay("记录时间")
    records = References(
        "设备记录", least=1, few="选择已经上传的设备记录。", hint="上传时已经固定，此后任何改动都会被发现。", basis="行政处罚法第四十一条第二款"
    )
    matched = Paragraph("当事人是怎样确定的", longest=500, hint="如：车牌经公安机关车辆登记核对。")
