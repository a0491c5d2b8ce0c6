"""What stood in the record before it was put right (更正前的记录): it may still stand in texts, and it is as personal as what stands now."""

from collections.abc import Iterable, Sequence

from engine.model import Amendment, Assessment, Participant, Party

COMPLAINANT = "complainant"
_NAMES = ("name", "id_number", "phone")
"""What tells who somebody is wherever it stands; where he lives does so too, but may be a place that everybody may know."""

_LEAST = 2
"""Characters of a word that is looked for: a single one stands in every text, and what was put right cannot be put right again."""


def unassessed(rows: Iterable[Amendment], assessments: Iterable[Assessment]) -> Amendment | None:
    """Return the newest change of the party, or finding that it needs a guardian, since which nobody assessed the case on a report; else None."""
    reports = sum(assessment.occasion == "report" for assessment in assessments)
    return next((row for row in reversed(list(rows)) if row.anew is not None and row.anew == reports), None)


def earlier(rows: Iterable[Amendment], people: Sequence[Party | Participant], *names: str) -> list[str]:
    """Return what was recorded of these people under some names before it was changed."""
    ids = {person.id for person in people}
    found = [(row.before or {}).get(name) for row in rows if row.subject_id in ids for name in names]
    return [str(word) for word in found if word]


def complainant_words(people: Sequence[Participant], rows: Iterable[Amendment], parties: Sequence[Party] = (), place: str | None = None) -> list[str]:
    """Return the words that tell who complained, the longest first. Source: 行政处罚法 Art. 50.

    A home is none where the case happened there, or somebody else of the case lives there: papers must name it. A word that was put right
    is none where somebody else goes by it in the case: it was written down of the wrong one.
    """
    complained = [person for person in people if person.role == COMPLAINANT]
    others = [person for person in people if person.role != COMPLAINANT and person.struck_on is None]
    known = [place, *(party.code for party in parties), *(person.id_number for person in others)]
    around: list[Party | Participant] = [*parties, *others]
    known += [word for person in around for word in (person.name, person.phone, person.address)]
    openly = "·".join(filter(None, known))
    now = [word for person in complained for name in _NAMES if (word := getattr(person, name))]
    now += [person.address for person in complained if person.address and person.address not in openly]
    then = [word for word in earlier(rows, complained, *_NAMES, "address") if len(word) >= _LEAST and word not in openly]
    return sorted(dict.fromkeys((*now, *then)), key=len, reverse=True)
