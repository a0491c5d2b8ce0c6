"""Debian's packages (系统软件包)."""

from pathlib import Path

import pytest

from setup import debian


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for apt's lists and downloads."""
    folder = tmp_path / "apt"
    monkeypatch.setattr(debian, "_LISTS", folder)
    return folder


def test_unpacking_keeps_apt_inside_the_projects_own_folder(lists: Path) -> None:
    options = debian._options()
    assert f"Dir::State::Lists={lists / 'lists'}" in options
    assert f"Dir::Cache={lists / 'cache'}" in options
    assert (lists / "lists" / "partial").is_dir()


def test_lists_are_forgotten(lists: Path) -> None:
    debian._options()
    debian.forget()
    assert not lists.exists()
