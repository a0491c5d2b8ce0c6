"""Reassigning a task (改派): to whom, why."""

from forms.field.text import Paragraph, User
from forms.form import Form


class TaskReassignmentForm(Form):
    """Who does the task now."""

    title = "改派"
    intro = "签收人不在或者不能办理的，由队长或者负责人改派给能办理这一步的人。"
    submit = "改派"

    person = User("改由谁办理")
    reason = Paragraph("理由", longest=500, hint="如：签收人休假至12月10日。")
