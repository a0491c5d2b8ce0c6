"""Places (目录)."""

import os
from pathlib import Path

import pytest

from setup.place import FONT_SETTINGS, ROOT, VENV, environment


def test_commands_find_the_projects_own_packages_first() -> None:
    assert environment()["PATH"].split(os.pathsep)[0] == str(VENV / "bin")
    assert environment()["PYTHONPATH"] == str(ROOT)


def test_commands_see_the_projects_fonts_only() -> None:
    assert Path(environment()["FONTCONFIG_FILE"]) == FONT_SETTINGS
    assert FONT_SETTINGS.is_absolute()


def test_compiled_modules_are_kept_whatever_the_machine_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in environment()
