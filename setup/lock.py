"""Lock files (锁定文件): which version of every package, and the hash of its files; no address of any server."""

from setup.packages import NODE_LOCK, RUN_LOCK, TEST_LOCK, TOOL_LOCK, uv
from setup.place import ROOT
from setup.work import run, step

_COMPILE = ("pip", "compile", "--quiet", "--generate-hashes", "--universal", "--python-version", "3.11", "--no-header", "--no-emit-index-url")


def renew() -> None:
    """Write all lock files anew: the tests get the same versions as the application, and their own tools."""
    project = ROOT / "pyproject.toml"
    tool = uv()
    with step("requirements.lock"):
        run([tool, *_COMPILE, "--upgrade", project, "-o", RUN_LOCK])
    with step("requirements-test.lock"):
        run([tool, *_COMPILE, "--upgrade", "--group", f"{project}:test", "-c", RUN_LOCK, project, "-o", TEST_LOCK])
    for lock in (TOOL_LOCK, NODE_LOCK):
        with step(lock.name):
            run([tool, *_COMPILE, "--upgrade", lock.with_suffix(".in"), "-o", lock])
