"""Credit reporting (双公示报送): rows go out in a file, are answered by the credit site, corrected and sent again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.commands.command import CaseCommand, handles
from engine.errors import InvalidInputError, LawError, NotFoundError, StepNotWaitingError
from engine.events.credit import CreditRowAnswered, CreditRowCorrected, CreditRowExported, CreditRowRecalled
from engine.model import Case, CreditRow, Party, Publication
from engine.queries.credit import AGAIN
from engine.queries.disclosure import decision_of, penalty_of
from engine.queries.party import identity_of, party_of
from engine.rules.credit import BY_NAME, PARTY_KINDS, fitting, gaps, ten_thousands
from engine.rules.credit_repair import longest
from engine.rules.identity import PAPERS
from engine.rules.publication import goes_to_credit
from engine.work import FormData, Work

_BATCH = re.compile(r"[a-z0-9-]{1,60}", re.ASCII)
_BASIS = "双公示数据标准"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportCreditRow(CaseCommand[bool]):
    """Put the decision of a case into the file `batch`; the answer is whether there was something to report."""

    publication_id: str
    batch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCreditReceipt(CaseCommand[None]):
    """Record what the credit site answered to a row; `data` is the form `credit_receipt`."""

    row_id: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCreditRow(CaseCommand[None]):
    """Correct a field of a refused row; `data` is the form `credit_correction`."""

    row_id: str
    data: Mapping[str, object]


@handles(ExportCreditRow)
def export_credit_row(command: ExportCreditRow, work: Work) -> bool:
    """Record the row as exported: for the first time, corrected, or recalled.

    What was decided on the spot and what is only a warning is not reported (parameters `credit.push.*`). Refuses with
    `incomplete_document` a row in which a field that must say something is empty.
    """
    if not _BATCH.fullmatch(command.batch):
        raise InvalidInputError({"batch": ["报送文件的编号只用小写字母、数字和横线。"]})
    case, shown = work.case(command.case_id), work.get(Publication, command.publication_id)
    if shown.case_id != case.id:
        raise NotFoundError.out_of_reach()
    row = next(iter(work.rows(CreditRow, publication_id=shown.id)), None)
    if not _is_due(work, shown, row):
        return False
    values = _values(work, case, shown) if row is None else dict(row.fields or {})
    if lacking := gaps(values):
        raise LawError("incomplete_document", f"{shown.number}的双公示数据缺少{'、'.join(lacking)}，不能报送。", basis=_BASIS)
    work.record(
        CreditRowExported(
            case=case.id,
            row=work.new_id() if row is None else row.id,
            publication=shown.id,
            number=shown.number,
            district=shown.district,
            batch=command.batch,
            exported_on=work.today,
            times=1 if row is None else row.times + 1,
            fields=values,
        )
    )
    return True


@handles(RecordCreditReceipt)
def record_credit_receipt(command: RecordCreditReceipt, work: Work) -> None:
    """Record the answer to a row that is out; refuses a second answer, and one from before the row went out."""
    row, data = _row(work, command.case_id, command.row_id), work.read_form("credit_receipt", command.data)
    work.check_version()
    if row.state != "exported":
        raise StepNotWaitingError("这一条没有等待回执的报送。")
    answered_on = data.day("answered_on")
    if row.exported_on is not None and answered_on < row.exported_on:
        raise LawError("before_cause", "回执日期早于报送日期。", basis=_BASIS, field="answered_on")
    accepted = data.flag("accepted")
    answer = None if accepted else data.text("answer")
    work.record(CreditRowAnswered(case=row.case_id, row=row.id, number=row.number, accepted=accepted, answered_on=answered_on, answer=answer))


@handles(CorrectCreditRow)
def correct_credit_row(command: CorrectCreditRow, work: Work) -> None:
    """Correct the field; refuses a row that was not refused, and a value that is the same, too long or missing."""
    row, data = _row(work, command.case_id, command.row_id), work.read_form("credit_correction", command.data)
    work.check_version()
    if row.state not in {"refused", "corrected"}:
        raise StepNotWaitingError("只有被退回的才能更正后重新报送。")
    work.record(
        CreditRowCorrected(
            case=row.case_id,
            row=row.id,
            number=row.number,
            names=(BY_NAME[data.text("field")].title,),
            fields=_corrected(row, data),
        )
    )


def recall(work: Work, publication_id: str, reason: str) -> None:
    """Let the credit site hear that a decision is public no more, where it has the row or may have it."""
    for row in work.rows(CreditRow, publication_id=publication_id):
        if row.state in {"exported", "accepted"}:
            values = fitting({**(row.fields or {}), "BZ": f"撤回：{reason}"})
            work.record(CreditRowRecalled(case=row.case_id, row=row.id, number=row.number, fields=values))


def _is_due(work: Work, shown: Publication, row: CreditRow | None) -> bool:
    if row is not None:
        return row.state == "recalled" or (row.state in AGAIN and shown.state == "published")
    kinds = [kind for kind in (shown.kinds or "").split("|") if kind]
    return shown.state == "published" and goes_to_credit(shown.procedure or "", kinds, work.law.parameters)


def _corrected(row: CreditRow, data: FormData) -> dict[str, str]:
    field, value = BY_NAME[data.text("field")], " ".join((data.find("value") or "").split())
    known = {name: str(text) for name, text in (row.fields or {}).items()}
    if len(value) > field.longest:
        raise InvalidInputError({"value": [f"{field.title}不能超过{field.longest}字，现为{len(value)}字。"]})
    if field.must and not value:
        raise InvalidInputError({"value": [f"{field.title}是必报项，不能为空。"]})
    if value == known.get(field.name, ""):
        raise InvalidInputError({"value": ["与原来的内容相同，没有可以更正的。"]})
    return fitting({**known, field.name: value})


def _row(work: Work, case_id: str, row_id: str) -> CreditRow:
    row = work.find(CreditRow, row_id)
    if row is None or row.case_id != case_id:
        raise NotFoundError("本案没有这一条双公示数据。")
    return row


def _values(work: Work, case: Case, shown: Publication) -> dict[str, str]:
    """Return the standard fields of a decision; the facts and the penalty as they were published, the party with its own name.

    The number and the day of a decision that was changed stay its own, by which the site knows it; the remark says how it was changed.
    """
    party, department, content = party_of(work.connection, case.id), work.law.department, shown.content
    decision = decision_of(penalty_of(work.connection, case.id))
    gains = None if decision is None or "没收违法所得" not in content["kinds"] else decision.sanction.gains
    changes = content.get("changes", ())
    return fitting(
        {
            **_party(party),
            "CF_WSH": shown.number,
            "CF_WFXW": content["cause"],
            "CF_SY": "".join(content["facts"]),
            "CF_YJ": content["basis"],
            "CF_CFLB": "、".join(content["kinds"]),
            "CF_NR": content["penalty"],
            "CF_NR_FK": ten_thousands(None if content["fine"] is None else Decimal(content["fine"])),
            "CF_NR_WFFF": ten_thousands(None if gains is None else Decimal(gains)),
            "CF_JDRQ": content["decided_on"] or "",
            "CF_GSJZQ": _shown_until(work, shown).isoformat(),
            "CF_CFJG": department.name,
            "CF_CFJGDM": department.uscc,
            "CF_SJLY": department.name,
            "CF_SJLYDM": department.uscc,
            "BZ": f"变更：{''.join(changes)}" if changes else "",
        }
    )


def _shown_until(work: Work, shown: Publication) -> date:
    """Return the last day on the credit site: of the publication here, and never beyond the longest term that the city has for it."""
    last = longest(shown.first_on or shown.published_on, shown.severity or "general", work.law.parameters)
    return last if shown.until is None else min(shown.until, last)


def _party(party: Party) -> dict[str, str]:
    number = identity_of(party).number
    paper = "身份证" if party.code_kind is None else PAPERS[party.code_kind].credit
    identity = {"CF_XDR_ZJLX": paper, "CF_XDR_ZJHM": number} if number else {"CF_XDR_SHXYM": party.code or ""}
    return {
        "CF_XDR_MC": party.name or "",
        "CF_XDR_LB": PARTY_KINDS.get(party.kind, party.kind),
        "CF_FRDB": party.legal_representative or "",
        **identity,
    }
