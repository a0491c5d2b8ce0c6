"""Printing fonts (印刷字体): made from a small collection like Debian's."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont

from setup import truetype

LETTERS = "王□✓×한"


def outline(size: int) -> object:
    """Draw a square with one round side."""
    pen = T2CharStringPen(1000, None)
    pen.moveTo((100, 0))
    pen.lineTo((size, 0))
    pen.curveTo((size + 50, size / 3), (size + 50, size / 2), (size, size))
    pen.lineTo((100, size))
    pen.closePath()
    return pen.getCharString()


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of two faces with CFF outlines."""
    fonts = []
    for family in ("Noto Serif CJK JP", "Noto Serif CJK SC"):
        names = [".notdef", *(f"cid{number:05d}" for number in range(len(LETTERS)))]
        builder = FontBuilder(1000, isTTF=False)
        builder.setupGlyphOrder(names)
        builder.setupCharacterMap({ord(letter): name for letter, name in zip(LETTERS, names[1:], strict=True)})
        builder.setupCFF("Noto", {}, {name: outline(400 + 50 * number) for number, name in enumerate(names)}, {})
        builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
        builder.setupHorizontalHeader(ascent=880, descent=-120)
        builder.setupNameTable({"familyName": family, "styleName": "Regular", "copyright": "©", "licenseDescription": "OFL"})
        builder.setupOS2()
        builder.setupPost()
        fonts.append(builder.font)
    whole = TTCollection()
    whole.fonts = fonts
    path = tmp_path_factory.mktemp("noto") / "small.ttc"
    whole.save(str(path))
    return path


@pytest.fixture(scope="module")
def built(collection: Path) -> Path:
    """The font that is made from the collection's Chinese face."""
    target = collection.with_name("song.ttf")
    truetype.build(collection, "Noto Serif CJK SC", "Zhifa Song", target)
    return target


def test_outlines_become_quadratic(built: Path) -> None:
    font = TTFont(built)
    assert font.sfntVersion == "\x00\x01\x00\x00"
    assert "CFF " not in font
    assert font["glyf"][font.getBestCmap()[ord("王")]].numberOfContours == 1


def test_side_bearings_follow_the_outlines(built: Path) -> None:
    font = TTFont(built)
    assert font["hmtx"][font.getBestCmap()[ord("王")]] == (1000, 100)


def test_korean_is_left_out(built: Path) -> None:
    assert set(TTFont(built).getBestCmap()) == {ord(letter) for letter in "王□✓×☐☑☒"}


def test_tick_boxes_are_composed(built: Path) -> None:
    font = TTFont(built)
    box = font["glyf"][font.getBestCmap()[ord("☑")]]
    assert [part.glyphName for part in box.components] == [font.getBestCmap()[ord(letter)] for letter in "□✓"]


def test_the_family_has_its_new_name_only(built: Path) -> None:
    names = TTFont(built)["name"]
    assert names.getDebugName(1) == names.getDebugName(4) == "Zhifa Song"
    assert names.getDebugName(6) == "ZhifaSong-Regular"
    assert names.getDebugName(13) == "OFL"
    assert not [record for record in names.names if "Noto" in record.toUnicode()]


def test_the_same_input_gives_the_same_bytes(collection: Path, built: Path) -> None:
    again = collection.with_name("again.ttf")
    truetype.build(collection, "Noto Serif CJK SC", "Zhifa Song", again)
    assert again.read_bytes() == built.read_bytes()


def test_a_missing_face_is_named(collection: Path) -> None:
    with TTCollection(str(collection)) as opened, pytest.raises(LookupError, match="Noto Serif CJK TC"):
        truetype.face(opened, "Noto Serif CJK TC")
