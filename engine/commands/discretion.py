"""Discretion (裁量): the tables are asked, the proposal is held against the law, and the answer is frozen into the case."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from engine.commands.capture import check_captures
from engine.commands.collaboration import chosen
from engine.commands.daily_penalty import check_daily_report, founded
from engine.commands.document import newest
from engine.commands.goods_disposal import check_confiscation
from engine.commands.opinion import has_agreed, standing
from engine.commands.submission import last_form, submits
from engine.commands.suspicion import check_none
from engine.errors import InvalidInputError, LawError
from engine.events.codec import plain
from engine.events.discretion import DiscretionAssessed
from engine.model import Assessment as FrozenAssessment
from engine.model import Case, Task
from engine.queries.discretion import PARTY_TYPES, assessment_input, reported, reviewed
from engine.queries.goods import numbers, phrases, recorded_value
from engine.queries.history import fined_acts
from engine.queries.party import identity_of, party_of
from engine.queries.spread import likeness_of, similar
from engine.rules.assessment import EITHER, GAINS, Assessment, Routing, read_assessment
from engine.rules.concurrence import check_once, other_basis, rivalry
from engine.rules.demolition import check_demolition
from engine.rules.discretion import Adjustment, assess, check_fine, penalty_of
from engine.rules.money import format_yuan
from engine.rules.routing import route
from engine.rules.sanction import check_approval, gains_of
from engine.rules.spread import check_reason
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

RETURNS = ("collective", "hearing", "review_mandatory")


def frozen(work: Work, case: Case) -> Assessment:
    """Return the assessment that the case stands on, as it was frozen."""
    if case.assessment_id is None:
        raise LawError("no_benchmark", "本案尚未进行裁量评定。", basis="行政处罚法 34")
    return read_assessment(work.get(FrozenAssessment, case.assessment_id).explanation)


def notified_fine(work: Work, case_id: str) -> Decimal | None:
    """Return the fine that the party was told in the newest notice, in yuan; None where there was none."""
    notice = newest(work, case_id, "D15")
    fine = ((notice.facts or {}).get("sanction") or {}).get("fine") if notice is not None else None
    return None if fine is None else Decimal(fine)


def adjustment(work: Work, case: Case, reason: str) -> Adjustment | None:
    """Return the leave to go outside the tier that a case has: the panel agreed, and legal review passed."""
    panel = has_agreed(work, case.id)
    passed = any(item.result == "pass" for item in standing(work, case.id, "legal_review", "investigation_report"))
    return Adjustment(reason=reason, panel=panel, legal_review=passed) if panel and reason.strip() else None


@submits("investigation_report")
def check_report(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Refuse a proposal that the law or the table does not allow; one outside the tier needs a reason and goes before the panel."""
    del task
    check_captures(work, case)
    if data.values["outcome"] == "transfer":
        check_none(work, case.id, "再次提出移送", "outcome")
    party = party_of(work.connection, case.id)
    if data.values.get("incapable") and identity_of(party).birthday is None:
        raise InvalidInputError({"incapable": ["当事人不是自然人，不适用行政处罚法第三十一条。"]})
    chosen(work, case.id, data, "ground_evidence")
    assessment = _propose(work, case, data.values)
    if data.values["outcome"] == "no_penalty":
        check_exemption(assessment, str(data.values.get("fine_reason") or ""))
    if data.values["outcome"] == "penalty":
        _check_raise(work, case, assessment, data.values)


def check_exemption(assessment: Assessment, reason: str) -> None:
    """Refuse to spare a breach without a ground of the law; where the law says 可以不予, the reason must be given (行政处罚法 Art. 30-33, 36)."""
    if assessment.exemption == "继续":
        raise LawError("no_basis", "没有法定的不予处罚情形，不得不予处罚。", basis="行政处罚法 30、31、33、36", field="outcome")
    if assessment.exemption == "可以不予" and not reason.strip():
        raise InvalidInputError({"fine_reason": ["可以不予处罚的，必须写明不予处罚的理由（行政处罚法第三十三条第一款）。"]})


