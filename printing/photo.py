"""Photographs (照片): a picture of the file store, upright, without what the camera wrote beside it, and no larger than it is looked at."""

import io
import itertools
import struct
from collections.abc import Mapping

from PIL import ExifTags, Image
from PIL.Image import Transpose
from PIL.ImageFile import ImageFile

from engine.rules.picture import PictureTooLargeError, opened

LONGEST = 1600
"""Dots of the longer side on paper: at 156 mm some 260 to the inch."""

_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 85
_END = b"\xff\xd9"
"""The last two bytes of a JPEG; within its dots they never stand together."""
_SIDE = 1400
"""Dots on the side of a piece that is made smaller at a time, or more where more become one: bands of a very wide picture would be the whole."""
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
"""What the library says of bytes that are no picture."""
_STRANGE = (OSError, ValueError, SyntaxError, TypeError, LookupError, struct.error)
"""What the library says of a camera's words that cannot be understood."""
_TURNS: Mapping[object, Transpose] = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""What makes a picture upright, by what its camera says of how it was held (Exif, Orientation)."""


def shrunk(content: bytes, most: tuple[int, int] = (LONGEST, LONGEST), quality: int = _QUALITY) -> bytes:
    """Return a picture as JPEG of at most so many dots across and down; the same bytes give the same bytes.

    Raises:
        ValueError: the bytes are no picture, or one that would unpack to too much (PictureTooLargeError).
    """
    longest = max(most)
    try:
        with opened(io.BytesIO(content), _FORMATS) as picture:
            picture.draft("RGB", (longest, longest))
            clear = _upright(_reduced(picture, longest), picture)
    except PictureTooLargeError:
        raise
    except _BROKEN as broken:
        raise ValueError("图片不能读取") from broken
    flat = Image.new("RGB", clear.size, "white")
    flat.paste(clear, mask=clear.getchannel("A"))
    flat.thumbnail(most)
    held = io.BytesIO()
    flat.save(held, "JPEG", quality=quality)
    return held.getvalue()


def readable(content: bytes) -> bool:
    """Tell whether bytes are a picture that can be printed and that reaches its end, without unpacking it."""
    read = io.BytesIO(content)
    try:
        with opened(read, _FORMATS) as picture:
            if picture.format == "PNG":
                picture.verify()
            elif picture.format == "WEBP":
                return int.from_bytes(content[4:8], "little") + 8 <= len(content)
            else:
                # What was read up to here is the head, which may hold a small picture with an end of its own.
                return _END in content[read.tell() :]
    except _BROKEN:
        return False
    return True


def _reduced(picture: ImageFile, longest: int) -> Image.Image:
    """Return the picture with transparency, its longer side near `longest` and not below it, made tile by tile.

    A few kilobytes may unpack to hundreds of megabytes; a copy of the whole would double them.
    """
    picture.load()
    factor = max(1, max(picture.size) // longest)
    width, height = picture.size
    made = Image.new("RGBA", (-(-width // factor), -(-height // factor)))
    side = factor * max(1, _SIDE // factor)
    for top, left in itertools.product(range(0, height, side), range(0, width, side)):
        tile = picture.crop((left, top, min(width, left + side), min(height, top + side))).convert("RGBA")
        made.paste(tile.reduce(factor), (left // factor, top // factor))
    return made


def _upright(small: Image.Image, picture: Image.Image) -> Image.Image:
    """Return the picture turned as its camera was held; where the camera's words cannot be understood, as it is."""
    try:
        turn = _TURNS.get(picture.getexif().get(ExifTags.Base.Orientation))
    except _STRANGE:
        turn = None
    return small if turn is None else small.transpose(turn)
