"""Limbs (款项) among which a form lets choose: those of the case's cause, and of other causes, that fit its party."""

from engine.queries.case_file import CaseFileView
from engine.queries.catalogue import LimbChoices, RivalChoices
from web.request import ask


def limbs_of(file: CaseFileView) -> tuple[tuple[str, str], ...]:
    """Return the limbs of the case's cause by key and title, without those that punish only others than its first party."""
    return ask(LimbChoices(cause=file.case.cause, party=_party(file)))


def stoppable(file: CaseFileView) -> tuple[tuple[str, str], ...]:
    """Return those of them that may be ordered to stop; none once the case is decided or over."""
    case = file.case
    if case.state not in {"clue", "open"} or case.decided_on is not None:
        return ()
    return ask(LimbChoices(cause=case.cause, party=_party(file), stopped_on=case.discovered_on))


def rivals_of(file: CaseFileView) -> tuple[tuple[str, str], ...]:
    """Return the other causes and their limbs that may punish the same act of the first party."""
    return ask(RivalChoices(cause=file.case.cause, party=_party(file)))


def _party(file: CaseFileView) -> str:
    return file.parties[0].kind or "" if file.parties else ""
