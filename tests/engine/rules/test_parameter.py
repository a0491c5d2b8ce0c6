"""Values of parameters: everything that a city may decide can be written, and is read back as it was."""

from pathlib import Path

import pytest

from engine.law.parameters import Parameter, read_parameters
from engine.rules.parameter import CHOICES, FIXED, LISTS, NO, NOTHING, YES, entry, read_value, shown

SEED = read_parameters((Path(__file__).resolve().parents[3] / "engine" / "law" / "parameters.toml").read_text(encoding="utf-8")).entries
KNOWN = {parameter.key: parameter for parameter in SEED}


@pytest.mark.parametrize("parameter", SEED, ids=lambda parameter: f"{parameter.key}-{parameter.valid_from}")
def test_every_value_is_read_back_as_it_is_shown(parameter: Parameter) -> None:
    if parameter.key in FIXED:
        assert entry(parameter).fixed
        with pytest.raises(ValueError, match="没有其他取值"):
            read_value(parameter, shown(parameter.key, parameter.value))
    else:
        assert not entry(parameter).fixed
        assert read_value(parameter, shown(parameter.key, parameter.value)) == parameter.value


def test_every_choice_is_one_of_a_parameter() -> None:
    assert CHOICES.keys() | LISTS.keys() | FIXED.keys() <= KNOWN.keys()
    for key, options in CHOICES.items():
        assert entry(KNOWN[key]).options == tuple(options.values())
        assert [read_value(KNOWN[key], words) for words in options.values()] == list(options)
    for key, options in LISTS.items():
        assert entry(KNOWN[key]).many
        assert read_value(KNOWN[key], "、".join(options.values())) == tuple(options)
        assert read_value(KNOWN[key], NOTHING) == ()
    flags = [parameter for parameter in SEED if isinstance(parameter.value, bool)]
    assert flags
    for parameter in flags:
        assert entry(parameter).options == (YES, NO)
        assert read_value(parameter, NO) is False


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("mask.person_name", "全部"),
        ("credit.push.procedures", "听证程序"),
        ("publish.serious.kinds", ""),
        ("stay.suspends_clock", "yes"),
        ("cash.cap", "1e2"),
        ("cash.cap", "一百"),
        ("night.begins", "24:00"),
        ("archive.term.major", " "),
        ("archive.term.major", "长\x07期"),
        ("doc.number.pattern", "{prefix}第{sequence}号"),
        ("doc.number.pattern", "{year}{sequence}{password}"),
        ("doc.number.pattern", "{year}{sequence:d{x}}"),
        ("doc.number.pattern", "{year.__class__}{sequence}"),
        ("doc.number.pattern", "{year}{sequence"),
        ("clue.days", "1.5"),
    ],
)
def test_what_is_no_value_of_the_kind_is_refused(key: str, text: str) -> None:
    with pytest.raises(ValueError, match="。"):
        read_value(KNOWN[key], text)


def test_a_pattern_of_numbers_may_change() -> None:
    assert read_value(KNOWN["doc.number.pattern"], "{prefix}{word}〔{year}〕{sequence}号") == "{prefix}{word}〔{year}〕{sequence}号"
