"""Conflicts (主体与回避): who may act in a case beside whom."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from engine.errors import LawError

ROLES: Mapping[str, str] = {"lead": "主办", "second": "协办", "reviewer": "法制审核人员", "host": "听证主持人", "decider": "作出决定的负责人"}
"""The parts in a case that must be different persons, in the order in which they are compared."""

_BASIS: Mapping[str, str] = {"second": "行政处罚法 42", "reviewer": "行政处罚法 58", "host": "行政处罚法 64(4)", "decider": "行政处罚法 57①"}


@dataclass(frozen=True, slots=True)
class Certificate:
    """An enforcement certificate (执法证) with its term and its suspension, all days included, and the day from which it is withdrawn."""

    number: str
    valid_from: date
    valid_to: date
    suspended: tuple[date, date] | None = None
    withdrawn_on: date | None = None

    def valid_on(self, day: date) -> bool:
        """Tell whether the certificate is good on a day: within its term, not suspended, not yet withdrawn."""
        suspended = self.suspended is not None and self.suspended[0] <= day <= self.suspended[1]
        withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= day
        return self.valid_from <= day <= self.valid_to and not suspended and not withdrawn


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer as the rules see one."""

    id: str
    name: str
    certificate: Certificate | None


def check_different(parts: Mapping[str, str | None]) -> None:
    """Refuse with same_person where one person has two of the parts of a case; `parts` maps ROLES to person ids, None while open.

    Source: 行政处罚法 Art. 42, 57, 58, 64(4): two officers, and review, hearing and decision by others than the investigators.
    """
    held = [(role, parts[role]) for role in ROLES if parts.get(role)]
    for (one, first), (other, second) in combinations(held, 2):
        if first == second:
            message = f"{ROLES[one]}与{ROLES[other]}不能是同一人。"
            raise LawError("same_person", message, basis=_BASIS[other], field=other)


def check_part(role: str, person: str, parts: Mapping[str, str | None]) -> None:
    """Refuse with same_person a person who takes a part in a case beside another one; `parts` maps ROLES to person ids.

    What others hold is not compared: on the spot the officer decides (行政处罚法 Art. 51, 52), and has the parts `lead` and `decider` by law.
    """
    for other in ROLES:
        if other != role:
            check_different({other: parts.get(other), role: person})


def check_apart(person: str, decided: AbstractSet[str | None], act: str) -> None:
    """Refuse with same_person where money is booked by who investigated, decided or collected it; `act` says what is to be done.

    Source: 行政处罚法 Art. 67(1), (2): deciding on a fine and receiving it are kept apart, and officers receive none but in the cases of
    Art. 68 and 69, of which they account to the agency (Art. 71).
    """
    if person in decided:
        raise LawError("same_person", f"办理、决定本案或者当场收缴罚款的人员，不能{act}：罚款决定与收缴分离。", basis="行政处罚法 67①、71")


def check_certificate(officer: Officer, day: date, field: str = "officer") -> None:
    """Refuse with officer_invalid where the officer had no valid certificate on the day of the step; `field` says it (行政处罚法 Art. 42)."""
    held = officer.certificate
    if held is None:
        raise LawError("officer_invalid", f"{officer.name}没有执法证，不得执法。", basis="行政处罚法 42", field=field)
    if not held.valid_on(day):
        raise LawError("officer_invalid", f"{officer.name}的执法证{held.number}在{day}无效。", basis="行政处罚法 42", field=field)


def check_officers(officers: Sequence[Officer], day: date, recused: AbstractSet[str] = frozenset()) -> None:
    """Refuse where an enforcement step on the day was not done by two officers, each certified and none recused.

    `officers` are those who confirmed with their own identity; being named is not enough (行政处罚法 Art. 42, 43).
    """
    if len({officer.id for officer in officers}) < 2:
        raise LawError("officers_required", "须有两名以上执法人员办理并各自确认。", basis="行政处罚法 42", field="officer")
    for officer in officers:
        check_certificate(officer, day)
        check_recusal(officer, recused)


def check_recusal(officer: Officer, recused: AbstractSet[str]) -> None:
    """Refuse with officer_recused where the officer has withdrawn or been withdrawn from the case (行政处罚法 Art. 43)."""
    if officer.id in recused:
        raise LawError("officer_recused", f"{officer.name}已回避，不得办理本案。", basis="行政处罚法 43", field="officer")
