"""Queries (查询): questions that change nothing, and the register of who answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select

from engine.actor import Actor
from engine.clock import local_date
from engine.errors import NotAllowedError, NotFoundError
from engine.law.book import LawBook
from engine.model import Base, Case
from engine.queries.reach import within_reach
from engine.store import tables
from engine.work import Ports

Answer = TypeVar("Answer", covariant=True)  # noqa: PLC0105  # The variance is said in the declaration, not in the name.
Handler = TypeVar("Handler", bound=Callable[..., Any])
Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query(Generic[Answer]):
    """A question; its answer is made of frozen values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an answer may use: one unchanging view of the tables at one instant."""

    connection: Connection
    ports: Ports
    now: datetime

    @property
    def today(self) -> date:
        """Return the date in the local time of the law."""
        return local_date(self.now)

    @property
    def law(self) -> LawBook:
        """Return the law in force today."""
        return self.ports.law(self.connection, self.today)

    def law_on(self, day: date) -> LawBook:
        """Return the law in force on another day."""
        return self.ports.law(self.connection, day)

    def find(self, model: type[Row], key: str) -> Row | None:
        """Return a row, or None."""
        return tables.find(self.connection, model, key)

    def rows(self, model: type[Row], statement: Select[Any]) -> list[Row]:
        """Return the rows that a statement selects."""
        return tables.rows(self.connection, model, statement)

    def case(self, case_id: str, actor: Actor) -> Case:
        """Return a case within the actor's reach; NotFoundError otherwise."""
        case = tables.find(self.connection, Case, case_id)
        if case is None or not within_reach(actor, case):
            raise NotFoundError.out_of_reach()
        return case


ANSWERS: dict[type[Query[Any]], tuple[Callable[[Any, Actor, Reading], Any], frozenset[str] | None]] = {}
"""Who answers which question, and which roles may ask; None: everybody, the public too."""


def answers(query: type[Query[Any]], *, roles: frozenset[str] | None = None) -> Callable[[Handler], Handler]:
    """Register the function that answers a question, and the roles that may ask it."""

    def register(handler: Handler) -> Handler:
        ANSWERS[query] = (handler, roles)
        return handler

    return register


def answer(query: Query[Answer], actor: Actor, reading: Reading) -> Answer:
    """Return the answer; NotAllowedError if the actor's roles may not ask."""
    handler, roles = ANSWERS[type(query)]
    if roles is not None and not roles & actor.roles:
        raise NotAllowedError("您的角色不能查看此项。")
    return handler(query, actor, reading)  # type: ignore[no-any-return]  # The register binds each question to its answer.
