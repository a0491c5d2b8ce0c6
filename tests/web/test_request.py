import pytest
from flask import Request
from werkzeug.test import EnvironBuilder

from web.request import idempotency_key, page_number, seen_version, typed


def request(**data: str | list[str]) -> Request:
    return Request(EnvironBuilder(method="POST", data=data).get_environ())


def asked(query: str) -> Request:
    return Request(EnvironBuilder(query_string=query).get_environ())


def test_what_the_page_put_there_was_not_typed() -> None:
    sent = request(csrf_token="t", _key="k", _version="3", facts="事实", evidence=["a", "b"], one=["a"])
    assert typed(sent) == {"facts": "事实", "evidence": ["a", "b"], "one": "a"}


@pytest.mark.parametrize(("text", "key"), [("0" * 32, "0" * 32), ("", None), ("short", None), ("键" * 32, None), ("0" * 33, None)])
def test_only_keys_of_ours_count(text: str, key: str | None) -> None:
    assert idempotency_key(request(_key=text)) == key


@pytest.mark.parametrize(("text", "version"), [("15", 15), ("", None), ("-1", None), ("１５", None), ("9" * 12, None)])
def test_versions_are_small_numbers(text: str, version: int | None) -> None:
    assert seen_version(request(_version=text)) == version


@pytest.mark.parametrize(("query", "page"), [("", 1), ("page=3", 3), ("page=0", 1), ("page=x", 1), ("page=-2", 1)])
def test_pages_begin_at_one(query: str, page: int) -> None:
    assert page_number(asked(query)) == page
