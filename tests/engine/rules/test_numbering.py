from datetime import date

import pytest

from engine.rules.numbering import check_code, check_pattern, number
from tests.engine.law.published import PARAMETERS

PATTERN = "{prefix}{word}字〔{year}〕第{sequence:04}号"


def test_numbers_follow_the_pattern() -> None:
    assert number(PATTERN, prefix="江城管", word="罚决", year=2026, sequence=1) == "江城管罚决字〔2026〕第0001号"
    assert number("{prefix}{word}字〔{year}〕{sequence}号", prefix="江城管", word="听通", year=2026, sequence=12) == "江城管听通字〔2026〕12号"


def test_the_parameter_holds_a_good_pattern() -> None:
    check_pattern(PARAMETERS.at(date(2026, 10, 26)).text("doc.number.pattern"))


@pytest.mark.parametrize("pattern", ["{prefix}〔{year}〕", "{word}{sequence}", "{year}{sequence}{device}", "{year.__class__}{sequence}{year}"])
def test_other_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="文号格式"):
        check_pattern(pattern)


def test_sequences_begin_at_one() -> None:
    with pytest.raises(ValueError, match="从1开始"):
        number(PATTERN, prefix="江城管", word="罚决", year=2026, sequence=0)


def test_a_check_code_has_sixty_bits_in_letters_that_cannot_be_mistaken() -> None:
    assert check_code("0" * 32) == "0000-0000-0000"
    assert check_code("f" * 32) == "ZZZZ-ZZZZ-ZZZZ"
    assert not set("ILOU") & set("".join(check_code(f"{number:015x}") for number in range(0, 2**60, 2**53)))
