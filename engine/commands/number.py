"""Numbers (文号): taken inside the transaction that uses them, so that a refusal burns none and the series has no gap."""

from dataclasses import dataclass

from sqlalchemy import bindparam, update

from engine.model import NumberSeries
from engine.rules.numbering import number
from engine.store import tables
from engine.work import Work

_TABLE = tables.TABLES["number_series"]
_NEXT = update(_TABLE).where(_TABLE.c.id == bindparam("series")).values(last=_TABLE.c.last + 1).returning(_TABLE.c.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as taken: its text, the series it belongs to, and its place in it."""

    text: str
    series: str
    sequence: int
    year: int


def take(work: Work, word: str) -> Number:
    """Take the next number of the department's series for a word and the present year."""
    law, year = work.law, work.today.year
    series = f"{law.department.short}{word}/{year}"
    sequence = work.connection.execute(_NEXT, {"series": series}).scalar()
    if sequence is None:
        sequence = 1
        tables.put(work.connection, NumberSeries, {"id": series, "last": 1})
    pattern = law.parameters.text("doc.number.pattern")
    text = number(pattern, prefix=law.department.short, word=word, year=year, sequence=sequence)
    return Number(text=text, series=series, sequence=sequence, year=year)
