"""Deliveries to the police (送交公安机关): the letter with the five materials, and the goods once the police filed.

Source: 移送涉嫌犯罪案件规定 Art. 5, 6, 12; 行政强制法 Art. 21.
"""

from collections.abc import Mapping
from decimal import Decimal

from engine.clock import local_date
from engine.commands import deadline as clock
from engine.commands.composition import stated_agency, stated_party
from engine.commands.document import issue, penalty_paper
from engine.commands.enclosure import enclosed
from engine.commands.goods_handover import going_along, stated_held, transfer_goods
from engine.commands.police_paper import gone_items, goods_notice
from engine.commands.police_transfer import check_member, given, procuratorate, team_of, the_police
from engine.commands.procedure import start_form
from engine.commands.submission import submits
from engine.departments.partner import KINDS
from engine.errors import LawError
from engine.events.collaboration import CollaborationCopied, CollaborationSent
from engine.model import Case, Collaboration, Document, Payment, Task
from engine.rules.document.crime_referral import CrimeReferral
from engine.rules.document.part import Officer
from engine.rules.police_transfer import COPY, PROCEDURE, STANDARDS
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

ANSWER = "transfer.answer"
"""The clock of the police's answer."""

FIELDS = ("tests", "materials")
"""The fields of a delivery that name evidence."""


