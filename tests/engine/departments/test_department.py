import pytest

from engine.departments.department import read_department
from engine.law.seed import seeds

TEXT = next(seed.content.decode() for seed in seeds() if seed.kind == "department")
JIANGCHUAN = read_department(TEXT)


def test_districts_and_squads() -> None:
    assert {code: district.name for code, district in JIANGCHUAN.districts.items()} == {"donghu": "东湖区", "xishan": "西山区"}
    assert JIANGCHUAN.districts["donghu"].squads[0].code == "donghu-1"


def test_only_powers_that_were_given() -> None:
    assert JIANGCHUAN.may_punish("JC04")
    assert not JIANGCHUAN.may_punish("JC99")


def test_number_words() -> None:
    assert JIANGCHUAN.word("D19") == "罚决"
    with pytest.raises(KeyError):
        JIANGCHUAN.word("D03")


def test_fines_are_paid_elsewhere_and_complaints_heard_elsewhere() -> None:
    assert "财政局" in JIANGCHUAN.payee.account
    assert JIANGCHUAN.remedies.organ == "江川市人民政府"


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError):
        read_department(TEXT + '\n[motto]\ntext = "x"\n')
