"""Let a case have several procedures."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261125_procedure"
down_revision = "20261125_publication"


def upgrade() -> None:
    """Give procedures an id of their own, which tasks and timers name; what is there already belongs to the main procedure, which has the case's."""
    old = op.get_bind().execute(sa.text("SELECT case_id, bundle, snapshot, finished FROM process")).all()
    op.drop_table("process")
    op.create_table(
        "process",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("bundle", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("started_name", sa.Text(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("ended_as", sa.Text(), nullable=True),
        sa.Column("snapshot", sa.LargeBinary(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["bundle"], ["bundle.id"], name=op.f("fk_process_bundle")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_process_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process")),
    )
    op.create_index(op.f("ix_process_case_id"), "process", ["case_id"])
    insert = sa.text(
        """INSERT INTO process (id, case_id, procedure, bundle, started_at, started_by, started_name, snapshot, finished)
        SELECT id, id, procedure, :bundle, opened_at, lead, lead_name, :snapshot, :finished FROM "case" WHERE id = :case"""
    )
    for row in old:
        op.get_bind().execute(insert, {"case": row.case_id, "bundle": row.bundle, "snapshot": row.snapshot, "finished": row.finished})
    for table in ("task", "timer"):
        op.add_column(table, sa.Column("instance", sa.Text(), nullable=True))
        op.execute(f"UPDATE {table} SET instance = case_id")  # noqa: S608  # The names stand above.
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("instance", existing_type=sa.Text(), nullable=False)
    op.add_column("case", sa.Column("suspended_on", sa.Date(), nullable=True))
