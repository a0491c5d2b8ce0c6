"""The pages of parameters: proposed with its source, approved by a second person."""

import pytest

from tests.office import Office
from tests.web.desk import Desk, forms, values

TYPED = {"value": "10", "valid_from": "2026-12-01", "source": "江川市规定第3条", "reason": "加快办理"}


def test_a_value_is_proposed_and_approved(office: Office) -> None:
    author, approver = Desk(office, "taoran"), Desk(office, "liangjing")
    assert author.fill("/parameters/clue.days", **TYPED).status == 303
    assert "同意" not in author.get("/parameters").texts("//button")
    form = next(form for form in forms(approver.get("/parameters")) if str(form.get("action")).endswith("/approve"))
    assert approver.post(str(form.get("action")), values(form)).status == 303
    text = approver.get("/parameters/clue.days").text
    assert "10日尚未施行" in text
    assert "江川市规定第3条" in text


def test_typed_values_are_kept(office: Office) -> None:
    page = Desk(office, "taoran").fill("/parameters/clue.days", **(TYPED | {"value": "十"}))
    assert page.status == 422
    assert 'value="十"' in page.source
    assert "江川市规定第3条" in page.source
    assert "请填不小于0的整数" in page.text


def test_choices_and_lists_are_ticked(office: Office) -> None:
    author, approver = Desk(office, "taoran"), Desk(office, "liangjing")
    more = {name: text for name, text in TYPED.items() if name != "value"}
    assert author.fill("/parameters/mask.address", value="保留到市", **more).status == 303
    assert author.fill("/parameters/publish.serious.kinds", value=["责令关闭", "限制从业"], **more).status == 303
    for form in [form for form in forms(approver.get("/parameters")) if str(form.get("action")).endswith("/approve")]:
        approver.post(str(form.get("action")), values(form))
    assert "保留到市尚未施行" in approver.get("/parameters/mask.address").text
    assert "责令关闭、限制从业尚未施行" in approver.get("/parameters/publish.serious.kinds").text


def test_what_the_procedures_are_made_for_has_no_form(office: Office) -> None:
    page = Desk(office, "taoran").get("/parameters/age.rule")
    assert "没有其他取值" in page.text
    assert "提出新的取值" not in page.text


def test_an_author_takes_a_proposal_back(office: Office) -> None:
    author = Desk(office, "taoran")
    author.fill("/parameters/clue.days", **TYPED)
    form = next(form for form in forms(author.get("/parameters")) if str(form.get("action")).endswith("/reject"))
    author.post(str(form.get("action")), values(form) | {"reason": "写错"})
    assert "退回的理由：写错" in author.get("/parameters").text


def test_values_are_told_with_their_units_and_the_key_stands_aside(office: Office) -> None:
    author = Desk(office, "taoran")
    page = author.get("/parameters/hearing.threshold.org")
    assert page.texts("//h1") == ["听证门槛，法人或者其他组织（元）"]
    assert "100,000元现行" in page.text
    assert "代号hearing.threshold.org" in page.text
    assert "2个工作日" in author.get("/parameters/cash.handin.days").text


def test_parameters_are_found_by_their_title(office: Office) -> None:
    author = Desk(office, "taoran")
    assert "线索核查期限" in author.get("/parameters?q=线索").text
    assert "没有这样的参数" in author.get("/parameters?q=没有的").text


def test_an_auditor_reads_and_proposes_nothing(office: Office) -> None:
    auditor = Desk(office, "guqing")
    assert "提出新的取值" not in auditor.get("/parameters/clue.days").text
    assert auditor.post("/parameters/clue.days", TYPED).status == 403


@pytest.mark.parametrize("login", ["zhouyan", "limin", "anquan"])
def test_nobody_else_sees_parameters(office: Office, login: str) -> None:
    assert Desk(office, login).get("/parameters").status == 403


def test_an_unknown_parameter_is_not_found(office: Office) -> None:
    author = Desk(office, "taoran")
    assert author.get("/parameters/nobody.knows").status == 404
    assert author.post("/parameters/nobody.knows", TYPED).status == 404
