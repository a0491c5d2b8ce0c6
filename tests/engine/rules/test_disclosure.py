"""Files that tell more than they show: text layers, properties, bookmarks, notes, and the data of photographs."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from engine.errors import FileRefusedError, LawError
from engine.rules.disclosure import check_file
from engine.rules.redaction import Secrets
from printing.public_copy import render

SECRETS = Secrets(names=frozenset({"王德顺"}))
SHOWN = {
    "party": "王某某",
    "code": None,
    "legal_representative": None,
    "cause": "随意倾倒生活垃圾",
    "facts": ["当事人倾倒一袋生活垃圾。"],
    "basis": "《生态环境法典》第一千一百六十九条",
    "penalty": "处罚款150元",
    "decided_on": "2026-10-12",
    "published_on": "2026-10-19",
    "until": "2027-01-19",
    "agency": "江川市城市管理综合行政执法局",
    "number": "江城管当罚字〔2026〕第0001号",
}


@pytest.fixture(scope="module")
def clean() -> bytes:
    """A public copy in which nothing personal is left."""
    return render(SHOWN, address="https://zhifa.example/public/decisions/x")


def changed(content: bytes, change: str) -> bytes:
    """The same PDF with something hidden in it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    match change:
        case "property":
            writer.add_metadata({"/Author": "王德顺"})
        case "radicals":
            writer.add_metadata({"/Subject": "⻰⽟⺠"})
        case "bookmark":
            writer.add_outline_item(title="电话13812345678", page_number=0)
        case "note":
            writer.add_annotation(0, FreeText(text="身份证999901198507020035", rect=(50, 50, 200, 100)))
        case "file":
            writer.add_attachment("原件.txt", "王德顺".encode())
        case "locked":
            writer.encrypt("secret")
        case "empty":
            writer = PdfWriter()
            writer.add_blank_page(200, 200)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def picture(kind: str, **hidden: str) -> bytes:
    """A photograph whose data say something."""
    image, exif, made = Image.new("RGB", (8, 8)), Image.Exif(), BytesIO()
    if "artist" in hidden:
        exif[0x013B] = hidden["artist"]
    if "comment" in hidden:
        exif[0x9C9C] = hidden["comment"].encode("utf-16-le")
    if "position" in hidden:
        exif.get_ifd(0x8825)[1] = "N"
    image.save(made, kind, exif=exif)
    return made.getvalue()


def found(content: bytes, media_type: str = "application/pdf", names: tuple[str, ...] = ("公示文本.pdf",)) -> str:
    """The message of the refusal."""
    with pytest.raises(LawError) as caught:
        check_file(content, media_type, names, SECRETS)
    assert (caught.value.code, caught.value.field) == ("publication_blocked", "file")
    return caught.value.message


def test_a_copy_made_of_masked_facts_may_go_public(clean: bytes) -> None:
    check_file(clean, "application/pdf", ("公示文本.pdf",), SECRETS)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("property", "文件属性里的姓名"),
        ("bookmark", "书签里的手机号码"),
        ("note", "第1页的批注里的身份证号"),
        ("file", "嵌着别的文件"),
        ("empty", "没有文字层"),
    ],
)
def test_what_a_pdf_hides_is_found_and_not_repeated(clean: bytes, change: str, said: str) -> None:
    message = found(changed(clean, change))
    assert said in message
    assert not any(secret in message for secret in ("王德顺", "13812345678", "999901198507020035"))


def test_the_text_layer_is_read_even_across_the_ends_of_lines() -> None:
    long = f"{'当事人倾倒生活垃圾' * 3}，王德顺当场承认。"
    for start in range(12):
        content = render({**SHOWN, "facts": ["甲" * start + long]}, address="https://zhifa.example")
        assert found(content) == "附件里还有个人信息：第1页里的姓名。"


def test_radicals_in_place_of_characters_do_not_hide_a_name(clean: bytes) -> None:
    names = Secrets(names=frozenset({"龙玉民"}))
    with pytest.raises(LawError, match="文件属性里的姓名"):
        check_file(changed(clean, "radicals"), "application/pdf", ("公示文本.pdf",), names)


def test_a_file_name_tells_too(clean: bytes) -> None:
    assert found(clean, names=("王德顺决定书.pdf", "标题")) == "附件里还有个人信息：文件名或者标题里的姓名。"


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ({"artist": "13812345678"}, "照片属性Artist里的手机号码"),
        ({"comment": "王德顺"}, "照片属性XPComment里的姓名"),
        ({"position": "N"}, "照片属性里的拍摄位置"),
    ],
)
def test_the_data_of_a_photograph_are_read(hidden: dict[str, str], said: str) -> None:
    assert said in found(picture("JPEG", **hidden), "image/jpeg", ("现场.jpg",))
    check_file(picture("JPEG"), "image/jpeg", ("现场.jpg",), SECRETS)


@pytest.mark.parametrize(("content", "kind"), [(b"%PDF-1.7 broken", "application/pdf"), (b"\xff\xd8\xff broken", "image/jpeg")])
def test_what_cannot_be_read_whole_is_refused(content: bytes, kind: str) -> None:
    with pytest.raises(FileRefusedError):
        check_file(content, kind, ("x",), SECRETS)


def test_a_locked_pdf_is_refused(clean: bytes) -> None:
    with pytest.raises(FileRefusedError, match="加了密"):
        check_file(changed(clean, "locked"), "application/pdf", ("x",), SECRETS)


def test_a_picture_that_would_fill_the_memory_is_refused_unread() -> None:
    target = BytesIO()
    Image.new("1", (8_000, 8_000)).save(target, "PNG")
    assert len(target.getvalue()) < 20_000
    with pytest.raises(FileRefusedError, match="5000万像素"):
        check_file(target.getvalue(), "image/png", ("照片.png",), SECRETS)
