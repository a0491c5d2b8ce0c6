"""Reading a printed paper again: its words, its pages and where things stand."""

import io
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pypdf import PdfReader

from engine.rules.document import Document
from printing.press import render
from printing.record_sample import FILES
from printing.sample import SAMPLES

POINT = 25.4 / 72


class Paper:
    """A printed document, with millimetres from the upper left corner."""

    def __init__(self, code: str, facts: Document | Mapping[str, Any], check_url: str = "https://zhifa.example/public/check/TOKEN") -> None:
        self.bytes = render(code, facts, check_url=check_url, file=FILES.__getitem__)
        self.reader = PdfReader(io.BytesIO(self.bytes))
        self.root: Any = self.reader.trailer["/Root"]
        self.pages = [re.sub(r"\s", "", page.extract_text()) for page in self.reader.pages]
        self.text = "".join(re.sub(r"—\d+—", "", page) for page in self.pages)

    def marks(self, page: int) -> list[tuple[float, float, str]]:
        """Return the pieces of text of a page with the place where each begins."""
        found: list[tuple[float, float, str]] = []
        height = float(self.reader.pages[page].mediabox.height)

        def visit(text: str, outer: list[float], inner: list[float], *_: object) -> None:
            if text.strip():
                across = inner[4] * outer[0] + outer[4]
                up = inner[5] * outer[3] + outer[5]
                found.append((across * POINT, (height - up) * POINT, text.strip()))

        self.reader.pages[page].extract_text(visitor_text=visit)
        return found

    def fonts(self) -> set[str]:
        """Return the names of the embedded faces."""
        names = set()
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for font in resources["/Font"].values():
                below = font.get_object()["/DescendantFonts"][0].get_object()
                assert "/FontFile2" in below["/FontDescriptor"].get_object()
                names.add(str(below["/BaseFont"]).split("+")[1])
        return names


@cache
def sample(code: str) -> Paper:
    """Return the sample of a code, printed once for all the tests that only read it."""
    return Paper(code, SAMPLES[code])
