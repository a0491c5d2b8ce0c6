"""Composition (拟稿): what the papers say, put together from the case; complete or not is for the document's own rule to say."""

from datetime import date
from decimal import Decimal
from typing import Any

from engine.commands.hearing_result import notice_of, stated_hearing
from engine.commands.participant import guardians_of, heirs_of, named
from engine.commands.submission import last_form
from engine.errors import LawError
from engine.model import Assessment as FrozenAssessment
from engine.model import Case, Evidence, Opinion, Party, ProcessState, Task, User
from engine.queries.daily_penalty import daily_sentence
from engine.queries.discretion import PARTY_TYPES, reported
from engine.queries.goods import numbers, phrases
from engine.queries.ledger import owes
from engine.queries.party import identity_of, party_of
from engine.rules.assessment import EITHER, Assessment, read_assessment
from engine.rules.basis import recorded_basis
from engine.rules.concurrence import other_basis
from engine.rules.demolition import DEMOLITION, enforcement, worded
from engine.rules.document.decision import Decision, NoticeServed, Payment, Plea
from engine.rules.document.no_penalty import INCAPABLE, NOT_ESTABLISHED, UNDER_AGE, NoPenalty
from engine.rules.document.notice import HearingRight, Notice
from engine.rules.document.part import Agency, Citation, Discretion, Factor, Officer, Publication, Remedies, Sanction
from engine.rules.document.part import Evidence as EvidenceItem
from engine.rules.document.part import Party as PartyFacts
from engine.rules.evidence import KINDS, SOURCES
from engine.rules.explanation import compared, reckoned
from engine.rules.money import format_yuan
from engine.rules.sanction import clauses, duties, gains_of, performance
from engine.work import Work

_GROUNDS = {
    "行政处罚法 30": UNDER_AGE,
    "行政处罚法 31": INCAPABLE,
    "行政处罚法 33②": "no_fault",
    "行政处罚法 33①": "slight",
    "行政处罚法 36①": "time_barred",
}
"""The grounds of a decision not to penalise by the article that the exemption table names."""

_GOODS = "没收的物品由本机关依照《中华人民共和国行政处罚法》第七十四条处理；尚未交付的，应当自收到本决定书之日起十五日内交付本机关。"
_GUARDIANS = {UNDER_AGE: "责令监护人加以管教。", INCAPABLE: "责令监护人严加看管和治疗。"}
_DIRECTIONS = {"lenient": "从轻", "severe": "从重"}


def face(work: Work, case: Case, number: str, token: str, party: PartyFacts | None = None) -> dict[str, Any]:
    """Return what every paper states alike: who issues it, when, under which number, to whom, and who handles the case.

    `party` is how the paper speaks of the party, where that is not as it is recorded.
    """
    return {
        "agency": stated_agency(work),
        "number": number,
        "date": work.today.isoformat(),
        "case_number": case.number or "",
        "check_token": token,
        "party": party or stated_party(work, case.id),
        "officers": stated_officers(work, case),
    }


def compose_notice(work: Work, case_id: str, number: str, token: str) -> Notice:
    """Return the notice before the penalty, for the fine that is proposed."""
    case, party, assessment = work.case(case_id), stated_party(work, case_id), stated_assessment(work, case_id)
    hearing = None
    if assessment.routing.hearing_right:
        days, heard = work.law.parameters.integer("hearing.request.days"), work.law.parameters.names("hearing.kinds")
        hearing = HearingRight(days=days, ground="、".join(kind for kind in assessment.kinds if kind in heard) or "较大数额罚款")
    return Notice(
        **face(work, case, number, token, party),
        cause=case.cause_title,
        findings=stated_findings(work, case_id),
        evidence=stated_evidence(work, case_id),
        violated=stated_violation(work, assessment),
        basis=stated_basis(work, assessment),
        discretion=stated_discretion(work, case),
        sanction=stated_sanction(work, case, assessment, case.proposed_fine),
        plea_days=work.law.parameters.integer("plea.days"),
        hearing=hearing,
    )


