"""Published processes (已发布流程): the bundles in the database, each read once per process of the operating system."""

from sqlalchemy import Connection, bindparam, select

from engine.model import ProcessBundle
from engine.store import tables
from engine.workflow.catalogue import Bundle, read_bundle

_NEWEST = select(ProcessBundle.id, ProcessBundle.root, ProcessBundle.number).order_by(ProcessBundle.number)
_OF_ROOT = select(ProcessBundle.id).where(ProcessBundle.root == bindparam("root")).order_by(ProcessBundle.number.desc()).limit(1)

_BUNDLES: dict[str, Bundle] = {}
"""Bundles by the digest of their content; what has a digest never changes. The proofs read them anew."""


def bundle_of(connection: Connection, digest: str) -> Bundle:
    """Return a published bundle; LookupError if there is none."""
    bundle = _BUNDLES.get(digest)
    if bundle is None:
        row = tables.find(connection, ProcessBundle, digest)
        if row is None:
            raise LookupError(f"bundle {digest} is gone")
        bundle = _BUNDLES[digest] = read_bundle({name: str(text).encode() for name, text in row.files.items()}, row.root)
    return bundle


def find_newest(connection: Connection, root: str) -> Bundle | None:
    """Return the newest bundle of a root process, or None where none was published."""
    digest = connection.execute(_OF_ROOT, {"root": root}).scalar()
    return None if digest is None else bundle_of(connection, digest)


def startable(connection: Connection) -> list[Bundle]:
    """Return the newest bundle of every procedure that people start beside the main one, in order of its name."""
    newest = {row.root: row.id for row in connection.execute(_NEWEST)}
    return [bundle for root in sorted(newest) if (bundle := bundle_of(connection, newest[root])).starting.roles]
