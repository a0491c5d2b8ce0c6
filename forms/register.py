"""The register of forms (表单目录): form key → form, and what each tells the process."""

from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from forms.field.entry import Entry
from forms.form import Form

_OTHERS = {
    "__init__",
    "answers",
    "description",
    "factor",
    "form",
    "goods_item",
    "reader",
    "register",
    "remedy_result",
    "remedy_start",
    "schema",
    "spot_paper",
}
"""The files beside this one that hold no form of their own, but parts and readers of forms."""


def _forms() -> Iterator[tuple[str, type[Form]]]:
    """Yield the form of every other file; raise AttributeError where a file does not hold the one that its name promises."""
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in _OTHERS:
            name = "".join(part.capitalize() for part in path.stem.split("_")) + "Form"
            yield path.stem, getattr(import_module(f"forms.{path.stem}"), name)


FORMS: Mapping[str, type[Form]] = dict(_forms())
"""The key is the name of the file and the formKey of the user task: `forms/term_extension.py` holds `TermExtensionForm`."""


def _routing(form: type[Form]) -> dict[str, str | Collection[str]]:
    declared = form._declared_fields  # noqa: SLF001 - marshmallow has no public name for the fields of a schema that is not yet made
    return {name: entry.kind for name, entry in declared.items() if isinstance(entry, Entry) and entry.metadata.get("routing")}


ROUTING: Mapping[str, Mapping[str, str | Collection[str]]] = {key: _routing(form) for key, form in FORMS.items()}
"""Form key → name of a routing value → what it can be: `bool`, `text`, or the texts it is chosen from."""
