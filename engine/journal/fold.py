"""Folding the journal (由日志还原): the facts of a stream, applied to empty tables, give the tables."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from engine.events import Fact
from engine.events.codec import Plain, plain
from engine.store.tables import TABLES

Tables = dict[str, dict[str, dict[str, Plain]]]
"""Rows by table and key."""

WORKING_STATE: Mapping[str, frozenset[str]] = {
    "case": frozenset({"version", "head_seq", "head_digest"}),
    "office": frozenset(),
    "process": frozenset({"snapshot", "finished"}),
    **dict.fromkeys(
        (
            "credential",
            "draft",
            "entry",
            "idempotency",
            "lease",
            "login_session",
            "nonce",
            "number_series",
            "outbox",
            "partner_contact",
            "personal",
            "recount",
            "saved_search",
            "search",
            "security_event",
            "timer",
            "token_use",
        ),
        frozenset(),
    ),
}
"""What is not told by facts: columns of a table, or (with no columns named) the whole table."""

_OF_CASE = [name for name, table in TABLES.items() if "case_id" in table.c and WORKING_STATE.get(name) != frozenset()]
_OF_OFFICE = (
    "absence",
    "benchmark_draft",
    "bundle",
    "calendar_feed",
    "calibration",
    "delegation",
    "device",
    "holiday_proposal",
    "inspection",
    "inspection_plan",
    "law_version",
    "office_duty",
    "parameter_proposal",
    "partner_key",
    "statistics",
    "statistics_report",
    "token",
    "user",
)


def fold(facts: Iterable[Fact]) -> Tables:
    """Return the tables that the facts make."""
    tables: Tables = {}
    for fact in facts:
        for change in fact.changes():
            row = tables.setdefault(change.table, {}).setdefault(change.key, {})
            row.update({name: plain(value) for name, value in change.values.items()})
    return tables


def stored(connection: Connection, stream: str) -> Tables:
    """Return the rows that the tables hold for a stream, working state left out."""
    found: Tables = {}
    if stream == "office":
        for name in _OF_OFFICE:
            _collect(connection, found, name, None)
    else:
        _collect(connection, found, "case", TABLES["case"].c.id == stream)
        for name in _OF_CASE:
            _collect(connection, found, name, TABLES[name].c.case_id == stream)
    return found


def differences(folded: Tables, tables: Tables) -> Iterator[str]:
    """Yield, in Chinese, where the tables say something else than the journal."""
    for name in sorted(folded.keys() | tables.keys()):
        left, right = folded.get(name, {}), tables.get(name, {})
        for key in sorted(left.keys() | right.keys()):
            if key not in left or key not in right:
                yield f"表{name}的{key}{'不在日志中' if key not in left else '不在表中'}"
                continue
            for column in sorted(left[key].keys() | right[key].keys()):
                if left[key].get(column) != right[key].get(column):
                    yield f"表{name}的{key}，列{column}与日志不符"


def _collect(connection: Connection, found: Tables, name: str, condition: object) -> None:
    table = TABLES[name]
    hidden = WORKING_STATE.get(name, frozenset()) | {"id"}
    statement = select(table) if condition is None else select(table).where(condition)  # type: ignore[arg-type]  # SQLAlchemy's own column comparison.
    for row in connection.execute(statement).mappings():
        found.setdefault(name, {})[row["id"]] = {column: plain(value) for column, value in row.items() if column not in hidden}
