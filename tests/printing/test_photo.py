"""Photographs come on paper upright, small and without what the camera wrote beside them; what is no picture is none."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from printing.photo import LONGEST, readable, shrunk
from printing.press import render
from printing.record_sample import FILES
from printing.sample import SAMPLES
from tests.printing.paper import sample

URL = "https://zhifa.example/public/check/TOKEN"


def jpeg(size: tuple[int, int], orientation: int = 1) -> bytes:
    held, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", size, "navy").save(held, "JPEG", exif=exif)
    return held.getvalue()


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
