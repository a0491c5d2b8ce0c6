"""Officers (执法人员): the two who enforce in a case, as the rules see them. Source: 行政处罚法 Art. 42."""

from collections.abc import Mapping
from datetime import date

from engine.errors import LawError, NotAllowedError
from engine.model import Case, Task, User
from engine.rules.conflict import Certificate, Officer, check_certificate, check_officers, check_recusal
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

BY_TWO = frozenset({"investigation", "appraisal", "investigation_report", "notice", "plea", "plea_review"})
"""The forms of enforcement after filing, for which both officers must be there; service asks only for who serves (民事诉讼法 Art. 87)."""


def officer_of(user: User) -> Officer:
    """Return a person as an officer with the certificate that the office knows of."""
    held = None
    if user.certificate and user.certificate_from and user.certificate_until:
        suspended = (user.certificate_suspended_from, user.certificate_suspended_until or date.max) if user.certificate_suspended_from else None
        held = Certificate(user.certificate, user.certificate_from, user.certificate_until, suspended, user.certificate_withdrawn_on)
    return Officer(user.id, user.name, held)


def recused_in(case: Case) -> frozenset[str]:
    """Return the persons who were recused from a case, by id."""
    return frozenset(filter(None, (case.recused or "").split("|")))


def officers_of(work: Work, case: Case) -> list[Officer]:
    """Return the officers of a case who are there with their own identity: the lead, and the second once confirmed."""
    present = [case.lead, case.second] if case.second_confirmed else [case.lead]
    return [officer_of(work.get(User, person)) for person in present if person is not None]


def check_two(work: Work, case: Case) -> None:
    """Refuse an enforcement step today without two confirmed officers who are in office and whose certificates are valid."""
    officers = officers_of(work, case)
    check_officers(officers, work.today, recused_in(case))
    for officer in officers:
        if not work.get(User, officer.id).active:
            raise LawError("officer_invalid", f"{officer.name}的账号已停用，不再办理本案。", basis="行政处罚法 42", field="officer")


def check_in_charge(work: Work, case: Case) -> None:
    """Refuse whoever is not one of the two officers of the case, or has no valid certificate today. Source: 行政处罚法 Art. 42."""
    if work.actor.id not in {case.lead, case.second}:
        raise NotAllowedError("这件事由本案的主办、协办执法人员办理。", basis="行政处罚法 42")
    check_certificate(officer_of(work.get(User, work.actor.id)), work.today)


@operation("officer.pair", returns=("pair",))
def tell_pair(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Return whether the case has a second officer who confirmed, and who is asked in its procedures."""
    del inputs, values
    return {"pair": bool(work.case(case_id).second_confirmed)}


def check_acted(work: Work, case: Case, data: FormData) -> None:
    """Refuse what officers did before the clue was found, or on a day on which the certificate of one who acted was not valid.

    The day of the act counts, not the day on which it is entered. The second officer, though only just named, was there as well.
    Source: 行政处罚法 Art. 42, 54.
    """
    there = work.case(case.id)
    for name, both in data.acted.items():
        day = data.day(name)
        if day < case.discovered_on:
            message = f"日期早于发现违法线索之日（{case.discovered_on}）。"
            raise LawError("before_cause", message, basis="行政处罚法 54", field=name)
        for person in filter(None, (there.lead, there.second)) if both else (work.actor.id,):
            check_certificate(officer_of(work.get(User, person)), day, name)


def check_step(work: Work, case: Case, task: Task) -> None:
    """Refuse every step of who was recused, an officer's without a valid certificate today, and one of enforcement without the two of the case."""
    if case.recused:
        check_recusal(officer_of(work.get(User, work.actor.id)), recused_in(case))
    if task.role != "officer":
        return
    check_certificate(officer_of(work.get(User, work.actor.id)), work.today)
    if task.form in BY_TWO:
        check_two(work, case)
