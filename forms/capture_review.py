"""Audits anew (重新审核设备记录): which audited records came into doubt, and why."""

from forms.field.several import References
from forms.field.text import Paragraph
from forms.form import Form


class CaptureReviewForm(Form):
    """The records and the reason; until they were audited anew nothing is decided."""

    title = "重新审核设备记录"
    intro = "已经审核作为证据的设备记录发现疑点的，重新审核；审核以前不能作出决定。设备的证书更正以后不再覆盖记录之日的，由系统自动提出。"
    submit = "提出重新审核"

    records = References("存疑的设备记录", least=1, few="选择存疑的设备记录。", basis="行政处罚法第四十一条、第四十六条第二款")
    reason = Paragraph("疑点", longest=500)
