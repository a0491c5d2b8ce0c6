"""Checks (检查): everything that CI runs, stage by stage, and a table of what came out."""

import subprocess
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from setup.place import MADE, PYTHON, ROOT, environment
from setup.work import say

_TYPED = ("engine", "forms", "printing", "web", "bench", "tests", "setup")
_SERIAL = "tests/browser"


class Stage(NamedTuple):
    """A stage: its title and its program, run in the project's folder."""

    title: str
    command: tuple[str, ...]


class Outcome(NamedTuple):
    """How a stage ended: with which exit code, after how many seconds."""

    title: str
    code: int
    seconds: float


STAGES = (
    Stage("格式 ruff format", ("ruff", "format", "--check", ".")),
    Stage("规范 ruff check", ("ruff", "check", ".")),
    Stage("类型 mypy --strict", ("mypy", "--strict", *_TYPED)),
    Stage("导入约定 lint-imports", ("lint-imports", "--cache-dir", str(MADE / "import-linter"))),
    Stage("流程 processes lint", ("python", "-P", "-m", "web.cli", "processes", "lint")),
    Stage("走查 processes explore", ("python", "-P", "-m", "web.cli", "processes", "explore", "--seconds", "30")),
    Stage("测试 pytest", ("python", "-m", "pytest", "-n", "auto", "--maxprocesses=8", f"--ignore={_SERIAL}")),
    # A browser beside another on two cores would make its tests depend on the load.
    Stage("浏览器测试 pytest", ("python", "-m", "pytest", _SERIAL)),
)


def opens_browser(words: Sequence[str]) -> bool:
    """Tell whether the tests that the user names, or all when no path is named, open a browser."""
    browser = ROOT / _SERIAL
    named = [Path.cwd() / word.partition("::")[0] for word in words]
    paths = [path.resolve() for path in named if path.exists()]
    return not paths or any(path.is_relative_to(browser) or browser.is_relative_to(path) for path in paths)


def pytest(words: Sequence[str]) -> int:
    """Run pytest on what the user names and return its exit code."""
    return subprocess.run([PYTHON, "-m", "pytest", *words], env=environment(), check=False).returncode


def run(stages: Sequence[Stage] = STAGES) -> int:
    """Run all stages, the later ones too when one fails, and return 1 if any failed."""
    outcomes = []
    for number, stage in enumerate(stages, 1):
        say(f"\n━━ {number}/{len(stages)} {stage.title}")
        begun = time.monotonic()
        code = subprocess.run([str(PYTHON.parent / stage.command[0]), *stage.command[1:]], cwd=ROOT, env=environment(), check=False).returncode
        outcomes.append(Outcome(stage.title, code, time.monotonic() - begun))
    say("\n" + table(outcomes))
    return int(any(outcome.code for outcome in outcomes))


def table(outcomes: Sequence[Outcome]) -> str:
    """Return one line per stage, aligned although a Chinese character is two columns wide."""
    lines = []
    for title, code, seconds in outcomes:
        width = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in title)
        lines.append(f"  {'✗' if code else '✓'} {title}{' ' * (26 - width)}{seconds:7.1f} 秒" + (f"  退出码 {code}" if code else ""))
    failed = sum(1 for outcome in outcomes if outcome.code)
    return "\n".join([*lines, f"  {failed} 项未通过" if failed else "  全部通过"])
