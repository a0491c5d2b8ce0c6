"""Printing fonts (印刷字体): one small TrueType file per face, made from the Noto CJK collections of Debian.

Why not use the collections: a print takes twice as long from a 26 MB collection of CFF outlines, and ReportLab reads no CFF at all.
The families are renamed because "Noto" is a reserved name of the licence (SIL Open Font License 1.1, section 3).
"""

import argparse
import logging
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

# Korean syllables and letters: a third of the glyphs, and no Chinese document holds one.
HANGUL = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0x3200, 0x321F), range(0xA960, 0xA980), range(0xAC00, 0xD800), range(0xFFA0, 0xFFDD))
# Kerning, composition and vertical forms; without the alternates of other languages and of the font's designer.
FEATURES = ["ccmp", "kern", "mark", "mkmk", "vert", "vkrn", "halt"]
# One unit of a 1,000-unit square: invisible at any size on paper.
CURVE_ERROR = 1.0


def face(collection: Path, family: str) -> TTFont:
    """Return the face named `family` of a collection. Raises LookupError when the collection has no such face."""
    for font in TTCollection(str(collection), lazy=True).fonts:
        if font["name"].getDebugName(1) == family:
            return font
    message = f"{collection} 里没有字体 {family}"
    raise LookupError(message)


def reduce_to_chinese(font: TTFont) -> None:
    """Keep every character but Korean, and only the layout features that a document uses."""
    options = Options(layout_features=FEATURES, name_IDs=[0, 1, 2, 4, 5, 6, 13, 14], glyph_names=False, hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if not any(code in block for block in HANGUL)])
    subsetter.subset(font)


def convert_to_truetype(font: TTFont) -> None:
    """Replace the cubic CFF outlines by quadratic TrueType ones."""
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, outlines
    for left_over in ("CFF ", "VORG"):
        if left_over in font:
            del font[left_over]
    metrics = font["hmtx"]
    for name in order:
        outlines[name].recalcBounds(table)
        metrics[name] = (metrics[name][0], outlines[name].xMin if outlines[name].numberOfContours else 0)
    profile = newTable("maxp")
    profile.tableVersion, profile.numGlyphs = 0x00010000, len(order)
    profile.maxZones, profile.maxTwilightPoints, profile.maxStorage, profile.maxFunctionDefs = 1, 0, 0, 0
    profile.maxInstructionDefs, profile.maxStackElements, profile.maxSizeOfInstructions = 0, 0, 0
    profile.maxComponentElements = 0
    font["maxp"] = profile
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 3.0, [], {}
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font: TTFont, family: str) -> None:
    """Give the font its own family name, in every language that it carries."""
    postscript = family.replace(" ", "") + "-Regular"
    words = {1: family, 2: "Regular", 3: postscript, 4: family, 6: postscript}
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in {0, 5, 13, 14} and record.langID == 0x409]
    for number, word in words.items():
        names.setName(word, number, 3, 1, 0x409)


def build(collection: Path, source: str, family: str, target: Path) -> None:
    """Write the TrueType font `family`, made from the face `source`; the same input gives the same bytes."""
    font = face(collection, source)
    font.recalcTimestamp = False
    reduce_to_chinese(font)
    convert_to_truetype(font)
    rename(font, family)
    unfinished = target.with_suffix(".part")
    font.save(str(unfinished), reorderTables=False)
    unfinished.replace(target)


def main() -> None:
    """Build one font from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collection", type=Path)
    parser.add_argument("source")
    parser.add_argument("family")
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    build(arguments.collection, arguments.source, arguments.family, arguments.target)


if __name__ == "__main__":
    main()
