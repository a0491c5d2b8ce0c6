"""The press (文书打印): from the facts of a document to A4 paper as PDF. The same facts give the same bytes."""

import gc
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

import pydyf
from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from weasyprint import CSS, HTML
from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from engine.rules.document import DOCUMENTS, Document, digest, missing, read, title
from engine.rules.document.wording import amount_text, count_text, day_text, figure_text, minute_text, range_text
from printing.font import common_file, font_files
from printing.photo import shrunk
from printing.qr import picture

TEMPLATES = Path(__file__).parent / "documents"
CODE = "zhifa:qr"
"""The address under which the templates find the code to scan."""
PHOTOGRAPH = "zhifa:file/"
"""Before the digest of a photograph that is among the facts; nothing else can be fetched."""

NONE: Mapping[str, bytes] = MappingProxyType({})
"""No photographs."""

END = "end"
"""The name of the block with the seal's place in the templates."""
PITCHES = ("26pt", "24pt", "23pt")
"""Line pitches for a paper whose seal would stand almost alone on its second page, the wider first; the usual one is 28.95pt."""
ALONE = (105 + 5 * 28.95) / 72 * 96
"""So far down its page, in CSS pixels, the seal stands almost alone: below the head margin of 37 mm and at most five lines."""


class PaperFonts(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no types
    """The faces of the paper, added to what the machine has.

    The files are named to fontconfig directly: an `@font-face` rule would copy 25 MB into a temporary folder for every thread,
    and a killed process would leave them there.
    """

    def __init__(self, files: tuple[Path, ...]) -> None:
        super().__init__()
        for file in files:
            fontconfig.FcConfigAppFontAddFile(self._config, str(file).encode())
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))


class DenyAll(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Fetches nothing: a document is made from its facts, and a link in a name must neither read a file nor call a host."""

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> NoReturn:
        """Refuse every address."""
        raise ValueError("文书不引用外部资源")


class CodeOnly(DenyAll):
    """Knows the picture of the document's own code, and those photographs that belong to its facts, by their addresses."""

    def __init__(self, check_url: str, photographs: Mapping[str, bytes]) -> None:
        super().__init__()
        self.check_url = check_url
        self.photographs = photographs

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return the code or a photograph; refuse every other address."""
        if url in self.photographs:
            return URLFetcherResponse(url, self.photographs[url], {"Content-Type": "image/jpeg"})
        return URLFetcherResponse(url, picture(self.check_url), {"Content-Type": "image/png"}) if url == CODE else super().fetch(url, headers)


class _Press(threading.local):
    """The parts that a thread keeps: fonts and the parsed style sheet."""

    def __init__(self) -> None:
        whole = font_files()
        self.fonts = PaperFonts((*whole, *filter(Path.is_file, map(common_file, whole))))
        self.style = CSS(string=(TEMPLATES / "paper.css").read_text(encoding="utf-8"), font_config=self.fonts, url_fetcher=DenyAll())
        self.closer = tuple(CSS(string=_closer(pitch), font_config=self.fonts, url_fetcher=DenyAll()) for pitch in PITCHES)


def _closer(pitch: str) -> str:
    ends = ".number { margin: 5pt 0; } .end, .low { margin-top: 6pt; } .note { margin-top: 2mm; line-height: 14pt; }"
    return f"html, h2 {{ line-height: {pitch}; }} {ends}"


@cache
def _press() -> _Press:
    return _Press()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let the collector of garbage wait while a paper is laid out: it would look through 100,000 living boxes ten times over."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Return the templates' environment: escaped, sandboxed, and strict about names it does not know."""
    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    made.filters.update(day=day_text, minute=minute_text, amount=amount_text, figure=figure_text, range=range_text, count=count_text)
    return made


def page(code: str, facts: Document) -> str:
    """Return the HTML of a document. Raises ValueError when a mandatory content is missing."""
    gaps = missing(facts)
    if gaps:
        raise ValueError("文书要素不全：" + "、".join(f"{gap.label}（{gap.basis}）" for gap in gaps))
    sum_of_facts = digest(facts)
    check = {"qr": CODE, "digest": f"{sum_of_facts[:12]}…{sum_of_facts[-12:]}"}
    you = "当事人" if DOCUMENTS[code].inner else facts.party.you
    return environment().get_template(DOCUMENTS[code].template).render(facts=facts, title=title(code, facts), you=you, check=check)


def _no_file(sha256: str) -> bytes:
    raise FileNotFoundError(sha256)


def render(code: str, facts: Document | Mapping[str, Any], *, check_url: str, file: Callable[[str], bytes] = _no_file) -> bytes:
    """Return a document as PDF: A4 after GB/T 9704, faces embedded, the QR code of `check_url` beside the seal's place.

    Args:
        code: the document's code, a key of DOCUMENTS.
        facts: its facts, or what `to_json` made of them.
        check_url: the public address at which anybody can check this document.
        file: returns the bytes of a digest, for papers that show photographs.

    Raises:
        ValueError: the facts are malformed, a mandatory content is missing, or a photograph is none.
        FileNotFoundError: the set-up has not made the faces, or a photograph is not there.
    """
    whole = facts if isinstance(facts, Document) else read(code, facts)
    photographs = {f"{PHOTOGRAPH}{digest}": shrunk(file(digest)) for digest in whole.pictures}
    return typeset(page(code, whole), check_url=check_url, photographs=photographs)


def typeset(page: str, *, check_url: str, photographs: Mapping[str, bytes] = NONE) -> bytes:
    """Return a page of the documents' own HTML as PDF; where it shows CODE, it shows the code of `check_url`."""
    press = _press()
    markup = HTML(string=page, url_fetcher=CodeOnly(check_url, photographs))
    with _undisturbed():
        laid = _laid(markup)
        if _end(laid)[0] == 1 and _end(laid)[1] < ALONE:
            closer = (_laid(markup, style) for style in press.closer)
            laid = next((other for other in closer if _end(other)[0] == 0), laid)
        return bytes(laid.write_pdf(finisher=_pack, pdf_tags=True))


def _laid(markup: HTML, *closer: CSS) -> Any:
    """Return a paper as it is laid out.

    Where the seal finds no room below the text, the distance of the lines may be changed (GB/T 9704-2012 7.3.5.5).
    """
    return markup.render(stylesheets=[_press().style, *closer], font_config=_press().fonts, pdf_tags=True)


def _end(laid: Any) -> tuple[int, float]:
    """Return on which page, counted from 0, the block with the seal's place begins, and how far down in CSS pixels; the first where there is none."""
    return next(((number, page.anchors[END][1]) for number, page in enumerate(laid.pages) if END in page.anchors), (0, 0.0))


def _pack(_: object, pdf: pydyf.PDF) -> None:
    """Compress the streams at the usual level: the highest, which the library takes, costs a tenth of the paper's time and saves no two kilobytes."""
    for part in pdf.objects:
        if isinstance(part, pydyf.Stream) and part.compress:
            part.stream = [zlib.compress(b"\n".join(map(_written, part.stream)))]
            part.extra["Filter"] = "/FlateDecode"
            part.compress = False


def _written(item: object) -> bytes:
    return item if isinstance(item, bytes) else bytes(item.data) if isinstance(item, pydyf.Object) else str(item).encode("ascii")
