import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.search import LONGEST, WORDS, excerpt, normal, pieces, words


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("油烟", ("油烟",)),
        ("  李　油烟 ", ("李", "油烟")),
        ("〔2026〕第0003号", ("2026第0003号",)),
        ("［２０２６］", ("2026",)),
        ("ma0te", ("ma0te",)),
        ("MA0TE", ("ma0te",)),
        ("李 李", ("李",)),
        ("、。《》 \u00b7", ()),
        ("𬭎", ("𬭎",)),
        ('" OR *', ("or",)),
    ],
)
def test_what_was_typed_becomes_words(typed: str, wanted: tuple[str, ...]) -> None:
    assert words(typed) == wanted


def test_an_endless_question_is_cut() -> None:
    assert len(words(" ".join(f"词{number}" for number in range(50)))) == WORDS
    assert words("长" * 500) == ("长" * LONGEST,)


def test_the_place_of_a_word_is_shown_as_the_text_is_written() -> None:
    text = "江城管立字〔2026〕第0003号"
    assert pieces(text, words("立字[2026]第")) == (("江城管", False), ("立字〔2026〕第", True), ("0003号", False))
    assert pieces("浓度５mg", ["5mg"]) == (("浓度", False), ("５mg", True))
    assert excerpt("一" * 100 + "油烟" + "二" * 100, ["油烟"], around=2) == "…一一油烟二二…"
    assert excerpt("没有", ["油烟"]) == ""


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=4), max_size=4))
def test_the_pieces_are_the_text(text: str, typed: list[str]) -> None:
    wanted = words(" ".join(typed))
    found = pieces(text, wanted)
    assert "".join(piece for piece, _ in found) == text
    assert any(hit for _, hit in found) == any(word in normal(text) for word in wanted)


@given(st.text(alphabet="油烟李AB1〔〕 。", min_size=1, max_size=30), st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wanted = words(text[start:end].replace(" ", ""))
    assert not wanted or any(hit for _, hit in pieces(text, wanted)) or wanted[0] not in normal(text)
