"""Investigation reports (调查终结): facts, evidence and the proposal."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.events.decision import CHOICES
from engine.rules.limitation import GROUNDS
from forms.appraisal import measure_problems
from forms.factor import FactorForm
from forms.field.choice import Choice, Tick
from forms.field.day import Day
from forms.field.entry import When
from forms.field.number import Measure, Money
from forms.field.several import Goods, References, Table
from forms.field.text import Code, Offence, Paragraph, Text
from forms.form import Form

NO_FINE = "不是行政处罚的，不填罚款。"


class InvestigationReportForm(Form):
    """What was found out, and what the officers propose."""

    title = "调查终结"
    intro = "提出处理建议；裁量评估随后按基准计算。"
    submit = "提交终结报告"

    act_start = Day("违法行为开始日期", section="违法事实", basis="行政处罚法第三十六条、第三十七条")
    act_end = Day("违法行为终了日期", section="违法事实", hint="仍在继续的，填最近一次查实的日期。")
    facts = Paragraph("违法事实", section="违法事实", basis="行政处罚法第四十条")
    evidence_summary = Paragraph("证据情况", section="违法事实", basis="行政处罚法第四十六条")
    limb = Code(
        "违法情形",
        says="不能含有空格。",
        optional=True,
        section="裁量",
        basis="行政处罚法第三十八条第一款",
        hint="案由有几种情形的，选择本案的一种；不选的，按第一种情形，拒不改正的按拒不改正的情形。",
    )
    measured = Measure("实测值或者数量", optional=True, section="裁量", hint="按案由的裁量尺度填写：浓度、面积、体积、件数、金额等，至多三位小数。")
    limit = Measure("标准限值", optional=True, section="裁量", hint="按超标倍数裁量的案由填写。")
    price = Measure("单价或者价值", optional=True, section="裁量", hint="罚款按价值、地价款等的倍数计算的案由填写，以评估、鉴定为准。")
    refused = Tick("拒不改正", section="裁量")
    corrected = Tick("当场或者及时改正", section="裁量", basis="行政处罚法第三十三条第一款")
    harm = Choice("危害后果", ("none", "没有"), ("slight", "轻微"), ("serious", "严重"), section="裁量", basis="行政处罚法第三十三条第一款")
    ground = Choice(
        "追诉时效五年的情形",
        *GROUNDS.items(),
        optional=True,
        section="裁量",
        basis="行政处罚法第三十六条第一款、生态环境法典第一千零五十四条",
        hint="追诉时效为二年。只有有危害后果，并且属于所列情形的，才是五年；不选的按二年。",
    )
    ground_reason = Paragraph(
        "属于这一情形的事实和危害后果",
        longest=1000,
        section="裁量",
        when=When("ground", tuple(GROUNDS), "按五年追诉的，写明属于这一情形的事实和危害后果。", "按二年追诉的，不填。"),
    )
    ground_evidence = References(
        "证明这一情形的证据",
        section="裁量",
        when=When("ground", tuple(GROUNDS), "按五年追诉的，须有证据，至少选一份。", "按二年追诉的，不选。"),
        basis="行政处罚法第四十六条",
    )
    slight = Tick("违法行为轻微", section="裁量", basis="行政处罚法第三十三条第一款", hint="轻微、及时改正并且没有危害后果的，不予处罚。")
    no_fault = Tick("有证据足以证明没有主观过错", section="裁量", basis="行政处罚法第三十三条第二款")
    incapable = Tick("行为时不能辨认或者不能控制自己的行为", section="裁量", basis="行政处罚法第三十一条")
    gains = Money(
        "违法所得", optional=True, section="裁量", basis="行政处罚法第二十八条第二款", hint="依据规定没收违法所得的必须填写；查明没有的填0。"
    )
    held_goods = Goods("没收的在管物品", section="裁量", basis="行政处罚法第九条第二项", hint="先行登记保存、扣押的物品，决定没收的在这里选择。")
    goods = Paragraph("没收的物品", optional=True, section="裁量", hint="依据规定没收工具、非法财物的，每行一项，写明名称和数量。")
    goods_value = Money(
        "没收物品的价值",
        optional=True,
        section="裁量",
        basis="行政处罚法第六十三条第一款第二项",
        hint="没收的全部物品合计，没有发票、价签、评估的，按市场价估计。没收物品的必须填写，不低于在管物品登记的价值；达到听证门槛的，告知听证权利。",
    )
    concurrent = Code(
        "同一行为还违反的案由",
        says="不能含有空格。",
        optional=True,
        section="裁量",
        basis="行政处罚法第二十九条",
        hint="同一行为只罚款一次，按罚款数额高的规定处罚。案由有几种情形的，选择其中一种；只选案由的，按对当事人处罚最重的情形比较。",
    )
    separate = Paragraph(
        "与已罚款的行为不是同一行为的理由",
        optional=True,
        section="裁量",
        basis="行政处罚法第二十九条",
        hint="当事人同日在同一地点的行为已被罚款，而本案是另一行为的，写明理由。",
    )
    factors = Table(
        "从轻、从重情节",
        FactorForm,
        key="code",
        section="裁量",
        basis="行政处罚法第三十条、第三十二条、第四十九条",
        hint="24个月内受过处罚的，由系统查得并列入，不用填写；系统没有查到、另有决定书证明的才填。",
    )
    outcome = Choice(
        "处理建议",
        *CHOICES.items(),
        routing=True,
        section="建议",
        basis="行政处罚法第五十七条第一款",
        hint="属于其他行政机关管辖的，另行启动管辖移送。",
    )
    offence = Offence(
        section="建议",
        hint="如：污染环境罪。协办确认后随即启动移送公安机关，不再报法制审核。",
        when=When("outcome", ("transfer",), "认为涉嫌犯罪的，写明涉嫌的罪名。", "不移送公安机关的，不填罪名。"),
    )
    fine = Money(
        "拟罚款",
        when=When("outcome", ("penalty",), "建议处罚的，必须填写拟罚款金额。", NO_FINE),
        section="建议",
        hint="依据没有规定罚款的，如限期拆除，填0。",
    )
    approval = Text(
        "批准机关和批准文号",
        optional=True,
        section="建议",
        hint="依据规定须报经有批准权的人民政府批准才能作出的处罚（如责令停业），填写批准机关和文号。",
    )
    untiered = Tick(
        "没有适用的裁量阶次，提请集体讨论", section="建议", basis="行政处罚法第三十四条、第五十七条第二款", hint="罚款在法定幅度内，须写明理由。"
    )
    complex = Tick(
        "情节复杂或者重大违法行为",
        section="建议",
        basis="行政处罚法第五十七条第二款",
        hint="如：案情疑难复杂、涉及多个法律关系、社会影响重大。须经法制审核，由负责人集体讨论决定。",
    )
    interest = Tick("涉及重大公共利益", section="建议", basis="行政处罚法第五十八条第一款第一项", hint="须经法制审核。")
    complex_reason = Paragraph(
        "复杂、重大或者涉及重大公共利益的理由", optional=True, longest=1000, section="建议", basis="行政处罚法第五十七条第二款、第五十八条第一款"
    )
    fine_reason = Paragraph(
        "确定金额或者不予处罚的理由",
        optional=True,
        section="建议",
        basis="行政处罚法第三十三条、第三十四条",
        hint="偏离建议金额的，或者可以不予处罚而不予处罚的，写明理由。",
    )
    order_correction = Paragraph("责令改正内容", optional=True, section="建议", basis="行政处罚法第二十八条第一款")
    correction_due = Day("改正期限", future=True, optional=True, section="建议")

    def problems(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield contradictions between the facts, and between facts and proposal."""
        if values["limit"] is not None:
            yield from measure_problems(values)
        if values["act_start"] and values["act_end"] and values["act_end"] < values["act_start"]:
            yield "act_end", "终了日期不能早于开始日期。"
        if values["goods_value"] and not (values["goods"] or values["held_goods"]):
            yield "goods_value", "没有没收物品的，不填没收物品的价值。"
        if values["ground"] and values["harm"] == "none":
            yield "ground", "没有危害后果的，追诉时效为二年。"
        if values["refused"] and values["corrected"]:
            yield "corrected", "拒不改正与及时改正不能同时成立。"
        if bool(values["complex"] or values["interest"]) != bool(values["complex_reason"]):
            yield "complex_reason", "勾选情节复杂、重大或者涉及重大公共利益的，写明理由；没有勾选的，不填。"
        if values["correction_due"] and not values["order_correction"]:
            yield "order_correction", "填写了改正期限的，必须写明责令改正的内容。"
        if values["correction_due"] and values["act_end"] and values["correction_due"] < values["act_end"]:
            yield "correction_due", "改正期限不能早于违法行为终了日期。"
