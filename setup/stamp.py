"""Stamps (安装标记): what a finished step was made from, so that a second call does nothing."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from setup.place import STAMPS


def digest(inputs: Iterable[str | Path]) -> str:
    """Return the SHA-256 of the inputs in their order: of a path its content, of a text itself."""
    total = hashlib.sha256()
    for item in inputs:
        content = item.read_bytes() if isinstance(item, Path) else item.encode()
        total.update(len(content).to_bytes(8, "big") + content)
    return total.hexdigest()


def fresh(step: str, value: str, folder: Path = STAMPS) -> bool:
    """Tell whether the step was finished with these inputs."""
    try:
        return (folder / step).read_text(encoding="utf-8") == value
    except FileNotFoundError:
        return False


def clear(step: str, folder: Path = STAMPS) -> None:
    """Forget that the step was finished: done before it begins, so that a broken one is begun again."""
    (folder / step).unlink(missing_ok=True)


def put(step: str, value: str, folder: Path = STAMPS) -> None:
    """Record that the step was finished with these inputs."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / step).write_text(value, encoding="utf-8")
