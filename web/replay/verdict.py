"""Verdicts (校验结论): the three proofs of a stream apart, and which entry each fault names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from engine.proof.stream import Proof

_ENTRY = re.compile(r"第(\d+)条")
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
    fold = tuple(fault for fault in proof.faults if fault.startswith("表"))
    rest = tuple(fault for fault in proof.faults if fault not in {*chain, *fold})
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


def of_entry(found: Iterable[Check], seq: int) -> tuple[str, ...]:
    """Return the faults that name an entry."""
    return tuple(fault for check in found for fault in check.faults if (named := _ENTRY.search(fault)) and int(named[1]) == seq)
