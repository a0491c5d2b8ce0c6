"""Cautions (办理提醒): what the person at a step must know before it is submitted, because the law refuses it or takes something away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.events.amendment import CHANGES
from engine.law.calendar import DAY
from engine.model import Evidence, Remedy, Task
from engine.queries.amendment import unassessed
from engine.queries.case_file import CaseFileView
from engine.queries.performance_cost import costs_of
from engine.queries.procedure import Procedure
from engine.queries.query import Reading
from engine.queries.remedy import Unclaimed, outsiders, remedies_ended, unclaimed
from engine.rules.document.wording import day_text
from engine.rules.enforcement import REMEDIES, WINDOWS
from engine.rules.money import format_yuan

REVIEW = "capture_review"
SOUGHT = {"reconsideration": "申请行政复议", "litigation": "提起行政诉讼"}

PROPOSED = frozenset({"confirm_report", "legal_review", "review_proposal", "approve_proposal", "notice", "decide"})
"""The steps at which somebody stands by what the party is, or was, told."""

APPLYING = frozenset({"demand", "apply_to_court", "sign_court_application"})
"""The steps at which the court is, or is about to be, asked to enforce."""

COST = frozenset({"apply_cost", "sign_cost_application"})
"""The steps at which the court is, or is about to be, asked to enforce the cost of a performance."""

ASKING = frozenset({"apply_to_court", "sign_court_application", "court_answer"})
"""The steps at which the party's remedies decide whether the court may be asked, or go on."""

STALE_BASIS = "行政处罚法 5②、40、44"
DOUBT_BASIS = "行政处罚法 41、46②"