def compose_decision(work: Work, case_id: str, number: str, token: str) -> Decision:
    """Return the penalty decision, for the fine that was decided."""
    case, assessment, law = work.case(case_id), stated_assessment(work, case_id), work.law
    notice = notice_of(work, case_id)
    discussion, hearing = last_form(work, case_id, "panel_discussion"), stated_hearing(work, case_id)
    sanction, party = stated_sanction(work, case, assessment, case.fine), stated_party(work, case_id)
    return Decision(
        **face(work, case, number, token, party),
        cause=case.cause_title,
        filed_on=case.filed_on.isoformat() if case.filed_on else "",
        findings=stated_findings(work, case_id),
        evidence=stated_evidence(work, case_id),
        notice=NoticeServed(number=(notice and notice.number) or "", served_on=notice.served_on.isoformat() if notice and notice.served_on else ""),
        plea=stated_plea(work, case),
        hearing=hearing,
        hearing_right=bool(hearing),
        violated=stated_violation(work, assessment),
        basis=stated_basis(work, assessment),
        discretion=stated_discretion(work, case),
        discussed_on=discussion.text("held_on") if discussion else None,
        sanction=sanction,
        payment=stated_payment(work, case) if owes(case) else None,
        performance=performance(sanction.others, party.you) + (_GOODS if sanction.goods else ""),
        enforcement=enforcement(assessment.kinds),
        remedies=stated_remedies(work),
        publication=Publication(days=law.parameters.integer("publish.days.penalty"), place=law.department.publication_site),
        copies_to=("送达当事人一份", "归入案卷一份", "执行机构一份"),
    )


def compose_no_penalty(work: Work, case_id: str, number: str, token: str) -> NoPenalty:
    """Return the decision not to penalise, with its ground and the education that goes with it."""
    case, assessment = work.case(case_id), stated_assessment(work, case_id)
    established = case.outcome != NOT_ESTABLISHED
    ground = _ground(assessment) if established else NOT_ESTABLISHED
    report = reported(work.connection, case_id)
    return NoPenalty(
        **face(work, case, number, token, stated_party(work, case_id, represented=ground == INCAPABLE)),
        cause=case.cause_title,
        filed_on=case.filed_on.isoformat() if case.filed_on else "",
        findings=stated_findings(work, case_id),
        evidence=stated_evidence(work, case_id),
        violated=stated_violation(work, assessment) if established else (),
        ground=ground,
        reason=str(report.get("fine_reason") or report.get("evidence_summary") or ""),
        correction=str(report.get("order_correction") or "") if established else "",
        education="本机关已向当事人宣讲有关法律规定，教育其自觉守法，不得再犯。" if established else "",
        guardian=_GUARDIANS.get(ground, ""),
        remedies=stated_remedies(work),
        publication=None,
        copies_to=("送达当事人一份", "归入案卷一份"),
    )


def stated_agency(work: Work) -> Agency:
    """Return the agency as papers state it."""
    department = work.law.department
    return Agency(name=department.name, address=department.address, contact=department.contact)


def stated_party(work: Work, case_id: str, *, represented: bool = False) -> PartyFacts:
    """Return the party as papers state it, with the guardian as `guardians_of` finds or misses one."""
    party = party_of(work.connection, case_id)
    guardian = named(guardians_of(work, party, represented=represented))
    return PartyFacts(**particulars(party), guardian=guardian, heirs=named(heirs_of(work, case_id)))


def particulars(party: Party) -> dict[str, str]:
    """Return what is recorded of a party as papers state it, without whoever stands up for it."""
    known = identity_of(party)
    return {
        "kind": party.kind,
        "name": party.name or "",
        "code_label": known.label,
        "code": known.shown,
        "address": party.address or "",
        "legal_representative": party.legal_representative or "",
        "former": party.former or "",
        "representative_label": "经营者" if party.kind == "individual_business" else "法定代表人",
    }


def stated_officers(work: Work, case: Case) -> tuple[Officer, ...]:
    """Return the officers who are there with their own identity, with their certificates."""
    people = [work.get(User, person) for person in (case.lead, case.second) if person is not None and (person == case.lead or case.second_confirmed)]
    return tuple(Officer(name=person.name, certificate=person.certificate or "") for person in people)


def stated_assessment(work: Work, case_id: str) -> Assessment:
    """Return the assessment on which the case stands; refuses with no_benchmark where there is none."""
    key = work.case(case_id).assessment_id
    if key is None:
        raise LawError("no_benchmark", "本案尚未进行裁量评定。", basis="行政处罚法 34")
    return read_assessment(work.get(FrozenAssessment, key).explanation)


def stated_findings(work: Work, case_id: str) -> tuple[str, ...]:
    """Return the facts as the newest report found them, a paragraph each."""
    return _lines(reported(work.connection, case_id).get("facts"))


