"""Prepare discretion tables and parameters: drafts, proposals, and who approved them."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261125_benchmark"
down_revision = "20261125_clock"


def upgrade() -> None:
    """Make the tables of drafts and proposals."""
    op.create_table(
        "benchmark_draft",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("trial", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("approver", sa.Text(), nullable=True),
        sa.Column("approver_name", sa.Text(), nullable=True),
        sa.Column("approved_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_benchmark_draft"),
    )
    op.create_index("ix_benchmark_draft_state", "benchmark_draft", ["state"])
    op.create_table(
        "parameter_proposal",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("approver", sa.Text(), nullable=True),
        sa.Column("approver_name", sa.Text(), nullable=True),
        sa.Column("approved_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_parameter_proposal"),
    )
    op.create_index("ix_parameter_proposal_state", "parameter_proposal", ["state"])
