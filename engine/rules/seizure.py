"""Seizure (查封扣押): only a law or a regulation can allow it. Source: 行政强制法 Art. 10, 11, 17, 22."""

from datetime import date

from engine.errors import LawError
from engine.law.causes import Cause
from engine.law.statutes import Statutes

RANKS = frozenset({"法律", "行政法规", "地方性法规"})
"""What can create a seizure; no rule below can (行政强制法 Art. 10)."""


def seizure_basis(cause: Cause, day: date, statutes: Statutes) -> str:
    """Return the article that allows a seizure in cases of a cause on a day.

    Raises:
        LawError: `no_basis` where no law or regulation allows it, `basis_not_in_force` where one did or will, but does not on that day.
    """
    allowed = [basis for basis in cause.seizures if statutes.article(basis.cite).rank in RANKS]
    if not allowed:
        raise LawError("no_basis", f"没有法律、法规规定对“{cause.brief}”可以扣押。", basis="行政强制法 10、22", field="facts")
    for basis in allowed:
        if basis.in_force(day):
            return basis.cite
    raise LawError("basis_not_in_force", f"{allowed[0].cite}今天不是现行规定，不能据以扣押。", basis="行政强制法 10、22", field="facts")
