"""Let a remedy be one against the decision on the surcharge."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_surcharge_remedy"
down_revision = "20261126_device_district"


def upgrade() -> None:
    """Remember which decision beside the penalty is challenged; every remedy so far is one against the penalty."""
    op.add_column("remedy", sa.Column("against", sa.Text(), nullable=True))
