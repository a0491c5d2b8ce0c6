"""Keep the register of devices with their certificates."""

import sqlalchemy as sa
from alembic import op

from engine.model import Instant

revision = "20261126_device"
down_revision = "20261126_enclosure"


def upgrade() -> None:
    """Make both tables; devices of the department's file stay there until something is done about them."""
    op.create_table(
        "device",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "name", "kind", "place", "basis", "rank")),
        sa.Column("causes", sa.JSON(none_as_null=True), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("registered_by", "registered_name")),
        sa.Column("registered_at", Instant(), nullable=False),
        sa.Column("law_reviewed_on", sa.Date(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("law_reviewer", "law_reviewer_name")),
        sa.Column("technically_reviewed_on", sa.Date(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("technical_reviewer", "technical_reviewer_name", "remark")),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("publisher_name", sa.Text(), nullable=True),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("retired_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
    )
    op.create_table(
        "calibration",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "device", "certificate", "issuer")),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("recorded_name", sa.Text(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name=op.f("fk_calibration_device_device")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration")),
    )
    op.create_index(op.f("ix_calibration_device"), "calibration", ["device"])
