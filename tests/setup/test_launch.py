"""Launching (启动)."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from setup import launch
from setup.place import ROOT


def test_the_launcher_lists_the_commands_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, ROOT / "zhifa", "--help"], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "./zhifa run " in done.stdout
    assert "./zhifa test " in done.stdout


@pytest.mark.parametrize("name", ["test", "setup", "lock"])
def test_the_launchers_own_commands_have_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.main([name, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"./zhifa {name}：")


def test_no_words_ask_for_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.main([]) == 0
    assert "./zhifa run " in capsys.readouterr().out


def test_the_launcher_needs_nothing_but_the_standard_library() -> None:
    code = "import setup.launch, sys; print({name.split('.')[0] for name in sys.modules} & {'fontTools', 'flask', 'click', 'SpiffWorkflow'})"
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_an_interrupted_setup_ends_the_programs_that_it_started(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # Whoever started the tests may have told its programs to ignore Ctrl-C, as a shell does in the background.
    code = f"""
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from setup import everything, launch
from setup.work import run
everything.ensure = lambda **_: run([sys.executable, "-c", "import signal; pipe = open({str(pipe)!r}, 'w'); signal.pause()"])
sys.exit(launch.main(["setup"]))
"""
    with (
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process,
        pipe.open() as begun,
    ):
        process.send_signal(signal.SIGINT)
        # The pipe ends when the program that holds its other end is gone.
        assert begun.read() == ""
        assert "已中断" in process.communicate()[0]
    assert process.returncode == 130
