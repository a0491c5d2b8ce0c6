"""Credit repair (信用修复): a party that performed its duty asks that its penalty be shown no longer. Source: 信用修复管理办法; domain.md §5."""

from collections.abc import Mapping, Sequence

from engine.commands.credit import recall
from engine.commands.procedure import start_form, starts
from engine.errors import LawError
from engine.events.credit_repair import CreditRepairChecked, CreditRepaired
from engine.model import Case, Party, Publication, Remedy
from engine.queries.ledger import owes
from engine.queries.party import party_of
from engine.rules.credit_repair import Repair, hindrances
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

BASIS = "信用修复管理办法"
MONEY = frozenset({"罚款", "没收违法所得"})
"""The kinds that are performed by paying."""


@starts("credit_repair")
def apply_for_repair(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the number of the decision; refuses one that is not shown, and an application from before it was."""
    del instance
    shown = _shown(work, case.id)
    if data.day("applied_on") < (shown.first_on or shown.published_on):
        raise LawError("before_cause", "申请日期早于公示日期。", basis=BASIS, field="applied_on")
    return shown.number


@operation("credit.check")
def check_repair(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record what stands against the repair, for whoever reviews it."""
    del inputs, values
    shown = _shown(work, case_id)
    work.record(CreditRepairChecked(case=case_id, publication=shown.id, number=shown.number, hindrances=_hindrances(work, case_id, shown)))
    return {}


@operation("credit.repair")
def repair(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Stop showing the penalty and tell the credit site; refuses what stands against it on the day."""
    del inputs, values
    shown = _shown(work, case_id)
    if found := _hindrances(work, case_id, shown):
        raise LawError("before_cause", f"现在不能同意信用修复：{'；'.join(found)}。", basis=BASIS, field="approved")
    work.record(
        CreditRepaired(
            case=case_id,
            publication=shown.id,
            number=shown.number,
            applied_on=start_form(work).day("applied_on"),
            repaired_on=work.today,
            person_name=work.signature,
        )
    )
    recall(work, shown.id, "信用修复")
    return {}


def _shown(work: Work, case_id: str) -> Publication:
    found = next(iter(work.rows(Publication, case_id=case_id, state="published")), None)
    if found is None:
        raise LawError("step_not_waiting", "本案没有正在公示的决定，不需要信用修复。", basis=BASIS)
    return found


def _hindrances(work: Work, case_id: str, shown: Publication) -> tuple[str, ...]:
    case, party = work.case(case_id), party_of(work.connection, case_id)
    same = [work.case(row.case_id) for row in work.rows(Party, code=party.code) if row.case_id != case_id] if party.code else []
    kinds = [kind for kind in (shown.kinds or "").split("|") if kind]
    facts = Repair(
        published_on=shown.first_on or shown.published_on,
        severity=shown.severity or "general",
        performed=_performed(case, kinds),
        disputed=any(remedy.result is None for remedy in work.rows(Remedy, case_id=case_id) if remedy.against is None),
        lasting=[kind for kind in kinds if kind in work.law.parameters.names("credit.repair.except")],
        until=shown.until,
        others=[other.decided_on for other in same if other.outcome == "penalty" and other.decided_on is not None],
    )
    return hindrances(facts, work.today, work.law.parameters)


def _performed(case: Case, kinds: Sequence[str]) -> bool:
    """Tell whether the penalty is performed: the money paid where any was asked for, and the case closed where it asked for more than money.

    Source: domain.md §5; 行政处罚法 Art. 66, 67.
    """
    paid = bool(case.settled) or not owes(case)
    return paid and (case.closed_on is not None or (owes(case) and set(kinds) <= MONEY))
