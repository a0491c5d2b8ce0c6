from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.law.citation import Citation, chinese_number, read_citation, spelled, statute_of
from engine.law.statutes import read_statutes
from engine.rules.deadlines import DEADLINES
from tests.engine.law.published import STATUTES, text


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("生态环境法典 1132①", "《中华人民共和国生态环境法典》第一千一百三十二条第一款"),
        ("大气污染防治法 118①", "《中华人民共和国大气污染防治法》第一百一十八条第一款"),
        ("行政处罚法 72①(1)", "《中华人民共和国行政处罚法》第七十二条第一款第一项"),
        ("民法典 203", "《中华人民共和国民法典》第二百零三条"),
        ("住房和城乡建设行政处罚程序规定", "《住房和城乡建设行政处罚程序规定》"),
    ],
)
def test_papers_cite_in_full(short: str, full: str) -> None:
    assert STATUTES.full(short) == full
    assert STATUTES.cite(short).short == short


@given(st.integers(1, 1242), st.none() | st.integers(1, 10), st.none() | st.integers(1, 20))
def test_the_short_form_reads_back(article: int, paragraph: int | None, item: int | None) -> None:
    citation = Citation("行政处罚法", "中华人民共和国行政处罚法", article, paragraph, item)
    assert read_citation(citation.short, citation.title) == citation
    assert statute_of(citation.short) == "行政处罚法"


@pytest.mark.parametrize("short", ["", "行政处罚法 第六十条", "行政处罚法 60(一)", "行政处罚法  60"])
def test_other_forms_are_no_citations(short: str) -> None:
    with pytest.raises(ValueError, match="不是法条引用"):
        read_citation(short, "")


@pytest.mark.parametrize(
    ("number", "words"), [(10, "十"), (15, "十五"), (30, "三十"), (101, "一百零一"), (110, "一百一十"), (1060, "一千零六十"), (1001, "一千零一")]
)
def test_article_numbers_in_words(number: int, words: str) -> None:
    assert chinese_number(number) == words


@pytest.mark.parametrize("number", [0, 10_000])
def test_no_article_has_such_a_number(number: int) -> None:
    with pytest.raises(ValueError, match="不在"):
        chinese_number(number)


def test_an_article_has_its_term() -> None:
    old, new = STATUTES.article("大气污染防治法 118①"), STATUTES.article("生态环境法典 1132①")
    assert old.in_force(date(2026, 8, 14))
    assert not old.in_force(date(2026, 8, 15))
    assert new.in_force(date(2026, 8, 15))
    assert not new.in_force(date(2026, 8, 14))


def test_nothing_is_cited_unread() -> None:
    with pytest.raises(KeyError):
        STATUTES.cite("行政处罚法 86")
    for rule in DEADLINES.values():
        assert all(STATUTES.article(basis).text for basis in rule.basis.split("、"))


def test_an_article_stands_once() -> None:
    doubled = text("statutes.toml").replace('at = "16"', 'at = "13"')
    with pytest.raises(ValueError, match="重复"):
        read_statutes(doubled)


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("行政处罚法 45①、57②", "行政处罚法第四十五条第一款、第五十七条第二款"),
        ("生态环境法典 1132①", "生态环境法典第一千一百三十二条第一款"),
        ("行政处罚法 30、31、33、36", "行政处罚法第三十条、第三十一条、第三十三条、第三十六条"),
        ("行政处罚法第四十二条：执法人员不得少于两人", "行政处罚法第四十二条：执法人员不得少于两人"),
        ("等保2.0 8.1.4.3（安全审计）", "等保2.0 8.1.4.3（安全审计）"),
    ],
)
def test_a_basis_is_spelled_as_in_a_sentence(short: str, words: str) -> None:
    assert spelled(short) == words


def test_what_was_recorded_under_a_wrong_place_is_read_under_the_right_one() -> None:
    assert STATUTES.full("生态环境法典 1169(3)") == "《中华人民共和国生态环境法典》第一千一百六十九条第三款"
