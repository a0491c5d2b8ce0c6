"""Claims of goods (领取物品): the owner comes while a notice asks for him, and the notice ends."""

from collections.abc import Mapping
from contextlib import suppress

from engine.commands import deadline as clock
from engine.commands.procedure import start_form
from engine.errors import StepNotWaitingError
from engine.model import Goods, ProcessState
from engine.queries.goods import goods_of, numbers, owed, to_return
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import message, operation
from engine.workflow.value import Scalar

FIELD = "unclaimed"
"""The field of a notice that names its things."""
NOTICE, MONEY = "goods.unclaimed", "goods.kept"
"""The clocks of the notice, and of the money that is kept."""

CLAIMED = message("goods_claimed")
"""Ends the notice whose things were all taken back."""


def end_claimed(work: Work, case_id: str) -> None:
    """End every notice of which nothing is left to be taken."""
    for row in notices(work, case_id):
        if not left_of(work, case_id, start_form(work, row.id)) and clock.find(work, case_id, MONEY, row.id) is None:
            with suppress(StepNotWaitingError):  # The step that is being carried out now may be its own.
                advance.send(work, case_id, CLAIMED, {}, instance=row.id)


@operation("goods.claim")
def end_notice(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Note that the owner came: the notice means nothing any more."""
    del inputs, values
    clock.void(work, case_id, NOTICE, "物品已经领取", subject=work.instance)
    return {}


def notices(work: Work, case_id: str) -> list[ProcessState]:
    """Return the notices of a case that run."""
    return [row for row in work.rows(ProcessState, case_id=case_id, procedure="unclaimed_goods") if row.ended_at is None]


def left_of(work: Work, case_id: str, form: FormData) -> list[Goods]:
    """Return the things of a notice that nobody took, and those whose money nobody took."""
    named = set(numbers(form.values, FIELD))
    mine = [thing for thing in goods_of(work.connection, case_id) if thing.number in named]
    return [thing for thing in mine if thing.disposal is None or to_return(thing) or owed(thing)]
