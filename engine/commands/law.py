"""Law in force (依据发布): versions of law data and bundles of processes are published once and never change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from engine.commands.command import Command, handles
from engine.events.law import LawPublished, ProcessPublished
from engine.model import LawVersion, ProcessBundle
from engine.work import Work
from engine.workflow.catalogue import read_bundle


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishLaw(Command[str]):
    """Publish a version of law data; the answer is its id. The same content is published once."""

    kind: str
    name: str
    valid_from: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishProcess(Command[str]):
    """Publish the processes of a procedure as a bundle; the answer is the digest. The same content is published once."""

    root: str
    files: Mapping[str, str]


@handles(PublishLaw)
def publish_law(command: PublishLaw, work: Work) -> str:
    """Record the version under the digest of its content; of two that begin on one day the one published later counts."""
    return publish(work, command.kind, command.name, command.valid_from, command.text)


def publish(work: Work, kind: str, name: str, valid_from: date, text: str) -> str:
    """Record a version and return its id; what was published already stays as it is."""
    digest = sha256(text.encode()).hexdigest()
    version = f"{kind}/{name}/{digest[:16]}"
    if work.find(LawVersion, version) is None:
        number = 1 + len(work.rows(LawVersion))
        work.record(LawPublished(version=version, number=number, kind=kind, name=name, valid_from=valid_from, sha256=digest, content=text))
    return version


@handles(PublishProcess)
def publish_process(command: PublishProcess, work: Work) -> str:
    """Record the bundle under the digest of its content; only what the root reaches belongs to it."""
    bundle = read_bundle({name: text.encode() for name, text in command.files.items()}, command.root)
    if work.find(ProcessBundle, bundle.digest) is None:
        number = 1 + len(work.rows(ProcessBundle, root=command.root))
        files = {name: content.decode() for name, content in bundle.files.items()}
        work.record(ProcessPublished(bundle=bundle.digest, root=command.root, number=number, files=files))
    return bundle.digest
