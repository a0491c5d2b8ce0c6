"""Photographs on paper (照片): a picture of the file store, upright and as large as the paper can show."""

import io

from PIL import Image, ImageOps

LONGEST = 1600
"""Dots of the longer side: at 156 mm some 260 to the inch."""

_QUALITY = 85
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
"""What the library says of bytes that are no picture."""


def shrunk(content: bytes) -> bytes:
    """Return a picture as JPEG, turned as its camera was held, without what the camera wrote beside it; the same bytes give the same bytes.

    Raises:
        ValueError: the bytes are no picture.
    """
    try:
        with Image.open(io.BytesIO(content)) as opened:
            opened.draft("RGB", (LONGEST, LONGEST))
            upright = ImageOps.exif_transpose(opened)
            flat = Image.new("RGB", upright.size, "white")
            clear = upright.convert("RGBA")
            flat.paste(clear, mask=clear.getchannel("A"))
    except _BROKEN as broken:
        raise ValueError("图片不能读取") from broken
    flat.thumbnail((LONGEST, LONGEST))
    held = io.BytesIO()
    flat.save(held, "JPEG", quality=_QUALITY)
    return held.getvalue()


def readable(content: bytes) -> bool:
    """Tell whether bytes can be printed as a picture."""
    try:
        shrunk(content)
    except ValueError:
        return False
    return True
