"""Remember whose device it is: the district of who registered it."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_device_district"
down_revision = "20261126_republication"


def upgrade() -> None:
    """Add the district; of devices that were registered before it is not known, and the system administrator looks after them."""
    op.add_column("device", sa.Column("district", sa.Text(), nullable=True))
