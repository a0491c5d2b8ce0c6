"""Let publications be withdrawn and end."""

revision = "20261124_publication"
down_revision = "20261124_search"


def upgrade() -> None:
    """Let publications be withdrawn and end."""
