"""Prepare delegation and absence."""

revision = "20261124_people"
down_revision = "20261124_token"


def upgrade() -> None:
    """Prepare delegation and absence."""
