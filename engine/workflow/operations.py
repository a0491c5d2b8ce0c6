"""Operations (办理操作): what service tasks can do, each registered under a `noun.verb` name by the command module that does it.

Messages, by which an operation of one procedure interrupts another (`advance.send`), are registered here too, with what they say.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.workflow.value import Scalar

if TYPE_CHECKING:
    from engine.work import Work

Handler = Callable[["Work", str, Mapping[str, str], Mapping[str, Scalar]], Mapping[str, Scalar]]
NAME = re.compile(r"[a-z_]+\.[a-z_]+")


@dataclass(frozen=True, slots=True)
class Operation:
    """A registered operation: its handler, the routing values that it returns, the inputs that a service task must give it, and those it may."""

    name: str
    handler: Handler
    returns: tuple[str, ...]
    inputs: tuple[str, ...]
    options: tuple[str, ...] = ()


OPERATIONS: dict[str, Operation] = {}
"""The register; importing `engine.commands` fills it."""


def operation(
    name: str, *, returns: tuple[str, ...] = (), inputs: tuple[str, ...] = (), options: tuple[str, ...] = ()
) -> Callable[[Handler], Handler]:
    """Register a handler under a name.

    The handler gets the work of the transaction, the case, the inputs written in the model and the routing values; it returns new ones.

    Raises:
        ValueError: the name is not `noun.verb`, or is taken.
    """

    def register(handler: Handler) -> Handler:
        if not NAME.fullmatch(name) or name in OPERATIONS:
            raise ValueError(f"operation {name!r} is taken or badly named")
        OPERATIONS[name] = Operation(name, handler, returns, inputs, options)
        return handler

    return register


MESSAGES: dict[str, Mapping[str, str | Collection[str]]] = {}
"""Message → the routing values that come with it, and what each can be; importing `engine.commands` fills it."""


def message(name: str, **values: str | Collection[str]) -> str:
    """Register a message with its routing values and return its name; ValueError if it is taken."""
    if name in MESSAGES:
        raise ValueError(f"message {name!r} is taken")
    MESSAGES[name] = values
    return name
