"""Let clocks be lengthened, announced and told apart."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261125_clock"
down_revision = "20261124_people"


def upgrade() -> None:
    """Add what a clock remembers of its event, its extensions and its warnings, and the leases of background work."""
    with op.batch_alter_table("deadline", schema=None) as batch_op:
        batch_op.add_column(sa.Column("subject", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("origin", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("start_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("extensions", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("warned", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("warn_at", Instant(), nullable=True))
        batch_op.create_index(batch_op.f("ix_deadline_warn_at"), ["warn_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_deadline_origin"), ["origin"], unique=False)
    op.create_table(
        "lease",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lease")),
    )
