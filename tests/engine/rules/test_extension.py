from datetime import date

import pytest

from engine.errors import InvalidInputError, LawError
from engine.law.parameters import Values
from engine.rules.deadlines import DEADLINES
from engine.rules.extension import EXTENSIONS, Approval, check_extension
from tests.engine.law.published import PARAMETERS

VALUES: Values = PARAMETERS.at(date(2026, 9, 14))
DUE = date(2026, 9, 29)


def approved(*, collective: bool = False) -> Approval:
    return Approval(person="limin", person_name="李敏", approved_on=date(2026, 9, 20), reason="案情复杂", collective=collective)


@pytest.mark.parametrize(
    ("key", "granted", "length", "collective"),
    [
        ("clue.check", 0, 10, False),
        ("decision", 0, 30, False),
        ("decision", 1, 60, True),
        ("seizure", 0, 30, False),
        ("payment", 0, 90, False),
    ],
)
def test_what_the_law_allows_at_most(key: str, granted: int, length: int, collective: bool) -> None:
    assert check_extension(key, granted, length, approved(collective=collective), DUE, VALUES) in EXTENSIONS[key]
    if key != "payment":
        with pytest.raises(InvalidInputError, match="延长的天数"):
            check_extension(key, granted, length + 1, approved(collective=collective), DUE, VALUES)
    if EXTENSIONS[key][-1].repeats:
        assert check_extension(key, len(EXTENSIONS[key]), 1, approved(), DUE, VALUES) is EXTENSIONS[key][-1]
        return
    with pytest.raises(LawError, match="不能再延长") as refusal:
        check_extension(key, len(EXTENSIONS[key]), 1, approved(collective=True), DUE, VALUES)
    assert refusal.value.code == "extension_too_late"


def test_the_last_day_is_not_too_late_and_the_day_after_is() -> None:
    assert check_extension("seizure", 0, 30, approved(), date(2026, 9, 20), VALUES)
    with pytest.raises(LawError, match="9月19日届满") as refusal:
        check_extension("seizure", 0, 30, approved(), date(2026, 9, 19), VALUES)
    assert refusal.value.code == "extension_too_late"


def test_terms_of_the_party_and_others_are_not_lengthened() -> None:
    assert EXTENSIONS.keys() <= DEADLINES.keys()
    with pytest.raises(LawError, match="不能再延长"):
        check_extension("litigation", 0, 1, approved(), DUE, VALUES)


def test_an_approval_reads_as_a_sentence() -> None:
    assert approved(collective=True).sentence() == "经集体讨论，李敏9月20日批准：案情复杂"
