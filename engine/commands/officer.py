"""Officers (执法人员): the two who enforce in a case, as the rules see them. Source: 行政处罚法 Art. 42."""

from engine.model import Case, User
from engine.rules.conflict import Certificate, Officer, check_officers
from engine.work import Work


def officer_of(user: User) -> Officer:
    """Return a person as an officer with the certificate that the office knows of."""
    held = None
    if user.certificate and user.certificate_from and user.certificate_until:
        held = Certificate(user.certificate, user.certificate_from, user.certificate_until)
    return Officer(user.id, user.name, held)


def officers_of(work: Work, case: Case) -> list[Officer]:
    """Return the officers of a case who are there with their own identity: the lead, and the second once confirmed."""
    present = [case.lead, case.second] if case.second_confirmed else [case.lead]
    return [officer_of(work.get(User, person)) for person in present if person is not None]


def check_two(work: Work, case: Case) -> None:
    """Refuse an enforcement step today without two confirmed officers whose certificates are valid."""
    check_officers(officers_of(work, case), work.today)
