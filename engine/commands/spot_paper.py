"""Papers made with people on the spot (现场文书): who may make them, and what each of them states."""

from collections.abc import Mapping
from typing import Any

from engine.commands.archiving import check_not_archived
from engine.commands.inner_paper import common
from engine.commands.officer import check_acted, check_in_charge, check_two
from engine.errors import InvalidInputError
from engine.model import Case, Evidence
from engine.work import FormData, Work


def open_file(work: Work, case_id: str, form: str, typed: Mapping[str, object]) -> tuple[Case, FormData]:
    """Return the case and the form as filled in; refuses whoever is not one of its two officers, and a volume that is archived.

    Both officers must be there, with valid certificates, and what was done cannot be older than the clue. Source: 行政处罚法 Art. 42, 55.
    """
    case = work.case(case_id)
    data = work.read_form(form, typed)
    work.check_version()
    check_in_charge(work, case)
    check_not_archived(case)
    check_two(work, case)
    check_acted(work, case, data)
    return case, data


def chosen_evidence(work: Work, case: Case, data: FormData) -> list[Evidence]:
    """Return the pieces that a form chose by id or number, in its order; refuses what the case does not have."""
    known = {key: item for item in work.rows(Evidence, case_id=case.id) for key in (item.id, str(item.number))}
    wanted = [str(name) for name in data.values["evidence"] or ()]  # type: ignore[union-attr]  # A list of references.
    if strange := [name for name in wanted if name not in known]:
        raise InvalidInputError({"evidence": [f"本案没有证据{'、'.join(strange)}。"]})
    return [known[name] for name in wanted]


def moment(data: FormData, day: str, hour: str) -> str:
    """Return day and hour of a form as facts hold an instant."""
    return f"{data.text(day)}T{data.text(hour)}"


def on_the_spot(work: Work, case: Case, data: FormData, number: str, token: str) -> dict[str, Any]:
    """Return what samples and extracted data state alike: when, where, and who signed."""
    return common(work, case.id, number, token) | {
        "held_at": moment(data, "held_on", "held_time"),
        "place": data.text("place"),
        "presence": data.text("presence"),
        "witness": data.find("witness") or "",
    }
