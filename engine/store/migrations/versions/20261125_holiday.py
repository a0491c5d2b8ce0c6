"""Let the legal office publish holidays with a second person."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261125_holiday"
down_revision = "20261125_spread"


def upgrade() -> None:
    """Make the table of proposals."""
    op.create_table(
        "holiday_proposal",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("off", sa.JSON(), nullable=False),
        sa.Column("on", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("proposed_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday_proposal")),
    )
