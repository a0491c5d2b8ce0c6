"""Facts as JSON: exact both ways, strict about every field, and each with a sentence that people can read."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from engine.clock import SHANGHAI
from engine.events import Fact
from engine.events.codec import FactError, decode, encode, plain
from engine.events.discretion import DiscretionAssessed
from engine.events.fact import personal_fields
from engine.events.payment import PaymentReceived
from engine.journal.personal import conceal, reveal
from engine.journal.read import records
from tests.course import drive
from tests.engine.citizen import citizen
from tests.office import Office, found_office

PAID = PaymentReceived(case="c", payment="p", amount=Decimal("9500.50"), paid_on=date(2026, 11, 9), channel="bank", receipt_no="P1", settled=False)


@pytest.fixture(scope="module")
def played(city: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Fact]]:
    """Every fact of scenario S2 and of the office."""
    office: Office = found_office(tmp_path_factory.mktemp("played"), city)  # type: ignore[arg-type]  # The fixture of the root is a path.
    case = office.play_s2()
    with office.house.database.reading() as connection:
        yield [fact for stream in ("office", case) for entry in records(connection, stream) for fact in entry.facts]
    office.house.close()


def test_every_fact_of_a_played_case_comes_back_as_it_was(played: list[Fact]) -> None:
    assert len(played) > 100
    assert [decode(encode(fact)) for fact in played] == played


def test_every_fact_has_a_chinese_sentence_without_a_hole(played: list[Fact]) -> None:
    for fact in played:
        assert fact.sentence()
        assert "None" not in fact.sentence()
        assert any("\u4e00" <= character <= "\u9fff" for character in fact.sentence())


def test_an_assessment_without_a_fine_says_its_outcome_in_words() -> None:
    nothing = dict.fromkeys(("tier", "low", "high", "recommended", "fine", "reason"))
    found = DiscretionAssessed(case="c", assessment="a", occasion="report", outcome="transfer", facts={}, explanation={}, **nothing)
    assert found.sentence() == "裁量评定：移送"


def test_a_fact_is_strict_about_its_fields() -> None:
    body = encode(PAID)
    for wrong in (
        body | {"more": 1},
        {name: value for name, value in body.items() if name != "amount"},
        body | {"fact": "Unheard"},
        body | {"amount": 9500},
        body | {"amount": "much"},
        body | {"settled": 1},
        body | {"paid_on": "yesterday"},
        body | {"case": None},
    ):
        with pytest.raises(FactError):
            decode(wrong)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (date(2026, 9, 14), "2026-09-14"),
        (datetime(2026, 9, 14, 9, tzinfo=SHANGHAI), "2026-09-14T01:00:00.000000+00:00"),
        (datetime(2026, 9, 14, 1, tzinfo=UTC), "2026-09-14T01:00:00.000000+00:00"),
        ({"a": (True, None, 1)}, {"a": [True, None, 1]}),
    ],
)
def test_every_value_is_written_one_way(value: object, expected: object) -> None:
    assert plain(value) == expected


@pytest.mark.parametrize("value", [1.5, object(), b"x", {1.5}])
def test_what_has_no_exact_form_is_refused(value: object) -> None:
    with pytest.raises(FactError):
        plain(value)


def test_personal_fields_are_hidden_and_come_back_and_erased_ones_do_not(played: list[Fact]) -> None:
    hidden = [fact for fact in played if personal_fields(type(fact))]
    assert {type(fact).__name__ for fact in hidden} >= {"PartyRecorded", "TaskCompleted", "DocumentIssued", "DocumentServed", "PleaReceived"}
    for fact in hidden:
        body = encode(fact)
        kept = conceal(body, "salt")
        texts = {mark: encode(fact)[name] for mark, salt, _ in kept for name in [salt.partition(".")[2]]}
        assert reveal(body, texts) == encode(fact)
        assert all(reveal(body, {})[name] is None for name in personal_fields(type(fact)))


def test_nothing_personal_of_a_citizen_stands_in_the_journal(office: Office) -> None:
    party = citizen(phone="13900001234")
    case = drive(office, office.open(party=party, place="江川市东湖区测试路7号门前", description="王德顺摆摊"))
    with office.house.database.reading() as connection:
        bodies = connection.exec_driver_sql("SELECT body FROM entry WHERE stream = ?", (case,)).scalars().all()
    assert len(bodies) > 20
    assert [secret for secret in (*party.values(), "测试路") for body in bodies if secret in body] == []
