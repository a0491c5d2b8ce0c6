"""Let a withdrawn decision be published again, and a party change."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_republication"
down_revision = "20261126_device"


def upgrade() -> None:
    """Remember in whose place a publication came, why, and since when; and which changes ask for a new notice."""
    op.add_column("publication", sa.Column("again_of", sa.Text(), nullable=True))
    op.add_column("publication", sa.Column("again_reason", sa.Text(), nullable=True))
    op.add_column("publication", sa.Column("first_on", sa.Date(), nullable=True))
    op.drop_column("amendment", "notice_id")
    op.add_column("amendment", sa.Column("anew", sa.Integer(), nullable=True))
