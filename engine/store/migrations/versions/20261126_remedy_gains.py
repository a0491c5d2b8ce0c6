"""Let the result of a remedy change confiscated gains too."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_remedy_gains"
down_revision = "20261126_remedy_act"


def upgrade() -> None:
    """Remember the gains before and after; no result so far touched them alone."""
    for name in ("gains_before", "gains"):
        op.add_column("remedy", sa.Column(name, sa.String(length=32), nullable=True))
