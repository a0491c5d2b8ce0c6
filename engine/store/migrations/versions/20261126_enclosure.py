"""Keep which papers went with a letter to another department, and which evidence does not go out."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_enclosure"
down_revision = "20261126_amendment"


def upgrade() -> None:
    """Add both columns; of letters that went out before nothing is said."""
    op.add_column("collaboration", sa.Column("papers", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("evidence", sa.Column("secrecy", sa.Text(), nullable=True))