@operation("discretion.assess", returns=RETURNS)
def assess_discretion(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Freeze the assessment of the report into the case and say which way the case goes. Source: 行政处罚法 Art. 34, 57, 58, 63."""
    del inputs, values
    form = last_form(work, case_id, "investigation_report")
    if form is None:
        raise LawError("no_benchmark", "没有调查终结报告，不能评定。", basis="行政处罚法 34")
    return freeze(work, work.case(case_id), "report", form.values)


@operation("discretion.reassess", returns=RETURNS)
def reassess_discretion(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Assess anew with what the plea proved; the amount may fall and never rises for it. Source: 行政处罚法 Art. 45(2).

    Changed facts are for a new report, which the second officer confirms and legal review examines before the party is told anew.
    """
    del inputs
    case, review = work.case(case_id), last_form(work, case_id, "plea_review")
    if review is None:
        raise LawError("no_benchmark", "没有复核意见，不能重新评定。", basis="行政处罚法 45")
    if values["facts_changed"]:
        return _ways(frozen(work, case).routing)
    report = _after_review(work, case, review)
    if report["fine"] is not None:
        check_fine(assessed(work, case, report), Decimal(report["fine"]), notified_fine(work, case_id), adjustment=_leave(report))
    return freeze(work, case, "plea", report)


def _after_review(work: Work, case: Case, review: FormData) -> Mapping[str, Any]:
    """Return the report as the review left it; a fine that the review does not name is the lower of the old one and the new proposal."""
    report = dict(reviewed(reported(work.connection, case.id), review.values))
    if review.values.get("fine") is None and report.get("fine") is not None:
        proposed = assessed(work, case, report).amount
        report["fine"] = plain(min(Decimal(report["fine"]), proposed if proposed is not None else Decimal(report["fine"])))
    return report


def _check_raise(work: Work, case: Case, assessment: Assessment, report: Mapping[str, Any]) -> None:
    """Refuse to propose more than the party was told where the facts are the same: a plea, or a return, is no reason (行政处罚法 Art. 45(2)).

    More is a higher fine, more gains, another thing or another kind of penalty.
    """
    notice = newest(work, case.id, "D15")
    if notice is None or notice.served_on is None or report.get("fine") is None:
        return
    stated = notice.facts or {}
    heavier = _heavier(work, case, assessment, report, stated.get("sanction") or {})
    if heavier is not None and _lines(report, "facts") == list(stated.get("findings") or ()):
        field, what = heavier
        message = f"{what}，而违法事实没有变化：不得因陈述、申辩加重处罚；事实确有变化的，写明新的事实后重新告知。"
        raise LawError("above_notified", message, basis="行政处罚法 45②", field=field)


def _heavier(work: Work, case: Case, assessment: Assessment, report: Mapping[str, Any], told: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the field and the words of what a proposal has more of than the notice told, None where nothing is heavier."""
    if Decimal(report["fine"]) > Decimal(told.get("fine") or 0):
        return "fine", "拟罚款高于已经告知的数额"
    if (gains_of(assessment.kinds, report.get("gains")) or 0) > Decimal(told.get("gains") or 0):
        return "gains", "拟没收的违法所得高于已经告知的数额"
    things = (*phrases(work.connection, case.id, numbers(report, "held_goods")), *_lines(report, "goods"))
    if more := [thing for thing in things if thing not in (told.get("goods") or ())]:
        return ("goods" if more[0] in _lines(report, "goods") else "held_goods"), f"拟没收的“{more[0]}”没有告知过"
    if more := [kind for kind in assessment.kinds if kind not in frozen(work, case).kinds]:
        return "limb", f"“{more[0]}”没有告知过"
    return None


def _lines(report: Mapping[str, Any], name: str) -> list[str]:
    return [line.strip() for line in str(report.get(name) or "").splitlines() if line.strip()]


def _propose(work: Work, case: Case, report: Mapping[str, Any]) -> Assessment:
    assessment = assessed(work, case, report)
    if report["outcome"] == "penalty":
        _check_confiscation(assessment, report)
        check_approval(work.law.causes.limb(assessment.cause, assessment.limb), str(report.get("approval") or ""), assessment.basis)
        check_confiscation(work, case, report)
        _check_value(work, case, report)
        if report.get("concurrent"):
            party = PARTY_TYPES[party_of(work.connection, case.id).kind]
            other_basis(assessment, report["concurrent"], date.fromisoformat(report["act_end"]), party, work.law)
        check_demolition(assessment.kinds, report)
        if (daily := founded(work, case, "fine")) is not None:
            check_daily_report(daily, report)
        elif Decimal(report["fine"]):
            check_single(work, case, report)
        check_fine(assessment, Decimal(report["fine"]), adjustment=_leave(report))
        if daily is None:
            check_alike(work, case, assessment, report)
    return assessment


def check_alike(work: Work, case: Case, assessment: Assessment, report: Mapping[str, Any]) -> None:
    """Refuse a fine that stands apart from what similar cases paid and gives no reason (类案同罚)."""
    likeness = likeness_of(case.cause, assessment.explain())
    if likeness is not None:
        check_reason(similar(work.connection, case, likeness).city, Decimal(report["fine"]), str(report.get("fine_reason") or ""))


def check_single(work: Work, case: Case, report: Mapping[str, Any], field: str = "separate") -> None:
    """Refuse a fine where another case has fined the party for the same act already (行政处罚法 Art. 29)."""
    party = party_of(work.connection, case.id)
    start, end = (date.fromisoformat(report[name]) for name in ("act_start", "act_end"))
    check_once(fined_acts(work.connection, case, party), start, end, report.get("separate"), field)


def _check_confiscation(assessment: Assessment, report: Mapping[str, Any]) -> None:
    """Refuse to leave open what is confiscated: the gains must be stated, though there be none, and goods only where the basis takes them."""
    if GAINS in assessment.kinds and report.get("gains") is None:
        raise InvalidInputError({"gains": [f"{assessment.basis_full}规定没收违法所得：必须填写，查明没有的填0（行政处罚法第二十八条第二款）。"]})
    taken, things = Decimal(report.get("gains") or 0) > 0, bool(report.get("goods") or report.get("held_goods"))
    if EITHER in assessment.kinds:
        if taken == things:
            message = f"{assessment.basis_full}规定没收实物或者违法收入：在“没收的物品”写明实物，或者在“违法所得”填写违法收入，二者择一。"
            raise InvalidInputError({"goods": [message]})
    elif taken and GAINS not in assessment.kinds:
        raise LawError("no_basis", f"{assessment.basis_full}没有规定没收违法所得。", basis=assessment.basis, field="gains")
    named = next((name for name in ("goods", "held_goods") if report.get(name)), None)
    if named is not None and not any(kind.startswith("没收") and kind != GAINS for kind in assessment.kinds):
        raise LawError("no_basis", f"{assessment.basis_full}没有规定没收物品。", basis=assessment.basis, field=named)


def _check_value(work: Work, case: Case, report: Mapping[str, Any]) -> None:
    """Refuse to leave open what the confiscated things are worth, or less than was written down when they were taken (行政处罚法 Art. 63(1)(2))."""
    if not (report.get("goods") or report.get("held_goods")):
        return
    recorded = recorded_value(work.connection, case.id, numbers(report, "held_goods"))
    known = f"所选在管物品登记的价值合计{format_yuan(recorded)}。" if recorded else ""
    if report.get("goods_value") is None:
        message = f"没收实物的，填写全部实物的价值：价值较大的，当事人有权要求听证（行政处罚法第六十三条第一款第二项）。{known}"
        raise InvalidInputError({"goods_value": [message]})
    if Decimal(report["goods_value"]) < recorded:
        message = f"{known}没收物品的价值不能低于此数，以免当事人失去听证的权利（行政处罚法第六十三条第一款第二项）。"
        raise InvalidInputError({"goods_value": [message]})


def _leave(report: Mapping[str, Any]) -> Adjustment | None:
    """Return the leave under which a proposal may be made outside the tier: with a reason, for the panel to grant."""
    reason = str(report.get("fine_reason") or "")
    return Adjustment(reason=reason, panel=True, legal_review=True) if reason.strip() else None


def assessed(work: Work, case: Case, report: Mapping[str, Any]) -> Assessment:
    """Return what the tables say of a report, routed by the fine that it really proposes."""
    facts = assessment_input(work.connection, case, report, work.law)
    assessment = assess(facts, work.law)
    if report.get("outcome") != "penalty" or report.get("fine") is None:
        return assessment
    # Hearing, review and panel depend on the penalty that is really in view, not on the amount that the table recommends.
    fine = Decimal(report["fine"])
    mitigated = assessment.frame.minimum is not None and fine < assessment.frame.minimum
    taken, goods = (Decimal(report.get(name) or 0) for name in ("gains", "goods_value"))
    penalty = replace(penalty_of(facts, fine, assessment.kinds), mitigated=mitigated, taken=taken, goods=goods)
    routing, run = route(penalty, work.law)
    return replace(assessment, routing=routing, runs=(*(item for item in assessment.runs if item.code != run.code), run))


REPORTED = (
    "act_start",
    "act_end",
    "limb",
    "untiered",
    "complex",
    "interest",
    "measured",
    "limit",
    "price",
    "gains",
    "goods",
    "held_goods",
    "goods_value",
    "refused",
    "corrected",
    "harm",
    "ground",
    "concurrent",
    "factors",
)
"""What of a report the assessment keeps: all that a rule reads."""


def freeze(work: Work, case: Case, occasion: str, report: Mapping[str, Any]) -> Mapping[str, Scalar]:
    """Freeze the assessment of a report into the case, and return which way it goes."""
    assessment = _with_rival(work, case, report, assessed(work, case, report))
    frame = assessment.frame
    fined = report.get("outcome") == "penalty" and report.get("fine") is not None and frame.maximum is not None
    fine = Decimal(report["fine"]) if fined else None
    work.record(
        DiscretionAssessed(
            case=case.id,
            assessment=work.new_id(),
            occasion=occasion,
            outcome=str(report["outcome"]),
            tier=assessment.tier or None,
            low=frame.low,
            high=frame.high,
            recommended=assessment.amount,
            fine=fine,
            reason=report.get("fine_reason"),
            facts={name: plain(report.get(name)) for name in REPORTED},
            explanation=assessment.explain(),
            at=work.now,
        )
    )
    outside = fine is not None and frame.maximum is not None and (frame.low is None or frame.high is None or not frame.low <= fine <= frame.high)
    ways = _ways(assessment.routing)
    return ways | {"collective": (assessment.routing.collective and report["outcome"] == "penalty") or outside}


def _with_rival(work: Work, case: Case, report: Mapping[str, Any], assessment: Assessment) -> Assessment:
    """Return the assessment with what was concluded of the other rule that the act breaks (行政处罚法 Art. 29)."""
    if report.get("outcome") != "penalty" or not report.get("concurrent"):
        return assessment
    party = PARTY_TYPES[party_of(work.connection, case.id).kind]
    found = rivalry(assessment, str(report["concurrent"]), date.fromisoformat(report["act_end"]), party, work.law)
    return replace(assessment, runs=(*assessment.runs, *found.runs))


def _ways(routing: Routing) -> dict[str, Scalar]:
    return {"collective": routing.collective, "hearing": routing.hearing_right, "review_mandatory": routing.legal_review_mandatory}
