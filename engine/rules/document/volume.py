"""The volume of a case (卷宗, D29): cover, table of contents of the main and the inner volume, and the remarks at its end."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Facts, Stated
from engine.rules.document.inner import InnerPaper

_ARTICLE = "行政处罚法第四十七条"

ORDER: tuple[tuple[str, ...], ...] = (
    ("D31", "D19", "D20", "D21"),
    ("D22", "D22-1", "D22-2"),
    ("D01", "D02"),
    ("D03", "D03-1", "D04", "D06", "D06-1", "D07", "D07-1", "D05", "D05-1", "D05-2", "D08", "D08R", "D09", "D09X", "D09R", "D10", "D10-1", "D11", ""),
    ("D12", "D13"),
    ("D15", "D16"),
    ("D17", "D17-1", "D17A", "D17B", "D17C"),
    ("D18", "D14", "D14-1"),
    (
        "D23",
        "D23-2",
        "D24",
        "D24-2",
        "D24-3",
        "D24-4",
        "D25-1",
        "D25",
        "D25-5",
        "D25-6",
        "D25-7",
        "D25-8",
        "D25-9",
        "D24D",
        "D25-2",
        "D25-3",
        "D25-4",
        "D27",
        "D27-1",
        "D27-2",
        "D40",
        "D41",
        "D42",
    ),
    ("D26", "D26P", "D26-1", "D26-2", "D26-3", "D30"),
    ("D28",),
)
"""The groups of papers in the order of a volume: the decision and its service first, then filing, evidence, notice, hearing, execution, closing.

The empty code stands for the pieces of evidence. Source: practice of the provincial rules on case files.
"""

_PLACE = {code: place for place, group in enumerate(ORDER) for code in group}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content(Facts):
    """A line of the table of contents; `number` is empty for what bears none."""

    title: Annotated[str, Stated("题名")]
    number: str
    day: Annotated[Day, Stated("日期")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A paper or a piece of evidence that goes into the volume; evidence has no code."""

    code: str
    title: str
    number: str
    day: str
    inner: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume(InnerPaper):
    """Cover, contents and remarks; `pages` as the archivist counted them, `term` how long the volume is kept."""

    volume: Annotated[str, Stated("案卷号", _ARTICLE)]
    filed_on: str
    closed_on: Annotated[Day, Stated("结案日期", _ARTICLE)]
    outcome: Annotated[str, Stated("处理结果", _ARTICLE)]
    term: Annotated[str, Stated("保管期限", _ARTICLE)]
    pages: Annotated[int, Stated("页数", _ARTICLE)]
    main: tuple[Content, ...]
    inner: tuple[Content, ...]
    remark: Annotated[str, Stated("备考", _ARTICLE)]
    archivist: Annotated[str, Stated("立卷人", _ARTICLE)]
    archived_on: Annotated[Day, Stated("归档日期", _ARTICLE)]

    def spared(self) -> frozenset[str]:
        """Spare the numbers: the volume of a clue that was no case has none."""
        return frozenset({"number", "case_number"})


def arranged(filed: Iterable[Filed], *, inner: bool) -> tuple[Content, ...]:
    """Return the contents of one of the two volumes in their order, within a group by day and kind, evidence last."""
    chosen = sorted((item for item in filed if item.inner is inner), key=lambda item: (_PLACE.get(item.code, len(ORDER)), item.day, item.code or "Z"))
    return tuple(Content(title=item.title, number=item.number, day=item.day) for item in chosen)
