"""Places (目录): where the project lies, and where the launcher keeps what it makes."""

import os
import platform
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / ".zhifa"
VENV = MADE / "venv"
PYTHON = VENV / "bin" / "python"
TOOLS = MADE / "tools"
NATIVE = MADE / "native"
FONTS = MADE / "fonts"
FONT_SETTINGS = FONTS / "fonts.conf"
VENDOR = MADE / "vendor"
STAMPS = MADE / "stamps"
LOG = MADE / "setup.log"
LIBRARIES = NATIVE / "usr" / "lib" / f"{platform.machine()}-linux-gnu"


def environment() -> dict[str, str]:
    """Return the environment of every command: the project's own packages, libraries and fonts before the machine's."""
    values = dict(os.environ)
    values["PATH"] = os.pathsep.join([str(VENV / "bin"), values.get("PATH", os.defpath)])
    values["PYTHONPATH"] = str(ROOT)
    values["PYTHONUTF8"] = "1"
    values["FONTCONFIG_FILE"] = str(FONT_SETTINGS)
    # A later start is quick only because Python keeps what it has compiled.
    values.pop("PYTHONDONTWRITEBYTECODE", None)
    if LIBRARIES.is_dir():
        values["LD_LIBRARY_PATH"] = os.pathsep.join(filter(None, [str(LIBRARIES), values.get("LD_LIBRARY_PATH")]))
    return values


def interpreter() -> str:
    """Return what the installed packages depend on: the Python, its kind of machine, and the place of the project."""
    return f"{sys.implementation.cache_tag} {sys.platform} {platform.machine()} {ROOT}"
