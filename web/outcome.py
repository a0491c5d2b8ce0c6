"""Outcomes of decisions in words (决策结果的读法): what a model said step by step, what each step rested on, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.law.citation import spelled

WAYS: Mapping[str, str] = {
    "summary_ok": "可以适用简易程序",
    "legal_review_mandatory": "必须法制审核",
    "collective": "必须集体讨论",
    "publish": "应当公示",
    "credit_push": "推送信用平台",
    "hearing_right": "有权要求听证",
}
"""The ways a case may go, as the rules name them."""

TRUTH: Mapping[str, str] = {"true": "是", "false": "否"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row that was hit, or one value that an expression gave; `row` is None for a value, 0 where no row was hit."""

    name: str
    row: int | None
    result: str
    why: str = ""
    conditions: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """Return where in its table the step stands."""
        return "算出" if self.row is None else f"第{self.row}行" if self.row else "没有命中"


def steps(outcome: Mapping[str, Any]) -> Iterator[Step]:
    """Yield the steps of an explained outcome, what a decision required before it."""
    for required in outcome.get("required") or ():
        yield from steps(required)
    name, hits, value = str(outcome.get("name", "")), outcome.get("hits") or (), outcome.get("value")
    yield from (_row(name, hit) for hit in hits)
    if not hits:
        yield Step(name=name, row=None, result=plainly(value)) if value is not None else Step(name=name, row=0, result="")


def _row(name: str, hit: Mapping[str, Any]) -> Step:
    conditions = tuple((head, _word(cell)) for head, cell in hit["conditions"].items() if cell != "-")
    return Step(
        name=name,
        row=int(hit["index"]),
        result="，".join(plainly(value) for value in hit["outputs"].values() if value is not None),
        why="，".join(note.rstrip("。") for note in hit["annotations"].values() if note),
        conditions=conditions,
    )


def plainly(value: object) -> str:
    """Return an explained value as people read it; what is nothing is left out of what holds it."""
    if isinstance(value, Mapping):
        return "，".join(f"{name} {plainly(inner)}" for name, inner in value.items() if inner not in (None, "", []))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "、".join(plainly(inner) for inner in value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else spelled(_word(str(value)))


def _word(text: str) -> str:
    return f"{int(text):,}" if text.isdecimal() else WAYS.get(text, TRUTH.get(text, text))
