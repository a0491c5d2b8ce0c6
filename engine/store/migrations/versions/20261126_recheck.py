"""Keep re-checks for fines by the day, and which of them a linked case came from."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_recheck"
down_revision = "20261126_inspection"


def upgrade() -> None:
    """Add the table and the column; no link so far came from a re-check."""
    op.create_table(
        "recheck",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "case_id", "decision_id", "order_id", "result")),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("checked_on", "first_on")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_recheck_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recheck")),
    )
    op.create_index(op.f("ix_recheck_case_id"), "recheck", ["case_id"])
    op.add_column("case_link", sa.Column("recheck", sa.Text(), nullable=True))
