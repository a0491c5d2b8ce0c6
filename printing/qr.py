"""The code to scan (二维码): a public address as black and white modules, for the paper and for the slip."""

import io
from collections.abc import Iterator
from itertools import groupby

import segno
from PIL import Image

SHARP = 8
"""Dots of a module's side: at 25 mm some 270 to the inch, so that no viewer blurs an edge."""


def modules(address: str) -> tuple[bytes, ...]:
    """Return the rows of the code, 1 for a dark module; error correction M (ISO/IEC 18004)."""
    return tuple(map(bytes, segno.make(address, error="m", micro=False, boost_error=False).matrix))


def runs(rows: tuple[bytes, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield the dark runs of the rows: row, first column, length."""
    for row, line in enumerate(rows):
        column = 0
        for dark, run in groupby(line):
            length = sum(1 for _ in run)
            if dark:
                yield row, column, length
            column += length


def picture(address: str) -> bytes:
    """Return the code as PNG in grey, without a margin: a picture costs the press a third of what a drawing does."""
    rows = modules(address)
    side = len(rows)
    small = Image.frombytes("L", (side, side), bytes(0 if dark else 255 for row in rows for dark in row))
    written = io.BytesIO()
    small.resize((side * SHARP, side * SHARP), Image.Resampling.NEAREST).save(written, "PNG")
    return written.getvalue()
