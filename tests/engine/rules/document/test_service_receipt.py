"""Each way of service has proofs of its own (民事诉讼法第八十七条至第九十五条)."""

from dataclasses import replace

import pytest

from engine.rules.document import missing
from engine.rules.document.service_receipt import PROOF_OF_WAY, WAYS
from printing.sample import RECEIPT


@pytest.mark.parametrize("way", WAYS)
def test_a_way_of_service_asks_for_its_proofs(way: str) -> None:
    bare = replace(RECEIPT, way=way, recipient="")
    assert {gap.field for gap in missing(bare)} == PROOF_OF_WAY[way]
    assert bare.way_text.endswith("送达")
    assert bare.way_article.startswith("第")


def test_a_blank_receipt_is_filled_in_by_hand() -> None:
    blank = replace(RECEIPT, blank=True, way="", served_at="", recipient="")
    assert missing(blank) == ()
    assert (blank.way_text, blank.way_article) == ("", "")


def test_a_blank_receipt_still_names_what_is_served() -> None:
    assert [gap.field for gap in missing(replace(RECEIPT, blank=True, documents=()))] == ["documents"]
