"""Refusals (拒绝): what the engine will not do, with a stable code, the reason in Chinese and its legal basis."""

from collections.abc import Mapping, Sequence

STATUS: Mapping[str, int] = {
    "not_found": 404,
    "not_allowed": 403,
    "invalid_input": 422,
    "stale_version": 409,
    "key_reused": 422,
    "file_refused": 415,
    "too_large": 413,
}
"""HTTP status of each code; every code that is not listed is a conflict with the state of the case or with the law (409)."""


class RefusalError(Exception):
    """A command or question is refused; nothing has been stored.

    Attributes:
        code: the stable name of the refusal, as in the vocabulary.
        message: the reason, in Chinese, fit for the person who asked.
        basis: the statute and article, or None where no legal rule is behind the refusal.
        field: the form field that is at fault, or None.
    """

    code: str = "refused"

    def __init__(self, message: str, *, basis: str | None = None, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.basis = basis
        self.field = field

    @property
    def status(self) -> int:
        """Return the HTTP status that belongs to the code."""
        return STATUS.get(self.code, 409)


class NotFoundError(RefusalError):
    """What was asked for does not exist, or is out of the actor's reach: the two are not told apart."""

    code = "not_found"

    @classmethod
    def out_of_reach(cls) -> "NotFoundError":
        """Return the one answer for what does not exist and for what is none of the actor's business."""
        return cls("查无此案，或者不在您的办案范围内。")


class NotAllowedError(RefusalError):
    """The actor's role may not do this."""

    code = "not_allowed"


class InvalidInputError(RefusalError):
    """The form is not filled in as it must be; `fields` holds the messages of each field, `basis` the rule behind the one that is at fault alone."""

    code = "invalid_input"

    def __init__(self, fields: Mapping[str, Sequence[str]], *, message: str = "填写的内容有误，请按提示更正。", basis: str | None = None) -> None:
        first = next(iter(fields), None)
        super().__init__(message, basis=basis, field=first)
        self.fields: Mapping[str, tuple[str, ...]] = {name: tuple(messages) for name, messages in fields.items()}

    def __str__(self) -> str:
        """Return the message with every field at fault, for logs."""
        return "；".join([self.message, *(f"{name}：{'、'.join(messages)}" for name, messages in self.fields.items())])


class StaleVersionError(RefusalError):
    """Somebody acted meanwhile, on the case or as `what` says; `seen` and `current` are the versions."""

    code = "stale_version"

    def __init__(self, *, seen: int, current: int, what: str = "本案已有新的办理") -> None:
        super().__init__(f"您打开此页后，{what}。请看过变化再决定是否提交。")
        self.seen = seen
        self.current = current


class KeyReusedError(RefusalError):
    """The same idempotency key came with another content."""

    code = "key_reused"


class StepNotWaitingError(RefusalError):
    """The task is done, not yet there, or somebody else's."""

    code = "step_not_waiting"


class FileRefusedError(RefusalError):
    """The type or the content of a file is not accepted."""

    code = "file_refused"


class TooLargeError(RefusalError):
    """A file is larger than the limit."""

    code = "too_large"


class LawError(RefusalError):
    """The law does not allow it: `code` is one of the vocabulary's, `basis` names the article."""

    def __init__(self, code: str, message: str, *, basis: str | None = None, field: str | None = None) -> None:
        super().__init__(message, basis=basis, field=field)
        self.code = code
