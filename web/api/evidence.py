"""Evidence (证据): handed in as a file, sealed by its SHA-256, taken away as it came."""

from typing import Any
from urllib.parse import quote

from flask import Response

from engine.commands.evidence import AddEvidence
from engine.model import Evidence
from engine.queries.document import OneEvidence
from web.api.door import Door, ask, execute
from web.api.shape import made, shape
from web.api.upload import read_parts
from web.problem import ROOT
from web.request import house

door = Door("evidence", "证据")

SEALED = made("Sealed", id=str, number=int, sha256=str, size=int, media_type=str)
PARTS = ("kind", "name", "purpose", "source", "place", "obtained_on", "secrecy")


@door.opens(
    "POST",
    "/cases/<case_id>/evidence",
    "上传证据，回答SHA-256 Hand in a file as evidence; the answer holds its SHA-256",
    scope="evidence.write",
    gives=AddEvidence,
    parts=PARTS,
    answer=(201, SEALED),
)
def add(case_id: str) -> Any:
    """Take in a file and seal it; the parts are `kind`, `name`, `purpose` and `file`."""
    parts = read_parts(*PARTS)
    made_id = execute(AddEvidence(case_id=case_id, **parts))
    return ask(OneEvidence(case_id=case_id, evidence_id=made_id)), 201, {"Location": f"{ROOT}/cases/{case_id}/evidence/{made_id}"}


door.ask("/cases/<case_id>/evidence/<evidence_id>", OneEvidence, "一份证据 A piece of evidence", answer=shape(Evidence))


@door.opens(
    "GET",
    "/cases/<case_id>/evidence/<evidence_id>/content",
    "证据原件 The original bytes",
    media="application/octet-stream",
)
def content(case_id: str, evidence_id: str) -> Response:
    """Return the bytes as they were handed in, to be saved and never opened; whether they are still the same the store has looked."""
    found = ask(OneEvidence(case_id=case_id, evidence_id=evidence_id))
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.file_name)}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Content-Type": "application/octet-stream",
    }
    return Response(house().files.get(found.sha256), headers=headers)