@submits("police_delivery")
def check_delivery(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse what the case does not have or may not go out, and whoever is not of the team."""
    check_member(work, task)
    enclosed(work, case, data, FIELDS, police=True)


@operation("police.send")
def send_crime(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the letter, send it with what was chosen, and start the three days of the police."""
    del inputs, values
    instance, police, form = str(work.instance), the_police(work), given(work, case_id, "police_delivery")
    along = enclosed(work, work.case(case_id), form, FIELDS, police=True)
    document = issue(work, case_id, "D26P", lambda number, token: _letter(work, case_id, number, token))
    clock.meet(work, case_id, "transfer.deliver", work.today, subject=instance)
    clock.start(work, case_id, ANSWER, work.today, cause="送交移送", subject=instance)
    term = clock.find(work, case_id, ANSWER, instance)
    work.record(
        CollaborationSent(
            case=case_id,
            request=instance,
            partner=police.code,
            partner_name=police.name,
            kind=PROCEDURE,
            kind_title=KINDS[PROCEDURE],
            questions=f"涉嫌{given(work, case_id, 'police_report').text('offence')}，请审查是否立案，并书面通知。",
            materials=tuple(piece.id for piece in along.evidence),
            papers=tuple(paper.id for paper in along.papers),
            document=document,
            number=work.get(Document, document).number or "",
            sent_at=work.now,
            due=term.due if term is not None and term.due is not None else work.today,
        )
    )
    copy_letter(work, case_id, document)
    return {}


def copy_letter(work: Work, case_id: str, document: str, kind: str = COPY) -> None:
    """Send a letter to the procuratorate, where the catalogue names one for this kind."""
    if (body := procuratorate(work, kind)) is not None:
        copied = CollaborationCopied(
            case=case_id,
            request=work.new_id(),
            partner=body.code,
            partner_name=body.name,
            kind=kind,
            document=document,
            number=work.get(Document, document).number or "",
            sent_at=work.now,
            sent_on=work.today,
        )
        work.record(copied)
        if "api" in body.ways:
            work.tell("request", request=copied.request, partner=body.code)


@submits("police_goods")
def check_goods(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a handover from before the police answered, and one of seized things of which the party was not told in writing."""
    check_member(work, task)
    answered = work.get(Collaboration, task.instance).replied_at
    if answered is not None and data.day("handed_on") < local_date(answered):
        raise LawError("before_cause", "移交日期早于公安机关的立案通知。", basis="移送涉嫌犯罪案件规定 12", field="handed_on")
    if answered is not None and data.find("told_on") is not None and data.day("told_on") < local_date(answered):
        raise LawError("before_cause", "告知当事人的日期早于公安机关的立案通知。", basis="行政强制法 21", field="told_on")
    seized = [thing for thing in going_along(work, case.id) if thing.kind == "seizure"]
    if seized and data.find("told_on") is None:
        listed = "、".join(f"{thing.number}“{thing.name}”" for thing in seized[:5])
        raise LawError("notice_required", f"移送扣押的物品{listed}，应当书面告知当事人。", basis="行政强制法 21", field="told_on")


@operation("police.hand_goods")
def hand_goods(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Let everything that is still held go to the police, tell the party in writing, and note that it was in time.

    Source: 移送涉嫌犯罪案件规定 Art. 12; 行政强制法 Art. 21.
    """
    del inputs, values
    form, instance = given(work, case_id, "police_goods"), str(work.instance)
    recipient = work.get(Collaboration, instance).partner_name
    if items := gone_items(work, case_id):
        issue(work, case_id, "D27-1", lambda number, token: goods_notice(work, case_id, recipient, items, number, token))
    transfer_goods(work, case_id, recipient, form.text("receipt_no"))
    clock.meet(work, case_id, "transfer.goods", form.day("handed_on"), subject=instance)
    return {}


def _letter(work: Work, case_id: str, number: str, token: str) -> CrimeReferral:
    case, started, sent = work.case(case_id), start_form(work), given(work, case_id, "police_delivery")
    report = _done(work, "police_report")
    approved = _done(work, "police_decision")
    tests = enclosed(work, case, sent, ("tests",), papers="", police=True).names
    return CrimeReferral(
        agency=stated_agency(work),
        number=number,
        date=work.today.isoformat(),
        case_number=case.number or "",
        check_token=token,
        party=stated_party(work, case_id),
        officers=tuple(Officer(name=user.name, certificate=user.certificate or "") for user in team_of(work, str(work.instance))),
        recipient=the_police(work).name,
        cause=case.cause_title,
        offence=str(report.data["offence"]) if report.data else "",
        standard=_standard(started, report),
        findings=tuple(line.strip() for line in str((report.data or {})["facts"]).splitlines() if line.strip()),
        opinion=str((report.data or {})["opinion"]),
        reported_on=_day(report),
        approved_by=approved.done_name or "",
        approved_on=_day(approved),
        items=stated_held(work, case_id),
        tests=tests or ((sent.find("untested") or "").rstrip("。"),),
        materials=enclosed(work, case, sent, ("materials",), police=True).names,
        enclosed=enclosed(work, case, sent, FIELDS, police=True).listed,
        prior=_prior(work, case_id),
        copied=body.name if (body := procuratorate(work)) is not None else "",
    )


def _standard(form: FormData, report: Task) -> str:
    """Return by what standard the breach is a suspected crime, as a clause: as the team verified it, in old reports as it was suspected."""
    if form.text("standard") == "hazardous_waste":
        return f"{STANDARDS['hazardous_waste']}{form.text('tonnes')}吨"
    return str((report.data or {}).get("standard") or form.text("facts")).strip().rstrip("。")


def _prior(work: Work, case_id: str) -> tuple[str, ...]:
    """Return the penalty that was imposed before the transfer: what else than a fine goes on being executed, and a court sets the fine off.

    Source: 移送涉嫌犯罪案件规定 Art. 11(2), (3); 行政处罚法 Art. 35(2).
    """
    paper, case = penalty_paper(work, case_id), work.case(case_id)
    if paper is None or case.outcome != "penalty":
        return ()
    if not case.fine:
        return (f"{paper.title}（{paper.number}）：没有罚款，其他处罚不停止执行。",)
    paid = sum((payment.amount for payment in work.rows(Payment, case_id=case_id)), Decimal(0))
    return (f"{paper.title}（{paper.number}）：罚款{case.fine}元，已缴纳{paid}元。",)


def _done(work: Work, form: str) -> Task:
    """Return the newest submission of a form in the transfer that is being carried out."""
    return work.rows(Task, instance=work.instance, form=form, state="done", order="done_at")[-1]


def _day(task: Task) -> str:
    return "" if task.done_at is None else local_date(task.done_at).isoformat()
