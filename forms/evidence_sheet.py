"""Sheets for pasted evidence (证据材料粘贴页): which pictures, and what the party says to them."""

from forms.field.several import References
from forms.field.text import Paragraph
from forms.spot_paper import SpotPaperForm

MOST = 20
"""Photographs of one sheet: each is read while nobody else can write, and unpacked when the sheet is printed."""


class EvidenceSheetForm(SpotPaperForm):
    """The sheet on which photographs and copies are pasted. Source: 行政处罚法 Art. 46."""

    title = "证据材料粘贴页"
    intro = "把本案证据中的照片、复印件图片打印在粘贴页上，载明来源、时间、地点、拍摄人和证明内容，交当事人核对签名。"
    submit = "制作粘贴页"

    evidence = References(
        "粘贴的照片",
        least=1,
        most=MOST,
        section="证据",
        basis="行政处罚法第四十六条",
        hint=f"只能选照片和图片，一次最多{MOST}张；先上传为本案证据。",
    )
    confirmation = Paragraph("当事人的核对意见", longest=500, optional=True, section="证据", hint="没有意见的不填；复印件写明与原件核对的情况。")
