"""Correction of a row of 双公示 (更正双公示数据): one field at a time, before it is sent again."""

from engine.rules.credit import BY_NAME, CORRECTABLE
from forms.field.choice import Choice
from forms.field.text import Paragraph
from forms.form import Form


class CreditCorrectionForm(Form):
    """Which field, and what it is to say."""

    title = "更正双公示数据"
    intro = "只更正报送的数据；决定书上的内容不在这里改。更正后随下一个报送文件再次报送。"
    submit = "更正"

    field = Choice("更正哪一项", *((name, BY_NAME[name].title) for name in CORRECTABLE))
    value = Paragraph("改为", longest=5000, optional=True, hint="清空一项时留空。")
