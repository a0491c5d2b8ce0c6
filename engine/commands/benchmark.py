"""Discretion tables (裁量基准) and rules of all causes: drafted, checked, tried on past cases, approved by another one, in force from a day on."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from engine.commands.command import Command, handles
from engine.commands.law import publish
from engine.dmn import ModelError
from engine.errors import InvalidInputError, LawError, NotFoundError, StaleVersionError, StepNotWaitingError
from engine.events.benchmark import BenchmarkApproved, BenchmarkDrafted, BenchmarkDropped, BenchmarkReturned, BenchmarkSubmitted
from engine.events.law import called
from engine.law.benchmark import RULES, stamped
from engine.model import BenchmarkDraft
from engine.queries.benchmark import as_published, weighed
from engine.rules.benchmark import LONGEST, uses
from engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBenchmark(Command[str]):
    """Write a draft, or write it anew where `draft` names one; the answer is its id.

    `seen` is the digest of the draft that was changed, where its page showed one: what somebody else wrote meanwhile is not written over.
    """

    name: str
    version: str
    valid_from: date
    reason: str
    text: str
    draft: str | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitBenchmark(Command[None]):
    """Hand a draft to a second person; `sha256` is the content that the author saw."""

    draft: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveBenchmark(Command[str]):
    """Approve a submitted draft and publish it; `sha256` is the content that the approver saw. The answer is the version's id."""

    draft: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnBenchmark(Command[None]):
    """Send a submitted draft back."""

    draft: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropBenchmark(Command[None]):
    """Give up a draft that was not published."""

    draft: str


@handles(DraftBenchmark)
def draft_benchmark(command: DraftBenchmark, work: Work) -> str:
    """Keep the draft as it was handed in; what stands against it is told on its page and refuses the submission.

    Its digest is that of the file as it would be published, with version and first day. Refuses what is no decision model at all, and what
    is neither a rule of all causes nor a table that a cause uses.
    """
    if command.draft is not None:
        kept = _open(work, command.draft, "draft")
        if command.seen is not None:
            _seen(kept, command.seen)
    _check_filled(command)
    try:
        content = stamped(command.name, command.text.encode(), command.version.strip(), command.valid_from)
    except ModelError as error:
        line = f"文件第{error.line}行：" if error.line else ""
        raise InvalidInputError({"text": [f"{line}{error.reason}。"]}) from None
    if command.name not in RULES and not uses(command.name, work.law):
        raise InvalidInputError({"name": [f"案由目录中没有使用“{command.name[:40]}”这张表的依据。"]})
    draft = command.draft or work.new_id()
    work.record(
        BenchmarkDrafted(
            draft=draft,
            name=command.name,
            version=command.version.strip(),
            valid_from=command.valid_from,
            reason=command.reason.strip(),
            content=command.text,
            sha256=sha256(content).hexdigest(),
            author=work.actor.id,
            author_name=work.actor.name,
            at=work.now,
        )
    )
    return draft


def _check_filled(command: DraftBenchmark) -> None:
    problems = {}
    if not command.version.strip() or len(command.version) > 40:
        problems["version"] = ["请填写版本号，不超过40字，如 JC-2027.1。"]
    if not command.reason.strip() or len(command.reason) > 2000:
        problems["reason"] = ["请写明起草或者修改的理由，不超过2000字。"]
    if len(command.text) > LONGEST:
        problems["text"] = [f"文件超过{LONGEST // 1024}KB。"]
    if problems:
        raise InvalidInputError(problems)


@handles(SubmitBenchmark)
def submit_benchmark(command: SubmitBenchmark, work: Work) -> None:
    """Try the draft on past cases and hand it over; refuses one against which something stands."""
    draft = _seen(_open(work, command.draft, "draft"), command.sha256)
    trial = _check_sound(work, draft)
    work.record(BenchmarkSubmitted(draft=draft.id, name=draft.name, version=draft.version, sha256=draft.sha256, trial=trial, by_name=work.actor.name))


@handles(ApproveBenchmark)
def approve_benchmark(command: ApproveBenchmark, work: Work) -> str:
    """Publish the draft; refuses the author, and a draft that is no longer sound today. Source: 国办发〔2022〕27号 (审核、公布)."""
    draft = _seen(_open(work, command.draft, "submitted"), command.sha256)
    if work.actor.id == draft.author:
        raise LawError("same_person", f"起草人不能复核自己起草的{called(draft.name)}，须由另一人复核。", basis="国办发〔2022〕27号", field="approver")
    _check_sound(work, draft)
    work.record(
        BenchmarkApproved(
            draft=draft.id,
            name=draft.name,
            version=draft.version,
            sha256=draft.sha256,
            approver=work.actor.id,
            approver_name=work.actor.name,
            at=work.now,
        )
    )
    return publish(work, "discretion", draft.name, draft.valid_from, as_published(draft).decode())


@handles(ReturnBenchmark)
def return_benchmark(command: ReturnBenchmark, work: Work) -> None:
    """Send the draft back to its author; the reason is recorded."""
    draft = _open(work, command.draft, "submitted")
    if not command.reason.strip() or len(command.reason) > 2000:
        raise InvalidInputError({"reason": ["请写明退回的理由，不超过2000字。"]})
    work.record(BenchmarkReturned(draft=draft.id, name=draft.name, version=draft.version, reason=command.reason.strip(), by_name=work.actor.name))


@handles(DropBenchmark)
def drop_benchmark(command: DropBenchmark, work: Work) -> None:
    """Give up the draft; what was written of it stays in the journal."""
    draft = _open(work, command.draft, "draft", "submitted")
    work.record(BenchmarkDropped(draft=draft.id, name=draft.name, version=draft.version, by_name=work.actor.name))


def _open(work: Work, draft_id: str, *states: str) -> BenchmarkDraft:
    draft = work.find(BenchmarkDraft, draft_id)
    if draft is None:
        raise NotFoundError("没有这份草案。")
    if draft.state not in states:
        raise StepNotWaitingError("这份草案已经提交、发布或者撤销，不能再这样办理。")
    return draft


def _seen(draft: BenchmarkDraft, digest: str) -> BenchmarkDraft:
    """Refuse with StaleVersionError what was changed after somebody looked at it."""
    if draft.sha256 != digest:
        raise StaleVersionError(seen=0, current=1, what="这份草案已被改过")
    return draft


def _check_sound(work: Work, draft: BenchmarkDraft) -> dict[str, int]:
    """Refuse a draft against which something stands; return the numbers of its trial on past cases."""
    found, trial = weighed(work.connection, work.law_at, work.today, draft, work.law)
    if found:
        more = f"（另有{len(found) - 1}处）" if len(found) > 1 else ""
        raise LawError("table_faulty", f"{called(draft.name)}不能发布：{found[0].message}{more}", basis="行政处罚法 34", field="text")
    return trial.summary() if trial is not None else {}