_WITHOUT = "这时申请的，只能申请执行罚款，加处罚款不在申请之内。"
_WHY = {
    "disputed": f"对加处罚款决定的复议、诉讼还没有终结。{_WITHOUT}",
    "organ": f"加处罚款决定经复议变更（调解），由行政复议机关执行。{_WITHOUT}",
    "annulled": "加处罚款决定已经撤销，自始没有效力：重新作出的加处罚款决定送达并且救济期限届满以前，不能主张加处罚款，催告、申请都只包括罚款。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """What to know before submitting, with its basis."""

    title: str
    text: str
    basis: str


def stale_words(act: str) -> str:
    """Return why a proposal cannot go on after a change of the party, and the way on."""
    if act == "capacity":
        return "评定以后查明当事人须由监护人代理，本案还没有重新评定：退回调查终结，重新评定、重新告知。"
    return (
        f"评定以后当事人已经变更（{CHANGES[act]}），现在的当事人还没有评定：违法次数、情节按原当事人认定的，不能据以告知、处罚现在的当事人。"
        "退回调查终结，对现在的当事人重新评定、重新告知。"
    )


def cautions_of(file: CaseFileView, task: Task, reading: Reading) -> Iterator[Caution]:
    """Yield what the person at a step must know."""
    changed = unassessed(file.amendments, file.assessments) if task.step in PROPOSED else None
    if changed is not None:
        yield Caution(title="须退回，重新评定", text=stale_words(changed.act), basis=STALE_BASIS)
    if task.step in {*PROPOSED, "investigation_report"}:
        yield from _doubts(file)
    if task.step in ASKING:
        yield from _remedies(file, task, reading)
    if task.step in COST:
        yield from _cost(file, task, reading)
    found = unclaimed(reading.connection, file.case.id, reading.today) if task.step in APPLYING else None
    if found is not None and file.ledger is not None and file.ledger.surcharge > 0:
        basis = "行政强制法 45①；行政复议法 64" if found.why == "annulled" else "行政强制法 46、53"
        yield Caution(title="不申请执行加处罚款", text=_without(found, file), basis=basis)


def _remedies(file: CaseFileView, task: Task, reading: Reading) -> Iterator[Caution]:
    """Yield what the remedies against the penalty mean for the court: it is not asked before they ended, and told of those that came later.

    Source: 行政强制法 Art. 53, 58; 行政复议法 Art. 20, 23; 行政诉讼法 Art. 45, 46; 最高法适用行政诉讼法解释 Art. 156.
    """
    outside = outsiders(reading.connection, file.case.id)
    everybody_s = [row for row in file.remedies if row.against is None and row.result is None]
    pending = everybody_s if task.step == "court_answer" else [row for row in everybody_s if row.applicant not in outside]
    said = _sought(pending)
    if task.step == "court_answer":
        if pending:
            text = f"{said}，还没有结束：应当书面告知法院，由法院依法处理；复议、诉讼改变或者撤销决定的，撤回或者变更申请。"
            yield Caution(title="申请以后有复议、诉讼", text=text, basis="行政强制法 53、58")
        return
    if pending:
        yield Caution(title="复议、诉讼没有结束", text=f"{said}。有了结果并且期限届满以前，不能申请法院强制执行。", basis="行政强制法 53")
        return
    if others := [row for row in everybody_s if row.applicant in outside]:
        text = f"{_sought(others)}，还没有结束：不停止执行，也不延长三个月的申请期限；申请的，书面告知法院。"
        yield Caution(title="利害关系人的复议、诉讼没有结束", text=text, basis="行政强制法 53；行政复议法 42、行政诉讼法 56")
    running = [clock for clock in file.clocks if clock.key in REMEDIES and clock.due and clock.due >= reading.today and clock.state == "running"]
    own = [clock for clock in running if clock.subject is None]
    if remedies_ended(reading.connection, file.case.id, reading.today, of_party=True) is None and own:
        last = max(clock.due for clock in own if clock.due is not None)
        text = f"当事人申请复议、提起诉讼的期限至{day_text(last.isoformat())}届满，在此以前不能申请；届满以后三个月内申请。"
        yield Caution(title="救济期限没有届满", text=text, basis="行政强制法 53")
    if file.case.procedure == "summary":
        text = (
            "当场处罚须先申请复议：没有申请复议的，申请法院的三个月从复议期限（六十日）届满还是从起诉期限（六个月）届满起算，各地法院理解不同。"
            "系统按较晚的一日限制最早申请的日期；宜先与受理法院沟通，期限届满以后尽早申请。"
        )
        yield Caution(title="申请期限的起算有不同理解", text=text, basis="行政复议法 23①(1)；行政强制法 53")


def _cost(file: CaseFileView, task: Task, reading: Reading) -> Iterator[Caution]:
    """Yield what is owed of a cost, and until when the remedies against the decision on it, those of heirs too, keep the court from being asked.

    Source: 行政强制法 Art. 53; 行政复议法 Art. 14(2); 最高法适用行政诉讼法解释 Art. 156.
    """
    left = costs_of(reading.connection, file.case.id).get(task.instance, Decimal(0))
    mine = [clock for clock in file.clocks if clock.subject == task.instance and clock.due is not None]
    places = {f"{task.instance}:{row.applicant}" for row in file.remedies if row.applicant not in outsiders(reading.connection, file.case.id)}
    terms = [clock for clock in file.clocks if clock.key in REMEDIES and clock.state == "running" and clock.subject in {task.instance, *places}]
    open_until = max((clock.due for clock in terms if clock.due is not None), default=None)
    closes = next((clock.due for clock in mine if clock.due and clock.key in WINDOWS and clock.state == "running"), None)
    if open_until is not None and open_until >= reading.today:
        day = day_text(open_until.isoformat())
        text = f"对缴费决定申请复议、提起诉讼的期限至{day}届满，在此以前不能申请；届满以后三个月内申请。尚欠{format_yuan(left)}。"
        yield Caution(title="救济期限没有届满", text=text, basis="行政强制法 53")
    elif closes is not None:
        text = f"申请法院强制执行的期限至{day_text(closes.isoformat())}届满，过期不能再申请。尚欠{format_yuan(left)}。"
        yield Caution(title="申请期限", text=text, basis="行政强制法 53")


def _sought(pending: Sequence[Remedy]) -> str:
    """Return in words who challenges the decision where since when."""
    return "；".join(f"{row.applicant_name or '当事人'}{day_text(row.filed_on.isoformat())}向{row.organ}{SOUGHT[row.kind]}" for row in pending)


def _without(found: Unclaimed, file: CaseFileView) -> str:
    """Return until when the surcharge is not claimed, and when it would be, where the court can still be asked then."""
    if found.why != "open":
        return _WHY[found.why]
    if found.until is None:
        return f"加处罚款决定书还没有送达，不能申请执行加处罚款。{_WITHOUT}"
    owed = "" if file.ledger is None else format_yuan(file.ledger.overdue)
    closes = next((clock.due for clock in file.clocks if clock.key in WINDOWS and clock.subject is None and clock.state == "running"), None)
    after = f"{day_text((found.until + DAY).isoformat())}起申请的，可以一并申请执行"
    said = f"不服加处罚款决定的复议、诉讼期限至{day_text(found.until.isoformat())}届满，在此以前不能申请执行加处罚款（今日{owed}）。{_WITHOUT}"
    if closes is None:
        return f"{said}{after}。"
    still = f"；申请期限至{day_text(closes.isoformat())}" if found.until < closes else ""
    return f"{said}{after}{still}。" if still else f"{said}申请法院的期限至{day_text(closes.isoformat())}届满，等不到救济期限届满。"


def _doubts(file: CaseFileView) -> Iterator[Caution]:
    """Yield which records of devices are audited anew, or were taken off after the assessment rested on them."""
    reviews = [(row, _records(file, row)) for row in file.procedures if row.procedure == REVIEW]
    waiting = sorted({piece.number for _, pieces in reviews for piece in pieces if piece.recheck == "needed"})
    if waiting:
        text = f"证据{_joined(waiting)}：审核以前不能作出决定；不再作为证据的，以它为依据的裁量要重新评定。"
        yield Caution(title="设备记录正在重新审核", text=text, basis=DOUBT_BASIS)
    assessed = max((item.at for item in file.assessments if item.at is not None), default=None)
    ended = {task.instance for task in file.done if task.step == "review_capture" and assessed and task.done_at and task.done_at >= assessed}
    off = sorted({piece.number for row, pieces in reviews for piece in pieces if piece.recheck == "excluded" and row.id in ended})
    if off:
        text = f"证据{_joined(off)}的设备记录重新审核以后不再作为证据：退回调查终结，按其余证据重新认定事实、评定裁量。"
        yield Caution(title="须退回，重新评定", text=text, basis=DOUBT_BASIS)


def _records(file: CaseFileView, row: Procedure) -> list[Evidence]:
    names = row.data.get("records") or []
    return [piece for piece in file.evidence if piece.id in names or str(piece.number) in names]


def _joined(numbers: list[int]) -> str:
    return "、".join(map(str, numbers))
