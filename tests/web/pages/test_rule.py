"""The rules of all causes on the pages: read in words, drafted by form or as a file, tried by hand and on past cases, approved by another."""

import json
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest

from engine.law.benchmark import RULES
from engine.rules.hand_rule import fields
from tests.engine.law.published import BOOK
from tests.office import Office
from tests.web.desk import Desk, forms, values
from tests.web.pages.test_benchmark import PARTICULARS, address, drafted, press
from tests.web.visitor import Page

ROOT = Path(__file__).resolve().parents[3] / "processes"


@pytest.fixture
def author(office: Office) -> Desk:
    return Desk(office, "taoran")


@pytest.fixture
def approver(office: Office) -> Desk:
    return Desk(office, "liangjing")


def packaged(name: str) -> bytes:
    return (ROOT / ("" if name == "routing" else "discretion") / f"{name}.dmn").read_bytes()


def example(name: str, decision: str, **typed: str) -> str:
    """What the form of a decision sends, with other values."""
    samples = {field.key: field.sample for field in fields(BOOK.benchmarks[name].model, decision, BOOK)}
    return urlencode({**samples, "decision": decision, "_asked": "1", **typed})


def edited(desk: Desk, draft: str, typed: dict[str, str]) -> Page:
    form = forms(desk.get(f"{draft}/edit"))[0]
    return desk.post(f"{draft}/edit", values(form) | typed)


def test_the_rules_stand_above_the_tables_with_term_and_source(author: Desk) -> None:
    text = author.get("/benchmarks").text
    assert "各案由通用的规则4项" in text
    assert (
        text.index("法律适用规则")
        < text.index("裁量通用规则")
        < text.index("建议数额规则")
        < text.index("程序分流规则")
        < text.index("各案由的裁量基准")
    )
    assert "随程序提供" in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("basis", ["新旧轻重", "自上而下，取第一条适用的", "小于0", "决定时的规定", "行政处罚法第37条"]),
        ("shared", ["不予处罚", "不足14", "从轻项数", "适用的各行相加", "受他人胁迫或者诱骗实施违法行为：是"]),
        ("amount", ["系数合计", "取整", "建议罚款", "阶次下限"]),
        ("routing", ["可以适用简易程序", "有权要求听证", "各行独立，适用的都算"]),
    ],
)
def test_a_rule_is_read_in_words(author: Desk, name: str, words: list[str]) -> None:
    page = author.get(address(author, name))
    assert RULES[name] in page.text
    for word in words:
        assert word in page.text, word
    assert f"{name}.dmn" not in page.text


@pytest.mark.parametrize("name", RULES)
def test_a_form_that_was_not_changed_leaves_the_file_as_it_is(author: Desk, name: str) -> None:
    draft = drafted(author, name)
    assert "核对通过" in author.get(draft).text
    form = {key: str(text).replace("\n", "\r\n") for key, text in values(forms(author.get(f"{draft}/edit"))[0]).items()}
    assert author.post(f"{draft}/edit", form).status == 303
    assert author.get(f"{draft}/file").response.get_data() == packaged(name)
    assert author.get(f"{address(author, name)}/file").response.get_data() == packaged(name)


def test_a_rule_goes_from_the_form_to_the_second_person(office: Office) -> None:
    office.play_s2(until="serve")
    author, approver = Desk(office, "taoran"), Desk(office, "liangjing")
    draft = drafted(author, "amount")
    assert edited(author, draft, {"cell.sum.1.2": "0.4"}).status == 303
    text = author.get(draft).text
    assert "系数合计：1行不同" in text
    assert "试算：以往1件案件按这份草案" in text
    assert "少罚1件" in text
    assert "炊烟里" not in text
    assert "建议数额不出阶次；从轻情节不加重" in text
    assert press(author, draft, "submit").status == 303
    assert "您是起草人，须由法制科的另一人复核" in author.get(draft).text
    author.post(f"{draft}/approve", values(forms(author.get(draft))[-1]))
    assert "起草人不能复核自己起草的建议数额规则" in author.get(draft).text
    assert press(approver, draft, "approve").status == 303
    assert "已发布" in approver.get(draft).text
    listed = author.get("/benchmarks?on=2026-12-01")
    assert "JC-2027.1" in listed.text
    assert "陶然起草，梁静复核" in listed.text
    assert "建议数额规则JC-2027.1" in author.get("/benchmarks").text


def test_an_expression_is_changed_in_the_form(author: Desk) -> None:
    draft = drafted(author, "amount")
    edited(author, draft, {"text.fine": "null"})
    text = author.get(draft).text
    assert "核对发现1处问题，不能发布" in text
    assert "建议罚款没有结果" in text
    assert "建议罚款：原来" in text


