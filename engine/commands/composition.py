"""Composition (拟稿): what the papers say, put together from the case; complete or not is for the document's own rule to say."""

from decimal import Decimal

from engine.clock import SHANGHAI
from engine.commands.submission import last_form
from engine.errors import LawError
from engine.law.causes import Limb
from engine.model import Assessment as FrozenAssessment
from engine.model import Case, Document, Evidence, Party, User
from engine.queries.discretion import reported
from engine.rules.assessment import Assessment, read_assessment
from engine.rules.document.decision import Decision, NoticeServed, Payment, Plea
from engine.rules.document.no_penalty import INCAPABLE, NOT_ESTABLISHED, UNDER_AGE, NoPenalty
from engine.rules.document.notice import HearingRight, Notice
from engine.rules.document.part import Agency, Citation, Discretion, Factor, Officer, Publication, Remedies, Sanction
from engine.rules.document.part import Evidence as EvidenceItem
from engine.rules.document.part import Party as PartyFacts
from engine.rules.document.service_receipt import Served, ServiceReceipt
from engine.rules.evidence import KINDS
from engine.rules.identity import resident_id
from engine.work import FormData, Work

_WAYS = {"direct": "direct", "retained": "left", "electronic": "electronic", "mail": "mail"}
_RELATIONS = {"party": "本人", "legal_representative": "法定代表人", "adult_relative": "同住成年家属", "agent": "代理人", "receiver": "负责收件的人"}
_GROUNDS = {
    "行政处罚法 30": UNDER_AGE,
    "行政处罚法 31": INCAPABLE,
    "行政处罚法 33②": "no_fault",
    "行政处罚法 33①": "slight",
    "行政处罚法 36①": "time_barred",
}
"""The grounds of a decision not to penalise by the article that the exemption table names."""

_GUARDIANS = {UNDER_AGE: "责令监护人加以管教。", INCAPABLE: "责令监护人严加看管和治疗。"}
_DIRECTIONS = {"lenient": "从轻", "severe": "从重"}


def compose_notice(work: Work, case_id: str, number: str, token: str) -> Notice:
    """Return the notice before the penalty, for the fine that is proposed."""
    case, party, assessment = work.case(case_id), _party(work, case_id), _assessment(work, case_id)
    hearing = None
    if assessment.routing.hearing_right:
        days = work.law.parameters.integer("hearing.request.days")
        hearing = HearingRight(days=days, ground="拟作出的罚款属于较大数额罚款")
    return Notice(
        agency=_agency(work),
        number=number,
        date=work.today.isoformat(),
        case_number=case.number or "",
        check_token=token,
        party=party,
        officers=_officers(work, case),
        cause=case.cause_title,
        findings=_findings(work, case_id),
        evidence=_evidence(work, case_id),
        violated=_violated(work, assessment),
        basis=_basis(work, assessment),
        discretion=_discretion(work, case),
        sanction=_sanction(work, case, assessment, case.proposed_fine),
        plea_days=work.law.parameters.integer("plea.days"),
        hearing=hearing,
    )


def compose_decision(work: Work, case_id: str, number: str, token: str) -> Decision:
    """Return the penalty decision, for the fine that was decided."""
    case, assessment, law = work.case(case_id), _assessment(work, case_id), work.law
    notice = max(work.rows(Document, case_id=case_id, code="D15"), key=lambda paper: (paper.issued_on, paper.sequence or 0))
    discussion = last_form(work, case_id, "panel_discussion")
    return Decision(
        agency=_agency(work),
        number=number,
        date=work.today.isoformat(),
        case_number=case.number or "",
        check_token=token,
        party=_party(work, case_id),
        officers=_officers(work, case),
        cause=case.cause_title,
        filed_on=case.filed_on.isoformat() if case.filed_on else "",
        findings=_findings(work, case_id),
        evidence=_evidence(work, case_id),
        notice=NoticeServed(number=notice.number or "", served_on=notice.served_on.isoformat() if notice.served_on else ""),
        plea=_plea(work, case),
        hearing="当事人在法定期限内未要求听证。" if assessment.routing.hearing_right else "",
        hearing_right=assessment.routing.hearing_right,
        violated=_violated(work, assessment),
        basis=_basis(work, assessment),
        discretion=_discretion(work, case),
        discussed_on=discussion.text("held_on") if discussion else None,
        sanction=_sanction(work, case, assessment, case.fine),
        payment=_payment(work, case) if case.fine else None,
        performance="",
        remedies=_remedies(work),
        publication=Publication(days=law.parameters.integer("publish.days.penalty"), place=law.department.publication_site),
        copies_to=("送达当事人一份", "归入案卷一份", "执行机构一份"),
    )


