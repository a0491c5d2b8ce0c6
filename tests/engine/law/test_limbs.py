"""The limbs of the catalogue, row by row: whom the law punishes, with what, within which range, after which step."""

from datetime import date

import pytest

from engine.law.causes import Basis, read_causes
from engine.law.statutes import Statutes
from tests.engine.law.published import CAUSES, STATUTES, text

DAY = date(2026, 10, 26)
ROWS = [
    # cause, limb, article, party, kinds besides the fine, range, unit, may, two steps
    ("JC19", "occupying", "城市道路管理条例 42", "any", (), "0-20000", "yuan", True, False),
    ("JC19", "cover", "城市道路管理条例 42(1)", "any", (), "0-20000", "yuan", True, False),
    ("JC20", "correctable", "城乡规划法 64", "any", (), "5-10", "percent", False, False),
    ("JC20", "demolition", "城乡规划法 64", "any", ("限期拆除",), "", "", False, False),
    ("JC20", "irremovable", "城乡规划法 64", "any", ("没收实物或者违法收入",), "0-10", "percent", True, False),
    ("JC20", "unpermitted", "城乡规划法 64", "any", (), "5-10", "percent", False, False),
    ("JC20", "temporary", "城乡规划法 66", "any", ("限期拆除",), "0-1", "times", True, False),
    ("JC21", "overdue", "北京市市容环境卫生条例 38②", "any", (), "10000-100000", "yuan", True, True),
    ("JC22", "posting", "北京市市容环境卫生条例 41", "citizen", ("没收违法所得", "没收非法财物"), "100-10000", "yuan", False, False),
    ("JC22", "organising", "北京市市容环境卫生条例 41②", "any", ("没收违法所得", "没收非法财物"), "10000-100000", "yuan", False, False),
    ("JC22", "organising_serious", "北京市市容环境卫生条例 41②", "any", ("没收违法所得", "没收非法财物"), "100000-500000", "yuan", False, False),
    ("JC23", "littering", "北京市市容环境卫生条例 52②", "any", (), "50-50", "yuan", True, False),
    ("JC23", "spitting_serious", "北京市市容环境卫生条例 52②", "any", (), "200-200", "yuan", False, False),
    ("JC24", "damaging", "北京市绿化条例 67", "any", (), "20-50", "yuan", False, False),
    ("JC24", "damaging_serious", "北京市绿化条例 67", "any", (), "50-500", "yuan", False, False),
    ("JC24", "felling", "北京市绿化条例 70", "any", (), "5-10", "times", False, False),
    ("JC24", "occupying", "北京市绿化条例 71", "any", (), "3-5", "times", True, False),
    ("JC25", "unlicensed", "城镇排水与污水处理条例 50①", "business", (), "0-500000", "yuan", True, False),
    ("JC25", "breaching", "城镇排水与污水处理条例 50②", "business", (), "0-50000", "yuan", True, False),
    ("JC25", "breaching_serious", "城镇排水与污水处理条例 50②", "business", ("吊销许可证件",), "50000-500000", "yuan", False, False),
    ("JC25", "diverting", "城镇排水与污水处理条例 49", "any", ("警告",), "", "", False, False),
    ("JC25", "diverting_overdue_org", "城镇排水与污水处理条例 49", "org", ("警告",), "100000-200000", "yuan", False, True),
    ("JC25", "diverting_overdue_person", "城镇排水与污水处理条例 49", "citizen", ("警告",), "20000-100000", "yuan", False, True),
    ("JC25", "diverting_serious_org", "城镇排水与污水处理条例 49", "org", ("警告",), "100000-200000", "yuan", False, False),
    ("JC25", "diverting_serious_person", "城镇排水与污水处理条例 49", "citizen", ("警告",), "20000-100000", "yuan", False, False),
    ("JC26", "unlicensed", "城镇燃气管理条例 45①", "any", ("没收违法所得",), "50000-500000", "yuan", False, False),
    ("JC26", "user_org", "城镇燃气管理条例 49①", "org", (), "0-100000", "yuan", True, True),
    ("JC26", "user_person", "城镇燃气管理条例 49①", "citizen", (), "0-1000", "yuan", True, True),
    ("JC26", "zone_org", "城镇燃气管理条例 50①", "org", (), "50000-100000", "yuan", False, False),
    ("JC26", "zone_person", "城镇燃气管理条例 50①", "citizen", (), "5000-50000", "yuan", False, False),
    ("JC26", "working_org", "城镇燃气管理条例 50①(4)", "org", (), "50000-100000", "yuan", False, False),
    ("JC26", "working_person", "城镇燃气管理条例 50①(4)", "citizen", (), "5000-50000", "yuan", False, False),
    ("JC27", "occupying_person", "物业管理条例 63①(2)", "citizen", ("警告",), "1000-10000", "yuan", False, False),
    ("JC27", "occupying_org", "物业管理条例 63①(2)", "org", ("警告",), "50000-200000", "yuan", False, False),
    ("JC27", "trading_person", "物业管理条例 63①(3)", "citizen", ("警告",), "1000-10000", "yuan", False, False),
    ("JC27", "trading_org", "物业管理条例 63①(3)", "org", ("警告",), "50000-200000", "yuan", False, False),
    ("JC28", "unlicensed", "江川市摊贩管理条例 30", "citizen", ("没收违法所得",), "0-10000", "yuan", False, False),
    ("JC28", "premises", "市场主体登记管理条例 43", "any", ("没收违法所得",), "", "", False, False),
    ("JC28", "premises_refusing", "市场主体登记管理条例 43", "any", ("没收违法所得",), "10000-100000", "yuan", False, True),
    ("JC28", "premises_serious", "市场主体登记管理条例 43", "any", ("没收违法所得", "责令关闭"), "100000-500000", "yuan", False, True),
    ("JC29", "present", "道路交通安全法 93①", "any", ("口头警告",), "", "", False, False),
    ("JC29", "absent", "道路交通安全法 93②", "any", (), "20-200", "yuan", False, False),
    ("JC29", "refusing", "道路交通安全法 93②", "any", (), "20-200", "yuan", False, False),
]


