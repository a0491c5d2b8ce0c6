from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from engine.law.causes import read_causes
from tests.engine.law.published import CAUSES, STATUTES, text


def test_jc04_has_its_old_and_its_new_basis() -> None:
    limb = CAUSES.cause("JC04").limbs["exceeding"]
    in_force = {day: [basis.cite for basis in limb.bases if basis.in_force(day)] for day in (date(2026, 8, 14), date(2026, 8, 15))}
    assert in_force == {date(2026, 8, 14): ["大气污染防治法 118①"], date(2026, 8, 15): ["生态环境法典 1132①"]}
    assert {(basis.minimum, basis.maximum) for basis in limb.bases} == {(Decimal(5000), Decimal(50000))}
    assert not limb.requires_prior_order


def test_refusing_to_correct_needs_a_prior_order_and_knows_no_fine() -> None:
    limb = CAUSES.cause("JC04").limbs["refusing"]
    assert limb.requires_prior_order
    assert all(basis.maximum is None and basis.kinds == ("责令停业整治",) for basis in limb.bases)


def test_everything_cited_is_in_the_catalogue_for_the_whole_term() -> None:
    for cause in CAUSES.causes.values():
        for basis in (basis for limb in cause.limbs.values() for basis in limb.bases):
            assert STATUTES.article(basis.cite).in_force(basis.valid_from)
            assert STATUTES.article(basis.violated).in_force(basis.valid_to or basis.valid_from)
            assert basis.table.startswith(cause.id)
    assert all(STATUTES.article(factor.cite) for factor in CAUSES.factors.values())


def test_metric_and_inputs_have_units() -> None:
    cause = CAUSES.cause("JC04")
    assert [(quantity.key, quantity.name, quantity.unit) for quantity in cause.quantities] == [
        ("measured", "实测浓度", "mg/m³"),
        ("limit", "排放限值", "mg/m³"),
    ]
    assert cause.metric is not None
    assert cause.metric.name == "超标倍数"


def test_a_range_has_two_ends_in_order() -> None:
    with pytest.raises(ValueError, match="不成幅度"):
        read_causes(text("causes.toml").replace('minimum = "5000"', 'minimum = "60000"', 1))
    with pytest.raises(ValueError, match="不成幅度"):
        read_causes(text("causes.toml").replace('minimum = "5000"\n', "", 1))


def test_one_basis_at_a_time() -> None:
    with pytest.raises(ValueError, match="同一日"):
        read_causes(text("causes.toml").replace("valid_to = 2026-08-14", "valid_to = 2026-08-15", 1))


def test_what_is_serious_lies_inside_the_range() -> None:
    with pytest.raises(ValueError, match="情节严重的数额不在法定幅度之内"):
        read_causes(text("causes.toml").replace('serious = "1000"', 'serious = "10000"', 1))


def test_a_kind_of_party_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="当事人类型不明"):
        read_causes(text("causes.toml").replace('party = "any"', 'party = "company"', 1))
    with pytest.raises(ValueError, match="当事人类型不明"):
        read_causes(text("causes.toml").replace('party = "citizen"\nvalid_from', 'party = "company"\nvalid_from', 1))


@pytest.mark.parametrize("released", sorted((Path(__file__).parent / "released").glob("causes-*.toml")), ids=lambda path: path.stem)
def test_what_was_once_published_can_be_read_for_ever(released: Path) -> None:
    catalogue = read_causes(released.read_text(encoding="utf-8"))
    assert catalogue.cause("JC04").limbs["exceeding"].bases
    assert all(basis.cite for cause in catalogue.causes.values() for limb in cause.limbs.values() for basis in limb.bases)
