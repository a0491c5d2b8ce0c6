"""Samples and extracted data (抽样取证、电子数据提取): the papers made where evidence is taken. Source: 行政处罚法 Art. 46, 55, 56."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.commands.command import CaseCommand, handles
from engine.commands.document import issue
from engine.commands.spot_paper import chosen_evidence, on_the_spot, open_file
from engine.model import Case, Evidence
from engine.rules.document.extraction_record import Extracted, ExtractionRecord
from engine.rules.document.sampling_voucher import Sample, SamplingVoucher
from engine.work import FormData, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSampling(CaseCommand[str]):
    """Record that samples were taken; `data` is the form `sampling`, the answer the id of the voucher."""

    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordExtraction(CaseCommand[str]):
    """Record how files that are evidence already were extracted; `data` is the form `extraction`, the answer the id of the record."""

    data: Mapping[str, object]


@handles(RecordSampling)
def record_sampling(command: RecordSampling, work: Work) -> str:
    """Issue the voucher (抽样取证凭证, D07)."""
    case, data = open_file(work, command.case_id, "sampling", command.data)
    return issue(work, case.id, "D07", lambda number, token: _voucher(work, case, data, number, token))


@handles(RecordExtraction)
def record_extraction(command: RecordExtraction, work: Work) -> str:
    """Issue the record (电子数据提取笔录, D06) with the digest of every file; refuses evidence that the case does not have."""
    case, data = open_file(work, command.case_id, "extraction", command.data)
    files = chosen_evidence(work, case, data)
    return issue(work, case.id, "D06", lambda _, token: _record(work, case, data, files, token))


def _voucher(work: Work, case: Case, data: FormData, number: str, token: str) -> SamplingVoucher:
    rows: list[Mapping[str, Any]] = list(data.values["items"] or ())  # type: ignore[arg-type]  # A table.
    return SamplingVoucher(
        **on_the_spot(work, case, data, number, token),
        purpose=data.text("purpose"),
        method=data.text("method"),
        items=tuple(Sample(**{name: str(row.get(name) or "") for name in Sample.__dataclass_fields__}) for row in rows),
    )


def _record(work: Work, case: Case, data: FormData, files: list[Evidence], token: str) -> ExtractionRecord:
    return ExtractionRecord(
        **on_the_spot(work, case, data, "", token),
        holder=data.text("holder"),
        source=data.text("source"),
        method=data.text("method"),
        items=tuple(Extracted(name=item.name, file_name=item.file_name, size=f"{item.size:,}", sha256=item.sha256) for item in files),
    )
