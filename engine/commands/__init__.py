"""Commands (命令): what people and processes can do, one file per noun; importing this fills the registers."""

from engine.commands import (
    case,
    deadline,
    decision,
    discretion,
    document,
    draft,
    evidence,
    law,
    opinion,
    payment,
    plea,
    publication,
    service,
    task,
    user,
)

__all__ = [
    "case",
    "deadline",
    "decision",
    "discretion",
    "document",
    "draft",
    "evidence",
    "law",
    "opinion",
    "payment",
    "plea",
    "publication",
    "service",
    "task",
    "user",
]