def compose_no_penalty(work: Work, case_id: str, number: str, token: str) -> NoPenalty:
    """Return the decision not to penalise, with its ground and the education that goes with it."""
    case, assessment = work.case(case_id), _assessment(work, case_id)
    established = case.outcome != NOT_ESTABLISHED
    ground = _ground(assessment) if established else NOT_ESTABLISHED
    report = reported(work.connection, case_id)
    return NoPenalty(
        agency=_agency(work),
        number=number,
        date=work.today.isoformat(),
        case_number=case.number or "",
        check_token=token,
        party=_party(work, case_id),
        officers=_officers(work, case),
        cause=case.cause_title,
        filed_on=case.filed_on.isoformat() if case.filed_on else "",
        findings=_findings(work, case_id),
        evidence=_evidence(work, case_id),
        violated=_violated(work, assessment) if established else (),
        ground=ground,
        reason=str(report.get("fine_reason") or report.get("evidence_summary") or ""),
        correction=str(report.get("order_correction") or "") if established else "",
        education="本机关已向当事人宣讲有关法律规定，教育其自觉守法，不得再犯。" if established else "",
        guardian=_GUARDIANS.get(ground, ""),
        remedies=_remedies(work),
        publication=None,
        copies_to=("送达当事人一份", "归入案卷一份"),
    )


def compose_receipt(work: Work, case_id: str, paper: Document, form: FormData, number: str, token: str) -> ServiceReceipt:
    """Return the receipt of a service as it was recorded."""
    del number
    case, day = work.case(case_id), form.day("served_on")
    moment = work.now.astimezone(SHANGHAI)
    # The law asks for the day (民事诉讼法 Art. 87); the hour is known only when the service is entered on the spot.
    served_at = moment.strftime("%Y-%m-%dT%H:%M") if moment.date() == day else day.isoformat()
    relation = form.find("relation")
    return ServiceReceipt(
        agency=_agency(work),
        number="",
        date=work.today.isoformat(),
        case_number=case.number or "",
        check_token=token,
        party=_party(work, case_id),
        officers=_officers(work, case),
        documents=(Served(name=paper.title, number=paper.number or ""),),
        blank=False,
        way=_WAYS[form.text("way")],
        place=form.find("place") or "",
        served_at=served_at,
        recipient=form.find("recipient") or "",
        relation=_RELATIONS.get(relation, relation) if relation else "",
        witness=form.find("witness") or ("拍照、录像附卷" if form.values.get("media") else ""),
        circumstance="受送达人拒绝签收，依法留置送达。" if form.text("way") == "retained" else "",
        consent="当事人已签订电子送达确认书" if form.flag("consent") else "",
        reference=form.find("receipt_no") or (form.find("place") or "" if form.text("way") == "electronic" else ""),
        announced_on="",
        remark="",
    )


def _agency(work: Work) -> Agency:
    department = work.law.department
    return Agency(name=department.name, address=department.address, contact=department.contact)


def _party(work: Work, case_id: str) -> PartyFacts:
    party = work.rows(Party, case_id=case_id, order="id")[0]
    return PartyFacts(
        kind=party.kind,
        name=party.name or "",
        code_label="居民身份证号码" if resident_id(party.kind, party.code) else "统一社会信用代码",
        code=party.code or "",
        address=party.address or "",
        legal_representative=party.legal_representative or "",
        representative_label="经营者" if party.kind == "individual_business" else "法定代表人",
    )


