"""Keep how far the clocks were counted anew."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_recount"
down_revision = "20261125_procedure"


def upgrade() -> None:
    """Make the table of recounts."""
    op.create_table(
        "recount",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recount")),
    )
