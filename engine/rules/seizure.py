"""Seizure and sealing (查封扣押): only a law or a regulation can allow it. Source: 行政强制法 Art. 9, 10, 11, 17, 22."""

from collections.abc import Mapping
from datetime import date

from engine.errors import LawError
from engine.law.causes import Cause
from engine.law.statutes import Statutes

RANKS = frozenset({"法律", "行政法规", "地方性法规"})
"""What can create a seizure; no rule below can (行政强制法 Art. 10)."""


MEASURES: Mapping[str, str] = {"seize": "扣押", "seal": "查封"}
"""What is done: things are taken along, or places and facilities are closed where they are (行政强制法 Art. 9(2), (3))."""


def seizure_basis(cause: Cause, day: date, statutes: Statutes, measure: str = "seize", order: str | None = None) -> str:
    """Return the article that allows to seize or seal in cases of a cause on a day; `order` is the government's, where it must order.

    Raises:
        LawError: `no_basis` where no law or regulation allows it, or the government's order is missing; `basis_not_in_force` where one
            did or will, but does not on that day.
    """
    word = MEASURES[measure]
    allowed = [basis for basis in cause.seizures if measure in basis.measures and statutes.article(basis.cite).rank in RANKS]
    if not allowed:
        raise LawError("no_basis", f"没有法律、法规规定对“{cause.brief}”可以{word}。", basis="行政强制法 10、22", field="facts")
    for basis in allowed:
        if basis.in_force(day):
            if basis.ordered and not order:
                raise LawError("no_basis", f"{word}须由县级以上地方人民政府责成，请填写责成的文号。", basis=basis.cite, field="order")
            return basis.cite
    raise LawError("basis_not_in_force", f"{allowed[0].cite}今天不是现行规定，不能据以{word}。", basis="行政强制法 10、22", field="facts")
