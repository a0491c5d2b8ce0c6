"""Records on the spot (当场检查和告知): what was seen, what the party was told and said, and whether it is decided here and now."""

from collections.abc import Iterator, Mapping
from typing import Any

from forms.appraisal import measure_problems
from forms.factor import FactorForm
from forms.field.choice import Choice, Tick
from forms.field.day import Acted, Day, TimeOfDay
from forms.field.entry import When
from forms.field.number import Measure, Money
from forms.field.several import Table
from forms.field.text import Code, Paragraph, User
from forms.form import Form

SPECIAL = "从轻、从重和不予处罚的情形"


class SpotRecordForm(Form):
    """The first half of the summary procedure. Source: 行政处罚法 Art. 44, 45, 51, 52, 55."""

    title = "当场检查和告知"
    intro = "违法事实确凿、有法定依据，罚款在限额以内或者给予警告的，可以当场作出处罚决定。"
    submit = "提交，请协办确认"
    folded = SPECIAL

    shown = Tick("已出示执法证件", must="必须先出示执法证件；没有出示的，当事人有权拒绝。", section="现场", basis="行政处罚法第五十五条第一款")
    act_on = Day("违法日期", acted=Acted(), today=True, section="现场")
    act_time = TimeOfDay("违法时间", section="现场", basis="行政处罚法第五十二条第二款")
    second = User("协办执法人员", section="现场", basis="行政处罚法第四十二条：执法人员不得少于两人")
    facts = Paragraph("违法事实", section="现场", basis="行政处罚法第四十条")
    limb = Code(
        "违法情形",
        says="不能含有空格。",
        optional=True,
        section="现场",
        basis="行政处罚法第三十八条第一款",
        hint="案由有几种情形的，选择本案的一种；不选的，按第一种情形。",
    )
    measured = Measure("实测值或者数量", optional=True, section="现场", hint="按案由的裁量尺度填写，至多三位小数。")
    limit = Measure("标准限值", optional=True, section="现场", hint="按超标倍数裁量的案由填写。")
    price = Measure("单价或者价值", optional=True, section="现场", hint="罚款按价值的倍数计算的案由填写。")
    harm = Choice("危害后果", ("none", "没有"), ("slight", "轻微"), ("serious", "严重"), section="现场", basis="行政处罚法第三十三条第一款")
    corrected = Tick("当场改正", section="现场", basis="行政处罚法第三十三条第一款")
    told = Tick(
        "已告知拟处罚的内容、事实、理由、依据和陈述申辩权",
        must="没有告知的，不得作出处罚决定。",
        section="告知",
        basis="行政处罚法第四十四条、第六十二条",
    )
    plea = Choice("陈述申辩", ("none", "没有提出"), ("made", "提出"), section="告知", basis="行政处罚法第四十五条第一款")
    plea_content = Paragraph("陈述申辩内容", when=When("plea", ("made",), "提出的，必须记录内容。", "没有提出的，不填内容。"), section="告知")
    plea_finding = Paragraph("复核意见", when=When("plea", ("made",), "必须复核并写明意见。", "没有提出的，不填复核意见。"), section="告知")
    factors = Table(
        "从轻、从重情节",
        FactorForm,
        key="code",
        section=SPECIAL,
        basis="行政处罚法第三十二条、第四十九条",
        hint="有证据证明的才填：先拍照上传。24个月内受过处罚的，由系统查得并列入，不用填写。",
    )
    refused = Tick("拒不改正", section=SPECIAL, hint="责令改正已经送达，期满复查仍未改正的，才勾选。")
    slight = Tick(
        "违法行为轻微", section=SPECIAL, basis="行政处罚法第三十三条第一款", hint="轻微、当场改正并且没有危害后果的，不予处罚，转普通程序办理。"
    )
    no_fault = Tick("有证据足以证明没有主观过错", section=SPECIAL, basis="行政处罚法第三十三条第二款", hint="不予处罚，转普通程序办理。")
    incapable = Tick("行为时不能辨认或者不能控制自己的行为", section=SPECIAL, basis="行政处罚法第三十一条", hint="不予处罚，转普通程序办理。")
    way = Choice(
        "办理方式",
        ("spot", "当场罚款"),
        ("warning", "当场警告"),
        ("ordinary", "转普通程序"),
        ("warned", "口头警告"),
        routing=True,
        section="决定",
        basis="行政处罚法第五十一条",
        hint="只给予警告、不罚款的，选当场警告；依据规定警告并处罚款的，选当场罚款。驾驶人立即驶离的违停等不作处罚的，选口头警告。",
    )
    fine = Money("罚款", when=When("way", ("spot",), "当场罚款的，必须填写罚款金额。", "不是当场罚款的，不填罚款。"), section="决定")
    fine_reason = Paragraph(
        "确定金额的理由", optional=True, section="决定", hint="偏离建议金额的，或者可以罚款而只给予警告的，写明理由。", basis="行政处罚法第三十四条"
    )
    reason = Paragraph("转普通程序的理由", when=When("way", ("ordinary",), "必须写明理由。", "不转普通程序的，不填理由。"), section="决定")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield contradictions; and a fine of nothing: what is only warned is said so, and what is not punished at all is no decision on the spot."""
        if values["limit"] is not None:
            yield from measure_problems(values)
        if values["refused"] and values["corrected"]:
            yield "corrected", "拒不改正与当场改正不能同时成立。"
        if values["way"] == "spot" and values["fine"] == 0:
            yield "fine", "只给予警告的，办理方式选择“当场警告”；不予处罚的转普通程序办理。"