def _officers(work: Work, case: Case) -> tuple[Officer, ...]:
    people = [work.get(User, person) for person in (case.lead, case.second) if person is not None and (person == case.lead or case.second_confirmed)]
    return tuple(Officer(name=person.name, certificate=person.certificate or "") for person in people)


def _assessment(work: Work, case_id: str) -> Assessment:
    key = work.case(case_id).assessment_id
    if key is None:
        raise LawError("no_benchmark", "本案尚未进行裁量评定。", basis="行政处罚法 34")
    return read_assessment(work.get(FrozenAssessment, key).explanation)


def _findings(work: Work, case_id: str) -> tuple[str, ...]:
    text = str(reported(work.connection, case_id).get("facts") or "")
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _evidence(work: Work, case_id: str) -> tuple[EvidenceItem, ...]:
    found = work.rows(Evidence, case_id=case_id, order="number")
    return tuple(EvidenceItem(name=item.name, kind=KINDS[item.kind], source=f"{item.person_name}提交", proves=item.purpose) for item in found)


def _ground(assessment: Assessment) -> str:
    """Return the ground that the exemption table found; a decision never states another than that."""
    if assessment.exemption == "可以不予":
        return "first"
    return _GROUNDS[assessment.frame.cite]


def _limb(work: Work, assessment: Assessment) -> Limb:
    return work.law.causes.cause(assessment.cause).limbs[assessment.limb]


def _violated(work: Work, assessment: Assessment) -> tuple[Citation, ...]:
    limb = _limb(work, assessment)
    basis = next(item for item in limb.bases if item.cite == assessment.basis)
    return (_citation(work, basis.violated, limb.conduct),)


def _basis(work: Work, assessment: Assessment) -> tuple[Citation, ...]:
    return (_citation(work, assessment.basis, work.law.statutes.article(assessment.basis).text),)


def _citation(work: Work, short: str, content: str) -> Citation:
    cited = work.law.statutes.cite(short)
    return Citation(statute=cited.title, article=cited.place, content=content.rstrip("。"))


def _discretion(work: Work, case: Case) -> Discretion:
    assessment = _assessment(work, case.id)
    row = work.get(FrozenAssessment, str(case.assessment_id))
    factors = tuple(
        Factor(text=item.title, direction=_DIRECTIONS[item.direction], basis=work.law.statutes.full(item.basis)) for item in assessment.factors
    )
    reason = row.reason or ("综合上述情节，在该阶次内按裁量基准确定罚款数额。" if factors else "没有从轻、从重情节，按裁量基准取该阶次的中间数额。")
    return Discretion(
        benchmark=f"{assessment.benchmark}（{assessment.version}）",
        condition=assessment.condition,
        tier=assessment.tier,
        minimum=_amount(assessment.frame.low),
        maximum=_amount(assessment.frame.high),
        factors=factors,
        reason=reason,
    )


def _sanction(work: Work, case: Case, assessment: Assessment, fine: Decimal | None) -> Sanction:
    correction = str(reported(work.connection, case.id).get("order_correction") or _limb(work, assessment).correction)
    return Sanction(correction=correction, fine=_amount(fine))


def _plea(work: Work, case: Case) -> Plea:
    form = last_form(work, case.id, "plea") if case.plea == "submitted" else None
    return Plea(
        state=case.plea or "",
        on=case.plea_on.isoformat() if case.plea_on else "",
        content=form.text("content") if form else "",
        finding=case.plea_finding or "",
    )


def _payment(work: Work, case: Case) -> Payment:
    payee, parameters = work.law.department.payee, work.law.parameters
    digits = f"{work.law.department.region}{work.today.year}{_sequence(case):06d}"
    return Payment(
        bank=payee.bank,
        bank_address=payee.bank_address,
        account=payee.account,
        code=" ".join(digits[start : start + 4] for start in range(0, len(digits), 4)),
        days=parameters.integer("payment.days"),
        surcharge=int(parameters.decimal("surcharge.rate") * 100),
    )


def _sequence(case: Case) -> int:
    digits = "".join(character for character in (case.number or "").partition("第")[2] if character.isdigit())
    return int(digits or 0)


def _remedies(work: Work) -> Remedies:
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
