"""Printing fonts (印刷字体): where the two faces of the paper are, and which characters they can print."""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

SONG = "zhifa-song.ttf"
HEI = "zhifa-hei.ttf"


def font_folder() -> Path:
    """Return the folder into which the set-up has put the faces."""
    return Path(__file__).resolve().parent.parent / ".zhifa" / "fonts"


def font_files(folder: Path | None = None) -> tuple[Path, Path]:
    """Return the files of the body face (宋体) and of the heading face (黑体).

    Raises:
        FileNotFoundError: the set-up has not made them.
    """
    files = tuple((folder or font_folder()) / name for name in (SONG, HEI))
    absent = [file.name for file in files if not file.is_file()]
    if absent:
        raise FileNotFoundError(f"缺少打印字体 {'、'.join(absent)}，请先运行 ./zhifa 完成安装")
    return files[0], files[1]


def common_file(file: Path) -> Path:
    """Return the place of the small copy of a face, which need not be there."""
    return file.with_stem(f"{file.stem}-common")


@cache
def coverage(file: Path) -> frozenset[int]:
    """Return the code points that a font file has glyphs for."""
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())


def unprintable(text: str, folder: Path | None = None) -> str:
    """Return the characters of a text that the body or the heading face lacks, each once, in their order.

    A name is printed as its owner writes it: a missing glyph must be known before a number is taken, not seen on the paper. Line breaks and spaces
    need no glyph; control characters, private characters and invisible marks that turn the direction of writing are not printable at all.
    """
    song, hei = (coverage(file) for file in font_files(folder))
    return "".join(char for char in dict.fromkeys(text) if not _is_printable(char, song, hei))


def _is_printable(char: str, song: frozenset[int], hei: frozenset[int]) -> bool:
    if char in "\n\t ":
        return True
    return unicodedata.category(char)[0] != "C" and ord(char) in song and ord(char) in hei
