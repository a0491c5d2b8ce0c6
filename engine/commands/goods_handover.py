"""Handovers of goods (随案移送): what is held goes along with a case that is transferred, and what held it comes to its end.

Source: 行政强制法 Art. 21; 移送涉嫌犯罪案件规定 Art. 12; 行政处罚法 Art. 56; domain.md §2.15 I7.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress

from engine.commands import deadline as clock
from engine.commands.goods_claim import end_claimed
from engine.commands.goods_disposal import ended, paid
from engine.commands.goods_paper import listed
from engine.errors import StepNotWaitingError
from engine.events.goods import KINDS
from engine.model import Deadline, Goods, ProcessState, Task
from engine.queries.goods import goods_of, numbers, promised
from engine.rules.document.goods import GoodsItem
from engine.work import Work
from engine.workflow import advance
from engine.workflow.operations import message, operation
from engine.workflow.value import Scalar

GONE = message("goods_gone")
"""Ends the preservation or seizure whose things went along with the case, or came to their end otherwise."""

RESTITUTION, CONFISCATED_GOODS = "goods_restitution", "confiscated_goods"
"""The procedures that give back what no measure holds any more; the second one is its field of the things, too."""


def going_along(work: Work, case_id: str) -> list[Goods]:
    """Return the things that are still held; one that the power over has ended for goes back to its owner and nowhere else."""
    return [thing for thing in goods_of(work.connection, case_id) if thing.disposal is None and thing.lapsed_on is None]


def stated_held(work: Work, case_id: str) -> tuple[GoodsItem, ...]:
    """Return the things that go along, as the list of a letter names them."""
    return tuple(listed(thing) for thing in going_along(work, case_id))


def transfer_goods(work: Work, case_id: str, recipient: str, receipt: str) -> None:
    """Let the things, and the money for those sold early, go along with the case, and end the measures that held nothing else.

    `receipt` is the number of the receipt or of the list that both sides signed.
    """
    end_measures(work, case_id, set(_hand_over(work, case_id, recipient, receipt)))
    end_claimed(work, case_id)


def end_measures(work: Work, case_id: str, gone: Collection[str]) -> None:
    """End those of the measures that hold nothing any more."""
    running = [row for row in work.rows(ProcessState, case_id=case_id) if row.id in gone and row.ended_at is None]
    for row in running:
        if all(thing.disposal is not None for thing in work.rows(Goods, case_id=case_id, measure=row.id)):
            # An earlier version of the procedure has no such end: there the end of its term finds everything gone.
            with suppress(StepNotWaitingError):
                advance.send(work, case_id, GONE, {}, instance=row.id)


def end_returns(work: Work, case_id: str) -> None:
    """End the restitution that has nothing left to give back, and what was to become of confiscated things that have ended otherwise."""
    gone = {thing.number for thing in goods_of(work.connection, case_id) if thing.final is not None}
    for row in [row for row in work.rows(ProcessState, case_id=case_id) if row.ended_at is None]:
        restored = row.procedure == RESTITUTION and not promised(work.connection, case_id)
        if restored or (row.procedure == CONFISCATED_GOODS and gone & set(numbers(row.data or {}, CONFISCATED_GOODS))):
            try:
                advance.send(work, case_id, GONE, {}, instance=row.id)
            except StepNotWaitingError:
                _leave(work, row)


def _leave(work: Work, row: ProcessState) -> None:
    """Go on from the step that waits in an earlier version, which has no such end: nobody approves or records anything any more."""
    for task in work.rows(Task, case_id=row.case_id, instance=row.id, state="waiting"):
        advance.complete(work, row.case_id, row.id, task.id, {"approved": False} if task.form == "approval" else {})


@operation("goods.go_along")
def end_measure(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Note that the things were dealt with in their term; what else the measure waited for means nothing any more."""
    del inputs, values
    for deadline in work.rows(Deadline, case_id=case_id, subject=work.instance):
        if deadline.key in KINDS and deadline.state in clock.OPEN:
            clock.meet(work, case_id, deadline.key, work.today, subject=work.instance)
        elif deadline.key not in KINDS:
            clock.void(work, case_id, deadline.key, "物品已移交或者处置完毕", subject=work.instance)
    return {}


def _hand_over(work: Work, case_id: str, recipient: str, receipt: str) -> Iterator[str]:
    """Yield the measures whose things went."""
    sold = [thing for thing in goods_of(work.connection, case_id) if thing.disposal == "sold" and thing.proceeds_to is None]
    for thing in going_along(work, case_id):
        work.record(ended(work, case_id, thing, "transferred", basis=receipt, recipient=recipient))
        yield thing.measure
    for thing in sold:
        work.record(paid(work, case_id, thing, "transferred"))
        yield thing.measure
