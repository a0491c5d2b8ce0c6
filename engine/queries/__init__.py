"""Questions (查询): what can be asked, read-only, answered in frozen values."""

from engine.queries import case_file, catalogue, diagram, discretion, document, draft, due, person, portal, search, task, task_page, token, worklist
from engine.queries.query import Query, Reading, answer

__all__ = [
    "Query",
    "Reading",
    "answer",
    "case_file",
    "catalogue",
    "diagram",
    "discretion",
    "document",
    "draft",
    "due",
    "person",
    "portal",
    "search",
    "task",
    "task_page",
    "token",
    "worklist",
]
