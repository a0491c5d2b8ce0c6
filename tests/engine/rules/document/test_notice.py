"""A notice names the hearing in its title only where there is a right to one."""

from dataclasses import replace

from engine.rules.document import missing
from engine.rules.document.notice import HearingRight
from printing.sample import NOTICE


def test_a_notice_with_a_right_to_a_hearing() -> None:
    notice = replace(NOTICE, hearing=HearingRight(days=5, ground="较大数额罚款"))
    assert notice.title == "行政处罚听证告知书"
    assert missing(notice) == ()


def test_the_ground_of_the_hearing_is_named() -> None:
    (gap,) = missing(replace(NOTICE, hearing=HearingRight(days=5, ground="")))
    assert (gap.field, gap.basis) == ("hearing.ground", "行政处罚法第六十三条第一款")


def test_a_notice_without_one() -> None:
    assert NOTICE.title == "行政处罚事先告知书"
