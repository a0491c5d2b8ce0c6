"""The process as a picture (流程图): the published drawing with the tokens of a case."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import Deadline, ProcessBundle, ProcessState
from engine.queries.query import Query, Reading, answers
from engine.workflow.process import Process, Token
from engine.workflow.published import bundle_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One process of a bundle as BPMN, with its tokens."""

    process: str
    title: str
    xml: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPicture:
    """The processes of one procedure of a case, the root first; `late` are the keys of its deadlines that have passed."""

    number: int
    bundle: str
    drawings: tuple[Drawing, ...]
    late: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePicture(Query[ProcessPicture]):
    """Where a procedure of a case stands, drawn; the main one where no instance is named."""

    case_id: str
    instance: str | None = None


@answers(CasePicture)
def case_picture(query: CasePicture, actor: Actor, reading: Reading) -> ProcessPicture:
    """Return the drawings of the procedure's own bundle with their tokens; NotFoundError where the case has no such procedure."""
    case = reading.case(query.case_id, actor)
    state = reading.find(ProcessState, query.instance or case.id)
    if state is None or state.case_id != case.id:
        raise NotFoundError("本案没有这项程序。")
    bundle = reading.find(ProcessBundle, state.bundle)
    if bundle is None:
        raise LookupError(f"bundle {state.bundle} is gone")
    process = Process.load(bundle_of(reading.connection, state.bundle), state.id, state.snapshot)
    deadlines = reading.rows(Deadline, select(Deadline.__table__).where(Deadline.case_id == case.id, Deadline.state == "expired"))
    return draw(bundle, process, late_keys(((item.key, item.subject) for item in deadlines), state.id))


def late_keys(expired: Iterable[tuple[str, object]], instance: str) -> frozenset[str]:
    """Return the keys among expired deadlines that concern a procedure: its own and the case's."""
    return frozenset(key for key, owner in expired if owner in {None, instance})


def draw(bundle: ProcessBundle, process: Process, late: frozenset[str]) -> ProcessPicture:
    """Return the drawings of a bundle with the tokens of a process."""
    by_process: dict[str, list[Token]] = {}
    for token in process.tokens():
        by_process.setdefault(token.process, []).append(token)
    names = sorted(bundle.files, key=lambda name: (name != f"{bundle.root}.bpmn", name not in {f"{item}.bpmn" for item in by_process}, name))
    drawings = []
    for name in names:
        process_id, _, ending = name.rpartition(".")
        if ending == "bpmn":
            title = process.bundle.titles.get(process_id, process_id)
            drawings.append(Drawing(process=process_id, title=title, xml=str(bundle.files[name]), tokens=tuple(by_process.get(process_id, ()))))
    return ProcessPicture(number=bundle.number, bundle=bundle.id, drawings=tuple(drawings), late=late)
