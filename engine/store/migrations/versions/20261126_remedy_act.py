"""Let a remedy be one against any act that is open to it, and of somebody else than the party."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_remedy_act"
down_revision = "20261126_identity"


def upgrade() -> None:
    """Remember the act, who challenges it, and what it says as changed; every remedy so far is the party's, against penalty or surcharge."""
    for name in ("act", "applicant", "applicant_name", "content"):
        op.add_column("remedy", sa.Column(name, sa.Text(), nullable=True))
