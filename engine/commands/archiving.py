"""Archiving (归档): a volume that lies in the archive takes in nothing more."""

from engine.errors import LawError
from engine.model import Case


def check_not_archived(case: Case) -> None:
    """Refuse with step_not_waiting to add to a volume that is archived."""
    if case.state == "archived":
        raise LawError("step_not_waiting", "案卷已经归档，不能再添加内容。", basis="行政处罚法 47")
