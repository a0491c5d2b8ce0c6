"""Keep reconsiderations and litigations."""

import sqlalchemy as sa
from alembic import op

from engine.model.base import Money

revision = "20261125_remedy"
down_revision = "20261125_nonce"


def upgrade() -> None:
    """Add what parties undertake against decisions."""
    op.create_table(
        "remedy",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("organ", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("stayed", sa.Boolean(), nullable=True),
        sa.Column("paused_from", sa.Date(), nullable=True),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("document_no", sa.Text(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("flaw", sa.Text(), nullable=True),
        sa.Column("before", Money(), nullable=True),
        sa.Column("fine", Money(), nullable=True),
        sa.Column("refund", Money(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_remedy_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remedy")),
    )
    op.create_index(op.f("ix_remedy_case_id"), "remedy", ["case_id"])
