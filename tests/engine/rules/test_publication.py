from datetime import date

import pytest

from engine.errors import LawError
from engine.rules.document.part import Sanction
from engine.rules.publication import check_publishable, goes_to_credit, kinds_of, public_until, severity
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


@pytest.mark.parametrize(
    ("party", "grave", "until"),
    [
        ("org", "general", date(2031, 11, 4)),
        ("org", "serious", date(2031, 11, 4)),
        ("org", "minor", date(2027, 2, 4)),
        ("getihu", "general", date(2031, 11, 4)),
        ("citizen", "general", date(2028, 11, 4)),
        ("citizen", "minor", date(2027, 2, 4)),
    ],
)
def test_retention_by_party_and_severity(party: str, grave: str, until: date) -> None:
    assert public_until(date(2026, 11, 4), party, grave, BOOK.parameters) == until


@pytest.mark.parametrize(
    ("procedure", "kinds", "grave", "reported"),
    [
        ("ordinary", ["罚款"], "general", True),
        ("ordinary", ["罚款", "责令停业整治"], "serious", True),
        ("ordinary", ["警告", "通报批评"], "general", False),
        ("ordinary", ["罚款", "警告"], "general", True),
        ("ordinary", [], "general", False),
        ("summary", ["罚款"], "minor", False),
    ],
)
def test_severity_and_what_is_reported(procedure: str, kinds: list[str], grave: str, reported: bool) -> None:
    assert severity(procedure, kinds, BOOK.parameters) == grave
    assert goes_to_credit(procedure, kinds, BOOK.parameters) == reported


def test_whatever_stops_a_business_or_a_site_is_serious() -> None:
    named = {kind for cause in BOOK.causes.causes.values() for limb in cause.limbs.values() for basis in limb.bases for kind in basis.kinds}
    stopping = {kind for kind in named if kind.startswith("责令")}
    assert stopping == {"责令停业整治", "责令停业", "责令停工整治", "责令暂停施工", "责令关闭"}
    for kind in stopping:
        assert severity("ordinary", [kind], BOOK.parameters) == "serious"
        assert severity("ordinary", kinds_of(Sanction(correction="改正", fine=None, others=(kind,))), BOOK.parameters) == "serious"


def test_kinds_are_read_from_what_was_decided() -> None:
    whole = Sanction(correction="改正", fine="500", gains="12.50", goods=("烧烤炉一个",), others=("给予警告", "责令停业整治三日"))
    assert kinds_of(whole) == ("罚款", "没收违法所得", "没收非法财物", "警告", "责令停业整治")
    for clause in ("责令停工整治", "责令暂停施工", "经江川市人民政府批准，责令停业"):
        assert kinds_of(Sanction(correction="改正", fine=None, others=(clause,))) == ("责令停产停业",)
    assert kinds_of(Sanction(correction="改正", fine=None, gains="0")) == ()
