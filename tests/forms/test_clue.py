import pytest

from tests.forms.filled import FILLED, fill, read, refusal, refused

PERSON = {"cause": "JC03", "party.name": "王德顺", "party.id_number": "999901198507020035"}


def test_the_least_that_opens_a_case() -> None:
    values = read(
        "clue", {"procedure": "ordinary", "cause": "JC04", "party": {"name": "炊烟里餐饮(江川)有限公司", "uscc": "91999901MA0TE5T16F"}}
    ).values
    assert values["discovered_on"] == "2026-11-23"
    assert values["source"] == "patrol"
    assert isinstance(values["party"], dict)
    assert (values["party"]["kind"], values["party"]["uscc"]) == ("organisation", "91999901MA0TE5T16F")


def test_the_kind_follows_from_the_code() -> None:
    person = read("clue", PERSON).values["party"]
    assert isinstance(person, dict)
    assert person["kind"] == "person"


@pytest.mark.parametrize("code", [" 91999901ma0te5t16f ", "91999901-MA0TE5T16F", "９１999901MA0TE5T16F"])
def test_a_code_is_kept_in_capitals(code: str) -> None:
    party = fill("clue", party__uscc=code).values["party"]
    assert isinstance(party, dict)
    assert party["uscc"] == "91999901MA0TE5T16F"


@pytest.mark.parametrize("code", ["91999901MA0TE5T16G", "91999901MA0TE5T1", "91999901MA0TE5TI6F", "91999901MA0TE5T17F"])
def test_a_wrong_check_digit_is_refused(code: str) -> None:
    assert "统一社会信用代码" in refusal("clue", party__uscc=code)["party.uscc"]


@pytest.mark.parametrize("number", ["999901198507020036", "999901198502300035", "999901205507020035", "999901850702003", "99990119850702003"])
def test_a_wrong_identity_number_is_refused(number: str) -> None:
    assert "居民身份证号码" in refused("clue", PERSON | {"party.id_number": number})["party.id_number"]


def test_kind_and_code_must_fit() -> None:
    assert refusal("clue", party__kind="person") == {
        "party.uscc": "个人没有统一社会信用代码；有营业执照的请选个体工商户。",
        "party.id_number": "个人须填写居民身份证号码。",
    }
    assert refusal("clue", party__kind="individual_business") == {"party.uscc": "92开头的是个体工商户的代码，与当事人类型不符。"}
    assert refused("clue", PERSON | {"party.kind": "organisation"}) == {
        "party.uscc": "单位须填写统一社会信用代码。",
        "party.id_number": "单位不填居民身份证号码。",
    }
    assert set(refused("clue", {"cause": "JC04", "party.kind": "individual_business", "party.name": "甲"})) == {"party.uscc"}


def test_a_stall_may_be_known_by_the_person_who_runs_it() -> None:
    party = read("clue", PERSON | {"party.kind": "individual_business"}).values["party"]
    assert isinstance(party, dict)
    assert party["kind"] == "individual_business"


def test_without_a_code_the_kind_is_asked() -> None:
    assert refusal("clue", party__uscc=None) == {"party.kind": "请选择当事人类型，或者填写号码。"}


@pytest.mark.parametrize("grid", ["99900100100200", "9990010010020031", "99900100100200A"])
def test_a_grid_code_has_fifteen_digits(grid: str) -> None:
    assert refusal("clue", grid=grid) == {"grid": "单元网格应为15位数字（GB/T 30428.1）。"}
    assert fill("clue", grid="999001001002003").values["grid"] == "999001001002003"


@pytest.mark.parametrize("phone", ["1380000", "0999-1234567", "+86(0)999-123"])
def test_a_telephone_number(phone: str) -> None:
    party = fill("clue", party__phone=phone).values["party"]
    assert isinstance(party, dict)
    assert party["phone"] == phone


def test_other_procedures_are_not_offered() -> None:
    assert refusal("clue", procedure="express") == {"procedure": "程序须从选项中选择：普通程序、简易程序（当场处罚）。"}
    assert "procedure" not in FILLED["clue"]
