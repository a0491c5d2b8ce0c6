"""Publication (公示): what is published, with which names, and for how long."""

from datetime import date

from engine.errors import LawError
from engine.law.parameters import Values
from engine.rules.identity import age_on
from engine.rules.reckoning import months_later
from engine.rules.redaction import Leftover, Secrets, leftovers

ADULT = 18


def check_publishable(text: str, secrets: Secrets, *, born: date | None, act: date, secret: bool = False) -> None:
    """Refuse with publication_blocked what must not be published: minors, secrets, and texts in which personal data are left.

    `born` is the birth date of a natural person, who is a minor by the age on the day of the act; `secret` marks state or trade
    secrets. Source: 行政处罚法 Art. 48, 50; 个人信息保护法 Art. 28; 政府信息公开条例 Art. 15.
    """
    if born is not None and age_on(born, act) < ADULT:
        raise LawError("publication_blocked", "当事人为未成年人，处罚信息不得公示。", basis="个人信息保护法 28")
    if secret:
        raise LawError("publication_blocked", "涉及国家秘密或者商业秘密，不得公示。", basis="行政处罚法 50")
    found = leftovers(text, secrets)
    if found:
        raise LawError("publication_blocked", f"公示文本中还有个人信息：{_places(found)}。", basis="个人信息保护法 34", field="text")


def public_until(published: date, party: str, parameters: Values) -> date:
    """Return the last day of publication for a party, citizen or otherwise (parameters `publish.retention.*`, in months)."""
    group = "citizen" if party == "citizen" else "org"
    return months_later(published, parameters.integer(f"publish.retention.{group}"))


def _places(found: tuple[Leftover, ...]) -> str:
    return "、".join(f"第{each.start + 1}字起的{each.title}" for each in found)
