"""Let a party be known by another paper than an identity card, and an organisation have no social credit code."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_identity"
down_revision = "20261126_confiscated"


def upgrade() -> None:
    """Add the kind of the paper, the birth date that it shows, and why there is no code; every party so far is known by card or code."""
    for name in ("code_kind", "born", "uncoded"):
        op.add_column("party", sa.Column(name, sa.Text(), nullable=True))
