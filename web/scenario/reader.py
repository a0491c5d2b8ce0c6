"""Reading scenario files (读取场景): strict about every key, so that a typing error is an error and not a silence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader  # libyaml's reading is the same, in a seventh of the time.
except ImportError:  # PyYAML was built without it.
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

from engine.clock import SHANGHAI

STEP_KEYS = frozenset({"at", "by", "do", "task", "with", "as", "case", "procedure", "expect", "refuse"})
EXPECTATIONS = frozenset(
    {"deadlines", "provisional", "waiting", "documents", "published", "journal", "state", "outcome", "fine", "tier", "recommended", "plea", "settled"}
    | {"clocks", "numbers", "texts", "visible", "overdue", "owing", "gains", "excess", "runs"}
)
REFUSAL_KEYS = frozenset({"code", "basis", "field"})


class ScenarioError(Exception):
    """A scenario file cannot be read; the message says where and why, in Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: the clock moves, somebody acts or is refused, and what must be true then.

    `place` says where it is written: its number, and the file where that is not the one that was asked for.
    """

    place: str
    at: datetime | None = None
    by: str | None = None
    do: str | None = None
    task: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    name: str | None = None
    case: str | None = None
    procedure: str | None = None
    expect: Mapping[str, Any] = field(default_factory=dict)
    refuse: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A story of one or several cases in a city."""

    title: str
    city: str
    steps: Sequence[Step]


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file, the steps of the one that it goes on from first; ScenarioError names the step and the key at fault."""
    return _read(path, ())


def _read(path: Path, later: tuple[Path, ...]) -> Scenario:
    """Read a file from whose end the later ones go on, the first of them the one that was asked for."""
    content = _content(path)
    steps = [_step(path.name, f"{path.name} " if later else "", number, item) for number, item in enumerate(content["steps"], start=1)]
    if "from" in content:
        before = path.parent / str(content["from"])
        if before.resolve() in {each.resolve() for each in (*later, path)}:
            raise ScenarioError(f"{path.name}：from 又回到了{before.name}")
        steps = [*_read(before, (*later, path)).steps, *steps]
    return Scenario(title=str(content["scenario"]), city=str(content["city"]), steps=steps)


def _content(path: Path) -> Mapping[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ScenarioError(f"{path.name}：不能读取（{error}）") from error
    if not isinstance(content, dict) or content.keys() - {"from"} != {"scenario", "city", "steps"} or not isinstance(content["steps"], list):
        raise ScenarioError(f"{path.name}：须有 scenario、city、steps 三项，此外只能有 from")
    if content["city"] != "jiangchuan":
        raise ScenarioError(f"{path.name}：没有城市{content['city']}")
    return content


def _step(file: str, prefix: str, number: int, item: Any) -> Step:
    where = f"{file} 第{number}步"
    if not isinstance(item, dict):
        raise ScenarioError(f"{where}：不是一个步骤")
    _only(where, item, STEP_KEYS)
    _only(f"{where} expect", item.get("expect", {}), EXPECTATIONS)
    _only(f"{where} refuse", item.get("refuse", {}), REFUSAL_KEYS)
    if "do" in item and "task" in item:
        raise ScenarioError(f"{where}：do 与 task 只能有一个")
    if ("do" in item or "task" in item) and "by" not in item:
        raise ScenarioError(f"{where}：没有写明由谁办理（by）")
    if item.get("do") == "start" and "procedure" not in item:
        raise ScenarioError(f"{where}：没有写明启动哪项程序（procedure）")
    if "refuse" in item and "code" not in item["refuse"]:
        raise ScenarioError(f"{where}：refuse 须写明 code")
    if empty := next(_empty(item.get("with", {})), None):
        raise ScenarioError(f"{where}：with 中的“{empty}”没有值；文字里有逗号的，要加引号")
    return Step(
        place=f"{prefix}第{number}步",
        at=_instant(where, item["at"]) if "at" in item else None,
        by=item.get("by"),
        do=item.get("do"),
        task=item.get("task"),
        data=_plain(item.get("with", {})),
        name=item.get("as"),
        case=item.get("case"),
        procedure=item.get("procedure"),
        expect=item.get("expect", {}),
        refuse=item.get("refuse"),
    )


def _empty(value: Any) -> Iterator[str]:
    """Yield the names that YAML read without a value: mostly the rest of a text that a comma cut off."""
    if isinstance(value, dict):
        yield from (str(name) for name, item in value.items() if item is None)
        value = list(value.values())
    if isinstance(value, list):
        yield from (name for item in value for name in _empty(item))


def _only(where: str, mapping: Any, known: frozenset[str]) -> None:
    if not isinstance(mapping, dict):
        raise ScenarioError(f"{where}：应为一组键值")
    if unknown := mapping.keys() - known:
        raise ScenarioError(f"{where}：不认识的键{'、'.join(sorted(map(str, unknown)))}")


def _instant(where: str, value: Any) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=SHANGHAI)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, 9, tzinfo=SHANGHAI)
    try:
        return datetime.strptime(str(value), "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)
    except ValueError as error:
        raise ScenarioError(f"{where}：时间应写作 2026-09-14 09:00") from error


def _plain(value: Any) -> Any:
    """Return what YAML read as what a form may get: dates in ISO, decimal numbers as they were written."""
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, float) else value
