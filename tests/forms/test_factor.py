import tomllib
from pathlib import Path

import pytest

import engine.law
from forms.factor import AGGRAVATING, MITIGATING
from tests.forms.filled import fill, refusal


def test_the_factors_are_those_of_the_benchmark() -> None:
    seed = tomllib.loads((Path(engine.law.__file__).parent / "causes.toml").read_text(encoding="utf-8"))
    law = {(factor["key"], factor["direction"], factor["title"]) for factor in seed["factor"]}
    assert law == {(key, "lenient", title) for key, title in MITIGATING.items()} | {(key, "severe", title) for key, title in AGGRAVATING.items()}


@pytest.mark.parametrize("code", [*MITIGATING, *AGGRAVATING])
def test_a_factor_counts_with_its_evidence(code: str) -> None:
    assert fill("investigation_report", factors=[{"code": code, "evidence": "e1"}]).values["factors"] == [{"code": code, "evidence": ["e1"]}]


def test_a_factor_without_evidence_is_refused() -> None:
    rows = [{"code": "deceit", "evidence": "e1"}, {"code": "merit"}]
    assert refusal("investigation_report", factors=rows) == {"factors.1.evidence": "裁量情节须有证据，至少选一份。"}


def test_a_factor_counts_once() -> None:
    rows = [{"code": "deceit", "evidence": "e1"}, {"code": "deceit", "evidence": "e2"}]
    assert refusal("investigation_report", factors=rows) == {"factors.1.code": "情节与前面的行重复。"}


def test_a_factor_that_the_benchmark_does_not_know_is_refused() -> None:
    assert "情节须从选项中选择" in refusal("investigation_report", factors=[{"code": "rude", "evidence": "e1"}])["factors.0.code"]
