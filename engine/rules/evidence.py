"""Evidence (证据): its eight kinds and the files that are accepted. Source: 行政处罚法 Art. 46."""

from collections.abc import Mapping
from pathlib import PurePath

import puremagic

KINDS: Mapping[str, str] = {
    "documentary": "书证",
    "physical": "物证",
    "audiovisual": "视听资料",
    "electronic": "电子数据",
    "testimony": "证人证言",
    "statement": "当事人的陈述",
    "appraisal": "鉴定意见",
    "inspection": "勘验笔录、现场笔录",
}
"""The eight kinds by their key."""

SOURCES: Mapping[str, str] = {
    "scene": "现场取得",
    "party": "当事人提供",
    "obtained": "向有关单位、个人调取",
    "witness": "证人、投诉举报人提供",
    "institution": "检测、鉴定机构出具",
    "device": "监控设备、无人机记录",
    "department": "其他部门移送",
}
"""Where evidence comes from, by its key."""

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
"""The media types that are shown as pictures."""

LIMIT = 20 * 1024 * 1024
"""Bytes of one file."""

_TYPES: Mapping[str, str] = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
}
_SIGNATURES: Mapping[str, tuple[bytes, ...]] = {
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/webp": (b"RIFF",),
    "application/pdf": (b"%PDF-",),
    "audio/mpeg": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    "audio/wav": (b"RIFF",),
}


def media_type(content: bytes, file_name: str) -> str | None:
    """Return the media type of a file whose content and extension agree and are accepted, or None."""
    expected = _TYPES.get(PurePath(file_name).suffix.lower())
    if expected is None or not content:
        return None
    signatures = _SIGNATURES.get(expected)
    if signatures is not None and not content.startswith(signatures):
        return None
    if expected in {"audio/mp4", "video/mp4"} and content[4:8] != b"ftyp":
        return None
    try:
        found = {match.mime_type for match in puremagic.magic_string(content)}
    except puremagic.PureError:
        return None
    # The library must not be sure of something else, such as a web page behind a picture's first bytes.
    return None if any(kind in {"text/html", "application/x-dosexec", "application/zip"} for kind in found) else expected
