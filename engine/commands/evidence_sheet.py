"""Sheets for pasted evidence (证据材料粘贴页): pictures on the case put on paper, for the party to look at and sign. Source: 行政处罚法 Art. 46."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.commands.command import CaseCommand, handles
from engine.commands.document import issue
from engine.commands.inner_paper import minute
from engine.commands.spot_paper import chosen_evidence, on_the_spot, open_file
from engine.errors import InvalidInputError, LawError
from engine.model import Case, Evidence
from engine.queries.enclosure import complained
from engine.rules.document.evidence_sheet import EvidenceSheet, Pasted
from engine.rules.enclosure import showing_barred
from engine.rules.evidence import KINDS, PICTURES, SOURCES
from engine.rules.picture import BOUND
from engine.work import FormData, Work

CONFIRMED: Mapping[str, str] = {"signed": "经核对无误。", "refused": "拒绝核对签名。", "absent": "不在场，没有核对。"}
"""What stands for the opinion of a party that said nothing of its own, by how it stands to the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PasteEvidence(CaseCommand[str]):
    """Put pictures that are evidence already on a sheet; `data` is the form `evidence_sheet`, the answer the id of the paper."""

    data: Mapping[str, object]


@handles(PasteEvidence)
def paste_evidence(command: PasteEvidence, work: Work) -> str:
    """Issue the sheet (D06-1); refuses evidence that the case does not have, and what is no picture or cannot be read as one.

    Refuses with not_allowed what the party must not see: it reads and signs the sheet. Source: 行政处罚法 Art. 46, 50.
    """
    case, data = open_file(work, command.case_id, "evidence_sheet", command.data)
    pieces = chosen_evidence(work, case, data)
    told = complained(work.connection, case)
    for piece in pieces:
        if why := showing_barred(piece.source, piece.secrecy, piece.recheck, complained=told):
            message = f"证据{piece.number}“{piece.name}”不能粘贴：{why}；粘贴页要交当事人核对签名。"
            raise LawError("not_allowed", message, basis="行政处罚法 46、50", field="evidence")
        if piece.media_type not in PICTURES or not work.ports.readable(work.ports.files.get(piece.sha256)):
            message = f"证据{piece.number}“{piece.name}”不是能够打印的照片：只能粘贴完好的照片和图片，{BOUND}。"
            raise InvalidInputError({"evidence": [message]})
    return issue(work, case.id, "D06-1", lambda _, token: _sheet(work, case, data, pieces, token))


def _sheet(work: Work, case: Case, data: FormData, pieces: list[Evidence], token: str) -> EvidenceSheet:
    said = data.find("confirmation") or CONFIRMED[data.text("presence")]
    return EvidenceSheet(
        **on_the_spot(work, case, data, "", token), items=tuple(_pasted(piece, data.text("place")) for piece in pieces), confirmation=said
    )


def _pasted(piece: Evidence, place: str) -> Pasted:
    return Pasted(
        number=f"证据{piece.number}",
        name=piece.name,
        kind=KINDS.get(piece.kind, piece.kind),
        source=SOURCES[piece.source or "scene"],
        taken_at=piece.obtained_on.isoformat() if piece.obtained_on else minute(piece.received_at),
        place=piece.place or place,
        taken_by=piece.person_name,
        purpose=piece.purpose,
        file_name=piece.file_name,
        sha256=piece.sha256,
    )
