"""Python packages (Python 软件包)."""

from pathlib import Path

from setup import packages
from setup.packages import _pip_wheel


def test_debians_pip_is_found_where_debian_keeps_it(tmp_path: Path) -> None:
    wheel = tmp_path / "usr/share/python-wheels/pip-23.0.1-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    wheel.touch()
    found = _pip_wheel(tmp_path)
    assert found is not None
    assert found[1] == wheel / "pip"


def test_no_pip_is_found_where_there_is_none(tmp_path: Path) -> None:
    assert _pip_wheel(tmp_path) is None


def test_the_cheapest_pip_comes_first() -> None:
    assert next(iter(packages._pips()))
