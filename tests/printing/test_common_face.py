"""The common faces hold what documents are written with, under a name of their own."""

from pathlib import Path

from fontTools.ttLib import TTFont

from printing.common_face import common_characters, make
from printing.font import HEI, common_file, coverage, font_files
from printing.sample import SAMPLES


def test_ideographs_of_gb2312_are_common() -> None:
    assert sum(0x4E00 <= code <= 0x9FFF for code in common_characters()) == 6763


def test_the_sample_documents_need_nothing_else() -> None:
    assert set(map(ord, "".join(map(str, SAMPLES.values())))) <= common_characters()


def test_a_common_face_is_small_and_named_apart(tmp_path: Path) -> None:
    _, whole = font_files()
    made = common_file(tmp_path / HEI)
    make(whole, made)
    with TTFont(made, lazy=True) as font:
        assert font["name"].getDebugName(1) == "Zhifa Hei Common"
    assert common_characters() & coverage(whole) <= coverage(made)
    assert made.stat().st_size < whole.stat().st_size / 4
    assert list(tmp_path.iterdir()) == [made]
