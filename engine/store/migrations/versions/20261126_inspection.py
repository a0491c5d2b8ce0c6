"""Keep the yearly plan of inspections and the inspections of enterprises, and name the one that a clue came from."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261126_inspection"
down_revision = "20261126_office_duty"


def upgrade() -> None:
    """Make both tables; clues of before came from no inspection that is known."""
    op.create_table(
        "inspection_plan",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("title", "kind")),
        sa.Column("causes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("basis", "drafted_by", "drafted_name")),
        sa.Column("drafted_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("remark", "approver", "approver_name")),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("publisher_name", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_plan")),
    )
    op.create_index(op.f("ix_inspection_plan_year"), "inspection_plan", ["year"])
    op.create_table(
        "inspection",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("uscc", "name", "place", "kind")),
        sa.Column("plans", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("ground", "lead")),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("first", "first_name", "second", "second_name")),
        sa.Column("announced", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("unannounced_reason", "district")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("registered_by", "registered_name")),
        sa.Column("registered_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("remark", "approver", "approver_name")),
        *(sa.Column(name, Instant(), nullable=True) for name in ("approved_at", "arrived_at")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("scan_code", "received_by", "finding", "outcome")),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("told_on", "ended_on")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
        sa.UniqueConstraint("number", name=op.f("uq_inspection_number")),
    )
    op.create_index(op.f("ix_inspection_uscc"), "inspection", ["uscc"])
    op.create_index(op.f("ix_inspection_year"), "inspection", ["year"])
    op.add_column("case", sa.Column("inspection", sa.Text(), nullable=True))
    op.create_index(op.f("ix_case_inspection"), "case", ["inspection"])
