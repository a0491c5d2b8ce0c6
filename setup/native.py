"""Native libraries (系统库): Pango lays out the A4 documents; harfbuzz-subset makes their fonts small, and printing four times as fast."""

import ctypes
import shutil
import subprocess
from collections.abc import Mapping

from setup import debian, stamp
from setup.place import LIBRARIES, NATIVE, interpreter
from setup.work import SetupError, step

LIBRARY_PACKAGES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# The Node.js in Playwright's package.
DRIVER_PACKAGES = {"libatomic.so.1": "libatomic1"}
# Debian's own name first: on Ubuntu `chromium-browser` may be a script that only asks for the snap.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _loads(library: str) -> bool:
    """Tell whether the machine has a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _advice(packages: list[str]) -> str:
    """Return what an administrator has to type."""
    return f"请管理员安装：apt-get install --no-install-recommends {' '.join(packages)}"


def ensure_libraries() -> None:
    """Install the libraries that the machine lacks; without root they are unpacked beside the project."""
    _ensure("native", LIBRARY_PACKAGES)


def ensure_browser_libraries() -> None:
    """Install what the driver of the tests' browser needs, in the same way."""
    _ensure("native-browser", DRIVER_PACKAGES)


def _ensure(name: str, wanted: Mapping[str, str]) -> None:
    value = stamp.digest([interpreter(), *wanted])
    if stamp.fresh(name, value):
        return
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if missing:
        with step(f"系统库 {' '.join(missing)}"):
            if not debian.available():
                raise SetupError(f"缺少系统库 {' '.join(missing)}，请用本系统的软件包工具安装")
            if debian.is_root():
                debian.install(missing)
            else:
                debian.unpack(missing, NATIVE, with_dependencies=True)
                if not LIBRARIES.is_dir():
                    raise SetupError(f"系统库没有解开到 {LIBRARIES}。{_advice(missing)}")
    stamp.put(name, value)


def find_browser() -> str | None:
    """Return the path of a browser for the tests, or None; one that cannot tell its version is none."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return None


def ensure_browser() -> None:
    """Install the browser that only the tests need. Raises SetupError where an administrator has to."""
    if find_browser():
        return
    if debian.distribution() == "ubuntu":
        raise SetupError("测试还需要浏览器 Chromium，Ubuntu 的软件源里没有它的软件包。请管理员安装：snap install chromium")
    if not (debian.available() and debian.is_root()):
        raise SetupError(f"测试还需要浏览器 Chromium（./zhifa run 不需要）。{_advice(['chromium'])}")
    with step("测试用浏览器 chromium"):
        debian.install(["chromium"])
