import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.redaction import Masking, Secrets, leftovers, mask, mask_address, mask_name, masking
from tests.engine.law.published import BOOK

SECRETS = Secrets(names=frozenset({"王德顺", "欧阳修远", "张三"}), addresses=frozenset({"江川市东湖区湖滨路18号3单元402室"}))
PERSONAL = [
    "999901198507020035",
    "11010519491231002X",
    "999901850702003",
    "6222021234567890123",
    "6222 0212 3456 7890",
    "999901 19850702 0035",
    "13812345678",
    "１３８１２３４５６７８",
    "138 1234 5678",
    "+86 13812345678",
    "0999-1234567",
    "wang.ds@example.com",
    "云A12345",
    "粤B·D12345",
    "川A1234挂",
    "E12345678",
    "EA1234567",
    *sorted(SECRETS.names),
    *sorted(SECRETS.addresses),
]
HARMLESS = [
    "91999901MA0TE5T16F",
    "914403001922038216",
    "江城管罚决字〔2026〕第0218号",
    "2026年10月26日",
    "19,500元",
    "4.8mg/m³",
    "《中华人民共和国行政处罚法》第三十二条第一项",
    "炊烟里餐饮（江川）有限公司",
    "JC0101",
    "执法证号JC0101",
    "住所：江川市东湖区湖滨路6号",
    "许可证未办理",
    "账号未提供",
    "2026-10-26 2026-10-28",
]


@pytest.mark.parametrize("personal", PERSONAL)
def test_personal_data_are_found_and_taken_out(personal: str) -> None:
    text = f"当事人（{personal}）于当日到案。"
    assert leftovers(text, SECRETS)
    assert leftovers(text, SECRETS)[0].start >= text.index(personal)
    masked = mask(text, SECRETS)
    assert personal not in masked
    assert leftovers(masked, SECRETS) == ()


@pytest.mark.parametrize("harmless", HARMLESS)
def test_what_the_public_may_read_stays(harmless: str) -> None:
    text = f"查明：{harmless}。"
    assert mask(text, SECRETS) == text
    assert leftovers(text, SECRETS) == ()


@given(st.lists(st.sampled_from(PERSONAL + HARMLESS) | st.text("甲乙，。：\n ", max_size=5), max_size=8))
def test_a_masked_text_passes_the_check_and_stays_the_same(parts: list[str]) -> None:
    masked = mask("，".join(parts), SECRETS)
    assert leftovers(masked, SECRETS) == ()
    assert mask(masked, SECRETS) == masked


@pytest.mark.parametrize(
    ("name", "masked"), [("张三", "张某"), ("王德顺", "王某某"), ("欧阳修远", "欧阳某某"), ("欧阳", "欧某"), ("买买提·艾力", "买某某")]
)
def test_names_keep_the_surname(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [("江川市东湖区湖滨路18号", "江川市东湖区"), ("某某县城关镇", "某某县"), ("江川市东湖街道湖滨路", "江川市"), ("湖滨路18号", "（住址略）")],
)
def test_addresses_end_at_the_district(address: str, masked: str) -> None:
    assert mask_address(address) == masked


def test_names_of_organisations_and_their_representatives_stay() -> None:
    kept = Secrets(names=frozenset({"何秀兰", "王德顺"}), kept=frozenset({"何秀兰"}))
    assert mask("法定代表人何秀兰，证人王德顺", kept) == "法定代表人何秀兰，证人王某某"


def test_leftovers_say_what_and_where() -> None:
    found = leftovers("电话13812345678，王德顺", SECRETS)
    assert [(each.kind, each.title, each.start, each.end) for each in found] == [("mobile", "手机号码", 2, 13), ("name", "姓名", 14, 17)]


@pytest.mark.parametrize("written", ["东湖区湖滨路18号3单元402室", "湖滨路18号3单元402室"])
def test_a_home_is_recognised_without_its_city(written: str) -> None:
    assert [found.kind for found in leftovers(f"住{written}。", SECRETS)] == ["home_address"]
    assert mask(f"住{written}。", SECRETS) == "住（住址略）。"


@pytest.mark.parametrize(
    ("written", "kind", "masked"),
    [
        ("账号：62220212345678", "account", "账号：（账号略）"),
        ("银行账号为 3100 0123 4567", "account", "银行账号为 （账号略）"),
        ("驾驶证号530102198001", "licence", "驾驶证号（证照号码略）"),
        ("食品经营许可证编号：JY15301020012345", "licence", "食品经营许可证编号：（证照号码略）"),
        ("护照号码G1234567", "passport", "护照号码（证件号码略）"),
        ("家住东湖区杏花里9号2单元", "home_address", "家住东湖区"),
        ("户籍地址：某某县城关镇一组12号", "home_address", "户籍地址：某某县"),
    ],
)
def test_what_follows_its_own_word_is_recognised_whoever_it_belongs_to(written: str, kind: str, masked: str) -> None:
    assert kind in {found.kind for found in leftovers(f"当事人{written}。", Secrets())}
    assert mask(f"当事人{written}。", Secrets()) == f"当事人{masked}。"
    assert leftovers(mask(written, Secrets()), Secrets()) == ()


def test_a_credit_code_after_the_word_licence_stays() -> None:
    assert mask("营业执照号91999901MA0TE5T16F", Secrets()) == "营业执照号91999901MA0TE5T16F"


@pytest.mark.parametrize(
    ("how", "masked"),
    [
        (Masking(), "王某某，（身份证号略），江川市东湖区"),
        (Masking(person_name="short", resident_id="ends", address="city"), "王某，9****************5，江川市"),
        (Masking(person_name="none"), "某某，（身份证号略），江川市东湖区"),
    ],
)
def test_the_city_says_how_much_is_hidden(how: Masking, masked: str) -> None:
    text = mask("王德顺，999901198507020035，江川市东湖区湖滨路18号3单元402室", SECRETS, how)
    assert text == masked
    assert leftovers(text, SECRETS) == ()


def test_the_masking_of_the_city_is_read_by_day() -> None:
    assert masking(BOOK.parameters) == Masking()


def test_a_number_that_the_case_knows_goes_however_it_is_written() -> None:
    known = Secrets(numbers=frozenset({"12345678", "X9988"}))
    said = "证件1234 5678，证件x-9988，门牌912345678号，单号123456789。"
    assert mask(said, known) == "证件（证件号码略），证件（证件号码略），门牌912345678号，单号123456789。"
    assert [found.text for found in leftovers(said, known)] == ["1234 5678", "x-9988"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ＪＯＨＮ ＳＭＩＴＨ", "ＪＯＨＮ ＳＭＩＴＨ在路边摆摊"),
        ("JOHN SMITH", "John Smith在路边摆摊"),
        ("JOHN SMITH", "John·SMITH在路边摆摊"),
        ("阿卜杜拉·买买提", "阿卜杜拉•买买提在路边摆摊"),
        ("阿卜杜拉·买买提", "阿卜杜拉买买提在路边摆摊"),
        ("张三", "张　三在路边摆摊"),
    ],
)
def test_a_name_goes_however_it_is_written(name: str, text: str) -> None:
    known = Secrets(names=frozenset({name}))
    assert [each.kind for each in leftovers(text, known)] == ["name"]
    hidden = mask(text, known)
    assert "某在路边摆摊" in hidden
    assert leftovers(hidden, known) == ()


def test_a_short_latin_name_is_not_looked_for_within_words() -> None:
    assert mask("LI经营的LIMITED公司", Secrets(names=frozenset({"LI"}))) == "L某经营的LIMITED公司"
