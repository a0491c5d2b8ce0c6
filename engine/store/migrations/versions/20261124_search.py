"""Find cases by their words and particulars; keep searches under a name; find the tasks of a case at once."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant
from engine.store import fulltext

revision = "20261124_search"
down_revision = "20261124_file"


def upgrade() -> None:
    """Make the index of the search and the saved searches."""
    op.create_table(
        "search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("cause_title", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("squad", sa.Text(), nullable=True),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("lead_name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("fine", sa.Integer(), nullable=True),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search"),
        sa.UniqueConstraint("case_id", name="uq_search_case_id"),
    )
    op.create_index("ix_search_case_id_version", "search", ["case_id", "version"], unique=True)
    op.create_index("ix_search_opened_at", "search", ["opened_at"])
    op.create_table(
        "saved_search",
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("saved_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "name", name="pk_saved_search"),
    )
    # The waiting tasks of a case are found by the case, not among all tasks that wait.
    op.drop_index("ix_task_case_id", "task")
    op.create_index("ix_task_case_id_state", "task", ["case_id", "state"])
    fulltext.prepare(op.get_bind())
