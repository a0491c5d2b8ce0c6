import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.rules.redaction import Secrets, leftovers, mask, mask_address, mask_name

SECRETS = Secrets(names=frozenset({"王德顺", "欧阳修远", "张三"}), addresses=frozenset({"江川市东湖区湖滨路18号3单元402室"}))
PERSONAL = [
    "999901198507020035",
    "11010519491231002X",
    "999901850702003",
    "6222021234567890123",
    "6222 0212 3456 7890",
    "13812345678",
    "138 1234 5678",
    "+86 13812345678",
    "0999-1234567",
    "wang.ds@example.com",
    "云A12345",
    "粤B·D12345",
    "川A1234挂",
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
    "2026-10-26 2026-10-28",
]


@pytest.mark.parametrize("personal", PERSONAL)
def test_personal_data_are_found_and_taken_out(personal: str) -> None:
    text = f"当事人（{personal}）于当日到案。"
    assert [found.text for found in leftovers(text, SECRETS)]
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
