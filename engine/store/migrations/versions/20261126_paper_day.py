"""Find the papers of a kind by the day on which they were issued."""

from alembic import op

revision = "20261126_paper_day"
down_revision = "20261126_statistics"


def upgrade() -> None:
    """Make the index."""
    op.create_index(op.f("ix_document_code_issued_on"), "document", ["code", "issued_on"])
