"""Re-running (重演): the process of a case, run again over what it saw, must come to every recorded state.

Operations are not carried out again: each answers what the journal says it answered; it must be asked for in the same order,
by the same name and with the same inputs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from engine.events.codec import Plain, plain
from engine.journal.read import Record
from engine.workflow.catalogue import Bundle
from engine.workflow.process import Process
from engine.workflow.value import Scalar
from engine.workflow.version import ENGINE_VERSION, STATE_FORMAT


class ReplayError(Exception):
    """The process does not run as the journal says; the message is Chinese and names the entry."""


@dataclass(slots=True)
class _Recorded:
    """A host that answers from the journal."""

    now: datetime
    answers: list[Any]

    def operate(self, name: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        """Return what the operation answered then."""
        del values
        if not self.answers:
            raise ReplayError(f"流程要求操作{name}，日志中没有")
        recorded_name, recorded_inputs, answer = self.answers.pop(0)
        if (recorded_name, recorded_inputs) != (name, plain(dict(inputs))):
            raise ReplayError(f"流程要求操作{name}，日志所记为{recorded_name}")
        return untagged(answer)


def untagged(values: Any) -> dict[str, Scalar]:
    """Return routing values from their plain form."""
    return {name: Decimal(value["d"]) if isinstance(value, dict) else value for name, value in values.items()}


def rerun(records: Iterable[Record], bundle: Bundle) -> Iterator[tuple[Record, Process]]:
    """Yield each entry that moved the process, with the process as it stood after it.

    Raises:
        ReplayError: the recorded state, its versions or the order of operations differ from what the process really does.
    """
    process: Process | None = None
    for record in records:
        if record.process is None:
            continue
        process = _apply(process, record, bundle)
        yield record, process


def _apply(process: Process | None, record: Record, bundle: Bundle) -> Process:
    seen = cast("Mapping[str, Any]", record.process)
    if (seen["bundle"], seen["engine"], seen["format"]) != (bundle.digest, ENGINE_VERSION, STATE_FORMAT):
        raise ReplayError(f"第{record.seq}条：流程版本、引擎版本或者状态格式与记载不符")
    host = _Recorded(record.at, list(cast("Sequence[Plain]", seen["operations"])))
    try:
        for stimulus in seen["stimuli"]:
            process = _stimulate(process, stimulus, record, bundle, host)
    except (KeyError, ValueError, LookupError) as error:
        raise ReplayError(f"第{record.seq}条：流程不能按记载重演（{error}）") from error
    if process is None or host.answers:
        raise ReplayError(f"第{record.seq}条：日志所记的操作，流程没有要求")
    if (process.state_digest(), process.counter, process.ended_at) != (seen["state"], seen["ids"], seen["ended"]):
        raise ReplayError(f"第{record.seq}条：重演所得的状态与记载不符")
    return process


def _stimulate(process: Process | None, stimulus: Mapping[str, Any], record: Record, bundle: Bundle, host: _Recorded) -> Process:
    kind = stimulus["kind"]
    if kind == "start":
        if process is not None:
            raise ReplayError(f"第{record.seq}条：流程第二次启动")
        return Process.start(bundle, record.stream, untagged(stimulus["values"]), host)
    if process is None:
        raise ReplayError(f"第{record.seq}条：流程尚未启动")
    if kind == "complete":
        process.complete(str(stimulus["task"]), untagged(stimulus["values"]), host)
    elif kind == "deadline":
        process.fire(str(stimulus["task"]), host)
    else:
        raise ReplayError(f"第{record.seq}条：不认识的触发{kind}")
    return process
