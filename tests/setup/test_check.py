"""Checks (检查)."""

import pytest

from setup import check
from setup.check import STAGES, Outcome, Stage, opens_browser, table
from setup.place import ROOT


def test_the_table_tells_what_failed() -> None:
    lines = table([Outcome("格式 ruff format", 0, 1.2), Outcome("类型 mypy --strict", 1, 30.0)]).splitlines()
    assert lines[0].startswith("  ✓ 格式 ruff format")
    assert lines[1].startswith("  ✗ 类型 mypy --strict")
    assert lines[1].endswith("退出码 1")
    assert lines[2] == "  1 项未通过"


def test_the_table_tells_that_all_is_well() -> None:
    assert table([Outcome("测试 pytest", 0, 1.0)]).endswith("全部通过")


def test_a_failing_stage_fails_the_run_and_the_later_ones_are_run_all_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    stages = (Stage("坏", ("python", "-c", "raise SystemExit(3)")), Stage("好", ("python", "-c", "print('ran')")))
    assert check.run(stages) == 1
    output = capfd.readouterr().out
    assert "ran" in output
    assert "退出码 3" in output


def test_stages_that_pass_pass() -> None:
    assert check.run((Stage("好", ("python", "-c", "")),)) == 0


def test_a_stage_whose_tree_is_missing_fails() -> None:
    assert check.run((Stage("缺", ("python", "-m", "pytest", "-p", "no:cacheprovider", "tests/no_such_folder")),)) == 1


def test_ci_runs_the_same() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text().rstrip().endswith("exec ./zhifa test")


def test_every_test_belongs_to_a_stage() -> None:
    words = [stage.command for stage in STAGES if "pytest" in stage.command]
    assert [command[-1] for command in words] == ["--ignore=tests/browser", "tests/browser"]


@pytest.mark.parametrize("words", [[], ["-q"], ["-k", "phone"], ["tests"], ["tests/browser"], ["tests/browser/test_s2.py::test_s2", "-q"], ["."]])
def test_a_browser_is_asked_for_where_one_is_opened(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert opens_browser(words)


def test_no_browser_is_asked_for_where_none_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert not opens_browser(["tests/engine", "-q", "tests/web/test_app.py"])
