"""The record of how electronic data were extracted (电子数据提取笔录, D06)."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Facts, Stated
from engine.rules.document.presence import SpotPaper

_ARTICLE = "行政处罚法第四十六条"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted(Facts):
    """A file that was extracted and is evidence, fixed by its SHA-256."""

    name: Annotated[str, Stated("证据名称")]
    file_name: Annotated[str, Stated("文件名")]
    size: Annotated[str, Stated("字节数")]
    sha256: Annotated[str, Stated("SHA-256")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionRecord(SpotPaper):
    """From whom and what the data come, how they were extracted, and the files with their digests, so that they can be compared at any time."""

    holder: Annotated[str, Stated("持有人、提供人", _ARTICLE)]
    source: Annotated[str, Stated("数据来源（设备、系统或者网址）", _ARTICLE)]
    method: Annotated[str, Stated("提取的方法和过程", _ARTICLE)]
    items: Annotated[tuple[Extracted, ...], Stated("提取的电子数据", _ARTICLE)]
