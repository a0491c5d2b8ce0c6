"""Orders to stop at once (责令停止违法行为): where the article that punishes says so, two officers order it on the spot.

Source: 行政处罚法 Art. 28(1), 42, 55.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import CaseCommand, handles
from engine.commands.composition import face, stated_citation, stated_remedies
from engine.commands.correction_order import limb_of
from engine.commands.document import issue
from engine.commands.inner_paper import lines
from engine.commands.spot_paper import moment, open_file
from engine.errors import LawError
from engine.rules.correction_order import BASIS, basis_on, may_stop
from engine.rules.document.stop_order import StopOrder
from engine.work import Work

PAPER = "D05-2"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderStop(CaseCommand[str]):
    """Order the party to stop; `data` is the form `stop_order`, the answer the id of the order."""

    data: Mapping[str, object]


@handles(OrderStop)
def order_stop(command: OrderStop, work: Work) -> str:
    """Issue the order, which is then served; refuses it once the case is decided or over, and where no article allows it."""
    case, data = open_file(work, command.case_id, "stop_order", command.data)
    if case.state not in {"clue", "open"} or case.decided_on is not None:
        raise LawError("step_not_waiting", "本案已经作出决定或者办结，不能另行责令停止。", basis=BASIS)
    limb = limb_of(work, case, data)
    basis = basis_on(limb, case.discovered_on)
    punishing = stated_citation(work, basis.cite, work.law.statutes.article(basis.cite).text)
    if not may_stop(limb, case.discovered_on, work.law):
        raise LawError("no_basis", f"{punishing.reference}没有规定责令停止，请启动责令改正。", basis=BASIS, field="limb")

    def composed(number: str, token: str) -> StopOrder:
        return StopOrder(
            **face(work, case, number, token),
            cause=case.cause_title,
            held_at=moment(data, "held_on", "held_time"),
            place=data.text("place"),
            findings=lines(data.values, "facts"),
            violated=(stated_citation(work, basis.violated, limb.conduct),),
            basis=(punishing,),
            demand=data.text("demand").rstrip("。"),
            remedies=stated_remedies(work),
        )

    return issue(work, case.id, PAPER, composed)
