"""Links between cases (案件关联): which other case belongs beside this one, and why."""

from engine.events.case_link import LINKS
from forms.field.choice import Choice
from forms.field.text import Paragraph, Text
from forms.form import Form


class CaseLinkForm(Form):
    """The other case, found by its number or its party, and how the two belong together."""

    title = "关联案件"
    intro = "关联在两件案件里都看得到；看不到对方案件的人，只看到有一件关联案件。"
    submit = "关联"

    other = Text("对方案件", widget="case", hint="选查到的案件，或者填案号，如：江城管立字〔2026〕第0001号。")
    kind = Choice("关系", *LINKS.items())
    reason = Paragraph("说明", longest=500, optional=True)
