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

# Korean syllables and letters: a quarter of the characters, and no Chinese document holds one.
KOREAN = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0x3200, 0x321F), range(0xA960, 0xA980), range(0xAC00, 0xD800), range(0xFFA0, 0xFFDD))
# Vertical writing and alternate forms are left out: a document uses neither.
FEATURES = ["ccmp", "kern", "mark", "mkmk"]
# One unit of a 1,000-unit square: invisible at any size on paper.
CURVE_ERROR = 1.0
# The forms' boxes to tick, which Noto lacks: each is made of characters that it has (character, size, shift to the right, shift upwards).
TICK_BOXES = {
    "☐": [("□", 1.0, 0, 0)],
    "☑": [("□", 1.0, 0, 0), ("✓", 0.75, 125, 95)],
    "☒": [("□", 1.0, 0, 0), ("×", 1.0, 0, 0)],
}


def face(collection: TTCollection, family: str) -> TTFont:
    """Return the face named `family` of a collection. Raises LookupError when the collection has no such face."""
    for font in collection.fonts:
        if font["name"].getDebugName(1) == family:
            font.recalcTimestamp = False
            return font
    raise LookupError(f"字体文件里没有 {family}")


def reduce_to_chinese(font: TTFont) -> None:
    """Keep every character but Korean, without outlines: cutting CFF outlines would take longer than drawing them anew."""
    font.getGlyphOrder()
    for tag in ("CFF ", "VORG", "vhea", "vmtx", "BASE"):
        if tag in font:
            del font[tag]
    options = Options(layout_features=FEATURES, name_IDs=[0, 5, 13, 14], glyph_names=False, hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if not any(code in block for block in KOREAN)])
    subsetter.subset(font)


def draw(font: TTFont, source: TTFont) -> None:
    """Give `font` the outlines of `source`, its cubic curves replaced by quadratic ones."""
    shapes = source.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        shapes[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = font.getGlyphOrder(), outlines
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"


def add_tick_boxes(font: TTFont) -> None:
    """Add the boxes ☐ ☑ ☒ where they are missing, composed of characters of the same font."""
    characters, widths = font.getBestCmap(), font["hmtx"]
    for box, parts in TICK_BOXES.items():
        if ord(box) in characters or any(ord(part) not in characters for part, *_ in parts):
            continue
        pen = TTGlyphPen(font["glyf"].glyphs)
        for part, size, right, up in parts:
            pen.addComponent(characters[ord(part)], (size, 0, 0, size, right, up))
        name = f"uni{ord(box):04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphOrder = font.getGlyphOrder()
        font["glyf"].glyphs[name] = pen.glyph()
        widths[name] = widths[characters[ord("□")]]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(box)] = name


def measure(font: TTFont) -> None:
    """Bring the metrics in line with the new outlines."""
    table, widths = font["glyf"], font["hmtx"]
    for name in font.getGlyphOrder():
        outline = table.glyphs[name]
        outline.recalcBounds(table)
        widths[name] = (widths[name][0], outline.xMin if outline.numberOfContours else 0)
    profile = newTable("maxp")
    profile.tableVersion, profile.numGlyphs, profile.maxZones = 0x00010000, len(font.getGlyphOrder()), 1
    for limit in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions", "ComponentElements"):
        setattr(profile, "max" + limit, 0)
    font["maxp"] = profile
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 3.0, [], {}


def rename(font: TTFont, family: str) -> None:
    """Give the font its own family name; copyright, version and licence stay."""
    postscript = family.replace(" ", "") + "-Regular"
    names = font["name"]
    names.names = [record for record in names.names if record.langID == 0x409]
    for number, word in {1: family, 2: "Regular", 3: postscript, 4: family, 6: postscript}.items():
        names.setName(word, number, 3, 1, 0x409)


def build(collection: Path, source: str, family: str, target: Path) -> None:
    """Write the TrueType font `family`, made from the face `source`; the same input gives the same bytes."""
    with TTCollection(str(collection), lazy=True) as kept, TTCollection(str(collection), lazy=True) as drawn:
        font = face(kept, source)
        reduce_to_chinese(font)
        draw(font, face(drawn, source))
        add_tick_boxes(font)
        measure(font)
        rename(font, family)
        unfinished = target.with_suffix(".part")
        font.save(str(unfinished), reorderTables=False)
    unfinished.replace(target)


def main() -> None:
    """Build one font from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collection", type=Path)
    parser.add_argument("source", help="the face, for example: Noto Serif CJK SC")
    parser.add_argument("family", help="its new name, for example: Zhifa Song")
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    build(arguments.collection, arguments.source, arguments.family, arguments.target)


if __name__ == "__main__":
    main()
