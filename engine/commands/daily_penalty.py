"""Fines for every day (按日连续处罚): a fined case is re-checked, and who refuses to correct is fined anew in a case of its own.

The case of the fine goes the ordinary road from the clue to the payment; its sum is the original fine for every day and nothing else.
What an earlier fine punished is no obstacle: 生态环境法典 Art. 1060 is a basis of its own beside 行政处罚法 Art. 29.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from engine.commands.act_stay import check_not_ordered_to_stop
from engine.commands.case_link import linked
from engine.commands.composition import face
from engine.commands.document import issue
from engine.commands.procedure import start_form, starts
from engine.errors import InvalidInputError, LawError
from engine.events.case_link import DAILY, CasesLinked
from engine.events.recheck import CORRECTED, RESULTS, RecheckRecorded
from engine.law.causes import Cause
from engine.model import Case, CaseLink, CorrectionOrder, Document, Evidence
from engine.queries.daily_penalty import daily_fine, fining_paper, next_round, origin_of
from engine.queries.party import party_of
from engine.rules.daily_penalty import CITE, DailyFine, Round, is_empowered
from engine.rules.document.reinspection_record import ReinspectionRecord
from engine.rules.document.wording import day_text
from engine.rules.money import format_yuan
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

ORDINARY, ORDER = "ordinary", "D05"
"""The procedure of a case that fines for every day, and the paper that orders to correct."""


@starts("daily_recheck")
def check_recheck(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the day; refuses one that the order, an earlier re-check or the term of the re-check do not allow."""
    del instance
    _evidence(work, case.id, data)
    order, term = _next(work, case.id)
    if data.text("result") != CORRECTED:
        check_not_ordered_to_stop(work, case.id, (ORDER,), order, "result")
    term.check(data.day("checked_on"), data.text("result"), work.law.parameters)
    return day_text(data.text("checked_on"))


