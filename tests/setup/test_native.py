"""Native libraries (系统库)."""

import subprocess

from setup.native import LIBRARY_PACKAGES
from setup.place import PYTHON, environment


def test_every_command_finds_the_libraries_that_lay_out_documents() -> None:
    code = f"import ctypes; [ctypes.CDLL(name) for name in {list(LIBRARY_PACKAGES)}]"
    subprocess.run([PYTHON, "-c", code], env=environment(), check=True)
