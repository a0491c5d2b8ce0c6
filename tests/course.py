"""The course (办理经过) of an ordinary case: who does which step, what the form says when all goes well, and how far the case is driven."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

from engine.actor import SYSTEM
from engine.clock import SHANGHAI, local_date
from engine.errors import LawError
from engine.queries.case_file import CaseFileView
from engine.queries.due import DueDeadlines
from engine.rules.hearing import earliest_hearing
from tests.engine.law.published import BOOK
from tests.office import Office, found_office

Form = dict[str, Any]

AGREED: Form = {"approved": "true", "opinion": "同意。"}
CONFIRMED: Form = {"confirmed": "true"}
REVIEW_ITEMS: Form = dict.fromkeys(("subject", "personnel", "facts", "procedure", "basis", "competence", "papers", "crime"), "ok")

PEOPLE: Mapping[str, str] = {
    "verification": "zhouyan",
    "confirm_verification": "wumin",
    "approve_no_filing": "limin",
    "case_filing": "zhouyan",
    "review_filing": "hanlei",
    "approve_filing": "limin",
    "investigation": "zhouyan",
    "appraisal": "zhouyan",
    "investigation_report": "zhouyan",
    "confirm_report": "wumin",
    "legal_review": "shenyanqiu",
    "review_proposal": "hanlei",
    "approve_proposal": "limin",
    "notice": "zhouyan",
    "serve": "zhouyan",
    "plea": "zhouyan",
    "plea_review": "zhengkai",
    "convene_panel": "limin",
    "panel_discussion": "fangwen",
    "request_hearing": "zhouyan",
    "appoint_host": "limin",
    "set_hearing": "heyan",
    "hold_hearing": "heyan",
    "report_hearing": "heyan",
    "review_hearing": "shenyanqiu",
    "decide": "limin",
    "transfer": "zhouyan",
    "confirm_payment": "qianhui",
    "payment_reminder": "zhouyan",
    "prepare_publication": "songjia",
    "review_publication": "shenyanqiu",
    "closing": "zhouyan",
    "approve_closing": "limin",
    "archiving": "mengfan",
    "archive_volume": "mengfan",
}
"""Who does a step in the district of Donghu."""

HEARD: Form = {
    "result": "held",
    "attendance": "当事人的法定代表人，调查人员。",
    "challenge": "当事人表示不申请回避。",
    "accusation": "调查人员宣读事实、证据和处罚建议。",
    "defence": "当事人认为数额过高。",
    "confrontation": "逐项出示证据，当事人无异议。",
    "last_words": "请求从轻。",
    "signed": "signed",
}
"""A hearing as it is held when all goes well."""

MEMBERS = ("fangwen", "tangyue", "luojing")
"""Who sits in the panel."""

STEPS = tuple(PEOPLE)
"""The steps that wait for people, in the order in which a case comes to them."""


def report(day: str, **changes: Any) -> Form:
    """An investigation report that proposes the middle of the tier 较重."""
    return {
        "act_start": "2026-09-14",
        "act_end": day,
        "facts": "餐厅排放油烟，浓度为4.8mg/m³，限值为2.0mg/m³。",
        "evidence_summary": "现场检查笔录、照片。",
        "measured": "4.8",
        "limit": "2.0",
        "harm": "slight",
        "outcome": "penalty",
        "fine": "22500",
    } | changes


def first_hearing(day: str) -> str:
    """The first day for a hearing of which the party is told on a day."""
    return str(earliest_hearing(date.fromisoformat(day), BOOK).due)


def right_form(file: CaseFileView, step: str, day: str) -> Form:
    """What the form of a step says when all goes well."""
    case = file.case
    forms: Mapping[str, Callable[[], Form]] = {
        "verification": lambda: {"record": "检查排放口。", "facts": "油烟超标。", "finding": "file", "second": "wumin"},
        "case_filing": lambda: {"facts": "餐厅排放油烟，涉嫌超标。", "opinion": "建议立案。"},
        "investigation": lambda: {"record": "现场检查。", "next": "report"},
        "appraisal": lambda: {"finished_on": day, "report_no": "JH2026-0917", "conclusion": "超标。", "measured": "4.8", "limit": "2.0"},
        "investigation_report": lambda: report(case.discovered_on.isoformat()),
        "legal_review": lambda: REVIEW_ITEMS | {"opinion": "pass"},
        "notice": lambda: {"confirm": "true", "contact": "周岩 0999-1234567", "address": "江川市东湖区市政路1号"},
        "serve": lambda: {
            "served": "true",
            "served_on": day,
            "way": "direct",
            "recipient": "何秀兰",
            "relation": "legal_representative",
            "place": "湖滨路18号",
        },
        "plea": lambda: {"plea": "waived", "received_on": day},
        "plea_review": lambda: {"finding": "理由不成立。", "accepted": "none", "reason": "没有证据。", "facts_changed": "false"},
        "convene_panel": lambda: {
            "members": list(MEMBERS),
            "chair": "fangwen",
            "meets_on": day,
            "place": "三楼会议室",
            "matter": "拟处罚款是否适当。",
        },
        "request_hearing": lambda: {"requested": "waived", "requested_on": day},
        "appoint_host": lambda: {"host": "heyan", "recorder": "suqing", "public": "open"},
        "set_hearing": lambda: {"meets_on": first_hearing(day), "meets_at": "09:30", "place": "二楼听证室"},
        "hold_hearing": lambda: HEARD | {"held_on": day},
        "report_hearing": lambda: {"course": "双方到场。", "issues": "数额。", "finding": "sustain", "grounds": "证据经质证属实。"},
        "review_hearing": lambda: REVIEW_ITEMS | {"opinion": "pass"},
        "panel_discussion": lambda: {"held_on": day, "opinions": "一致同意。", "resolution": "agree"},
        "decide": lambda: (
            {"fine": format(case.proposed_fine, "f"), "opinion": "同意。"}
            if case.proposed_fine is not None
            else {"decision": "decide", "outcome": case.proposed_outcome}
        ),
        "transfer": lambda: {"recipient": "江川市公安局", "reason": "涉嫌犯罪。", "receipt_no": "YS-1", "delivered_on": day},
        "confirm_payment": lambda: {
            "amount": format(file.ledger.owing if file.ledger else Decimal(0), "f"),
            "paid_on": day,
            "receipt_no": f"P{case.id[:12]}-{len(file.payments)}",
            "channel": "bank",
        },
        "payment_reminder": lambda: {"reminded_on": day, "way": "电话"},
        "prepare_publication": lambda: {"publish": "true", "summary": "油烟排放超标。"},
        "closing": lambda: {"result": "罚款已缴清，违法行为已改正。"},
        "archiving": lambda: {"volume_no": "2026-普-0001", "pages": 68},
        "archive_volume": lambda: {"volume_no": "2026-终-0001", "pages": 12},
    }
    return forms[step]() if step in forms else CONFIRMED if step.startswith("confirm_") else AGREED


def today(office: Office) -> str:
    """The day at which the office's clock stands."""
    return local_date(office.clock.now()).isoformat()


