"""Documents (文书): complete and printable before they take a number, then numbered, frozen and put on paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.commands.command import CaseCommand, handles
from engine.commands.composition import compose_notice
from engine.commands.delivery import deliver
from engine.commands.number import take
from engine.commands.participant import STATED, check_confidential, secrets_of
from engine.commands.submission import last_form
from engine.errors import LawError
from engine.events.document import DocumentIssued, DocumentRendered
from engine.model import Document
from engine.rules.document import DOCUMENTS, digest, missing, number_word, read, title, to_json
from engine.rules.document import Document as DocumentFacts
from engine.rules.numbering import check_code
from engine.work import Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

PREVIEW = "〔〕"
"""Stands for the number while completeness is checked: no number is taken yet."""

UNPRINTABLE = "〓"
"""Stands in an inner paper for a character that the fonts lack, as printers set it."""

COMPLAINANT = "（投诉举报人）"
"""Stands in an inner paper for whoever complained."""

Composer = Callable[[str, str], DocumentFacts]
"""Makes the facts of a document from its number and its check token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRendering(CaseCommand[None]):
    """Record the digest of the paper made from a document's frozen facts; its bytes are in the file store already."""

    document_id: str
    sha256: str
    size: int


@handles(RecordRendering)
def record_rendering(command: RecordRendering, work: Work) -> None:
    """Record the first bytes; a later rendering changes nothing, since every reprint serves the first."""
    paper = work.get(Document, command.document_id)
    if paper.case_id != command.case_id or not work.ports.files.has(command.sha256):
        raise LawError("not_found", "没有这份文书或者它的文件。")
    if paper.pdf_sha256 is None:
        work.record(DocumentRendered(case=paper.case_id, document=paper.id, title=paper.title, sha256=command.sha256, size=command.size))


def newest(work: Work, case_id: str, code: str) -> Document | None:
    """Return the newest document of a kind in a case, or None."""
    found = work.rows(Document, case_id=case_id, code=code)
    return max(found, key=lambda paper: (paper.issued_on, paper.state == "issued", paper.sequence or 0), default=None)


def penalty_paper(work: Work, case_id: str) -> Document | None:
    """Return the decision that imposes the penalty, made in writing or on the spot; None before there is one."""
    return newest(work, case_id, "D19") or newest(work, case_id, "D20")


def issue(work: Work, case_id: str, code: str, compose: Composer, *, handed: bool = False) -> str:
    """Issue a document and return its id; what the party must get is served by a procedure of its own, unless it is `handed` over on the spot.

    Refuses with `complainant_named` what tells who complained, with `incomplete_document` what lacks a mandatory content, and
    with `unprintable` a character that the printing fonts lack: all before a number is taken, so that none is burnt.
    """
    kind, token = DOCUMENTS[code], check_code(work.new_id())
    if kind.inner:
        compose = _discreet(work, case_id, code, compose)
    draft = compose(PREVIEW, token)
    check_confidential(work, case_id, kind.title, to_json(draft))
    if lacking := missing(draft):
        listed = "、".join(item.label for item in lacking[:5])
        raise LawError("incomplete_document", f"{kind.title}缺少法定内容：{listed}。", basis=lacking[0].basis, field=lacking[0].field)
    if not kind.inner and (strange := work.ports.unprintable(str(to_json(draft)))):
        raise LawError("unprintable", f"{kind.title}中的“{strange}”字库没有，不能打印，请核对或者联系管理员补字。")
    facts, taken = draft, None
    if (word := number_word(code, draft)) is not None:
        taken = take(work, word)
        facts = compose(taken.text, token)
    document = work.new_id()
    work.record(
        DocumentIssued(
            case=case_id,
            document=document,
            code=code,
            title=title(code, facts),
            number=taken.text if taken else None,
            series=taken.series if taken else None,
            sequence=taken.sequence if taken else None,
            issued_on=work.today,
            token=token,
            facts_digest=digest(facts),
            facts=to_json(facts),
        )
    )
    if not kind.inner:
        work.tell("render", document=document, case=case_id)
    if kind.delivered and not handed:
        deliver(work, case_id, document)
    return document


def _discreet(work: Work, case_id: str, code: str, compose: Composer) -> Composer:
    """Return a composer of an inner paper that stops nobody's step: it leaves out who complained, and what the fonts cannot print."""

    def composed(number: str, token: str) -> DocumentFacts:
        told = dict.fromkeys(secrets_of(work, case_id), COMPLAINANT)
        facts = {name: value if name in STATED else _replaced(value, told) for name, value in to_json(compose(number, token)).items()}
        return read(code, _replaced(facts, dict.fromkeys(work.ports.unprintable(str(facts)), UNPRINTABLE)))

    return composed


def _replaced(value: Any, hidden: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        for told, shown in hidden.items():
            value = value.replace(told, shown)
        return value
    if isinstance(value, Mapping):
        return {name: _replaced(each, hidden) for name, each in value.items()}
    return [_replaced(each, hidden) for each in value] if isinstance(value, list) else value


@operation("document.issue", returns=("document",), inputs=("template",))
def issue_document(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the notice before the penalty (事先告知书). Source: 行政处罚法 Art. 44, 45, 62."""
    del values
    code = inputs["template"]
    if code != "D15":
        raise ValueError(f"{code} is not issued by a step of its own")
    form = last_form(work, case_id, "notice")
    if form is not None and form.values.get("tell") is False:
        # The older models, on which a running case stays, know no way back from here.
        raise LawError("step_not_waiting", "本案沿用旧流程，不能从告知退回。", field="tell")
    issue(work, case_id, code, lambda number, token: compose_notice(work, case_id, number, token))
    return {"document": code}
