"""Parties (当事人): the one on whom a case decides, and in which case each of the others is dealt with."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, case, select

from engine.model import CaseLink, Party
from engine.rules.identity import Identity
from engine.store import tables

_PARTY = select(Party.__table__).where(Party.case_id == bindparam("case"), Party.number == 1)

_OTHERS = select(Party.__table__).where(Party.case_id == bindparam("case"), Party.number > 1, Party.struck_on.is_(None)).order_by(Party.number)

_ANSWERED = (
    select(Party.code, Party.name)
    .join(CaseLink, Party.case_id == case((CaseLink.case_id == bindparam("case"), CaseLink.other_id), else_=CaseLink.case_id))
    .where(CaseLink.kind == "joint", Party.number == 1)
    .where((CaseLink.case_id == bindparam("case")) | (CaseLink.other_id == bindparam("case")))
)
"""The numbers and names of the parties on whom the linked cases decide."""


def party_of(connection: Connection, case_id: str) -> Party:
    """Return the party on whom a case decides."""
    return tables.rows(connection, Party, _PARTY, {"case": case_id})[0]


def unanswered(connection: Connection, case_id: str) -> Sequence[Party]:
    """Return the joint parties of a case who have no case of their own that is linked to it as one of the same facts."""
    answered = {code or name for code, name in connection.execute(_ANSWERED, {"case": case_id})}
    return [party for party in tables.rows(connection, Party, _OTHERS, {"case": case_id}) if (party.code or party.name) not in answered]


def identity_of(party: Party) -> Identity:
    """Return by what a party is known."""
    return Identity(kind=party.kind, code=party.code, code_kind=party.code_kind, born=party.born, uncoded=party.uncoded)
