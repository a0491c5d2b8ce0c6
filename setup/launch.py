"""Launching (启动): from the user's words to a set-up machine and the program that does the work."""

import io
import os
import signal
import sys

from setup import check, command, everything, lock
from setup.place import PYTHON, ROOT, environment
from setup.work import SetupError, say, stop


def _hand_over(words: list[str]) -> int:
    """Become the application's command line; does not return."""
    if not (ROOT / "web" / "cli.py").exists():
        raise SetupError("缺少 web/cli.py：这份代码不完整，请重新取得整个项目")
    # The data lie in the project, wherever the user stands; a file that the user names lies where the user stands.
    values = {"ZHIFA_DATA": str(ROOT / "var"), **environment()}
    os.execve(PYTHON, [str(PYTHON), "-P", "-m", "web.cli", *words], values)  # noqa: S606 - without a shell on purpose


def _act(name: str, rest: list[str]) -> int:
    """Carry out one command and return its exit code."""
    asks_help = rest[:1] in (["-h"], ["--help"])
    if name in {"-h", "--help", "help"} or (asks_help and not command.is_delegated(name)):
        command.print_help(name if asks_help else None)
        return 0
    everything.ensure(test=name == "test", browser=name == "test" and check.opens_browser(rest))
    if name == "test":
        return check.pytest(rest) if rest else check.run()
    if name == "lock":
        lock.renew()
    return _hand_over(command.delegate([name, *rest])) if command.is_delegated(name) else 0


def main(words: list[str]) -> int:
    """Return 2 when the machine lacks something, 130 after Ctrl-C, otherwise what the command returned."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    name, *rest = words or ["--help"]
    try:
        return _act(name, rest)
    except KeyboardInterrupt:
        stop()
        say("\n已中断；再运行一次会接着做")
        return 130
    except SetupError as error:
        stop()
        say(f"  ✗ {error}")
        return 2
