"""Let the case file grow up."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_file"
down_revision = "20261124_panel"


def upgrade() -> None:
    """Add where evidence comes from."""
    for name in ("source", "place"):
        op.add_column("evidence", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("evidence", sa.Column("obtained_on", sa.Date(), nullable=True))