@operation("daily.record", returns=("refusing",))
def record_recheck(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record what both officers stand by, with its record (复查笔录), and say whether the party refused."""
    del inputs, values
    form, paper = start_form(work), fining_paper(work.connection, case_id)
    order, term = _next(work, case_id)
    if paper is None:
        raise LawError("no_basis", "罚款决定已被撤销，不能按日连续处罚。", basis=CITE)
    term.check(form.day("checked_on"), form.text("result"), work.law.parameters)
    issue(work, case_id, "D03", lambda number, token: _record(work, case_id, order, term, form, token))
    work.record(
        RecheckRecorded(
            case=case_id,
            recheck=work.instance or "",
            decision=paper.id,
            order=order,
            checked_on=form.day("checked_on"),
            result=form.text("result"),
            first_on=term.first_on,
        )
    )
    return {"refusing": form.text("result") != CORRECTED}


def _evidence(work: Work, case_id: str, form: FormData) -> str:
    """Return by number and name the evidence that a form refers to; refuses what is not in the case."""
    wanted = cast("Sequence[str]", form.values["evidence"])
    known = {key: item for item in work.rows(Evidence, case_id=case_id) for key in (item.id, str(item.number))}
    if any(key not in known for key in wanted):
        raise InvalidInputError({"evidence": ["本案没有这份证据。"]})
    return "、".join(f"证据{known[key].number}“{known[key].name}”" for key in wanted)


def _next(work: Work, case_id: str) -> tuple[str, Round]:
    found = next_round(work.connection, case_id)
    if found is None:
        raise LawError("not_served", "没有已经送达并且有效、尚未查明改正的责令改正通知书。", basis=CITE)
    return found


def _record(work: Work, case_id: str, order: str, term: Round, form: FormData, token: str) -> ReinspectionRecord:
    case, given = work.case(case_id), work.get(CorrectionOrder, order)
    paper = fining_paper(work.connection, case_id) if given.document_id is None else work.get(Document, given.document_id)
    result = RESULTS[form.text("result")]
    counted = "" if form.text("result") == CORRECTED else f"，自{day_text(term.first_on.isoformat())}起按日计罚至复查之日"
    return ReinspectionRecord(
        **face(work, case, "", token),
        cause=case.cause_title,
        order_title=paper.title if paper else "",
        order_number=(paper.number or "") if paper else "",
        demand=(given.demand or "").rstrip("。"),
        due=term.due.isoformat(),
        inspected_on=form.text("checked_on"),
        place=form.text("place"),
        present=form.text("present"),
        finding=f"{form.text('finding').rstrip('。')}（{_evidence(work, case_id, form)}）。",
        conclusion=f"{result}{counted}。",
    )


def check_cause(work: Work, cause: Cause, data: FormData, recheck: str | None, other: Case | None) -> DailyFine | None:
    """Return what founds a case that fines for every day, None for any other; refuses one that comes from no re-check, or a second one of it."""
    if not cause.daily:
        if recheck is not None:
            raise InvalidInputError({"cause": ["由复查引出的案件，案由是按日连续处罚。"]})
        return None
    found = None if recheck is None or other is None else daily_fine(work.connection, recheck)
    if found is None or other is None or found.case != other.id:
        raise LawError("no_basis", "按日连续处罚由原案件的复查引出：先在原案件启动“按日连续处罚的复查”。", basis=CITE, field="cause")
    if data.text("procedure") != ORDINARY:
        raise InvalidInputError({"procedure": ["按日连续处罚适用普通程序。"]})
    if work.rows(CaseLink, other_id=other.id, recheck=recheck):
        raise LawError("step_not_waiting", "这次复查已经登记了按日连续处罚的案件。", basis=CITE, field="cause")
    if not is_empowered(work.law.parameters):
        source = work.law.parameters.parameter("daily.empowered").source
        raise LawError("no_basis", f"本机关没有实施按日连续处罚的权限（{source}）。", basis=CITE, field="cause")
    found.check_stands("cause")
    return found


def linked_daily(work: Work, case_id: str, other: Case, found: DailyFine) -> CasesLinked:
    """Return the link to the case that was fined; refuses another party than that one's."""
    mine, theirs = party_of(work.connection, case_id), party_of(work.connection, other.id)
    if (mine.kind, mine.code, mine.code_kind, mine.name) != (theirs.kind, theirs.code, theirs.code_kind, theirs.name):
        raise InvalidInputError({"party.name": [f"当事人须与原案件相同：{theirs.name or ''}。"]})
    return linked(work, case_id, other, DAILY, recheck=found.recheck)


def founded(work: Work, case: Case, field: str) -> DailyFine | None:
    """Return what founds a case that fines for every day, None for any other case; refuses one whose decision or order fell meanwhile."""
    if not work.law.causes.cause(case.cause).daily:
        return None
    found = origin_of(work.connection, case.id)
    if found is None:
        raise LawError("no_basis", "按日连续处罚须由原案件的复查引出。", basis=CITE, field=field)
    found.check_stands(field)
    return found


def check_daily_report(found: DailyFine, report: Mapping[str, Any]) -> None:
    """Refuse days, an original fine and a sum other than those that the re-check reckons to."""
    first, last = (day_text(day.isoformat()) for day in (found.first_on, found.checked_on))
    wanted = {
        "act_start": (found.first_on.isoformat(), f"计罚首日为{first}"),
        "act_end": (found.checked_on.isoformat(), f"计罚到复查之日{last}"),
        "measured": (Decimal(found.days), f"自{first}至{last}，计罚{found.days}日"),
        "price": (found.fine, f"{found.decision}现罚款{format_yuan(found.fine or Decimal(0))}"),
    }
    stated = {name: report.get(name) for name in wanted}
    read = {name: value if name.startswith("act") or value is None else Decimal(value) for name, value in stated.items()}
    problems = {name: [f"{said}（生态环境法典第1060条）。"] for name, (value, said) in wanted.items() if read[name] != value}
    if problems:
        raise InvalidInputError(problems)
    found.check_fine(Decimal(report["fine"]), "fine")
