"""Restitution (返还物品): what was held by a measure that fell goes back to who owns it. Source: 行政强制法 Art. 28; 行政复议法 Art. 64."""

from collections.abc import Mapping

from engine.commands.goods_claim import end_claimed
from engine.commands.goods_disposal import paid
from engine.commands.procedure import form_here
from engine.errors import LawError
from engine.events.goods import GoodsDisposed
from engine.queries.goods import promised
from engine.work import Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@operation("goods.restore")
def restore(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record that everything that no measure holds any more went back, and the money for what was sold.

    Nothing is recorded where all of it ended otherwise, in a case on an earlier process without an end for that.
    """
    del inputs, values
    form = form_here(work, case_id, "goods_return")
    if form is None and not promised(work.connection, case_id):
        return {}
    if form is None:
        raise LawError("step_not_waiting", "没有返还记录。", basis="行政强制法 28②")
    day = form.day("returned_on")
    things = promised(work.connection, case_id)
    if things and day < max(thing.held_at for thing in things).date():
        raise LawError("before_cause", "返还日期早于采取措施的日期。", field="returned_on")
    for thing in things:
        if thing.disposal == "sold":
            work.record(paid(work, case_id, thing, "party"))
            continue
        work.record(
            GoodsDisposed(
                case=case_id,
                goods=thing.id,
                number=thing.number,
                name=thing.name,
                disposal="returned",
                disposed_on=day,
                basis=form.find("receipt_no"),
                recipient=form.find("recipient"),
            )
        )
    end_claimed(work, case_id)
    return {}
