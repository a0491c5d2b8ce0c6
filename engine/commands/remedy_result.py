"""Results of remedies (复议诉讼结果): what an organ or a court can have decided, checked before it is carried out.

Source: 行政复议法 Art. 62-74; 行政诉讼法 Art. 69-81.
"""

from decimal import Decimal

from engine.commands.challenge import disputed_paper
from engine.commands.confiscated import left_in_store
from engine.commands.cost_remedy import charged_by
from engine.commands.performance_cost import DECISION
from engine.commands.surcharge_remedy import decided_amount
from engine.errors import InvalidInputError, LawError
from engine.model import Case, Participant, Remedy
from engine.queries.goods import numbers
from engine.rules.remedy import changeable, check_not_worse
from engine.work import FormData, Work

_LATER = {"reconsideration_result": "行政复议法 62", "judgment": "行政诉讼法 81"}


def check_result(work: Work, case: Case, remedy: Remedy, data: FormData) -> None:
    """Refuse a result that comes before the remedy was taken up, was received before it was made, or changes what it cannot change."""
    basis = _LATER[data.form]
    if data.day("decided_on") < (remedy.received_on or remedy.filed_on):
        raise LawError("before_cause", "作出日期早于受理。", basis=basis, field="decided_on")
    if data.day("received_on") < data.day("decided_on"):
        raise LawError("before_cause", "收到日期早于作出日期。", basis=basis, field="received_on")
    _check_changed(work, case, remedy, data)


_UNFIT = {
    "content": "变更罚款、没收、加处罚款的，填变更后的数额。",
    "sum": "加处罚款决定、代履行费用缴纳决定只能变更其数额。",
    "act": "这一行为没有罚款、没收，变更的写在“变更后的内容”。",
}


def _check_changed(work: Work, case: Case, remedy: Remedy, data: FormData) -> None:
    """Refuse a change that does not say into what, by the fields that fit the act, and a sum that is worse than the one challenged."""
    paper, restored = disputed_paper(work, remedy), numbers(data.values, "restored_goods")
    said = {name for name in ("fine", "gains", "content") if data.find(name) is not None} | ({"restored_goods"} if restored else set())
    fitting = changeable(None if remedy.against is None else "" if paper is None else paper.code)
    sums = fitting == {"fine"}
    for name in sorted(said - fitting):
        raise InvalidInputError({name: [_UNFIT["content" if name == "content" else "sum" if sums else "act"]]})
    if data.text("result") == "changed" and not said:
        name = "content" if fitting == {"content"} else "fine"
        raise InvalidInputError({name: ["变更的，必须写明变更后的内容或者数额。"]})
    if remedy.against is None and case.outcome != "penalty" and said & {"fine", "gains"}:
        # Nobody is punished by who reviews the decision not to punish: the agency decides anew.
        message = "原决定没有给予处罚，不能变更为罚款、没收：认为应当处罚的，撤销并责令重新作出。"
        raise LawError("no_basis", message, basis="行政复议法 64①、行政诉讼法 77", field=min(said & {"fine", "gains"}))
    opposed = _is_opposed(work, case, data)
    if data.find("fine") is not None and paper is not None and paper.code == DECISION:
        check_not_worse(charged_by(work, paper), Decimal(data.text("fine")), "代履行费用")
    elif data.find("fine") is not None and remedy.against:
        # What runs up by law is nobody's to raise.
        check_not_worse(decided_amount(work, remedy), Decimal(data.text("fine")), "加处罚款")
    elif data.find("fine") is not None:
        check_not_worse(case.fine, Decimal(data.text("fine")), opposed=opposed)
    if data.find("gains") is not None:
        check_not_worse(case.gains, Decimal(data.text("gains")), "没收违法所得", "gains", opposed=opposed)
    if set(restored) - set(left_in_store(work, case.id)):
        raise InvalidInputError({"restored_goods": ["只能选择处罚决定没收、还没有处置的物品；已经处置的，依法赔偿。"]})


def _is_opposed(work: Work, case: Case, data: FormData) -> bool:
    """Tell whether somebody with an interest asked for more; refuses the tick where nobody is recorded who could have."""
    if data.flag("opposed") and not any(row.role == "interested" for row in work.rows(Participant, case_id=case.id)):
        raise InvalidInputError({"opposed": ["本案没有登记利害关系人：提出相反请求的第三人、共同原告，先在案件页登记。"]})
    return data.flag("opposed")
