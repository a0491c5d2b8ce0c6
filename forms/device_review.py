"""Reviews of devices (审核监控设备): whether one may be used."""

from forms.field.choice import YesNo
from forms.field.text import Paragraph
from forms.form import Form


class DeviceReviewForm(Form):
    """What the reviewer found: by law, whether it may be used and is placed and marked well; by technique, whether it meets the standards."""

    title = "审核监控设备"
    submit = "提交审核"

    passed = YesNo("审核结论", "通过", "不通过", routing=True, basis="行政处罚法第四十一条第一款：经过法制和技术审核")
    opinion = Paragraph("审核意见", longest=500, hint="法制审核写明依据、设置是否合理、标志是否明显；技术审核写明符合哪项标准。")
