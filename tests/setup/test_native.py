"""Native libraries (系统库) and the browser of the tests."""

import subprocess
from pathlib import Path

import pytest

from setup import debian, native
from setup.native import LIBRARY_PACKAGES
from setup.place import PYTHON, environment
from setup.work import SetupError


def test_every_command_finds_the_libraries_that_lay_out_documents() -> None:
    code = f"import ctypes; [ctypes.CDLL(name) for name in {list(LIBRARY_PACKAGES)}]"
    subprocess.run([PYTHON, "-c", code], env=environment(), check=True)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are found, for somebody who is not root."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(debian, "is_root", lambda: False)
    return tmp_path


def program(folder: Path, name: str, code: int) -> str:
    """A program that ends with a code; the answer is where it lies."""
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {code}\n", encoding="ascii")
    path.chmod(0o755)
    return str(path)


def test_a_browser_that_only_asks_for_its_snap_is_none(programs: Path) -> None:
    program(programs, "chromium-browser", 1)
    assert native.find_browser() is None
    chrome = program(programs, "google-chrome", 0)
    assert native.find_browser() == chrome
    native.ensure_browser()


@pytest.mark.parametrize(
    ("distribution", "advice"), [("debian", "apt-get install --no-install-recommends chromium"), ("ubuntu", "snap install chromium")]
)
def test_who_is_not_root_is_told_what_an_administrator_must_type(
    programs: Path, monkeypatch: pytest.MonkeyPatch, distribution: str, advice: str
) -> None:
    monkeypatch.setattr(debian, "distribution", lambda: distribution)
    with pytest.raises(SetupError, match=advice):
        native.ensure_browser()
    assert list(programs.iterdir()) == []