def shape(basis: Basis) -> tuple[str, str]:
    return ("", "") if basis.span is None else (f"{basis.minimum}-{basis.maximum}", basis.unit)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_a_limb_is_what_the_law_says(row: tuple[str, str, str, str, tuple[str, ...], str, str, bool, bool]) -> None:
    cause, key, cite, party, kinds, span, unit, may, order = row
    limb = CAUSES.limb(cause, key)
    basis = next(basis for basis in limb.bases if basis.in_force(DAY))
    assert (basis.cite, limb.party, limb.may, limb.requires_prior_order) == (cite, party, may, order)
    assert basis.kinds == (*kinds, *(("罚款",) if span else ()))
    assert shape(basis) == (span, unit)


def test_a_revoked_licence_has_a_name() -> None:
    named = [basis for cause in CAUSES.causes.values() for limb in cause.limbs.values() for basis in limb.bases if "吊销许可证件" in basis.kinds]
    assert [basis.licence for basis in named] == ["污水排入排水管网许可证"]


def test_what_is_no_breach_names_its_article() -> None:
    lawful = [limb.lawful for cause in CAUSES.causes.values() for limb in cause.limbs.values() if limb.lawful]
    assert lawful == ["无证无照经营查处办法 3(1)"]
    assert all(_known(STATUTES, cite) for cite in lawful)


def _known(statutes: Statutes, cite: str) -> bool:
    return bool(statutes.article(cite).text)


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ('party = "any"', 'party = "everybody"', "当事人类型不明"),
        ('base = ["measured"]\n', "", "计罚基数"),
        ('base = ["price"]', 'base = ["weight"]', "计罚基数"),
        ('lawful = "无证无照经营查处办法 3(1)"\n', "", "须有处罚依据"),
    ],
)
def test_a_catalogue_that_cannot_be_reckoned_is_refused(old: str, new: str, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        read_causes(text("causes.toml").replace(old, new, 1))
