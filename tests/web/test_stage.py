from pathlib import Path
from typing import Any

import pytest

from tests.office import Office
from web.stage import STAGES, stages

PROCESSES = Path(__file__).parents[2] / "processes"


def shown(office: Office, case: str) -> str:
    """The stages as a line: ✓ done, ● now, · to come."""
    return "".join({"done": "✓", "now": "●", "": "·"}[where] for _, where in stages(office.file(case)))


@pytest.mark.parametrize(
    ("step", "line"),
    [
        ("verification", "●·······"),
        ("approve_filing", "✓●······"),
        ("legal_review", "✓✓✓●····"),
        ("serve", "✓✓✓✓●···"),
        ("decide", "✓✓✓✓✓●··"),
        ("confirm_payment", "✓✓✓✓✓✓●·"),
        ("archiving", "✓✓✓✓✓✓✓●"),
        (None, "✓✓✓✓✓✓✓✓"),
    ],
)
def test_a_case_shows_how_far_it_is(office: Office, step: str | None, line: str) -> None:
    assert shown(office, office.play_s2(until=step)) == line


def test_a_case_that_was_sent_back_stands_where_it_stands(office: Office) -> None:
    case = office.play_s2(until="legal_review")
    checked: dict[str, Any] = dict.fromkeys(("subject", "personnel", "facts", "procedure", "basis", "competence", "papers", "crime"), "ok")
    office.submit("shenyanqiu", case, "legal_review", **checked, opinion="return", return_to="investigation", reason="请补充证据。")
    assert shown(office, case) == "✓✓●·····"


def test_every_step_belongs_to_one_stage() -> None:
    named = [step for steps in STAGES.values() for step in steps]
    assert len(named) == len(set(named))
    drawn = "".join(path.read_text(encoding="utf-8") for path in PROCESSES.glob("*.bpmn"))
    assert all(f'id="{step}"' in drawn for step in named)