def test_texts_are_typed_without_quotes_and_expressions_stay(author: Desk) -> None:
    draft = drafted(author, "basis")
    form = values(forms(author.get(f"{draft}/edit"))[0])
    assert (form["cell.comparison.1.3"], form["cell.basis.3.4"], form["cell.basis.3.5"]) == ("较轻", "行为时的规定", "行为时的规定.条款")
    edited(author, draft, {"cell.comparison.2.3": "较轻"})
    content = author.get(f"{draft}/file").response.get_data().decode()
    assert "<text>行为时的规定.条款</text>" in content
    assert '"行为时的规定.条款"' not in content
    assert "处罚较重（行政处罚法第37条从旧兼从轻）" in author.get(draft).text


def test_what_is_wrong_leads_to_the_row_of_its_table(author: Desk) -> None:
    draft = drafted(author, "basis")
    edited(author, draft, {"cell.basis.1.6": " "})
    page = author.get(draft)
    assert "“适用的规定”第1行没有写“理由”" in page.text
    assert "#row-basis-1" in page.links("#")


def test_a_rule_is_uploaded_and_comes_back_as_it_was(author: Desk) -> None:
    sent = {"name": "basis", **PARTICULARS, "file": (BytesIO(packaged("basis")), "basis.dmn")}
    draft = author.post("/benchmarks/upload", sent, content_type="multipart/form-data").headers["Location"]
    assert "核对通过" in author.get(draft).text
    assert author.get(f"{draft}/file").response.get_data() == packaged("basis")


def test_a_table_of_a_cause_is_no_rule(author: Desk) -> None:
    sent = {"name": "amount", **PARTICULARS, "file": (BytesIO((ROOT / "discretion" / "JC01.dmn").read_bytes()), "x.dmn")}
    draft = author.post("/benchmarks/upload", sent, content_type="multipart/form-data").headers["Location"]
    assert "缺少决策“建议罚款”" in author.get(draft).text
    assert "手工试一例" in author.get(draft).text


def test_a_rule_is_tried_by_hand(author: Desk) -> None:
    draft = drafted(author, "basis")
    page = author.get(f"{draft}/try")
    assert "各时期的规定（1）" in page.text
    assert "一事不再罚" in page.text
    asked = author.get(f"{draft}/try?{example('basis', 'basis')}")
    assert "新规定处罚较轻，适用新规定" in asked.text
    other = author.get(f"{draft}/try?{example('basis', 'basis', **{'各时期的规定.2.罚款上限': '9000'})}")
    assert "新规定处罚较轻" not in other.text
    assert 'value="9000"' in other.source
    wrong = author.get(f"{draft}/try?{example('basis', 'basis', **{'各时期的规定.2.罚款上限': '九千'})}")
    assert (wrong.status, "“罚款上限”请填数。" in wrong.text) == (422, True)
    assert 'value="九千"' in wrong.source


def test_the_editor_opens_a_rule_and_tries_what_it_holds(author: Desk) -> None:
    draft = drafted(author, "amount")
    page = author.get(f"{draft}/editor")
    assert "编辑规则" in page.text
    assert 'class="stack form editor-try"' in page.source
    changed = packaged("amount").replace(b"<text>0.5</text>", b"<text>0.6</text>")
    data = {**dict(parse_qsl(example("amount", "fine", 从轻项数="0"))), "file": (BytesIO(changed), "table.dmn")}
    answer = author.post(f"{draft}/try", data, content_type="multipart/form-data", headers={"X-Requested-With": "fetch"})
    assert "1,100" in answer.text
    assert "<html" not in answer.source


def test_the_editor_is_told_what_stands_against_a_rule(author: Desk) -> None:
    draft = drafted(author, "amount")
    broken = packaged("amount").replace("0.2 * 从重项数".encode(), "-0.2 * 从重项数".encode())
    sent = {**PARTICULARS, "file": (BytesIO(broken), "table.dmn")}
    answer = author.post(f"{draft}/check", sent, content_type="multipart/form-data", headers={"X-Requested-With": "fetch"})
    assert [found["decision"] for found in json.loads(answer.response.get_data())["objections"]] == ["coefficient"]


@pytest.mark.parametrize("login", ["zhouyan", "limin", "guqing"])
def test_who_handles_cases_reads_rules_and_drafts_none(office: Office, login: str, author: Desk) -> None:
    draft, reader = drafted(author, "shared"), Desk(office, login)
    assert reader.get(address(reader, "shared")).status == 200
    assert "据此起草" not in reader.get(address(reader, "shared")).text
    for path in ("", "/edit", "/try", "/editor"):
        assert reader.get(f"{draft}{path}").status == 403
