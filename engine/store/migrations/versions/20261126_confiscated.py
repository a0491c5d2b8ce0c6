"""Let confiscated goods come to an end."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_confiscated"
down_revision = "20261126_gains"


def upgrade() -> None:
    """Remember how a confiscated thing ended, when, and under which voucher."""
    op.add_column("goods", sa.Column("final", sa.Text(), nullable=True))
    op.add_column("goods", sa.Column("final_on", sa.Date(), nullable=True))
    op.add_column("goods", sa.Column("final_no", sa.Text(), nullable=True))
    op.add_column("goods", sa.Column("voucher", sa.Text(), nullable=True))
