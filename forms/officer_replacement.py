"""Replacing an officer (更换承办人): who takes over which part, and why."""

from forms.field.choice import Choice
from forms.field.text import Paragraph, User
from forms.form import Form


class OfficerReplacementForm(Form):
    """Which of the two officers goes, who comes, and the reason."""

    title = "更换承办人"
    intro = "承办人请假、调离、回避或者证件失效的，由队长或者负责人更换；两名执法人员须不同且持有效执法证。"
    submit = "更换"

    part = Choice("更换谁", ("lead", "主办"), ("second", "协办"), basis="行政处罚法第四十二条：执法人员不得少于两人")
    person = User("改由谁承办", hint="本辖区的执法人员；在本案中审核、审批、表决过的不能改任。")
    reason = Paragraph("理由", longest=500, hint="如：主办休假至12月10日。")
