"""Keep which timers came back to a place where their clock rang already."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261125_timer"
down_revision = "20261125_remedy"


def upgrade() -> None:
    """Add the column; what waits now was not told anything."""
    with op.batch_alter_table("timer") as batch:
        batch.add_column(sa.Column("rung", Instant(), nullable=True))
