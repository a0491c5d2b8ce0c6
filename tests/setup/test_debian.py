"""Debian's packages (系统软件包)."""

from pathlib import Path

import pytest

from setup import debian
from setup.place import MADE


def test_unpacking_keeps_apt_inside_the_projects_own_folder() -> None:
    options = debian._options()
    assert f"Dir::State::Lists={MADE / 'apt' / 'lists'}" in options
    assert f"Dir::Cache={MADE / 'apt' / 'cache'}" in options


def test_lists_are_forgotten(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(debian, "_LISTS", tmp_path / "apt")
    debian._options()
    debian.forget()
    assert not (tmp_path / "apt").exists()
