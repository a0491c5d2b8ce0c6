from dataclasses import replace

from engine.rules.document import title
from printing.goods_sample import SEIZURE


def test_the_title_says_whether_things_were_taken_or_places_sealed() -> None:
    assert title("D09", SEIZURE) == "扣押决定书"
    assert title("D09", replace(SEIZURE, word="查封")) == "查封决定书"
