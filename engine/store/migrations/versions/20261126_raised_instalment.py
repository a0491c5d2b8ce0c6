"""Let a schedule be one for what a remedy added to a fine."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_raised_instalment"
down_revision = "20261126_remedy_gains"


def upgrade() -> None:
    """Remember which collection was deferred; every schedule so far is one of what was decided first."""
    op.add_column("instalment", sa.Column("collection", sa.Text(), nullable=True))
