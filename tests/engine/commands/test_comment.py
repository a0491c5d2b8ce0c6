import pytest

from engine.queries.search import Conditions, Search
from tests.office import Office
from web import jobs


@pytest.mark.parametrize("by", ["zhouyan", "hanlei", "limin", "shenyanqiu", "qianhui"])
def test_everybody_who_handles_a_case_comments_under_the_own_name(office: Office, by: str) -> None:
    case = office.open()
    before = office.waiting(case)
    office.note(case, "comment", by=by, text="请补拍排放口。\n注意光线。")
    comment = office.file(case).comments[0]
    assert (comment.person_name, comment.text) == (office.actor(by).name, "请补拍排放口。\n注意光线。")
    assert office.waiting(case) == before
    assert office.faults() == []


@pytest.mark.parametrize(("by", "code"), [("hechuan", "not_found"), ("guqing", "not_allowed"), ("anquan", "not_allowed")])
def test_nobody_else_does(office: Office, by: str, code: str) -> None:
    case = office.open()
    with office.refusal(code):
        office.note(case, "comment", by=by, text="看过。")


@pytest.mark.parametrize("text", ["", "   ", "字" * 1001, "a\x00b", 7, None])
def test_a_comment_is_a_text_of_sensible_length(office: Office, text: object) -> None:
    case = office.open()
    with office.refusal("invalid_input", field="text"):
        office.note(case, "comment", text=text)


def test_comments_are_found_within_reach(office: Office) -> None:
    case = office.open()
    office.note(case, "comment", text="净化设施铭牌须补拍")
    jobs.index_cases(office.house)
    for login, total in {"limin": 1, "hechuan": 0}.items():
        assert office.house.engine.ask(Search(conditions=Conditions(text="铭牌须补拍")), office.actor(login)).total == total
    with office.house.database.reading() as connection:
        bodies = connection.exec_driver_sql("SELECT body FROM entry WHERE stream = ?", (case,)).scalars().all()
    assert not any("铭牌须补拍" in body for body in bodies)
