"""Remember which signed messages came in."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261125_nonce"
down_revision = "20261125_ledger"


def upgrade() -> None:
    """Make the table of messages that came in."""
    op.create_table("nonce", sa.Column("id", sa.Text(), primary_key=True), sa.Column("at", Instant(), nullable=False))
