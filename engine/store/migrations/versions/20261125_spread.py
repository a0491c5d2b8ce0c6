"""Compare the fines of a cause: its cases are found by it."""

from alembic import op

revision = "20261125_spread"
down_revision = "20261125_feed"


def upgrade() -> None:
    """Make the index of cases by cause."""
    op.create_index("ix_case_cause", "case", ["cause"])
