"""The catalogue (流程目录): process models read into content-addressed bundles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from types import MappingProxyType
from typing import Any

from lxml import etree

from engine.workflow.dialect import parse_process, the_process
from engine.workflow.starting import Starting, read_starting
from engine.workflow.xml import MODEL, NAMESPACES, ModelError, read_xml

ROUTING = "routing.dmn"
_BUNDLES: dict[str, "Bundle"] = {}
_LOCK = Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """One version of a process: its model, those of the processes that it calls, and the routing decisions.

    Attributes:
        root: the id of the process.
        digest: SHA-256 over the root and the names and contents of the files, hexadecimal.
        files: file name → content, in order of name.
        titles: element id → Chinese name, of all files; the root's names win.
        rules: element id → the rule that is drawn beside it, of all files; the root's win.
        starting: by what form, by whom and when the process may be started.
    """

    root: str
    digest: str
    files: Mapping[str, bytes]
    titles: Mapping[str, str]
    rules: Mapping[str, str]
    starting: Starting
    specs: Mapping[str, Any] = field(repr=False)


def read_bundle(files: Mapping[str, bytes], root: str) -> Bundle:
    """Return the bundle of a root process out of all model files; read once per digest and kept.

    Raises:
        ModelError: a file that is missing, unreadable or outside the dialect, named with the element at fault.
    """
    named = {name.rsplit("/", 1)[-1]: content for name, content in files.items()}
    trees = _reachable(named, root)
    used = {name: named[name] for name in sorted([*(f"{process}.bpmn" for process in trees), *([ROUTING] if ROUTING in named else [])])}
    digest = bundle_digest(root, used)
    with _LOCK:
        if digest not in _BUNDLES:
            _BUNDLES[digest] = _build(root, digest, used, trees)
        return _BUNDLES[digest]


def bundle_digest(root: str, files: Mapping[str, bytes]) -> str:
    """Return SHA-256 over the root's name and a line `digest name` per file, as `sha256sum` writes them, in order of name."""
    lines = [f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return sha256(f"{root}\n{''.join(lines)}".encode()).hexdigest()


def _reachable(files: Mapping[str, bytes], root: str) -> dict[str, etree._Element]:
    trees: dict[str, etree._Element] = {}
    todo = [(root, root)]
    while todo:
        process, caller = todo.pop(0)
        if process in trees:
            continue
        file = f"{process}.bpmn"
        if file not in files:
            raise ModelError(f"{caller}.bpmn", process, "没有这个流程文件")
        trees[process] = read_xml(file, files[file])
        calls = the_process(file, trees[process]).iterfind("bpmn:callActivity", NAMESPACES)
        todo += [(call.get("calledElement") or "", process) for call in calls]
    return trees


def _build(root: str, digest: str, files: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> Bundle:
    titles: dict[str, str] = {}
    rules: dict[str, str] = {}
    for tree in trees.values():
        for ruled in tree.iterfind("bpmn:process//*[bpmn:documentation]", NAMESPACES):
            rules.setdefault(ruled.get("id") or "", ruled.findtext("bpmn:documentation", "", NAMESPACES).strip())
        for element in tree.iterfind("bpmn:process//*[@name]", NAMESPACES):
            if element.tag.startswith(f"{{{MODEL}}}"):
                titles.setdefault(element.get("id") or "", element.get("name") or "")
        process = tree.find("bpmn:process", NAMESPACES)
        if process is not None:
            titles.setdefault(process.get("id") or "", process.get("name") or "")
    specs = {name: spec for process, tree in trees.items() for name, spec in parse_process(f"{process}.bpmn", tree).items()}
    starting = read_starting(the_process(f"{root}.bpmn", trees[root]))
    return Bundle(root, digest, MappingProxyType(dict(files)), MappingProxyType(titles), MappingProxyType(rules), starting, MappingProxyType(specs))
