from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import forms
from engine.errors import InvalidInputError
from engine.work import FormData
from tests.forms.filled import FILLED, TODAY, fill, read, refusal, refused

KEYS = sorted(forms.FORMS)


def test_names_with_dots_and_nested_mappings_say_the_same() -> None:
    flat = {"cause": "JC04", "party.name": "李静怡", "party.id_number": "999901199003150025"}
    nested = {"cause": "JC04", "party": {"name": "李静怡", "id_number": "999901199003150025"}}
    assert read("clue", flat) == read("clue", nested)


def test_rows_come_as_a_list_or_by_number_in_their_order() -> None:
    rows = [{"code": "merit", "evidence": ["e2"]}, {"code": "harm_reduced", "evidence": ["e1"]}]
    numbered = {"factors.10.code": "harm_reduced", "factors.10.evidence": "e1", "factors.2.code": "merit", "factors.2.evidence": "e2"}
    assert fill("plea_review", factors=rows).values["factors"] == rows
    assert read("plea_review", dict(FILLED["plea_review"]) | numbered).values["factors"] == rows


def test_an_empty_row_is_no_row() -> None:
    assert fill("plea_review", factors=[{"code": "", "evidence": None}, {}]).values["factors"] == []
    assert refusal("plea_review", factors__0__code="", factors__3__code="deceit") == {"factors.3.evidence": "裁量情节须有证据，至少选一份。"}


def test_html_strings_and_json_types_say_the_same() -> None:
    html = {"decision": "decide", "outcome": "penalty", "fine": "19,500.00"}
    assert read("decide", html).values["fine"] == "19500.00"
    assert fill("decide", fine=19500).values["fine"] == "19500"
    assert fill("decide", fine=19500.5).values["fine"] == "19500.5"
    assert fill("approval", approved=True) == fill("approval", approved="true") == fill("approval", approved="on")
    assert fill("payment", paid_on=date(2026, 11, 12)) == fill("payment")


def test_full_width_digits_are_read() -> None:
    values = fill("payment", amount="１９５００", paid_on="２０２６-１１-１２", receipt_no="ＰＪ００１").values
    assert (values["amount"], values["paid_on"], values["receipt_no"]) == ("19500", "2026-11-12", "PJ001")


def test_line_ends_are_made_equal_and_blanks_at_the_ends_go() -> None:
    assert fill("approval", opinion=" 一\r\n二\r三 \n").values["opinion"] == "一\n二\n三"


def test_one_name_twice_is_refused() -> None:
    assert refused("clue", {"cause": "JC04", "party": {"name": "甲"}, "party.name": "乙"}) == {"party.name": "与另一项重复。"}
    assert refused("clue", {"cause": "JC04", "party": "甲", "party.name": "乙"}) == {"party.name": "与另一项重复。"}


def test_the_refusal_names_the_first_field_and_shows_no_foreign_text() -> None:
    with pytest.raises(InvalidInputError) as caught:
        read("approval", {"<script>" * 100: "1", "\x00": "2", 5: "3"})  # type: ignore[dict-item]  # what a careless caller might send
    assert set(caught.value.fields) == {"?", "approved", ""} or set(caught.value.fields) == {"?", "approved"}


def test_too_much_and_too_deep_is_refused() -> None:
    assert "填写项超过" in refused("approval", {f"f{n}": "" for n in range(1_001)})[""]
    deep: object = "x"
    for _ in range(50):
        deep = {"a": deep}
    assert "嵌套过深" in refused("clue", {"party": deep})[""]


def test_an_unknown_form_is_an_error_of_the_programme() -> None:
    with pytest.raises(KeyError):
        read("nothing", {})


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.binary(max_size=5),
    st.dates(),
    st.datetimes(),
    st.decimals(),
    st.sampled_from(
        ["2026-10-28", "2026-02-30", "true", "on", "penalty", "return", "none", "0", "19500.005", "١٢٣", "²", "1" * 5000, "91999901MA0TE5T16F"]
    ),
)
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.one_of(st.text(max_size=8), st.integers()), inner, max_size=4)),
    max_leaves=8,
)


@st.composite
def posted(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """Draw a form key and what somebody may send for it: half of it sensible."""
    key = draw(st.sampled_from(KEYS))
    known = [field.name for field in forms.describe(key).fields]
    names = st.one_of(st.sampled_from(known), st.sampled_from(known).map(lambda name: f"{name}.0.code"), st.text(max_size=20))
    base = draw(st.sampled_from([{}, FILLED[key]]))
    return key, {**base, **draw(st.dictionaries(names, anything, max_size=6))}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(posted())
def test_whatever_is_sent_is_read_or_refused(case: tuple[str, Mapping[str, object]]) -> None:
    key, data = case
    try:
        result = forms.read(key, data, TODAY)
    except InvalidInputError as problem:
        said = problem.fields
    else:
        assert isinstance(result, FormData)
        again = forms.read(key, {name: value for name, value in result.values.items() if value is not None}, TODAY)
        assert again == result
        return
    assert said
    assert all(message for messages in said.values() for message in messages)
