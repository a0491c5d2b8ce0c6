"""Re-running (重演): the procedures of a case, run again over what they saw, must come to every recorded state.

Operations are not carried out again: each answers what the journal says it answered; it must be asked for in the same order,
by the same name and with the same inputs.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, select

from engine.errors import RefusalError
from engine.events.codec import Plain, plain
from engine.journal.read import Record, records
from engine.model import Case
from engine.workflow.catalogue import Bundle
from engine.workflow.process import Process, Watch
from engine.workflow.published import bundle_of
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


def rerun(
    records: Iterable[Record], bundle_of: Callable[[str], Bundle], watch: Callable[[], Watch | None] = lambda: None
) -> Iterator[tuple[Record, Mapping[str, Process]]]:
    """Yield each entry that moved a procedure of the case, with all its procedures by instance as they stood after it.

    `bundle_of` returns the published bundle of a digest, `watch` who looks on while a procedure runs.

    Raises:
        ReplayError: a recorded state, its versions or the order of operations differ from what the process really does.
    """
    processes: dict[str, Process] = {}
    for record in records:
        if record.process is None:
            continue
        seen = cast("Mapping[str, Any]", record.process)
        if (seen["engine"], seen["format"]) != (ENGINE_VERSION, STATE_FORMAT):
            raise ReplayError(f"第{record.seq}条：引擎版本或者状态格式与记载不符")
        for instance, moved in seen["instances"].items():
            processes[instance] = _apply(processes.get(instance), instance, moved, record, bundle_of, watch)
        yield record, dict(processes)


def final(records: Iterable[Record], bundle_of: Callable[[str], Bundle]) -> Mapping[str, Process]:
    """Return all procedures of the case by instance as they stand after the last entry; ReplayError as `rerun`."""
    stands = deque(rerun(records, bundle_of), maxlen=1)
    return stands[0][1] if stands else {}


def rerun_all(connection: Connection, watch: Callable[[], Watch | None]) -> None:
    """Run every case of the journal again, for `watch` to look on; ReplayError as `rerun`."""
    published = cache(lambda digest: bundle_of(connection, digest))
    for case in connection.execute(select(Case.id)).scalars().all():
        deque(rerun(records(connection, case), published, watch), maxlen=0)


def _apply(
    process: Process | None,
    instance: str,
    seen: Mapping[str, Any],
    record: Record,
    bundle_of: Callable[[str], Bundle],
    watch: Callable[[], Watch | None],
) -> Process:
    bundle = bundle_of(str(seen["bundle"]))
    if process is not None and process.bundle.digest != bundle.digest:
        raise ReplayError(f"第{record.seq}条：流程版本与启动时的不符")
    host = _Recorded(record.at, list(cast("Sequence[Plain]", seen["operations"])))
    try:
        for stimulus in seen["stimuli"]:
            process = _stimulate(process, stimulus, record, (bundle, instance), host, watch)
    except (KeyError, ValueError, LookupError, RefusalError) as error:
        raise ReplayError(f"第{record.seq}条：流程不能按记载重演（{error}）") from error
    if process is None or host.answers:
        raise ReplayError(f"第{record.seq}条：日志所记的操作，流程没有要求")
    if (process.state_digest(), process.counter, process.ended_at) != (seen["state"], seen["ids"], seen["ended"]):
        raise ReplayError(f"第{record.seq}条：重演所得的状态与记载不符")
    return process


def _stimulate(
    process: Process | None,
    stimulus: Mapping[str, Any],
    record: Record,
    place: tuple[Bundle, str],
    host: _Recorded,
    watch: Callable[[], Watch | None],
) -> Process:
    kind = stimulus["kind"]
    if kind == "start":
        if process is not None:
            raise ReplayError(f"第{record.seq}条：流程第二次启动")
        return Process.start(*place, untagged(stimulus["values"]), host, watch())
    if process is None:
        raise ReplayError(f"第{record.seq}条：流程尚未启动")
    if kind == "complete":
        process.complete(str(stimulus["task"]), untagged(stimulus["values"]), host)
    elif kind == "deadline":
        process.fire(str(stimulus["task"]), host)
    elif kind == "message":
        process.receive(str(stimulus["name"]), untagged(stimulus["values"]), host)
    else:
        raise ReplayError(f"第{record.seq}条：不认识的触发{kind}")
    return process
