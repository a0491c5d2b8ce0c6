"""The process as a picture (流程图): the published drawing with the tokens of a case."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from engine.actor import Actor
from engine.model import Deadline, ProcessBundle, ProcessState
from engine.queries.query import Query, Reading, answers
from engine.workflow.catalogue import read_bundle
from engine.workflow.process import Process, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One process of a bundle as BPMN, with its tokens."""

    process: str
    title: str
    xml: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPicture:
    """The processes of a case, the root first; `late` are the keys of deadlines that have passed."""

    number: int
    bundle: str
    drawings: tuple[Drawing, ...]
    late: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePicture(Query[ProcessPicture]):
    """Where the process of a case stands, drawn."""

    case_id: str


@answers(CasePicture)
def case_picture(query: CasePicture, actor: Actor, reading: Reading) -> ProcessPicture:
    """Return the drawings of the case's own bundle with their tokens."""
    case = reading.case(query.case_id, actor)
    state = reading.rows(ProcessState, select(ProcessState.__table__).where(ProcessState.case_id == case.id))[0]
    bundle = reading.find(ProcessBundle, state.bundle)
    if bundle is None:
        raise LookupError(f"bundle {state.bundle} is gone")
    process = Process.load(read_bundle(_files(bundle), bundle.root), case.id, state.snapshot)
    deadlines = reading.rows(Deadline, select(Deadline.__table__).where(Deadline.case_id == case.id, Deadline.state == "expired"))
    return draw(bundle, process, frozenset(item.key for item in deadlines))


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


def _files(bundle: ProcessBundle) -> Mapping[str, bytes]:
    return {name: str(text).encode() for name, text in bundle.files.items()}
