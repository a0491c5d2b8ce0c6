"""Which characters can be printed is known before anything is printed."""

from pathlib import Path

import pytest

from printing.font import coverage, font_files, font_folder, unprintable
from printing.sample import SAMPLES


def test_rare_characters_of_names_have_glyphs() -> None:
    assert unprintable("䶮堃喆镕㛃玥") == ""


def test_what_has_no_glyph_is_reported_once_in_order() -> None:
    assert unprintable("甲\U0001f600乙\ue000丙\U0001f600") == "\U0001f600\ue000"


def test_marks_that_turn_or_hide_the_writing_are_reported() -> None:
    assert unprintable("有限\u202e公司\u200b\x07") == "\u202e\u200b\x07"


def test_spaces_and_line_breaks_need_no_glyph() -> None:
    assert unprintable("一 二\n三\t四　五") == ""


@pytest.mark.parametrize("mark", "〔〕（）《》“”‘’、，。；：—…·¥×≥≤㎡m³²℃／①②")
def test_the_marks_of_official_writing_have_glyphs(mark: str) -> None:
    assert unprintable(mark) == ""


def test_the_samples_can_be_printed() -> None:
    assert unprintable("".join(str(sample) for sample in SAMPLES.values())) == ""


def test_the_common_characters_are_covered() -> None:
    common = "".join(bytes((high, low)).decode("gb2312", errors="ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    assert len(common) == 6763
    assert unprintable(common) == ""


def test_a_folder_without_faces_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="zhifa-song"):
        font_files(tmp_path)


def test_coverage_is_read_once() -> None:
    song, _ = font_files(font_folder())
    assert coverage(song) is coverage(song)
