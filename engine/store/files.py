"""The file store (文件库): bytes under their own SHA-256, written once, checked at every reading."""

import os
from hashlib import sha256
from pathlib import Path
from secrets import token_hex


class CorruptFileError(Exception):
    """A stored file no longer has the digest under which it was stored."""


class Files:
    """A folder of content-addressed files: `ab/cd/abcd…`, mode 0440, durable before `put` returns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Store the bytes and return their SHA-256 in hexadecimal; storing the same bytes again changes nothing."""
        digest = sha256(content).hexdigest()
        path = self._path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.parent / f".{digest}.{token_hex(4)}"
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o440)
        draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes of a digest; CorruptFileError if they changed, FileNotFoundError if there are none."""
        content = self._path(digest).read_bytes()
        if sha256(content).hexdigest() != digest:
            raise CorruptFileError(digest)
        return content

    def has(self, digest: str) -> bool:
        """Return whether bytes are stored under the digest."""
        return self._path(digest).exists()

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise FileNotFoundError(digest)
        return self._folder / digest[:2] / digest[2:4] / digest
