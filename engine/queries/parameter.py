"""Parameters asked (参数): which value is in force when, and what is proposed."""

from dataclasses import dataclass

from sqlalchemy import select

from engine.actor import Actor
from engine.law.parameters import AMENDMENT, Parameter, read_amendment, read_parameters
from engine.model import LawVersion, ParameterProposal
from engine.queries.benchmark import LEGAL_OFFICE
from engine.queries.query import Query, Reading, answers

_TEXTS = select(LawVersion.__table__).where(LawVersion.kind.in_(("parameter", AMENDMENT))).order_by(LawVersion.valid_from, LawVersion.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterLine:
    """A parameter: the value in force today, None where there is none, and all others that it had or will have, the older first."""

    key: str
    title: str
    now: Parameter | None
    values: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterPage:
    """All parameters, and the proposals, the last first."""

    lines: tuple[ParameterLine, ...]
    proposals: tuple[ParameterProposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters(Query[ParameterPage]):
    """The parameters of the city with their dates."""


@answers(Parameters, roles=LEGAL_OFFICE | {"auditor"})
def parameters(query: Parameters, actor: Actor, reading: Reading) -> ParameterPage:
    """Return the parameters by key."""
    del query, actor
    known: dict[str, list[Parameter]] = {}
    for row in reading.rows(LawVersion, _TEXTS):
        values = [read_amendment(row.content)] if row.kind == AMENDMENT else read_parameters(row.content).entries
        if row.kind != AMENDMENT:
            known = {}
        for value in values:
            known.setdefault(value.key, []).append(value)
    now = reading.law.parameters.entries
    lines = tuple(
        ParameterLine(
            key=key,
            title=(now.get(key) or values[-1]).title,
            now=now.get(key),
            values=tuple(sorted(values, key=lambda value: value.valid_from)),
        )
        for key, values in sorted(known.items())
    )
    order = select(ParameterProposal.__table__).order_by(ParameterProposal.at.desc(), ParameterProposal.id)
    return ParameterPage(lines=lines, proposals=tuple(reading.rows(ParameterProposal, order)))
