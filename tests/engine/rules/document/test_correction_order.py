"""An order to correct is called by its term."""

from dataclasses import replace

from engine.rules.document import title
from printing.correction_sample import ORDER


def test_an_order_for_the_same_day_is_to_be_obeyed_at_once() -> None:
    assert title("D05", ORDER) == "责令限期改正通知书"
    at_once = replace(ORDER, until=ORDER.date)
    assert (title("D05", at_once), at_once.at_once) == ("责令改正通知书", True)
