"""Limbs (款项) among which a form lets choose: those of the case's cause that fit its party."""

from engine.queries.case_file import CaseFileView
from engine.queries.catalogue import LimbChoices
from web.request import ask


def limbs_of(file: CaseFileView) -> tuple[tuple[str, str], ...]:
    """Return the limbs of the case's cause by key and title, without those that punish only others than its first party."""
    return ask(LimbChoices(cause=file.case.cause, party=file.parties[0].kind or "" if file.parties else ""))
