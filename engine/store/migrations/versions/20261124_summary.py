"""Prepare the summary procedure."""

revision = "20261124_summary"
down_revision = "20261123_foundation"


def upgrade() -> None:
    """Prepare the summary procedure."""
