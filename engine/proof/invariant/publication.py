"""Publications (公示): nothing personal is shown to the public, and nothing at all of a minor. I13."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from engine.proof.invariant.journal import Event, Journal

Found = Iterator[tuple[Event, str]]

BORN = slice(6, 14)
"""Where the birth date stands in an identity number of 18 digits. Source: GB 11643."""
ADULT = 18
FORMS: Mapping[str, re.Pattern[str]] = {
    "身份证号": re.compile(r"(?<![0-9A-Z])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx](?![0-9A-Z])"),
    "手机号码": re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"),
    "电子邮箱": re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\.[A-Za-z]+"),
}


def masked(case: Journal) -> Found:
    """Yield publications in which personal data stand, or that show a minor (I13). Source: 行政处罚法 Art. 48, 50; 个人信息保护法 Art. 28."""
    for shown in case.of("DecisionPublished"):
        party = _party(case, shown)
        leave = () if party is None or party["kind"] == "person" else ("code",)
        text = "\n".join((*_texts(shown["content"], leave=leave), str(shown["again_reason"] or "")))
        yield from ((shown, f"公示文本中有{title}") for title, form in FORMS.items() if form.search(text))
        if party is not None and party["kind"] == "person":
            yield from _person(case, shown, party, text)
    for gone in case.of("PublicationWithdrawn"):
        party, said = _party(case, gone), str(gone["reason"] or "")
        yield from ((gone, f"撤回公示的理由中有{title}") for title, form in FORMS.items() if form.search(said))
        if party is not None and party["kind"] == "person":
            yield from ((gone, f"撤回公示的理由中有当事人的{title}") for title in _named(party, said))


def _person(case: Journal, shown: Event, party: Event, text: str) -> Found:
    yield from ((shown, f"公示文本中有当事人的{title}") for title in _named(party, text))
    frozen = case.last("DiscretionAssessed", before=shown)
    code, act = str(party["code"] or ""), date.fromisoformat(frozen["facts"]["act_end"]) if frozen else shown.today
    if len(code) == ADULT and code[BORN].isdecimal() and f"{act:%Y%m%d}" < f"{int(code[BORN]) + ADULT * 10_000}":
        yield shown, "当事人在行为时是未成年人，却公示了处罚决定"


def _named(party: Event, text: str) -> list[str]:
    """Return what of a person stands in a text."""
    return [title for name, title in (("name", "姓名"), ("address", "住址")) if party[name] and party[name] in text]


def _party(case: Journal, shown: Event) -> Event | None:
    """Return the party on whom the case decides, as it stood then."""
    first = next((event for event in case.of("PartyRecorded", before=shown) if event["number"] == 1), None)
    known = [event for event in case.of("PartyRecorded", "PartyAmended", "PartyChanged", before=shown) if first and event["party"] == first["party"]]
    return known[-1] if known else None


def _texts(value: object, leave: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            if name not in leave:
                yield from _texts(item, leave)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, leave)
