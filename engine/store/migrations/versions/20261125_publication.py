"""Let publications be searched, withdrawn and ended, carry files, and be reported to the credit site."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261125_publication"
down_revision = "20261125_benchmark"

_COLUMNS = ("cause", "procedure", "kinds", "severity", "words", "ground", "reason", "copy_sha256")


def upgrade() -> None:
    """Widen publications; make the tables of withdrawals, public files and credit rows."""
    for name in _COLUMNS:
        op.add_column("publication", sa.Column(name, sa.Text(), nullable=True))
    for name in ("decided_on", "ended_on"):
        op.add_column("publication", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("publication", sa.Column("copy_size", sa.Integer(), nullable=True))
    op.create_index("ix_publication_state_published_on", "publication", ["state", "published_on"])
    op.create_table(
        "withdrawal",
        *_owned("withdrawal"),
        sa.Column("publication_id", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.Column("proposed_at", Instant(), nullable=False),
        sa.Column("reviewer_name", sa.Text(), nullable=True),
        sa.Column("reviewed_at", Instant(), nullable=True),
        sa.Column("opinion", sa.Text(), nullable=True),
    )
    op.create_table(
        "public_file",
        *_owned("public_file"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.Column("attached_at", Instant(), nullable=False),
    )
    op.create_table(
        "credit_row",
        *_owned("credit_row"),
        sa.Column("publication_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=True),
        sa.Column("exported_on", sa.Date(), nullable=True),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.UniqueConstraint("publication_id", name="uq_credit_row_publication_id"),
    )
    op.create_index("ix_withdrawal_state", "withdrawal", ["state"])
    op.create_index("ix_credit_row_state", "credit_row", ["state"])
    op.create_index("ix_credit_row_batch", "credit_row", ["batch"])
    for table in ("withdrawal", "public_file", "credit_row"):
        op.create_index(f"ix_{table}_case_id", table, ["case_id"])


def _owned(table: str) -> tuple[sa.Column[str] | sa.Constraint, ...]:
    """Return what every table of a case has: its key and its case."""
    return (
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=f"fk_{table}_case_id_case"),
    )
