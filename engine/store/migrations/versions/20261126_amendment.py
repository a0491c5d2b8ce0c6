"""Let the people of a case change."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261126_amendment"
down_revision = "20261126_partner_key"


def upgrade() -> None:
    """Keep how people stood before a change, who was struck off, and who needs a guardian though grown up."""
    op.create_table(
        "amendment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("subject", "subject_id", "act")),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("amended", "reason", "told_by")),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("changed_on", sa.Date(), nullable=True),
        sa.Column("notice_id", sa.Text(), nullable=True),
        sa.Column("person_name", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_amendment_case_id_case")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    op.create_index(op.f("ix_amendment_case_id"), "amendment", ["case_id"])
    for name in ("capacity", "former"):
        op.add_column("party", sa.Column(name, sa.Text(), nullable=True))
    for table in ("party", "participant"):
        op.add_column(table, sa.Column("struck_on", sa.Date(), nullable=True))
        op.add_column(table, sa.Column("struck_ground", sa.Text(), nullable=True))
