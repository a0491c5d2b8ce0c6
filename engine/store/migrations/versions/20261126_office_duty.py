"""Keep what the office owes by itself, with its clock."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261126_office_duty"
down_revision = "20261126_raised_instalment"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "office_duty",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("lines", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("warned", sa.Integer(), nullable=True),
        sa.Column("warn_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_duty")),
    )
    op.create_index(op.f("ix_office_duty_state_ends_at"), "office_duty", ["state", "ends_at"])
    op.create_index(op.f("ix_office_duty_warn_at"), "office_duty", ["warn_at"])
