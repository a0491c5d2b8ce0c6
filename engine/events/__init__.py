"""What happened (事实): one file per noun, every fact with its change of the tables and its audit sentence."""

from engine.events import (
    case,
    deadline,
    decision,
    discretion,
    document,
    evidence,
    law,
    opinion,
    party,
    payment,
    plea,
    publication,
    service,
    task,
    user,
)
from engine.events.fact import FACTS, Change, Fact, fact

__all__ = [
    "FACTS",
    "Change",
    "Fact",
    "case",
    "deadline",
    "decision",
    "discretion",
    "document",
    "evidence",
    "fact",
    "law",
    "opinion",
    "party",
    "payment",
    "plea",
    "publication",
    "service",
    "task",
    "user",
]
