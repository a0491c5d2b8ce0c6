"""Photographs come on paper upright, small and without what the camera wrote beside them; what is no picture is none."""

import io
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from engine.rules.picture import PictureTooLargeError
from printing.photo import LONGEST, readable, shrunk
from printing.press import render
from printing.record_sample import FILES
from printing.sample import SAMPLES
from tests.printing.paper import sample

ROOT = Path(__file__).parents[2]
URL = "https://zhifa.example/public/check/TOKEN"


def jpeg(size: tuple[int, int], orientation: int = 1) -> bytes:
    held, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", size, "navy").save(held, "JPEG", exif=exif)
    return held.getvalue()


def packed(size: tuple[int, int], kind: str = "PNG") -> bytes:
    """A black picture, whose bytes are next to nothing."""
    held = io.BytesIO()
    Image.new("L", size).save(held, kind)
    return held.getvalue()


def odd(turned: bytes) -> bytes:
    """A picture whose camera gave its resolution in words."""
    entries = struct.pack("<HHHI4s", 2, 0x0112, 3, 1, turned) + struct.pack("<HHI4s", 0x011A, 2, 3, b"72\0\0") + bytes(4)
    held = io.BytesIO()
    Image.new("RGB", (80, 60), "navy").save(held, "JPEG", exif=b"Exif\0\0II*\0" + struct.pack("<I", 8) + entries)
    return held.getvalue()


@pytest.mark.parametrize(("turned", "size"), [(b"\6\0\0\0", (60, 80)), (b"\x63\0\0\0", (80, 60))])
def test_a_picture_whose_camera_wrote_nonsense_is_printed_all_the_same(turned: bytes, size: tuple[int, int]) -> None:
    assert readable(odd(turned))
    with Image.open(io.BytesIO(shrunk(odd(turned)))) as made:
        assert made.size == size


def film(side: int) -> bytes:
    """A WebP of a few hundred bytes whose canvas is so many dots wide and high; its frames are small."""
    held, frame = io.BytesIO(), Image.new("RGB", (64, 64))
    frame.save(held, "WEBP", save_all=True, append_images=[Image.new("RGB", (64, 64), "red")])
    content = bytearray(held.getvalue())
    assert content[12:16] == b"VP8X"
    content[24:30] = (side - 1).to_bytes(3, "little") * 2
    return bytes(content)


def scans(side: int) -> bytes:
    """A progressive JPEG of a few hundred bytes that says of itself to be so many dots wide and high."""
    held = io.BytesIO()
    Image.new("RGB", (64, 64)).save(held, "JPEG", progressive=True, subsampling=0)
    content = bytearray(held.getvalue())
    place = content.index(b"\xff\xc2") + 5
    content[place : place + 4] = side.to_bytes(2) * 2
    return bytes(content)


def clear(width: int, height: int) -> bytes:
    """A PNG with transparency, four bytes a dot, black all over."""
    packer, row = zlib.compressobj(1), bytes(1 + 4 * width)
    dots = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)), (b"IDAT", dots), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


HOSTILE = {
    "large.png": lambda: clear(7000, 7000),
    "wide.png": lambda: clear(490_000, 100),
    "film.webp": lambda: film(7000),
    "scans.jpg": lambda: scans(7000),
    "grey.jpg": lambda: packed((7000, 7000), "JPEG"),
}
"""Small files of some 49 million dots each."""

PEAK = """
import resource, sys
from printing.photo import readable, shrunk
content = open(sys.argv[1], "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    shrunk(content)
    assert readable(content)
except ValueError:
    assert not readable(content)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_no_upload_takes_more_than_256_megabytes(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name]())
    ran = subprocess.run([sys.executable, "-c", PEAK, str(tmp_path / name)], check=True, capture_output=True, text=True, cwd=ROOT)
    assert int(ran.stdout) * 1024 < 256_000_000


def test_a_picture_that_would_fill_the_memory_is_not_unpacked_and_a_photograph_is() -> None:
    for content in (film(7000), scans(7000), packed((10_001, 5000))):
        assert not readable(content)
        with pytest.raises(PictureTooLargeError, match="200兆字节"):
            shrunk(content)
    assert readable(film(3500))
    assert readable(scans(4400))


def test_a_small_file_that_unpacks_to_much_is_copied_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    held, most = io.BytesIO(), 0
    Image.new("P", (7000, 7000)).save(held, "PNG")
    convert = Image.Image.convert

    def watched(picture: Image.Image, *args: Any, **kwargs: Any) -> Image.Image:
        nonlocal most
        most = max(most, picture.width * picture.height)
        return convert(picture, *args, **kwargs)

    monkeypatch.setattr(Image.Image, "convert", watched)
    with Image.open(io.BytesIO(shrunk(held.getvalue()))) as made:
        assert made.size == (LONGEST, LONGEST)
    assert 0 < most < 2_500_000


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_none(kind: str) -> None:
    content = packed((600, 400), kind)
    assert readable(content)
    assert not any(readable(content[: len(content) * part // 20]) for part in range(20))


def test_a_large_photograph_is_made_smaller_and_turned_upright() -> None:
    with Image.open(io.BytesIO(shrunk(jpeg((4000, 3000), orientation=6)))) as made:
        assert made.size == (LONGEST * 3 // 4, LONGEST)
        assert not dict(made.getexif())


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", jpeg((80, 60))[:200], b"\x89PNG\r\n\x1a\n" + b"0" * 40])
def test_what_is_no_picture_cannot_be_printed(content: bytes) -> None:
    assert not readable(content)


def test_the_sheet_shows_every_picture() -> None:
    pages = sample("D06-1").reader.pages
    drawn = {image.name for page in pages for image in page.images if image.image is not None and max(image.image.size) == 960}
    assert len(drawn) == len(FILES)


def test_a_sheet_without_its_picture_is_not_printed() -> None:
    with pytest.raises(FileNotFoundError):
        render("D06-1", SAMPLES["D06-1"], check_url=URL)
    with pytest.raises(ValueError, match="图片"):
        render("D06-1", replace(SAMPLES["D06-1"]), check_url=URL, file=lambda _: b"none")
