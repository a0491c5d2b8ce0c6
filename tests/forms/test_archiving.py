import pytest

from tests.forms.filled import fill


@pytest.mark.parametrize("term", ["10年", "30年", "永久"])
def test_a_volume_is_kept_for_a_term(term: str) -> None:
    assert fill("archiving", term=term).values == {"volume_no": "2026-ZF-0001", "pages": 86, "term": term}
