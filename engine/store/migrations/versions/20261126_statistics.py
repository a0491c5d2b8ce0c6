"""Keep the versions of the statistics of a year, and to whom they were reported."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261126_statistics"
down_revision = "20261126_recheck"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "statistics",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("figures", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("causes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("streams", sa.Integer(), nullable=False),
        sa.Column("drawn_by", sa.Text(), nullable=False),
        sa.Column("drawn_name", sa.Text(), nullable=False),
        sa.Column("drawn_at", Instant(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("approver", sa.Text(), nullable=True),
        sa.Column("approver_name", sa.Text(), nullable=True),
        sa.Column("approved_at", Instant(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("publisher_name", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statistics")),
        sa.UniqueConstraint("year", "version", name=op.f("uq_statistics_year_version")),
    )
    op.create_table(
        "statistics_report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("statistics_id", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statistics_report")),
        sa.ForeignKeyConstraint(["statistics_id"], ["statistics.id"], name=op.f("fk_statistics_report_statistics_id")),
    )
    op.create_index(op.f("ix_statistics_report_statistics_id"), "statistics_report", ["statistics_id"])
