"""Prepare the panel's votes."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant, Money

revision = "20261124_panel"
down_revision = "20261123_foundation"


def upgrade() -> None:
    """Add panels with their seats, who was named in a case, and when discretion was exercised."""
    op.add_column("assessment", sa.Column("at", Instant(), nullable=True))
    op.add_column("case", sa.Column("panel", sa.Text(), nullable=True))
    op.create_table(
        "panel",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("chair", sa.Text(), nullable=False),
        sa.Column("chair_name", sa.Text(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("meets_on", sa.Date(), nullable=False),
        sa.Column("convened_name", sa.Text(), nullable=False),
        sa.Column("convened_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("fine", Money(), nullable=True),
        sa.Column("concluded_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_panel_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel")),
    )
    op.create_index(op.f("ix_panel_case_id"), "panel", ["case_id"])
    op.create_table(
        "seat",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("panel_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("vote", sa.Text(), nullable=True),
        sa.Column("opinion", sa.Text(), nullable=True),
        sa.Column("voted_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_seat_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
    )
    op.create_index(op.f("ix_seat_case_id"), "seat", ["case_id"])
    op.create_index(op.f("ix_seat_person"), "seat", ["person"])
