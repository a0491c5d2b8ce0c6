"""Sample evidence (样本证据): real files, made on the spot, for scenarios and the demonstration."""

from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from printing import font


@lru_cache(maxsize=64)
def sample_file(file_name: str, title: str) -> tuple[bytes, str]:
    """Return the bytes of a file of the kind that its name says, showing the title, and the name."""
    if file_name.endswith(".pdf"):
        return _report(title), file_name
    return _photo(title, "JPEG" if file_name.endswith((".jpg", ".jpeg")) else "PNG"), file_name


def _photo(title: str, kind: str) -> bytes:
    """Return a plain picture in a colour of its own with the title in it."""
    shade = sha256(title.encode()).digest()
    image = Image.new("RGB", (960, 720), tuple(120 + value % 96 for value in shade[:3]))
    pen = ImageDraw.Draw(image)
    face = ImageFont.truetype(str(_face()), 64)
    for line in range(6):
        left = shade[3 + line] * 3
        pen.rectangle((left, 90 * line + 40, left + 240, 90 * line + 100), fill=tuple(80 + value % 120 for value in shade[9 + line : 12 + line]))
    pen.rectangle((0, 600, 960, 720), fill=(24, 32, 40))
    pen.text((40, 622), title, font=face, fill=(255, 255, 255))
    held = BytesIO()
    image.save(held, kind)
    return held.getvalue()


def _report(title: str) -> bytes:
    held = BytesIO()
    canvas = Canvas(held, pagesize=(595, 842), invariant=1)
    canvas.setFont(_registered(), 18)
    canvas.drawString(72, 740, title)
    canvas.setFont(_registered(), 11)
    canvas.drawString(72, 700, "（演示用样本文件）")
    canvas.save()
    return held.getvalue()


def _face() -> Path:
    return font.font_files()[0]


def _registered() -> str:
    if "Zhifa Song" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Zhifa Song", str(_face())))
    return "Zhifa Song"
