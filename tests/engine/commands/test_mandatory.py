"""Whatever mandatory content is taken out of a document, it is refused with its field and article before a number is taken."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

import pytest

from engine.commands.document import issue
from engine.errors import LawError
from engine.model import NumberSeries
from engine.rules.document import DOCUMENTS, missing
from engine.rules.document.facts import Facts, statements
from engine.rules.document.part import Document, Sanction
from printing.sample import SAMPLES
from tests.engine.commands.clockwork import working
from tests.office import Office


def blank(value: object) -> Any:
    if isinstance(value, Sanction):
        return Sanction(correction="改正", fine=None)
    return type(value)() if isinstance(value, str | tuple) else None


def lacking(facts: Facts) -> Iterator[tuple[str, Facts]]:
    """Every mandatory fact by its path, with the facts that lack it and nothing else: those of the document and those of its parts."""
    for name in statements(type(facts)):
        emptied = _with(facts, name, blank(getattr(facts, name)))
        if name not in facts.spared() | emptied.spared():
            yield name, emptied
    for field in fields(facts):
        value = getattr(facts, field.name)
        if is_dataclass(value):
            yield from ((f"{field.name}.{path}", _with(facts, field.name, part)) for path, part in lacking(cast(Facts, value)))
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            for path, part in lacking(cast(Facts, value[0])):
                yield f"{field.name}[0].{path}", _with(facts, field.name, (part, *value[1:]))


def _with(facts: Facts, name: str, value: object) -> Facts:
    return cast(Facts, replace(cast(Any, facts), **{name: value}))


def _has_gap_of_a_part(facts: Facts) -> bool:
    """Tell whether something is None that is a part or a number: an inner paper is read again and has them by its type."""
    return any(gap is None for gap in _values(facts))


def _values(facts: Facts) -> Iterator[object]:
    for field in fields(facts):
        value = getattr(facts, field.name)
        yield from _values(cast(Facts, value)) if is_dataclass(value) else (value,)


@pytest.mark.parametrize("code", list(SAMPLES))
def test_every_mandatory_content_and_that_of_every_part_is_missed(code: str) -> None:
    taken = list(lacking(SAMPLES[code]))
    assert taken
    for path, facts in taken:
        gaps = missing(facts)
        assert path in {gap.field for gap in gaps}, path
        assert all(gap.label for gap in gaps)


@pytest.mark.parametrize("code", list(SAMPLES))
def test_a_document_that_lacks_it_is_refused_before_it_takes_a_number(office: Office, code: str) -> None:
    with working(office, office.open()) as work:
        before = {series.id: series.last for series in work.rows(NumberSeries)}
        for path, facts in lacking(SAMPLES[code]):
            if DOCUMENTS[code].inner and _has_gap_of_a_part(facts):
                continue
            with pytest.raises(LawError) as refused:
                issue(work, str(work.stream), code, lambda _, __, facts=facts: cast(Document, facts))  # type: ignore[misc]  # A default.
            gaps = {gap.field for gap in missing(facts)}
            assert (refused.value.code, refused.value.field in gaps) == ("incomplete_document", True), path
            assert DOCUMENTS[code].title in refused.value.message
        assert {series.id: series.last for series in work.rows(NumberSeries)} == before
