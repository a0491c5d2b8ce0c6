"""Let the ledger know what was confiscated in money."""

import sqlalchemy as sa
from alembic import op

from engine.model.base import Money

revision = "20261126_gains"
down_revision = "20261126_surcharge_remedy"


def upgrade() -> None:
    """Remember the confiscated gains of a decision; older decisions recorded none."""
    op.add_column("case", sa.Column("gains", Money(), nullable=True))
