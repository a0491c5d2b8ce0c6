"""Spreads of fines (类案罚款分布): what similar cases paid."""

from typing import Any

from engine.errors import NotFoundError
from engine.queries.spread import FineSpreads, Similar, SimilarFines, TierSpread
from web.api.door import Door, ask
from web.api.shape import asked, made, shape

door = Door("spread", "类案罚款")

SPREADS = made("Spreads", items=tuple[TierSpread, ...])


@door.opens("GET", "/cases/<case_id>/similar", "类似案件的罚款 What similar cases paid", answer=(200, shape(Similar)))
def similar(case_id: str) -> Any:
    """Return the spreads; 404 where the case has no tier yet."""
    found = ask(SimilarFines(case_id=case_id))
    if found is None:
        raise NotFoundError("本案还没有裁量阶次。")
    return found


@door.opens(
    "GET",
    "/spreads",
    "各案由各阶次的罚款分布 The spreads of fines by cause and tier",
    query=asked("SpreadsQuery", FineSpreads),
    answer=(200, SPREADS),
)
def spreads(query: Any) -> Any:
    """Return the spreads."""
    return {"items": ask(FineSpreads(**query))}
