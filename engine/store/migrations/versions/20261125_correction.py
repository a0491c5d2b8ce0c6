"""Keep orders to correct."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_correction"
down_revision = "20261125_collaboration"


def upgrade() -> None:
    """Add what was ordered until when, and what the re-inspection showed."""
    op.create_table(
        "correction_order",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("demand", sa.Text(), nullable=True),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ordered_on", sa.Date(), nullable=False),
        sa.Column("inspected_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("corrected_on", sa.Date(), nullable=True),
        sa.Column("refused", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_correction_order_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_order")),
    )
    op.create_index(op.f("ix_correction_order_case_id"), "correction_order", ["case_id"])
