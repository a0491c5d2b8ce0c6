"""Keep since when a case lies with the police."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_police"
down_revision = "20261125_timer"


def upgrade() -> None:
    """Add the day on which the transfer was decided."""
    op.add_column("case", sa.Column("transferred_on", sa.Date(), nullable=True))
