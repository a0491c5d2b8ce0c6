"""Enclosures (随函材料) in forms: what a letter can carry, why something cannot, and everything ticked where the whole file goes."""

from dataclasses import replace

from engine.actor import SYSTEM
from engine.queries.document import OneDocument
from engine.queries.enclosure import EnclosureChoice, EnclosureChoices, Enclosures
from web import paper
from web.filled import FilledForm
from web.request import Typed, ask, engine, house


def dressed(filled: FilledForm, case_id: str) -> FilledForm:
    """Return a form that chooses papers with those of the case, and with why something cannot be chosen; every other form as it is."""
    if all(item.widget != "paper" for item in filled.form.fields):
        return filled
    known = _made(ask(Enclosures(case_id=case_id)))
    options = {"papers": [(item.id, _titled(item)) for item in known.papers]}
    barred = {item.id: item.barred for item in (*known.evidence, *known.papers) if item.barred is not None}
    return replace(filled, options={**filled.options, **options}, barred=barred)


def whole(values: Typed, case_id: str) -> Typed:
    """Return the values of a request with everything of the case that may go out, where it is a transfer and nothing was chosen."""
    if values.get("kind") != "transfer" or values.get("materials") or values.get("papers"):
        return values
    known = ask(Enclosures(case_id=case_id))
    ticked = {"materials": known.evidence, "papers": known.papers}
    return {**values, **{name: [item.id for item in items if item.barred is None] for name, items in ticked.items()}}


def _made(known: EnclosureChoices) -> EnclosureChoices:
    """Put on paper what may be chosen and has no PDF yet: a letter names the digest of what goes with it."""
    for item in known.papers:
        if item.barred is None and item.sha256 is None:
            paper.render(house(), engine().ask(OneDocument(document_id=item.id), SYSTEM))
    return known


def _titled(item: EnclosureChoice) -> str:
    return f"{item.title}　{item.number}" if item.number else item.title
