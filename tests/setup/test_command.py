"""Commands (命令)."""

import pytest

from setup.command import COMMANDS, delegate, help_text, is_delegated
from web import cli


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_line_in_chinese_and_in_english(name: str) -> None:
    (line,) = [line for line in help_text().splitlines() if line.startswith(f"  ./zhifa {name} ")]
    assert COMMANDS[name].chinese in line
    assert COMMANDS[name].english in line
    assert any("一" <= letter <= "鿿" for letter in COMMANDS[name].chinese)
    assert COMMANDS[name].english.isascii()


def test_run_serves() -> None:
    assert delegate(["run", "--port", "8001"]) == ["serve", "--port", "8001"]


def test_other_words_stay_as_they_are() -> None:
    assert delegate(["journal", "verify", "--case", "1"]) == ["journal", "verify", "--case", "1"]
    assert delegate(["no-such-command"]) == ["no-such-command"]


def test_the_launcher_keeps_its_own_commands() -> None:
    assert [name for name in COMMANDS if not is_delegated(name)] == ["test", "setup", "lock"]
    assert is_delegated("no-such-command")


def test_the_application_knows_every_command_and_the_launcher_names_all_of_its_commands() -> None:
    assert {command.delegate[0] for command in COMMANDS.values() if command.delegate} == set(cli.main.commands)
