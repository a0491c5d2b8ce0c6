"""Packages (移送包): a letter with what went with it in one ZIP, and a manifest by which anybody can check every file."""

import json
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from engine.actor import Actor
from engine.queries.collaboration import PartnerLetter, RequestView
from web import paper
from web.house import House

MANIFEST = "manifest.json"
FOLDERS = {"evidence": "证据", "paper": "文书"}
"""Where a file lies in a package, by what it is."""
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Every file bears the same moment, so that the same content makes the same bytes."""


def letter(house: House, request_id: str, actor: Actor) -> bytes:
    """Return the letter of a request as PDF, for its own department; renders it first where that was not done yet."""
    document = house.engine.ask(PartnerLetter(request_id=request_id), actor)
    if document.pdf_sha256 is None:
        paper.render(house, document)
        document = house.engine.ask(PartnerLetter(request_id=request_id), actor)
    return house.files.get(str(document.pdf_sha256))


def pack(house: House, view: RequestView, actor: Actor) -> bytes:
    """Return the ZIP: the letter, the list, the evidence and papers, and `manifest.json` with the SHA-256 of each."""
    files = {"函件.pdf": letter(house, view.id, actor)}
    for piece in view.materials:
        files[f"{FOLDERS[piece.kind]}/{piece.number:02d}-{_plain(piece.file_name)}"] = house.files.get(piece.sha256)
    listed = [f"{piece.number}. {piece.name}，{piece.file_name}，{piece.size}字节\n   SHA-256 {piece.sha256}" for piece in view.materials]
    files["材料清单.txt"] = "\n".join([f"{view.number} 材料清单", "", *(listed or ["没有随函材料。"]), ""]).encode()
    entries = [{"name": name, "size": len(content), "sha256": sha256(content).hexdigest()} for name, content in sorted(files.items())]
    manifest = {"number": view.number, "recipient": view.partner_name, "sent_at": view.sent_at.isoformat(), "files": entries}
    files[MANIFEST] = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True).encode()
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(ZipInfo(name, _MOMENT), content, ZIP_DEFLATED)
    return made.getvalue()


def faults(content: bytes) -> list[str]:
    """Return what in a package is not what its manifest says; nothing for a whole one."""
    with ZipFile(BytesIO(content)) as archive:
        said = {entry["name"]: entry["sha256"] for entry in json.loads(archive.read(MANIFEST))["files"]}
        found = {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist() if name != MANIFEST}
    return sorted(name for name in said.keys() | found.keys() if said.get(name) != found.get(name))


def _plain(name: str) -> str:
    """Return a file name that leads nowhere else when it is unpacked."""
    return name.replace("\\", "/").rpartition("/")[2].lstrip(".") or "文件"
