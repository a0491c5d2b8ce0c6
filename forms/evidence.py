"""Evidence (证据): what a file is, what it proves, and where it comes from."""

from engine.rules.enclosure import SECRECY
from engine.rules.evidence import KINDS, SOURCES
from forms.field.choice import Choice
from forms.field.day import Day
from forms.field.text import Paragraph, Text
from forms.form import Form


class EvidenceForm(Form):
    """The words beside a file that is handed in; the file itself travels apart."""

    title = "上传证据"
    intro = "上传时即固定，此后任何改动都会被发现。"
    submit = "上传并固定"

    kind = Choice("证据种类", *KINDS.items(), basis="行政处罚法第四十六条")
    name = Text("名称")
    purpose = Paragraph("证明内容", longest=500)
    file_name = Text("文件名", longest=200)
    source = Choice("来源", *SOURCES.items(), optional=True)
    place = Text("取得地点", longest=200, optional=True)
    obtained_on = Day("取得日期", optional=True)
    secrecy = Choice(
        "保密",
        *SECRECY.items(),
        optional=True,
        hint="标明的不发给其他部门。国家秘密不得上传到本系统。",
        basis="行政处罚法第五十条、保守国家秘密法第三十一条",
    )
