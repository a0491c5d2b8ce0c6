"""Enclosures (随函材料) in forms: what a letter can carry, why something cannot, and everything ticked where the whole file goes."""

from dataclasses import replace

import forms
from engine.actor import SYSTEM
from engine.queries.document import OneDocument
from engine.queries.enclosure import EnclosureChoice, Enclosures
from web import paper
from web.filled import FilledForm
from web.request import Typed, ask, engine, house

FORMS = frozenset(key for key in forms.FORMS if any(item.widget == "paper" for item in forms.describe(key).fields))
"""The forms that choose papers."""


POLICE = "police_delivery"
"""The form by which a suspected crime goes to the police, with what is secret too."""


def printed(form: str, case_id: str) -> bool:
    """Put on paper what a form may choose and has no PDF yet, and tell whether there was any: the case has another version then.

    A letter names the digest of what goes with it.
    """
    known = ask(Enclosures(case_id=case_id, police=form == POLICE)).papers if form in FORMS else ()
    unmade = [item for item in known if item.barred is None and item.sha256 is None]
    for item in unmade:
        paper.render(house(), engine().ask(OneDocument(document_id=item.id), SYSTEM))
    return bool(unmade)


def dressed(filled: FilledForm, case_id: str) -> FilledForm:
    """Return a form that chooses papers with those of the case, and with why something cannot be chosen; every other form as it is."""
    if filled.form.key not in FORMS:
        return filled
    known = ask(Enclosures(case_id=case_id, police=filled.form.key == POLICE))
    options = {"papers": [(item.id, _titled(item)) for item in known.papers]}
    barred = {item.id: item.barred for item in (*known.evidence, *known.papers) if item.barred is not None}
    care = {item.id: item.care for item in (*known.evidence, *known.papers) if item.care is not None}
    return replace(filled, options={**filled.options, **options}, barred=barred, care=care)


def whole(values: Typed, case_id: str) -> Typed:
    """Return the values of a request with everything of the case that may go out, where it is a transfer and nothing was chosen."""
    if values.get("kind") != "transfer" or values.get("materials") or values.get("papers"):
        return values
    known = ask(Enclosures(case_id=case_id))
    ticked = {"materials": known.evidence, "papers": known.papers}
    return {**values, **{name: [item.id for item in items if item.barred is None] for name, items in ticked.items()}}


def _titled(item: EnclosureChoice) -> str:
    return f"{item.title}　{item.number}" if item.number else item.title
