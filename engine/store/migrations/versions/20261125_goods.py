"""Hold goods under preservation and seizure, and say how each ended."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant, Money

revision = "20261125_goods"
down_revision = "20261125_holiday"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "goods",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("quantity", Money(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("value", Money(), nullable=True),
        sa.Column("marks", sa.Text(), nullable=True),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column("perishable", sa.Boolean(), nullable=False),
        sa.Column("held_at", Instant(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("keeper", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("intent", sa.Text(), nullable=True),
        sa.Column("lapsed_on", sa.Date(), nullable=True),
        sa.Column("disposal", sa.Text(), nullable=True),
        sa.Column("disposed_on", sa.Date(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("proceeds", Money(), nullable=True),
        sa.Column("proceeds_to", sa.Text(), nullable=True),
        sa.Column("proceeds_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_goods_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goods")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_goods_case_id_number")),
    )
    op.create_index(op.f("ix_goods_case_id"), "goods", ["case_id"])
