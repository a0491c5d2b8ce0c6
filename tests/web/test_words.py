import forms
from engine.actor import SYSTEM
from engine.queries.person import People
from tests.office import Office
from web import words


def test_every_step_of_the_ordinary_procedure_asks_a_question(office: Office) -> None:
    case = office.play_s2()
    file = office.file(case)
    assert all(words.question(file.case, task).endswith("？") for task in file.done)


def test_a_decision_on_a_sum_asks_with_the_sum(office: Office) -> None:
    case = office.play_s2(until="decide")
    file = office.file(case)
    assert words.question(file.case, file.waiting[0]) == "同意罚款19,500元吗？"


def test_who_is_waited_for(office: Office) -> None:
    case = office.play_s2(until="confirm_verification")
    file = office.file(case)
    assert words.holder(file.waiting[0], file.case) == "吴敏"
    other = office.play_s2(until="legal_review")
    file = office.file(other)
    assert words.holder(file.waiting[0], file.case) == "法制审核员"


def test_choices_are_said_as_their_form_shows_them() -> None:
    assert words.choice_word("service_record", "way", "direct") == "直接送达"
    assert words.choice_word("service_record", "way", "pigeon") == "pigeon"


def test_a_form_is_remembered_in_words(office: Office) -> None:
    case = office.play_s2(until="confirm_verification")
    file = office.file(case)
    city = office.house.engine.ask(People(), SYSTEM)
    said = dict(words.record(file.done[0], file, city))
    assert said["协办执法人员"] == "吴敏"
    assert said["核查日期"] == "2026年9月14日"


def test_questions_and_consequences_name_forms_that_exist() -> None:
    assert set(words.CONSEQUENCES) <= set(forms.FORMS)


def test_papers_of_one_title_are_told_apart(office: Office) -> None:
    file = office.file(office.play_s2())
    titles = [title for _, title in words.told_apart(file.documents)]
    assert len(set(titles)) == len(titles)
    assert {"案件调查终结报告（9月28日）", "案件调查终结报告（9月30日）", "行政处罚决定书"} <= set(titles)
