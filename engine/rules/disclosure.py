"""Disclosure (附件检查): everything that a file tells, seen or unseen, read before it may go public.

A name can stand in the text layer under a black bar, in the properties of a PDF, in the data of a photograph or in the file's own name.
Source: 个人信息保护法 Art. 28, 34; 政府信息公开条例 Art. 15; 行政处罚法 Art. 50.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from engine.errors import FileRefusedError, LawError
from engine.rules.picture import PictureTooLargeError, opened
from engine.rules.redaction import Leftover, Secrets, leftovers

TYPES = frozenset({"application/pdf", "image/jpeg", "image/png"})
"""What may be attached to a publication: what can be read to the last byte."""

MOST_PAGES = 200
_BASIS = "个人信息保护法 34"
_ACROSS_LINES = frozenset({"resident_id", "mobile", "name", "home_address", "bank_card"})
"""What is still recognised when a line of a PDF ends in the middle of it."""


_RADICALS = str.maketrans("⺠⻓⻅⻉⻋⻔⻚⻛⻜⻢⻥⻦⻩⻬⻰⻄⻘⻆⻝⻣⻤⻁⻨", "民长见贝车门页风飞马鱼鸟黄齐龙西青角食骨鬼虎麦")
"""Signs of the table of radicals that programs write into a PDF in place of the characters that look the same."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text of a file with the place, in Chinese, where it stands."""

    place: str
    text: str


def check_file(content: bytes, media_type: str, names: tuple[str, ...], secrets: Secrets) -> None:
    """Refuse with publication_blocked a file that tells something personal; the message says what and where, and never the thing itself.

    `names` are the file's name and title. A PDF without a text layer is refused too: nobody can search a picture of words.
    """
    found = [f"文件名或者标题里的{each.title}" for name in names for each in leftovers(name, secrets)]
    for told in _told(content, media_type):
        found += [f"{told.place}里的{each.title}" for each in _leftovers(told.text, secrets)]
    if media_type.startswith("image/") and _has_position(content):
        found.append("照片属性里的拍摄位置")
    if found:
        raise LawError("publication_blocked", f"附件里还有个人信息：{'、'.join(dict.fromkeys(found))}。", basis=_BASIS, field="file")


def _leftovers(text: str, secrets: Secrets) -> Iterator[Leftover]:
    plain = unicodedata.normalize("NFKC", text).translate(_RADICALS)
    yield from leftovers(plain, secrets)
    yield from (each for each in leftovers(re.sub(r"\s+", "", plain), secrets) if each.kind in _ACROSS_LINES)


def _told(content: bytes, media_type: str) -> Iterator[Told]:
    try:
        yield from _of_pdf(content) if media_type == "application/pdf" else _of_picture(content)
    except PictureTooLargeError as large:
        raise FileRefusedError(f"{large}，不能公示。", field="file") from large
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, Image.DecompressionBombError) as broken:
        raise FileRefusedError("文件已经损坏或者不合规范，读不出全部内容，不能公示。", field="file") from broken


def _of_pdf(content: bytes) -> Iterator[Told]:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise FileRefusedError("PDF加了密，读不出全部内容，不能公示。", field="file")
    if len(reader.pages) > MOST_PAGES:
        raise FileRefusedError(f"PDF超过{MOST_PAGES}页，不能公示。", field="file")
    if reader.attachments:
        raise LawError("publication_blocked", "PDF里还嵌着别的文件，须去掉后再附。", basis=_BASIS, field="file")
    texts = [page.extract_text() for page in reader.pages]
    if not any(text.strip() for text in texts):
        raise LawError("publication_blocked", "PDF没有文字层（可能是扫描件），无法检查个人信息，不能公示。", basis=_BASIS, field="file")
    for number, (page, text) in enumerate(zip(reader.pages, texts, strict=True), start=1):
        yield Told(f"第{number}页", text)
        for note in page.get("/Annots") or ():
            yield Told(f"第{number}页的批注", " ".join(_words(note.get_object())))
    yield Told("文件属性", "\n".join(str(value) for value in (reader.metadata or {}).values()))
    root: Any = reader.trailer["/Root"]
    described = root.get("/Metadata")
    if described is not None:
        yield Told("文件属性（XMP）", described.get_object().get_data().decode("utf-8", "replace"))
    yield Told("书签", "\n".join(_bookmarks(reader.outline)))
    yield Told("表单域", "\n".join(str(field.value) for field in (reader.get_fields() or {}).values() if field.value))


def _words(note: Any) -> Iterator[str]:
    """Return what an annotation says, its author's name and its address included."""
    yield from (str(note[key]) for key in ("/Contents", "/T", "/Subj", "/TU", "/V") if key in note)
    action = note.get("/A")
    if action is not None and "/URI" in action.get_object():
        yield str(action.get_object()["/URI"])


def _bookmarks(outline: Any) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from _bookmarks(each)
        else:
            yield str(each.title)


def _of_picture(content: bytes) -> Iterator[Told]:
    with opened(BytesIO(content), ("JPEG", "PNG")) as picture:
        picture.load()
        exif = picture.getexif()
        tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
        info = dict(picture.info)
    for tag, value in tags.items():
        yield Told(f"照片属性{ExifTags.TAGS.get(tag, str(tag))}", _text(value))
    for name, value in info.items():
        if name not in {"exif", "icc_profile"} and isinstance(value, str | bytes):
            yield Told(f"照片属性{name}", _text(value))


def _text(value: object) -> str:
    if not isinstance(value, bytes):
        return str(value)
    # The fields of Windows are written in two bytes a character, everything else in one or in UTF-8.
    return f"{value.decode('utf-16-le', 'replace')} {value.decode('utf-8', 'replace')}"


def _has_position(content: bytes) -> bool:
    with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
        return bool(picture.getexif().get_ifd(ExifTags.IFD.GPSInfo))
