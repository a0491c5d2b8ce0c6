"""The code to scan: the press's picture and the slip's runs show the same modules, and no other picture can be had."""

import io

import pytest
from PIL import Image

from printing.press import CODE, CodeOnly
from printing.qr import SHARP, modules, picture, runs

URL = "https://zhifa.example/public/check/TOKEN"


def test_the_picture_shows_the_modules() -> None:
    rows = modules(URL)
    with Image.open(io.BytesIO(picture(URL))) as drawn:
        assert drawn.mode == "L"
        assert drawn.size == (len(rows) * SHARP,) * 2
        small = drawn.resize((len(rows), len(rows)), Image.Resampling.NEAREST)
    assert small.tobytes() == bytes(0 if dark else 255 for row in rows for dark in row)


def test_the_runs_are_the_dark_modules() -> None:
    rows = modules(URL)
    dark = [(row, column) for row, line in enumerate(rows) for column, module in enumerate(line) if module]
    assert [(row, start + step) for row, start, length in runs(rows) for step in range(length)] == dark


def test_nothing_but_the_code_is_fetched() -> None:
    assert CodeOnly(URL, {}).fetch(CODE).read() == picture(URL)
    for address in ("zhifa:other", "file:///etc/hostname", "http://127.0.0.1/", "data:image/png;base64,"):
        with pytest.raises(ValueError, match="外部资源"):
            CodeOnly(URL, {}).fetch(address)
