"""Decisions (处罚决定): the head decides the case, or returns it."""

from collections.abc import Mapping
from typing import Any

from marshmallow import pre_load

from engine.events.decision import CHOICES
from forms.field.choice import Choice
from forms.field.entry import When
from forms.field.number import Money
from forms.field.text import Offence, Paragraph
from forms.form import Form

_RETURNED = "退回、集体讨论的，不填处理结果。"


class DecideForm(Form):
    """One of the four outcomes, or back; who names a fine decides on a penalty."""

    title = "处罚决定"
    intro = "审查调查结果，根据不同情况分别作出决定。涉嫌犯罪的不作处罚决定，随即启动移送公安机关。"
    submit = "作出决定"

    decision = Choice(
        "决定或者退回",
        ("decide", "作出决定"),
        ("discuss", "集体讨论"),
        ("return", "退回"),
        routing=True,
        hint="情节复杂或者重大违法行为，或者须再次讨论的，提请集体讨论（行政处罚法第五十七条第二款）。",
    )
    outcome = Choice(
        "处理结果",
        *CHOICES.items(),
        routing=True,
        basis="行政处罚法第五十七条第一款",
        when=When("decision", ("decide",), "作出决定的，必须选择处理结果。", _RETURNED),
    )
    fine = Money(
        "罚款",
        basis="行政处罚法第三十四条、第四十五条第二款",
        hint="依据没有规定罚款的，填0。",
        when=When("outcome", ("penalty",), "决定处罚的，必须填写罚款金额。", "不是行政处罚的，不填罚款。"),
    )
    offence = Offence(when=When("outcome", ("transfer",), "认为涉嫌犯罪的，写明涉嫌的罪名。", "不移送公安机关的，不填罪名。"))
    opinion = Paragraph("决定意见", optional=True)
    reason = Paragraph("退回、集体讨论的理由", when=When("decision", ("return", "discuss"), "退回、集体讨论的，必须写明理由。"))

    @pre_load
    def infer_penalty(self, data: Any, **_: Any) -> Any:
        """Return the data completed by what a fine alone says: that a penalty is decided."""
        if not isinstance(data, Mapping) or "fine" not in data:
            return data
        decided = {"decision": "decide"} | dict(data)
        return {"outcome": "penalty"} | decided if decided["decision"] == "decide" else decided
