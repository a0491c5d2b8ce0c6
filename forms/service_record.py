"""Service records (送达回证): how a document reached its recipient, or why not."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.field.choice import Choice, YesNo
from forms.field.day import Acted, Day
from forms.field.entry import When
from forms.field.several import References
from forms.field.text import Code, Paragraph, Text
from forms.form import Form

HANDED = frozenset({"entrusted", "forwarded"})
"""The ways in which somebody else hands the document over and sends a receipt back."""


class ServiceRecordForm(Form):
    """One attempt to serve a document. Source: 行政处罚法 Art. 61; 民事诉讼法 Art. 87-95."""

    title = "送达"
    intro = "宣告后当场交付；当事人不在场的，七日内依照民事诉讼法送达。其他方式都无法送达的，才可以公告，公告期满由系统记载送达。"
    submit = "提交送达回证"

    served = YesNo("是否送达", "已送达", "未送达", routing=True, hint="公告送达的，发布公告时选未送达。")
    served_on = Day(
        "送达日期",
        acted=Acted(both=False, name="way", values=("direct", "retained", "electronic")),
        hint="未送达的，填尝试送达或者发布公告的日期；邮寄、委托、转交的，填回执上的签收日期；电子送达的，填到达当事人系统的日期；继承人先后收到的，填最后一人收到的日期。",
        basis="行政处罚法第六十一条",
    )
    way = Choice(
        "送达方式",
        ("direct", "直接送达"),
        ("retained", "留置送达"),
        ("electronic", "电子送达"),
        ("mail", "邮寄送达"),
        ("entrusted", "委托送达"),
        ("forwarded", "转交送达"),
        ("announcement", "公告送达"),
        basis="民事诉讼法第八十八条至第九十五条",
        routing=True,
    )
    recipient = Text(
        "签收人",
        when=When("served", (True,), "已送达的，必须填写签收人。"),
        hint="留置送达的，填受送达人；当事人已经死亡的，写全每个继承人和各人收到的日期。",
    )
    relation = Choice(
        "签收人与当事人的关系",
        ("party", "本人"),
        ("legal_representative", "法定代表人或者负责人"),
        ("adult_relative", "同住成年家属"),
        ("guardian", "监护人（法定代理人）"),
        ("heir", "继承人"),
        ("agent", "代理人"),
        ("receiver", "负责收件的人"),
        when=When("served", (True,), "已送达的，必须选择签收人与当事人的关系。"),
        basis="民事诉讼法第八十八条",
    )
    place = Text("送达地点", longest=200, optional=True)
    forwarded_by = Choice(
        "由谁转交",
        ("army", "军人：所在部队团以上单位的政治机关"),
        ("prison", "被监禁的人：所在监所"),
        ("education", "被采取强制性教育措施的人：所在强制性教育机构"),
        when=When("way", ("forwarded",), "转交送达的，必须选择由谁转交。", "只有转交送达的，才选择由谁转交。"),
        basis="民事诉讼法第九十二条、第九十三条",
    )
    entrusted_to = Text(
        "代为送达、转交的单位",
        longest=100,
        when=When("way", tuple(sorted(HANDED)), "委托、转交送达的，必须填写代为送达、转交的单位。"),
        hint="委托送达的，填受委托的行政机关；以受送达人在送达回证上签收的日期为送达日期。",
        basis="民事诉讼法第九十一条、第九十四条",
    )
    witness = Text(
        "见证人",
        optional=True,
        basis="民事诉讼法第八十九条",
        hint="留置送达的，填基层组织或者所在单位代表的姓名和单位，几人之间用顿号分开；没有见证人的，须有拍照录像。",
    )
    media = References("拍照、录像", hint="先上传为本案证据。")
    receipt_no = Code("邮件或者回执编号", when=When("way", ("mail", *sorted(HANDED)), "邮寄、委托、转交送达的，必须填写邮件或者回执编号。"))
    medium = Text(
        "公告载体", longest=100, when=When("way", ("announcement",), "公告送达的，必须写明公告载体。"), hint="如：报纸名称和版面、政府网站的栏目。"
    )
    reason = Paragraph("未送达的原因", when=When("served", (False,), "未送达的，必须写明原因。"), hint="公告送达的，写明公告的原因和经过，附卷。")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield what the way of service still asks for."""
        if not values["served"]:
            return
        if values["way"] == "announcement":
            yield "served", "公告期满视为送达，由系统记载；发布公告时选未送达。"
        if values["way"] == "retained" and not values["witness"] and not values["media"]:
            yield "witness", "留置送达须有见证人，或者拍照、录像记录送达过程。"
        if values["way"] in {"direct", "retained"} and not values["place"]:
            yield "place", "直接送达和留置送达的，必须填写送达地点。"
        if values["way"] == "forwarded" and values["relation"] not in {"party", "legal_representative"}:
            yield "relation", "转交送达的，由转交的单位立即交受送达人本人签收（民事诉讼法第九十四条）。"
