"""Prepare the doors for machines."""

revision = "20261124_token"
down_revision = "20261124_publication"


def upgrade() -> None:
    """Prepare the doors for machines."""
