"""Rights (权限): a role granted or withdrawn, with what it rests on."""

from engine.rules.right import TITLES
from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form


class RightForm(Form):
    """One role."""

    title = "权限"
    intro = "权限逐项授予和收回，每一项都写明依据，记入机关日志，由审计管理员监督。"
    submit = "确定"

    role = Choice("角色", *TITLES.items())
    reason = Paragraph("依据或者理由", longest=500, hint="如：任免文号、授权书、调离。", basis="网络安全法第二十一条（最小权限）")
