"""Pictures (图片): how much memory one takes when it is unpacked, which its head tells, and which nobody's upload may take.

A few hundred bytes may unpack to most of a gigabyte: dots take four bytes each whatever the file says of them, the WebP library holds four
copies of them, and a JPEG whose components come in several scans is kept whole beside its dots, two bytes for each coefficient.
"""

from io import BytesIO

from PIL import Image, PngImagePlugin
from PIL.ImageFile import ImageFile

MOST_UNPACKED = 200_000_000
"""Bytes of an unpacked picture; what is made of it comes on top."""

BOUND = f"解开后不超过{MOST_UNPACKED // 1_000_000}兆字节（JPEG、PNG约5000万像素，WebP约1200万像素）"
"""The same in words."""

PngImagePlugin.MAX_TEXT_MEMORY = 4 * 1024 * 1024
"""Bytes of the words in a PNG; a file in which there are more counts as broken."""

_DOT = 4
_COPIES = {"WEBP": 4}
_COEFFICIENT = 2


class PictureTooLargeError(ValueError):
    """A picture would take too much memory; the message says how large it may be."""


def opened(read: BytesIO, formats: tuple[str, ...]) -> ImageFile:
    """Return a picture of one of the formats, of which only the head was read; PictureTooLargeError where it would unpack to too much."""
    picture = Image.open(read, formats=formats)
    if unpacked(picture, read) > MOST_UNPACKED:
        raise PictureTooLargeError(f"图片有{picture.width}×{picture.height}点，超过限度：{BOUND}")
    return picture


def unpacked(picture: ImageFile, read: BytesIO) -> int:
    """Return how many bytes a picture takes at least when it is unpacked whole; `read` stands behind its head."""
    dots = picture.width * picture.height
    held = dots * _DOT * _COPIES.get(picture.format or "", 1)
    return held + (_coefficients(picture) if picture.format == "JPEG" and _in_scans(picture, read) else 0)


def _in_scans(picture: ImageFile, read: BytesIO) -> bool:
    """Tell whether the components of a JPEG come in several scans: it is progressive, or the first scan, whose head was read last, lacks one."""
    # The head of a scan is its mark, its length, the number of its components, two bytes for each, and three more.
    count = len(picture.layer)  # type: ignore[attr-defined]  # What the library read of the frame: its components.
    length = 6 + 2 * count
    head = read.getbuffer()[max(0, read.tell() - length - 2) : read.tell()]
    whole = bytes(head[:5]) == b"\xff\xda" + length.to_bytes(2) + bytes([count])
    return bool(picture.info.get("progressive")) or not whole


def _coefficients(picture: ImageFile) -> int:
    """Return how many bytes the coefficients of a JPEG take, each component by how finely it is sampled."""
    layers: list[tuple[int, int, int, int]] = picture.layer  # type: ignore[attr-defined]  # As above: id, across, down, table.
    across, down = max(layer[1] for layer in layers), max(layer[2] for layer in layers)
    sampled = sum(layer[1] * layer[2] for layer in layers) / (across * down)
    return int(picture.width * picture.height * sampled * _COEFFICIENT)
