"""The ground of all tables (表): names of constraints and the types that keep money and instants exact."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import JSON, Date, Dialect, MetaData, String, Text, types
from sqlalchemy.orm import DeclarativeBase, Mapped


class Money(types.TypeDecorator[Decimal]):
    """Yuan as an exact decimal string; no database rounds it."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Return the decimal as text."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return the text as a decimal."""
        return None if value is None else Decimal(value)


class Instant(types.TypeDecorator[datetime]):
    """An instant in UTC as ISO 8601 text of fixed width, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the instant as text; a naive one is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the text as an aware instant."""
        return None if value is None else datetime.fromisoformat(value)


class Base(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012  # SQLAlchemy declares this attribute as an instance's.
        str: Text,
        date: Date,
        datetime: Instant,
        Decimal: Money,
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
    }


def columns(model: type[Base]) -> Mapping[str, Any]:
    """Return the types of a table's columns by name, as its class declares them."""
    return {name: get_args(hint)[0] for name, hint in get_type_hints(model).items() if get_origin(hint) is Mapped}