def _lines(text: object) -> tuple[str, ...]:
    return tuple(line.strip() for line in str(text or "").splitlines() if line.strip())


def stated_evidence(work: Work, case_id: str) -> tuple[EvidenceItem, ...]:
    """Return the evidence of a case as papers list it, without what waits to be looked at again or was found unfit (行政处罚法 Art. 41, 46)."""
    found = [item for item in work.rows(Evidence, case_id=case_id, order="number") if item.recheck in {None, "kept"}]
    return tuple(EvidenceItem(name=item.name, kind=KINDS[item.kind], source=_source(item), proves=item.purpose) for item in found)


def _source(item: Evidence) -> str:
    """Return where evidence comes from, or who handed it in where that was not said."""
    return SOURCES[item.source] if item.source else f"{item.person_name}提交"


def _ground(assessment: Assessment) -> str:
    """Return the ground that the exemption table found; a decision never states another than that."""
    if assessment.exemption == "可以不予":
        return "first"
    return _GROUNDS[assessment.frame.cite]


def stated_violation(work: Work, assessment: Assessment) -> tuple[Citation, ...]:
    """Return the rules that were broken: that of the basis, and the other one of the same act."""
    limb = work.law.causes.limb(assessment.cause, assessment.limb)
    basis = recorded_basis(limb, assessment.basis, work.law)
    other = _concurrent(work, assessment)
    return (stated_citation(work, basis.violated, limb.conduct), *(() if other is None else (other,)))


def _concurrent(work: Work, assessment: Assessment) -> Citation | None:
    """Return the other rule that the same act breaks; it founds the order to put right and no second fine (行政处罚法 Art. 29)."""
    report = reported(work.connection, work.stream or "")
    if not report.get("concurrent"):
        return None
    party = PARTY_TYPES[party_of(work.connection, work.stream or "").kind]
    limb, basis = other_basis(assessment, report["concurrent"], date.fromisoformat(report["act_end"]), party, work.law)
    return stated_citation(work, basis.violated, limb.conduct)


def stated_basis(work: Work, assessment: Assessment) -> tuple[Citation, ...]:
    """Return the article that founds the penalty."""
    return (stated_citation(work, assessment.basis, work.law.statutes.article(assessment.basis).text),)


def stated_citation(work: Work, short: str, content: str) -> Citation:
    """Return an article as papers cite it, with what it says in this case."""
    cited = work.law.statutes.cite(short)
    return Citation(statute=cited.title, article=cited.place, content=content.rstrip("。"))


def stated_discretion(work: Work, case: Case) -> Discretion:
    """Return how the benchmark was applied."""
    assessment = stated_assessment(work, case.id)
    row = work.get(FrozenAssessment, str(case.assessment_id))
    factors = tuple(
        Factor(text=f"{item.title}（{'、'.join(item.evidence)}）", direction=_DIRECTIONS[item.direction], basis=work.law.statutes.full(item.basis))
        for item in assessment.factors
    )
    once = "同一行为违反多个规定，依照《中华人民共和国行政处罚法》第二十九条，按罚款数额高的规定处罚，罚款一次。"
    single = once if _concurrent(work, assessment) is not None else ""
    frame = assessment.frame
    ends = (frame.low, frame.high) if assessment.tier else (frame.minimum, frame.maximum)
    settled = "综合上述情节，在该阶次内按裁量基准确定罚款数额。" if factors else "没有从轻、从重情节，按裁量基准取该阶次的中间数额。"
    stated = "" if frame.maximum is None else settled if assessment.condition else "按法律规定的数额处罚。"
    departed = _departed(work, case, row)
    reason = "" if departed else row.reason or stated or f"依规定{'、'.join(assessment.kinds)}。"
    return Discretion(
        benchmark=f"{assessment.benchmark}（{assessment.version}）",
        condition=assessment.condition,
        tier=assessment.tier if assessment.condition else "",
        minimum=_amount(ends[0]),
        maximum=_amount(ends[1]),
        factors=factors,
        reason=daily_sentence(work.connection, case.id) or compared(assessment) + single + reason + reckoned(assessment) + departed,
    )


