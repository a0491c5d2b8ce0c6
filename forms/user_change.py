"""Changing what is known of a person (变更登记): name, title, district, squad."""

from forms.field.text import Code, Paragraph, Text
from forms.form import Form


class UserChangeForm(Form):
    """The person as known from now on."""

    title = "变更登记"
    intro = "已经办理的内容仍以当时的姓名记载。"
    submit = "变更"

    name = Text("姓名", longest=50)
    position = Text("职务", longest=50, optional=True)
    district = Code("辖区", optional=True)
    squad = Code("中队", optional=True)
    reason = Paragraph("理由", longest=500, hint="如：调任东湖一中队，任免文号。")
