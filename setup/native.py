"""Native libraries (系统库): Pango lays out the A4 documents; harfbuzz-subset makes their fonts small, and printing four times as fast."""

import ctypes
import shutil

from setup import debian, stamp
from setup.place import LIBRARIES, NATIVE, interpreter
from setup.work import SetupError, step

LIBRARY_PACKAGES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# For the tests only: a browser, and the tools that look into a PDF.
PROGRAM_PACKAGES = {"chromium": "chromium", "pdftoppm": "poppler-utils"}


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
    value = stamp.digest([interpreter(), *LIBRARY_PACKAGES])
    if stamp.fresh("native", value):
        return
    missing = [package for library, package in LIBRARY_PACKAGES.items() if not _loads(library)]
    if missing:
        with step(f"系统库 {' '.join(missing)}"):
            if not debian.available():
                raise SetupError(f"缺少系统库 {' '.join(missing)}（Pango、HarfBuzz），请用本系统的软件包工具安装")
            if debian.is_root():
                debian.install(missing)
            else:
                shutil.rmtree(NATIVE, ignore_errors=True)
                debian.unpack(missing, NATIVE, with_dependencies=True)
                if not LIBRARIES.is_dir():
                    raise SetupError(f"系统库没有解开到 {LIBRARIES}。{_advice(missing)}")
    stamp.put("native", value)


def ensure_programs() -> None:
    """Install the programs that only the tests need. Raises SetupError without root: a browser is for an administrator to install."""
    missing = [package for program, package in PROGRAM_PACKAGES.items() if not shutil.which(program)]
    if not missing:
        return
    if not (debian.available() and debian.is_root()):
        raise SetupError(f"测试还需要 {'、'.join(missing)}。{_advice(missing)}")
    with step(f"测试用程序 {' '.join(missing)}"):
        debian.install(missing)
