"""What is published as law in force (依据、参数、基准、流程); facts of the office's stream."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.events.fact import Change, Fact, fact

KINDS: Mapping[str, str] = {
    "statute": "法律法规",
    "cause": "案由目录",
    "parameter": "参数",
    "holiday": "放假安排",
    "department": "机关设置",
    "discretion": "裁量表",
}
"""What is published, as it is called."""

RULES: Mapping[str, str] = {"basis": "法律适用规则", "shared": "裁量通用规则", "amount": "建议数额规则", "routing": "程序分流规则"}
"""The decision models that belong to no cause, as they are called, in the order in which a case meets them."""


def called(name: str) -> str:
    """Return how a decision model is called in a sentence: a rule of all causes by its title, a table of a cause by its name."""
    return RULES.get(name) or f"裁量基准{name}"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class LawPublished(Fact):
    """A version of law data (calendar, parameters, statutes, causes, tables, department) was published; it never changes again."""

    version: str
    number: int
    kind: str
    name: str
    valid_from: date
    sha256: str
    content: str

    def changes(self) -> Iterator[Change]:
        """Yield the row of the version."""
        values: dict[str, Any] = {name: getattr(self, name) for name in ("number", "kind", "name", "valid_from", "sha256", "content")}
        yield Change("law_version", self.version, values, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        what = KINDS.get(self.kind, self.kind) if self.kind != "discretion" else called(self.name)
        return f"发布{what}，{self.valid_from.isoformat()}起施行，SHA-256 {self.sha256[:12]}…"


@fact
@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPublished(Fact):
    """A bundle of processes was published under the digest of its content; new cases of the procedure start on it."""

    bundle: str
    root: str
    number: int
    files: Mapping[str, str]

    def changes(self) -> Iterator[Change]:
        """Yield the row of the bundle."""
        yield Change("bundle", self.bundle, {"root": self.root, "number": self.number, "files": dict(self.files)}, new=True)

    def sentence(self) -> str:
        """Return the sentence for the audit."""
        named = re.search(rf'process id="{re.escape(self.root)}" name="([^"]+)"', "".join(self.files.values()))
        return f"发布流程“{named[1] if named else self.root}”第{self.number}版，SHA-256 {self.bundle[:12]}…"
