"""Panels (集体讨论): who may sit, when enough have voted, and what their votes resolve. Source: 行政处罚法 Art. 57(2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import LawError
from engine.events.panel import OUTCOMES

BASIS = "行政处罚法 57②"
MEMBERS = frozenset({"head", "panel_member"})
"""The roles whose holders may be members: 行政机关负责人集体讨论."""

AGREE, ADJOURN = "agree", "adjourn"


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of a panel: how many seats it has, how many voted, how many agreed."""

    members: int
    voted: int
    agreed: int

    def has_quorum(self, quorum: int) -> bool:
        """Tell whether enough have voted: the city's number, and more than half of the members."""
        return self.voted >= quorum and 2 * self.voted > self.members

    @property
    def carried(self) -> bool:
        """Tell whether more than half of all members agreed; who abstains or stays away does not agree."""
        return 2 * self.agreed > self.members


def count(votes: Sequence[str | None]) -> Tally:
    """Return the tally of the seats' votes; None stands for a member who has not voted."""
    return Tally(len(votes), sum(vote is not None for vote in votes), sum(vote == AGREE for vote in votes))


def check_resolution(tally: Tally, resolution: str, quorum: int) -> None:
    """Refuse a result that the votes do not carry: any without a quorum but to meet again, agreement without a majority, a return against one."""
    if resolution == ADJOURN:
        _check_short(tally, quorum)
        return
    if not tally.has_quorum(quorum):
        message = (
            f"成员{tally.members}人，只有{tally.voted}人表决：须有{quorum}人以上并过半数成员表决，才能作出同意或者退回的结论；"
            f"不能到齐的，选“{OUTCOMES[ADJOURN]}”。"
        )
        raise LawError("panel_required", message, basis=BASIS, field="resolution")
    if (resolution == AGREE) != tally.carried:
        outcome = "已经通过，不能退回" if tally.carried else "没有通过，不能作出同意的结论"
        message = f"成员{tally.members}人，同意{tally.agreed}人，{outcome}；结论须与表决一致。"
        raise LawError("panel_required", message, basis=BASIS, field="resolution")


def _check_short(tally: Tally, quorum: int) -> None:
    if tally.has_quorum(quorum):
        message = f"成员{tally.members}人，已有{tally.voted}人表决，达到法定人数：按表决作出同意或者退回的结论。"
        raise LawError("panel_required", message, basis=BASIS, field="resolution")
