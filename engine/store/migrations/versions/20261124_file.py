"""Let the case file grow up."""

revision = "20261124_file"
down_revision = "20261124_panel"


def upgrade() -> None:
    """Let the case file grow up."""
