"""Lock files (锁定文件)."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from setup.packages import NODE_LOCK, RUN_LOCK, TEST_LOCK, TOOL_LOCK
from setup.place import ROOT

LOCKS = (RUN_LOCK, TEST_LOCK, TOOL_LOCK, NODE_LOCK)


def pins(lock: Path) -> dict[str, str]:
    """Return the version of each package in a lock file; a package with several, by its marker."""
    return {f"{name} {marker}": version for name, version, marker in re.findall(r"^([\w.-]+)==(\S+)([^\\\n]*)", lock.read_text(), re.MULTILINE)}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_server(lock: Path) -> None:
    assert "://" not in lock.read_text()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_has_a_hash(lock: Path) -> None:
    entries = re.split(r"^(?=[\w.-]+==)", lock.read_text(), flags=re.MULTILINE)[1:]
    assert entries
    assert not [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]


def test_the_tests_use_the_versions_of_the_application() -> None:
    assert pins(RUN_LOCK).items() <= pins(TEST_LOCK).items()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [requirement.split("==") for requirement in project["project"]["dependencies"] if "==" in requirement]
    locked = {name.split()[0]: version for name, version in pins(RUN_LOCK).items()}
    assert {name.lower(): version for name, version in wanted} == {name.lower(): locked[name.lower()] for name, _ in wanted}


def test_the_front_end_lock_names_no_registry_and_keeps_every_integrity() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    entries = {name: entry for name, entry in packages.items() if name}
    assert entries
    assert not [name for name, entry in entries.items() if "resolved" in entry or "integrity" not in entry]


def test_the_front_end_packages_are_pinned() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())["dependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert wanted == {name: locked[f"node_modules/{name}"]["version"] for name in wanted}
