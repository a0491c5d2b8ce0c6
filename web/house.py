"""The house (装配): the engine with its database, forms, fonts and files, put together in one place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from click import ClickException

import forms
from engine.clock import Clock, WallClock, random_name
from engine.engine import Engine
from engine.errors import InvalidInputError, RefusalError
from engine.store import schema
from engine.store.database import Database
from engine.store.files import Files
from engine.store.shelf import LawShelf
from engine.work import Ports
from engine.workflow.recent import Recent
from printing import font, photo
from web.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A running installation."""

    settings: Settings
    database: Database
    files: Files
    engine: Engine

    def close(self) -> None:
        """Close the database."""
        self.database.close()


def open_house(settings: Settings, *, clock: Clock | None = None, names: Callable[[], str] = random_name, durable: bool = True) -> House:
    """Open the database (made and migrated if need be) and return the house; `clock` and `names` are injected by tests and scenarios.

    Only the demonstration is filled without waiting for the disk (`durable=False`): what a power cut takes of it is played again.
    """
    settings.data.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database, durable=durable)
    schema.upgrade(database)
    files = Files(settings.data / "files")
    ports = Ports(
        read_form=forms.read,
        say_form=forms.say,
        unprintable=font.unprintable,
        readable=photo.readable,
        files=files,
        law=LawShelf(),
        random_name=names,
        hot=Recent(),
    )
    return House(settings=settings, database=database, files=files, engine=Engine(database, clock or WallClock(), ports))


@contextmanager
def opened(settings: Settings) -> Iterator[House]:
    """Open the house for a command of the command line and close it; what the engine refuses is said there as ClickException."""
    house = open_house(settings)
    try:
        yield house
    except InvalidInputError as error:
        raise ClickException("；".join(message for messages in error.fields.values() for message in messages)) from error
    except RefusalError as error:
        raise ClickException(f"{error.message}{f'（依据：{error.basis}）' if error.basis else ''}") from error
    finally:
        house.close()
