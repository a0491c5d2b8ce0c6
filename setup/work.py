"""Work (安装过程): running programs, telling the user how far it is, and saying what is missing."""

import contextlib
import fcntl
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from setup.place import LOG, MADE, ROOT

_TRUSTED = Path("/etc/ssl/certs/ca-certificates.crt")
_running: set[subprocess.Popen[bytes]] = set()
_printing = threading.Lock()
_stopped = threading.Event()


class SetupError(Exception):
    """The machine lacks something; the message says what and how to get it."""


def say(line: str) -> None:
    """Print a line at once, whole even when steps run side by side."""
    with _printing:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


@contextlib.contextmanager
def step(title: str) -> Iterator[None]:
    """Announce a step and, when it is done, its seconds."""
    say(f"  · {title} …")
    begun = time.monotonic()
    yield
    say(f"  ✓ {title}  {time.monotonic() - begun:.1f} 秒")


def _trust() -> dict[str, str]:
    """Return what makes uv and npm trust whom the machine trusts: an agency's network often has a certificate authority of its own."""
    return dict.fromkeys(("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"), str(_TRUSTED)) if _TRUSTED.exists() else {}


def run(command: Sequence[str | Path], *, folder: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    """Run a program and return what it printed; everything goes to the log too. Raises SetupError with its last lines."""
    if _stopped.is_set():
        raise SetupError("已中断")
    words = [str(word) for word in command]
    full = {**_trust(), **os.environ, **(env or {})}
    with subprocess.Popen(words, cwd=folder, env=full, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        _running.add(process)
        try:
            output = process.communicate()[0].decode(errors="replace")
        except KeyboardInterrupt:
            process.terminate()
            raise
        finally:
            _running.discard(process)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(words)}\n{output}")
    if process.returncode:
        last = "\n".join("      " + line for line in output.splitlines()[-12:])
        raise SetupError(f"{Path(words[0]).name} {' '.join(words[1:3])} 失败（退出码 {process.returncode}）：\n{last}\n    全部输出见 {LOG}")
    return output


def stop() -> None:
    """End the programs that still run, and start no other."""
    _stopped.set()
    for process in list(_running):
        with contextlib.suppress(ProcessLookupError):
            process.terminate()


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold the set-up's lock: a second set-up waits for the first and then finds its work done."""
    MADE.mkdir(exist_ok=True)
    with (MADE / "lock").open("w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("另一个安装正在进行，等它结束 …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
