"""Verdicts (校验结论): the three proofs of a stream apart, and which entry each fault names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from engine.proof.stream import Proof
from web.replay.column import COLUMNS
from web.replay.label import TABLES

_ENTRY = re.compile(r"第(\d+)条")
_ROW = re.compile(r"表(\w+?)的([0-9a-z]+)(?:，列(\w+)与日志不符|不在(日志|表)中)", re.ASCII)
_UNREADABLE = "日志不能读取"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One of the proofs: what holds when it holds, and every fault; `done` is False where it could not be carried out."""

    title: str
    holds: str
    faults: tuple[str, ...]
    done: bool = True

    @property
    def held(self) -> bool:
        """Return whether the proof was carried out and found nothing."""
        return self.done and not self.faults


def checks(proof: Proof) -> tuple[Check, ...]:
    """Return the proofs of a case: its chain, its tables, its process."""
    chain = tuple(fault for fault in proof.faults if fault.startswith((proof.stream, "版本号")))
    rows = tuple(fault for fault in proof.faults if fault.startswith("表"))
    rest = tuple(fault for fault in proof.faults if fault not in {*chain, *rows})
    fold = tuple(_row_in_words(fault) for fault in rows)
    readable = not any(fault.startswith(_UNREADABLE) for fault in rest)
    return (
        Check(
            title="日志链",
            holds=f"{proof.entries}条首尾相接，内容与摘要一致",
            faults=tuple(fault.removeprefix(f"{proof.stream} ") for fault in chain),
        ),
        Check(title="数据还原", holds="由日志还原的数据与库中所存一致", faults=fold if readable else rest, done=readable or bool(rest)),
        Check(title="流程重演", holds="重新运行流程，每一条的状态与记载一致", faults=rest if readable else (), done=readable),
    )


def _row_in_words(fault: str) -> str:
    """Return a difference between journal and tables with the names that people know."""
    found = _ROW.fullmatch(fault)
    if found is None:
        return fault
    table, key, column, absent = found.groups()
    row = f"{TABLES.get(table, table)}（{key[:8]}…）"
    if absent is not None:
        return f"{row}{'库中有，日志中没有' if absent == '日志' else '日志中有，库中没有'}"
    return f"{row}的“{COLUMNS.get(table, {}).get(column, column)}”，库中所存与日志不符"


def of_entry(found: Iterable[Check], seq: int) -> tuple[str, ...]:
    """Return the faults that name an entry."""
    return tuple(fault for check in found for fault in check.faults if (named := _ENTRY.search(fault)) and int(named[1]) == seq)
