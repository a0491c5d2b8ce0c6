from datetime import date

import pytest

from engine.errors import LawError
from engine.rules.publication import check_publishable, public_until
from engine.rules.redaction import Secrets, mask
from tests.engine.law.published import BOOK

ACT = date(2026, 9, 24)
SECRETS = Secrets(names=frozenset({"王德顺"}))
TEXT = "王德顺（999901198507020035）在禁止区域露天烧烤，罚款1,000元。"


def refusal(text: str, born: date | None = date(1985, 7, 2), *, secret: bool = False) -> LawError | None:
    try:
        check_publishable(text, SECRETS, born=born, act=ACT, secret=secret)
    except LawError as error:
        return error
    return None


def test_a_masked_decision_may_be_published() -> None:
    assert refusal(mask(TEXT, SECRETS)) is None


def test_personal_data_block_the_publication_and_are_named() -> None:
    found = refusal(TEXT)
    assert found is not None
    assert (found.code, found.field) == ("publication_blocked", "text")
    assert found.message == "公示文本中还有个人信息：第1字起的姓名、第5字起的身份证号。"


@pytest.mark.parametrize(("born", "blocked"), [(date(2008, 9, 24), True), (date(2008, 9, 23), False), (None, False)])
def test_minors_are_never_published(born: date | None, blocked: bool) -> None:
    assert (refusal("已隐去", born) is not None) == blocked


def test_secrets_are_never_published() -> None:
    found = refusal("已隐去", secret=True)
    assert found is not None
    assert found.basis == "行政处罚法 50"


def test_retention_by_party() -> None:
    assert public_until(date(2026, 11, 4), "org", BOOK.parameters) == date(2031, 11, 4)
    assert public_until(date(2026, 11, 4), "citizen", BOOK.parameters) == date(2028, 11, 4)
