"""Keep what other departments are asked for, and whose account answers for one."""

import sqlalchemy as sa
from alembic import op

from engine.model.base import Instant

revision = "20261125_collaboration"
down_revision = "20261125_hearing"


def upgrade() -> None:
    """Make the table of requests, and say for which department an account stands."""
    op.add_column("user", sa.Column("partner", sa.Text(), nullable=True))
    op.create_table(
        "collaboration",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("case_id", sa.Text(), sa.ForeignKey("case.id"), nullable=False),
        sa.Column("partner", sa.Text(), nullable=False),
        sa.Column("partner_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=True),
        sa.Column("materials", sa.JSON(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("link_until", sa.Date(), nullable=True),
        sa.Column("delays", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("replied_at", Instant(), nullable=True),
        sa.Column("replied_name", sa.Text(), nullable=True),
        sa.Column("way", sa.Text(), nullable=True),
        sa.Column("taken_at", Instant(), nullable=True),
        sa.Column("taken_name", sa.Text(), nullable=True),
        sa.UniqueConstraint("link"),
    )
    op.create_index(None, "collaboration", ["case_id"])
    op.create_index(None, "collaboration", ["partner"])
