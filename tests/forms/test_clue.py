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
        "party.id_number": "个人须填写居民身份证号码；没有的，选择证件种类。",
    }
    assert refusal("clue", party__kind="individual_business") == {"party.uscc": "92开头的是个体工商户的代码，与当事人类型不符。"}
    assert refused("clue", PERSON | {"party.kind": "organisation"}) == {
        "party.uscc": "单位须填写统一社会信用代码；没有的，写明理由。",
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


PASSPORT = {
    "cause": "JC06",
    "party.name": "SMITH JOHN",
    "party.code_kind": "passport",
    "party.other_number": "c1234-56789",
    "party.born": "1988-03-02",
}


def test_a_person_without_identity_card_is_known_by_another_paper() -> None:
    party = read("clue", PASSPORT).values["party"]
    assert isinstance(party, dict)
    assert (party["kind"], party["code_kind"], party["other_number"], party["born"]) == ("person", "passport", "C123456789", "1988-03-02")


@pytest.mark.parametrize(
    ("kind", "number", "born"),
    [
        ("hkmo", "H1234567", "1988-03-02"),
        ("hkmo", "A12345678", "1988-03-02"),
        ("taiwan", "1234567", "1988-03-02"),
        ("permanent", "91000119880302001", "1988-03-02"),
        ("residence", "999901198507020035", "1985-07-02"),
        ("passport", "ABCDEFG", "1988-03-02"),
    ],
)
def test_a_number_fits_its_paper(kind: str, number: str, born: str) -> None:
    changed = PASSPORT | {"party.code_kind": kind, "party.other_number": number, "party.born": born}
    assert set(refused("clue", changed)) == {"party.other_number"}


def test_a_paper_is_stated_whole_and_alone() -> None:
    without = {name: value for name, value in PASSPORT.items() if name not in {"party.other_number", "party.born"}}
    assert set(refused("clue", without)) == {"party.other_number", "party.born"}
    assert set(refused("clue", PASSPORT | {"party.id_number": "999901198507020035"})) == {"party.code_kind"}
    assert set(refused("clue", PASSPORT | {"party.kind": "organisation", "party.uncoded": "临时项目部"})) == {"party.code_kind"}
    assert set(refused("clue", PERSON | {"party.born": "1985-07-02"})) == {"party.born"}
    assert set(refused("clue", PASSPORT | {"party.kind": "individual_business", "party.uscc": "92999901MA0TE7J10U"})) >= {"party.code_kind"}


def test_an_organisation_without_code_says_why() -> None:
    bare = {"cause": "JC04", "party.kind": "organisation", "party.name": "湖畔项目临时指挥部"}
    assert refused("clue", bare) == {"party.uscc": "单位须填写统一社会信用代码；没有的，写明理由。"}
    party = read("clue", bare | {"party.uncoded": "临时设立的项目部"}).values["party"]
    assert isinstance(party, dict)
    assert (party["kind"], party["uscc"], party["uncoded"]) == ("organisation", None, "临时设立的项目部")
    assert set(refusal("clue", party__uncoded="临时设立的项目部")) == {"party.uncoded"}


def test_a_decision_on_the_spot_needs_a_place() -> None:
    assert set(refusal("clue", procedure="summary", place=None)) == {"place"}
    assert fill("clue", procedure="summary", place="湖滨路18号").values["place"] == "湖滨路18号"
    assert fill("clue", procedure="ordinary", place=None).values["place"] is None
