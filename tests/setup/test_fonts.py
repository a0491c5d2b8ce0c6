"""Fonts (字体): what the set-up made on this machine."""

import subprocess
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from setup.fonts import FAMILIES, SETTINGS, Family
from setup.place import FONT_SETTINGS, FONTS, environment


@cache
def font(family: Family) -> TTFont:
    """Open the font of a family."""
    return TTFont(FONTS / family.file)


def name(family: Family) -> str:
    """Name a family in a test's title."""
    return family.name


@pytest.mark.parametrize("family", FAMILIES, ids=name)
def test_a_font_carries_its_own_name_and_its_licence(family: Family) -> None:
    names = font(family)["name"]
    assert names.getDebugName(1) == family.name
    assert "Noto" not in names.getDebugName(4) + names.getDebugName(6)
    assert "SIL Open Font License" in names.getDebugName(13)


@pytest.mark.parametrize("family", FAMILIES, ids=name)
def test_a_font_has_truetype_outlines(family: Family) -> None:
    assert "glyf" in font(family)
    assert "CFF " not in font(family)


@pytest.mark.parametrize("letters", ["䶮堃喆镕", "〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整", "☐☑☒□■√×", "《〈“‘（［〔【…—·", "¥￥№℃㎡①⑩ⅠⅫ", "Aagz0189"])
@pytest.mark.parametrize("family", FAMILIES, ids=name)
def test_a_font_has_what_documents_are_written_with(family: Family, letters: str) -> None:
    characters = font(family).getBestCmap()
    assert not [letter for letter in letters if ord(letter) not in characters]


@pytest.mark.parametrize("family", FAMILIES, ids=name)
def test_a_font_has_every_character_of_gb2312(family: Family) -> None:
    cells = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    letters = {cell.decode("gb2312", errors="ignore") for cell in cells} - {""}
    assert len(letters) == 6763
    assert not {letter for letter in letters if ord(letter) not in font(family).getBestCmap()}


def test_the_settings_name_the_fonts_in_this_folder() -> None:
    assert FONT_SETTINGS.read_text(encoding="utf-8") == SETTINGS.format(folder=FONTS)


def test_weasyprint_prints_in_the_projects_font() -> None:
    code = "import weasyprint, sys; sys.stdout.buffer.write(weasyprint.HTML(string='<p>处罚决定书').write_pdf(uncompressed_pdf=True))"
    printed = subprocess.run(["python", "-c", code], env=environment(), capture_output=True, check=True).stdout
    assert b"Zhifa-Song" in printed


@pytest.mark.parametrize("family", FAMILIES, ids=name)
def test_a_font_has_its_small_copy(family: Family) -> None:
    whole = FONTS / family.file
    assert whole.with_stem(f"{whole.stem}-common").stat().st_size < whole.stat().st_size / 3
