"""Let officers be recused."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_recusal"
down_revision = "20261125_recount"


def upgrade() -> None:
    """Remember who was recused in a case, and which evidence must be looked at again."""
    op.add_column("case", sa.Column("recused", sa.Text(), nullable=True))
    op.add_column("evidence", sa.Column("recheck", sa.Text(), nullable=True))
