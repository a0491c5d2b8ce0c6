"""The bytes that are hashed: one form only, the same as any RFC 8785 encoder's, and nothing that has two readings."""

from hashlib import sha256

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from engine.journal.canonical import CanonicalError, canonical, digest, parse

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
keys = st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0xFFFF), max_size=8)
scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12)


@given(value=st.dictionaries(keys, values, max_size=5))
def test_our_bytes_are_those_of_another_encoder_and_come_back(value: dict[str, object]) -> None:
    content = canonical(value)  # type: ignore[arg-type]  # The strategy makes plain values only.
    assert content == rfc8785.dumps(value)  # type: ignore[arg-type]  # As above.
    assert parse(content) == value
    assert digest(content) == sha256(b"\x00" + content).hexdigest()


@pytest.mark.parametrize("value", [1.5, 2**53, -(2**53), {"\U0001f600": 1}, ["\ud800"], {"a": {1.0}}])
def test_what_has_no_one_form_is_refused(value: object) -> None:
    with pytest.raises(CanonicalError):
        canonical(value)  # type: ignore[arg-type]  # That is what is refused.


@pytest.mark.parametrize(
    "content", ["", "[]", "1", '{"b":1,"a":2}', '{"a": 1}', '{"a":1.0}', '{"a":1}\n', '{"a":1,"a":1}', '{"a":"\\u0061"}', "nonsense"]
)
def test_bytes_in_another_form_are_refused(content: str) -> None:
    with pytest.raises(CanonicalError):
        parse(content)
