"""Questions (查询): what can be asked, read-only, answered in frozen values."""

from engine.queries import (
    benchmark,
    case_file,
    catalogue,
    diagram,
    discretion,
    document,
    draft,
    due,
    parameter,
    person,
    portal,
    search,
    task,
    task_page,
    token,
    worklist,
)
from engine.queries.query import Query, Reading, answer

__all__ = [
    "Query",
    "Reading",
    "answer",
    "benchmark",
    "case_file",
    "catalogue",
    "diagram",
    "discretion",
    "document",
    "draft",
    "due",
    "parameter",
    "person",
    "portal",
    "search",
    "task",
    "task_page",
    "token",
    "worklist",
]