def _departed(work: Work, case: Case, row: FrozenAssessment) -> str:
    """Return that the fine is not the one reckoned, why, and who agreed to it; nothing where it is. Source: 行政处罚法 Art. 34, 57."""
    fine = case.fine if case.fine is not None else row.fine
    if fine is None or row.recommended is None or fine == row.recommended:
        return ""
    why = f"，理由：{row.reason.strip().rstrip('。')}" if row.reason and row.reason.strip() else ""
    return f"确定罚款{format_yuan(fine)}，与上述数额不同{why}{_agreed(work, case)}。"


def _agreed(work: Work, case: Case) -> str:
    """Return who agreed to the proposal as it stands: the panel, the head, or both officers on the spot."""
    reports = [row.at for row in work.rows(FrozenAssessment, case_id=case.id) if row.occasion == "report" and row.at is not None]
    given = [item for item in work.rows(Opinion, case_id=case.id, order="at") if not reports or item.at >= max(reports)]
    panel = [item.result for item in given if item.step == "panel_discussion"]
    if panel and panel[-1] == "agree":
        return "，经本机关负责人集体讨论决定"
    if any(item.step == "approve_proposal" and item.result == "approved" for item in given):
        return "，经本机关负责人批准"
    return "，由两名执法人员当场决定" if case.procedure == "summary" else ""


def stated_sanction(work: Work, case: Case, assessment: Assessment, fine: Decimal | None, you: str = "") -> Sanction:
    """Return the penalty with the order to put right; `you` is how the paper speaks of the party, where not to it."""
    report = reported(work.connection, case.id)
    ordered = None if DEMOLITION in assessment.kinds else report.get("order_correction")
    limb = work.law.causes.limb(assessment.cause, assessment.limb)
    correction = str(ordered or limb.correction)
    gains = gains_of(assessment.kinds, report.get("gains"))
    goods = (*phrases(work.connection, case.id, numbers(report, "held_goods")), *_lines(report.get("goods")))
    basis = recorded_basis(limb, assessment.basis, work.law)
    said = (*clauses(assessment.kinds, basis, correction, str(report.get("approval") or "")), *duties(limb, report))
    others = worded(said, report, you or stated_party(work, case.id).you)
    word = "违法收入" if gains is not None and EITHER in assessment.kinds else "违法所得"
    return Sanction(correction=correction, fine=_amount(fine or None), gains=_amount(gains), goods=goods, others=others, gains_word=word)


def stated_plea(work: Work, case: Case) -> Plea:
    """Return what the party said to the notice, and what became of it."""
    return Plea(
        state=case.plea or "",
        on=case.plea_on.isoformat() if case.plea_on else "",
        content=_spoken(work, case.id) if case.plea == "submitted" else "",
        finding=case.plea_finding or "",
    )


def _spoken(work: Work, case_id: str) -> str:
    """Return what the party said last, in the step for it or in a late entry (补记)."""
    said = [(task.done_at, task.data or {}) for task in work.rows(Task, case_id=case_id, form="plea", state="done") if task.done_at is not None]
    late = [(entry.started_at, entry.data or {}) for entry in work.rows(ProcessState, case_id=case_id, form="late_entry")]
    newest = max([*said, *(entry for entry in late if entry[1].get("what") == "plea")], key=lambda item: item[0], default=None)
    return "" if newest is None else str(newest[1].get("content") or "")


def stated_payment(work: Work, case: Case) -> Payment:
    """Return how, where and until when fine and confiscated gains are paid."""
    payee, parameters = work.law.department.payee, work.law.parameters
    digits = f"{work.law.department.region}{work.today.year}{_sequence(case):06d}"
    return Payment(
        bank=payee.bank,
        bank_address=payee.bank_address,
        account=payee.account,
        code=" ".join(digits[start : start + 4] for start in range(0, len(digits), 4)),
        days=parameters.integer("payment.days"),
        surcharge=int(parameters.decimal("surcharge.rate") * 100),
        gains=_amount(case.gains),
    )


def _sequence(case: Case) -> int:
    return int("".join(filter(str.isdigit, (case.number or "").partition("第")[2])) or 0)


def stated_remedies(work: Work) -> Remedies:
    """Return where and how the decision can be challenged."""
    recourse, parameters = work.law.department.remedies, work.law.parameters
    return Remedies(
        organ=recourse.organ,
        court=recourse.court,
        reconsideration_days=parameters.integer("reconsideration.days"),
        litigation_months=parameters.integer("litigation.months"),
        online=recourse.online,
    )


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else format(value.quantize(Decimal("0.01")).normalize(), "f")
