"""Extracted data (电子数据提取笔录): from whom, from what, how, and which files."""

from forms.field.several import References
from forms.field.text import Paragraph, Text
from forms.spot_paper import SpotPaperForm


class ExtractionForm(SpotPaperForm):
    """The record of how electronic data were extracted. Source: 行政处罚法 Art. 46."""

    title = "电子数据提取笔录"
    intro = "先把提取的文件上传为本案证据；笔录载明每个文件的校验值，可以随时比对。"
    submit = "制作笔录"

    holder = Text("持有人、提供人", section="提取", hint="写姓名和身份。")
    source = Text("数据来源", longest=200, section="提取", basis="行政处罚法第四十六条", hint="设备、系统或者网址。")
    method = Paragraph("提取的方法和过程", longest=1000, section="提取", hint="所用工具、步骤，是否录像。")
    evidence = References("提取的电子数据", least=1, section="提取", hint="先上传为本案证据。")
