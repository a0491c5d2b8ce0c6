"""Files beside a publication: read whole before they are attached, fixed once they were reviewed, public with the decision alone."""

from collections.abc import Mapping

import pytest

from engine.actor import SYSTEM, Actor
from engine.commands.public_file import AttachPublicFile, RecordPublicCopy, RemovePublicFile
from engine.queries.disclosure import PreviewPublication
from engine.queries.portal import PublishedDecision
from printing.public_copy import render
from tests.course import do
from tests.engine.commands.test_case import facts
from tests.engine.conftest import Reach
from tests.engine.rules.test_disclosure import SHOWN, picture
from tests.office import Office
from web import public_copy

PUBLIC = Actor(id="public", name="公众")


def attach(office: Office, case: str, by: str = "songjia", **changes: object) -> str:
    """Attach a photograph in whose data nothing stands."""
    file: dict[str, object] = {"title": "现场照片", "file_name": "现场.jpg", "content": picture("JPEG")}
    command = AttachPublicFile(case_id=case, **(file | changes))  # type: ignore[arg-type]  # The changes may be wrong on purpose.
    return office.house.engine.execute(command, office.actor(by))


def test_a_file_goes_public_with_the_decision_and_not_before(reach: Reach) -> None:
    office, case = reach("prepare_publication")
    do(office, case, "serve")
    file = attach(office, case)
    gone = attach(office, case, title="另一张")
    office.house.engine.execute(RemovePublicFile(case_id=case, file_id=gone), office.actor("songjia"))
    preview = office.house.engine.ask(PreviewPublication(case_id=case), office.actor("shenyanqiu"))
    assert preview is not None
    assert ([each.id for each in preview.files], preview.preparing, preview.content["kinds"]) == ([file], True, ["罚款"])
    do(office, case, "prepare_publication")
    with office.refusal("step_not_waiting"):
        attach(office, case)
    with office.refusal("step_not_waiting"):
        office.house.engine.execute(RemovePublicFile(case_id=case, file_id=file), office.actor("songjia"))
    do(office, case, "review_publication")
    shown = office.house.engine.ask(PublishedDecision(publication_id=office.file(case).publications[0].id), PUBLIC)
    assert [each.id for each in shown.files] == [file]
    assert office.faults() == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"content": picture("JPEG", artist="电话13812345678")}, "publication_blocked"),
        ({"content": picture("JPEG", position="N")}, "publication_blocked"),
        ({"file_name": "13812345678.jpg"}, "publication_blocked"),
        ({"title": "当事人13812345678"}, "publication_blocked"),
        ({"file_name": "现场.pdf"}, "file_refused"),
        ({"file_name": "现场.mp4", "content": b"\0\0\0\x18ftypmp42"}, "file_refused"),
        ({"content": b""}, "file_refused"),
        ({"content": b"x" * (20 * 1024 * 1024 + 1)}, "too_large"),
        ({"title": " "}, "invalid_input"),
        ({"title": "长" * 61}, "invalid_input"),
        ({"file_name": "a\nb.jpg"}, "invalid_input"),
        ({"by": "baixue"}, "not_found"),
        ({"by": "zhouyan"}, "not_allowed"),
    ],
)
def test_what_may_not_go_public_is_not_attached(reach: Reach, changes: Mapping[str, object], code: str) -> None:
    office, case = reach("prepare_publication")
    with office.refusal(code):
        attach(office, case, **changes)  # type: ignore[arg-type]  # As above.


def test_a_file_of_another_case_is_not_removed(reach: Reach) -> None:
    office, case = reach("prepare_publication")
    with office.refusal("not_found"):
        office.house.engine.execute(RemovePublicFile(case_id=case, file_id="x"), office.actor("songjia"))


def test_the_public_copy_is_made_once_and_checked_before_it_is_shown(reach: Reach) -> None:
    office, case = reach("archived")
    shown = office.file(case).publications[0]
    leaking = render({**SHOWN, "facts": ["电话13812345678。"]}, address="https://zhifa.example")
    sha256 = office.house.files.put(leaking)
    with office.refusal("publication_blocked"):
        command = RecordPublicCopy(case_id=case, publication_id=shown.id, sha256=sha256, size=len(leaking))
        office.house.engine.execute(command, SYSTEM)
    public_copy.make(office.house, shown.id)
    _, content = public_copy.copy_of(office.house, shown.id, PUBLIC)
    public_copy.make(office.house, shown.id)
    assert content.startswith(b"%PDF-")
    assert facts(office, case).count("PublicCopyMade") == 1
    assert office.faults() == []
