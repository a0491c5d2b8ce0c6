"""The editor of a table: the file goes there and back as it is, what stands against it is told by row, a case is tried by hand."""

import json
from io import BytesIO
from typing import Any

import pytest

from tests.office import Office
from tests.web.desk import Desk, forms, values
from tests.web.pages.test_benchmark import JC01, PARTICULARS, drafted
from tests.web.visitor import Page

SCRIPT = {"X-Requested-With": "fetch"}


@pytest.fixture
def author(office: Office) -> Desk:
    return Desk(office, "taoran")


def sent(desk: Desk, address: str, content: bytes, **typed: str) -> Page:
    data = {**PARTICULARS, "file": (BytesIO(content), "table.dmn"), **typed}
    return desk.post(address, data, content_type="multipart/form-data", headers=SCRIPT)


def saved(desk: Desk, draft: str, content: bytes, **typed: str) -> dict[str, Any]:
    seen = str(values(forms(desk.get(f"{draft}/edit"))[0])["_sha256"])
    answer = sent(desk, f"{draft}/editor", content, **{"_sha256": seen, **typed})
    assert answer.status == 200, answer.text
    found: dict[str, Any] = json.loads(answer.response.get_data())
    return found


def changed(old: str, new: str) -> bytes:
    found = JC01.read_text(encoding="utf-8")
    assert f"<text>{old}</text>" in found
    return found.replace(f"<text>{old}</text>", f"<text>{new}</text>").encode()


def test_the_page_lets_styles_in_and_no_script(author: Desk) -> None:
    page = author.get(f"{drafted(author)}/editor")
    policy = page.response.headers["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert policy.startswith("default-src 'self';")
    assert "script-src" not in policy
    assert "用表单修改" in page.text


def test_what_was_saved_unchanged_is_the_same_file(author: Desk) -> None:
    draft = drafted(author)
    before = author.get(f"{draft}/file").response.get_data()
    assert saved(author, draft, before)["objections"] == []
    assert author.get(f"{draft}/file").response.get_data() == before


def test_objections_name_decision_row_and_column(author: Desk) -> None:
    draft = drafted(author)
    (found,) = saved(author, draft, changed("5000", "6000"))["objections"][:1]
    assert (found["decision"], found["rows"], found["column"]) == ("tier", [5], "上限")
    (found,) = saved(author, draft, changed("&gt; 10", "&gt; 十"))["objections"]
    assert (found["decision"], found["rows"], found["column"]) == ("tier", [5], "占用面积")
    (found,) = saved(author, draft, changed("初次违法 and 占用面积 &lt;= 2 and 当场改正", "初次违法 ="))["objections"]
    assert (found["decision"], found["rows"]) == ("slight", [])


def test_a_check_keeps_nothing(author: Desk) -> None:
    draft = drafted(author)
    answer = sent(author, f"{draft}/check", changed("500", "499"))
    assert "低于法定下限" in json.loads(answer.response.get_data())["objections"][0]["message"]
    assert "核对通过" in author.get(draft).text


@pytest.mark.parametrize("content", [b"", b"\xff", b"<!DOCTYPE x><x/>", b"<definitions"])
def test_what_is_no_table_is_told_and_not_kept(author: Desk, content: bytes) -> None:
    draft = drafted(author)
    answer = sent(author, f"{draft}/check", content)
    assert answer.status == 422 or json.loads(answer.response.get_data())["objections"]
    assert sent(author, f"{draft}/editor", content).status in {409, 422}
    assert "核对通过" in author.get(draft).text


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(author: Desk) -> None:
    draft = drafted(author)
    answer = sent(author, f"{draft}/editor", JC01.read_bytes(), _sha256="0" * 64)
    assert answer.status == 409
    assert json.loads(answer.response.get_data())["code"] == "stale_version"


def test_the_condition_of_slight_facts_is_changed_in_the_form(author: Desk) -> None:
    draft = drafted(author)
    form = forms(author.get(f"{draft}/edit"))[0]
    author.post(f"{draft}/edit", values(form) | {"text.slight": "占用面积 <= 1 and 当场改正"})
    page = author.get(draft)
    assert "轻微的条件：原来初次违法and占用面积<=2and当场改正，现在占用面积<=1and当场改正" in page.text
    assert "核对通过" in page.text


def test_a_case_is_tried_by_hand(author: Desk) -> None:
    draft = drafted(author)
    assert "手工试一例" in author.get(draft).text
    text = author.get(f"{draft}/try?measured=8&repeats=0&lenient=1&severe=0").text
    assert "较重" in text
    assert "1,500–3,500元" in text
    assert "2,100元" in text
    assert "占用5平方米以上至10平方米" in text
    assert "从轻1项−0.2" in text
    assert "没有从轻情节" not in text
    assert "先审查是否不予处罚" in author.get(f"{draft}/try?measured=1&repeats=0&corrected=on&first=on").text
    assert "先审查是否不予处罚" not in author.get(f"{draft}/try?measured=1&repeats=0&corrected=on").text
    assert "违法事实不成立" in author.get(f"{draft}/try?measured=0&repeats=0").text


@pytest.mark.parametrize("query", ["measured=&repeats=0", "measured=viel&repeats=0", "measured=8&repeats=x", "measured=8&repeats=0&severe=99"])
def test_what_is_no_number_is_refused(author: Desk, query: str) -> None:
    page = author.get(f"{drafted(author)}/try?{query}")
    assert page.status == 422
    assert "请填" in page.text


def test_a_trial_looks_at_the_table_in_the_editor(author: Desk) -> None:
    draft = drafted(author)
    page = sent(author, f"{draft}/try", changed("3500", "3300"), measured="8", repeats="0")
    assert "1,500–3,300元" in page.text
    assert "<html" not in page.source


@pytest.mark.parametrize("login", ["zhouyan", "limin", "guqing"])
def test_the_editor_is_the_legal_offices(office: Office, author: Desk, login: str) -> None:
    draft, reader = drafted(author), Desk(office, login)
    for address in ("editor", "try"):
        assert reader.get(f"{draft}/{address}").status == 403
    assert reader.post(f"{draft}/editor").status == 403
    assert reader.post(f"{draft}/check").status == 403


@pytest.mark.parametrize("address", ["editor", "check", "try"])
def test_a_draft_of_nobody_is_not_found(author: Desk, address: str) -> None:
    assert sent(author, f"/benchmarks/drafts/none/{address}", b"").status == 404