def do(office: Office, case: str, step: str, by: str | None = None, **changes: Any) -> list[str]:
    """Do a step as it is done when all goes well, `changes` apart; a change to None leaves the field out."""
    file = office.file(case)
    if step == "panel_discussion" and step in {task.step for task in file.waiting}:
        vote(office, case, "agree" if changes.get("resolution", "agree") == "agree" else "disagree")
    form = right_form(file, step, today(office)) | changes
    return office.submit(by or PEOPLE[step], case, step, **{name: value for name, value in form.items() if value is not None})


def vote(office: Office, case: str, said: str) -> None:
    """Let every member of the open panel who has not voted do so."""
    file = office.file(case)
    for seat in (seat for seat in file.seats if seat.vote is None and seat.panel_id == file.panels[-1].id):
        office.vote(next(login for login in MEMBERS if office.actor(login).id == seat.person), case, said)


def drive(office: Office, case: str, until: str | None = None, **steps: Form) -> str:
    """Drive a case until a step waits, or to its end; `steps` says how the form of a step differs. Silence moves the clock."""
    for _ in range(60):
        waiting = office.waiting(case)
        if until in waiting:
            return case
        step = next((step for step in STEPS if step in waiting), None)
        if step is not None:
            if step == "investigation":
                prepare(office, case)
            try:
                do(office, case, step, **steps.get(step, {}))
            except LawError as refusal:
                # The head waits until the right to a hearing has lapsed.
                if refusal.code != "hearing_open" or not ring(office):
                    raise
        elif office.file(case).case.state not in {"open", "closed"} or not ring(office):
            return case
    raise AssertionError(f"the case does not come to {until}: {office.waiting(case)}")


def prepare(office: Office, case: str) -> None:
    """Put into the file what the inquiry must bring: a piece of evidence, and a minor's guardian."""
    file = office.file(case)
    if not file.evidence:
        office.evidence(case)
    if file.minors and not any(person.role == "guardian" for person in file.participants):
        office.note(case, "participant", role="guardian", name="王建国", relation="父亲", phone="13900005678")


def ring(office: Office) -> bool:
    """Move the clock to the next deadline and let it ring; False where none runs."""
    due = office.house.engine.ask(DueDeadlines(until=datetime(2100, 1, 1, tzinfo=SHANGHAI), limit=1), SYSTEM)
    if due:
        office.at(f"{due[0].ends_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}")
    return bool(due)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """An office on disk in which one case has come to a step."""

    folder: Path
    instant: datetime
    case: str

    def enter(self, folder: Path) -> Office:
        """A copy of the office that a test may change."""
        office = found_office(folder, self.folder)
        office.clock.move(self.instant)
        return office


def stages(city: Path, folder: Path) -> dict[str, Stage]:
    """Play one case and keep the office as it was when each step waited for the first time; `archived` is its end."""
    office = found_office(folder / "playing", city)
    case, kept = office.open(), {}
    while True:
        waiting = office.waiting(case)
        office.house.database.close()
        for step in [step for step in waiting or ["archived"] if step not in kept]:
            copytree(folder / "playing", folder / step, ignore=ignore_patterns("*-shm", "*-wal"))
            kept[step] = Stage(folder=folder / step, instant=office.clock.now(), case=case)
        if not waiting:
            office.house.close()
            return kept
        office.at(f"{office.clock.now().astimezone(SHANGHAI) + timedelta(minutes=30):%Y-%m-%d %H:%M}")
        step = next(step for step in STEPS if step in waiting)
        if step == "investigation":
            office.evidence(case)
        do(office, case, step)
