"""Transfers of jurisdiction (管辖移送): the case is another body's, or it must be said whose it is."""

from forms.field.choice import Choice, Tick
from forms.field.entry import Where
from forms.field.text import Paragraph, Text
from forms.form import Form


class JurisdictionTransferForm(Form):
    """To whom, or to whose judgement, and why."""

    title = "管辖移送、报请指定管辖"
    intro = "经负责人批准后移送，或者报请共同的上一级行政机关指定；移送交接完毕，本案在本机关终止办理。涉嫌犯罪的不在这里办理，启动移送公安机关。"
    submit = "提交申请"

    way = Choice("方式", ("transfer", "移送有管辖权的机关"), ("designate", "报请指定管辖"), routing=True, basis="行政处罚法第二十二条、第二十五条")
    body = Text("接收机关或者上一级机关")
    minor = Tick(
        "移送公安机关作为治安案件处理，不涉嫌犯罪",
        where=Where("way", ("transfer",)),
        hint="接收机关是公安机关的才勾选；涉嫌犯罪的，启动移送公安机关。",
        basis="行政处罚法第二十七条第一款",
    )
    reason = Paragraph("理由", longest=1000)
    materials = Paragraph("移送的材料", longest=1000, hint="每行一项。")
