"""Commands (命令): what people and the system ask for, and the register of who answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from engine.work import Work

Answer = TypeVar("Answer", covariant=True)  # noqa: PLC0105  # The variance is said in the declaration, not in the name.
Handler = TypeVar("Handler", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Generic[Answer]):
    """Something asked for; its answer is plain JSON (an id, a list of names, or None) so that a repeated key gets the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommand(Command[Answer], Generic[Answer]):
    """A command on one case."""

    case_id: str


HANDLERS: dict[type[Command[Any]], Callable[[Any, Work], Any]] = {}
"""Who answers which command."""


def handles(command: type[Command[Any]]) -> Callable[[Handler], Handler]:
    """Register the function that answers a command."""

    def register(handler: Handler) -> Handler:
        if command in HANDLERS:
            raise ValueError(f"{command.__name__} has two handlers")
        HANDLERS[command] = handler
        return handler

    return register
