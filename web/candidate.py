"""Candidates (可选人员和案件): who, and which other case, can be chosen in a field of a form; whether the choice is lawful the engine decides."""

from collections.abc import Mapping, Sequence

import forms
from engine.model import Case, User
from engine.queries.case_file import CaseFileView, Cases
from engine.rules.panel import MEMBERS
from web.filters import STATES
from web.request import ask
from web.role import NO_CASES

OFFICERS = frozenset({"officer"})

ROLES: Mapping[tuple[str, str], frozenset[str]] = {
    ("verification", "second"): OFFICERS,
    ("spot_record", "second"): OFFICERS,
    ("police_team", "members"): OFFICERS,
    ("recusal", "officer"): OFFICERS,
    ("recusal_decision", "replacement"): OFFICERS | MEMBERS | {"hearing_host"},
    ("hearing_appointment", "host"): frozenset({"hearing_host"}),
    ("panel_convening", "members"): MEMBERS,
    ("panel_convening", "chair"): frozenset({"panel_member"}),
    ("collective_decision", "members"): MEMBERS,
}
"""Whom a field is for, by form and field; everybody who handles cases where nothing stands here."""


def candidates(form: str, case: Case, people: Sequence[User]) -> Mapping[str, tuple[User, ...]]:
    """Return who can be chosen in each field of a form that names people."""
    fields = (item.name for item in forms.describe(form).fields if item.widget == "user")
    return {name: tuple(user for user in people if _fits(form, name, case, user)) for name in fields}


def other_cases(file: CaseFileView, chosen: str, words: str = "") -> list[tuple[str, str]]:
    """Return the cases within reach whose number, party or title has the words, the newest first, as number and words, and what was chosen before.

    Without words they are the other cases of the party. A case without a number goes by its id.
    """
    words = words or (file.parties[0].name or "" if file.parties else "")
    found = [row.case for row in ask(Cases(text=words)).rows if row.case.id != file.case.id] if words else []
    offered = [(case.number or case.id, "，".join(filter(None, (case.title, case.number, STATES.get(case.state))))) for case in found]
    return offered + ([(chosen, chosen)] if chosen and chosen not in dict(offered) else [])


def _fits(form: str, name: str, case: Case, user: User) -> bool:
    roles = frozenset(user.roles)
    wanted = ROLES.get((form, name))
    if wanted is None:
        return not roles <= NO_CASES
    acting = user.id in {case.lead, case.second}
    if form == "recusal":
        return acting or f"|{user.id}|" in (case.panel or "")
    if form == "police_team" and not acting and user.squad != case.squad:
        return False
    return bool(roles & wanted) and not (name == "second" and user.id == case.lead)
