"""The schema (表结构): brought up to date by migrations, and closed against changes of the journal."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.exc import SQLAlchemyError

from engine.store.database import Database, DatabaseError


def upgrade(database: Database) -> None:
    """Bring the database to the newest schema; does nothing when it is there already. DatabaseError when it cannot."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    try:
        with database.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except SQLAlchemyError as error:
        raise DatabaseError(str(error)) from error
