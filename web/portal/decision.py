"""Public decisions (公示内容): a published decision as its page shows it, masked once more on the way out.

What is published was masked before it was stored. The page does not rely on that: a name of a person, an identity number or a telephone
number that slipped through a review must not be shown by a template. Source: 个人信息保护法 Art. 28, 34; 行政处罚法 Art. 48, 50.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from engine.model import Publication
from engine.rules.credit import PARTY_KINDS
from engine.rules.redaction import Secrets, mask, mask_name
from web.render import department


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDecision:
    """A published decision; texts are paragraphs, `fine` is in yuan, None where the penalty is no fine.

    `on_the_spot` tells a decision of the summary procedure, which goes to reconsideration first (行政复议法 Art. 23).
    `again_of` is the publication in whose place this one came after a withdrawal, `first_on` the day of the very first; `changes` says when
    and by which paper the decision was changed, where it was.
    """

    id: str
    number: str
    district: str
    published_on: date
    until: date | None
    party: str
    party_kind: str
    code: str | None
    legal_representative: str | None
    cause: str
    summary: tuple[str, ...]
    facts: tuple[str, ...]
    basis: tuple[str, ...]
    penalty: tuple[str, ...]
    kinds: tuple[str, ...]
    fine: Decimal | None
    decided_on: date
    agency: str
    on_the_spot: bool
    first_on: date | None = None
    again_of: str | None = None
    again_reason: str | None = None
    changes: tuple[str, ...] = ()

    @property
    def kind_title(self) -> str:
        """Return what kind of party it is, in words."""
        return PARTY_KINDS.get(self.party_kind, self.party_kind)

    @property
    def district_name(self) -> str:
        """Return the district, in words."""
        found = department().districts.get(self.district)
        return found.name if found else self.district


def read(publication: Publication) -> PublicDecision:
    """Return a publication as a page may show it; raise KeyError where a mandatory content is missing."""
    content = publication.content
    kind = str(content["party_kind"])
    return PublicDecision(
        id=publication.id,
        number=publication.number,
        district=publication.district,
        published_on=publication.published_on,
        until=publication.until,
        party=_name(str(content["party"]), kind),
        party_kind=kind,
        code=None if kind == "person" else _find(content, "code"),
        legal_representative=_find(content, "legal_representative") if kind == "organisation" else None,
        cause=_clean(str(content["cause"])),
        summary=_paragraphs(content.get("summary")),
        facts=_paragraphs(content["facts"]),
        basis=_paragraphs(content["basis"]),
        penalty=_paragraphs(content["penalty"]),
        kinds=tuple(str(kind) for kind in content.get("kinds", ())),
        fine=None if (fine := content.get("fine")) in {None, ""} else Decimal(str(fine)),
        decided_on=date.fromisoformat(str(content["decided_on"])),
        agency=str(content["agency"]),
        on_the_spot=publication.procedure == "summary",
        first_on=publication.first_on,
        again_of=publication.again_of,
        again_reason=None if publication.again_reason is None else _clean(publication.again_reason),
        changes=_paragraphs(content.get("changes")),
    )


def _name(name: str, kind: str) -> str:
    return mask_name(name) if kind == "person" and "某" not in name else _clean(name)


def _find(content: Mapping[str, Any], name: str) -> str | None:
    value = content.get(name)
    return None if value in {None, ""} else _clean(str(value))


def _paragraphs(value: object) -> tuple[str, ...]:
    texts = value if isinstance(value, list | tuple) else str(value or "").splitlines()
    return tuple(_clean(str(text)) for text in texts if str(text).strip())


def _clean(text: str) -> str:
    return mask(text, Secrets())
