"""The kit: the DMN Technology Compatibility Kit, which lies beside the project and not in it."""

import os
from pathlib import Path

import pytest

from tests.conformance.case import read_cases
from tests.conformance.runner import report

KIT = Path(os.environ.get("ZHIFA_TCK") or Path(__file__).resolve().parents[3] / "shared" / "tck") / "TestCases"

pytestmark = pytest.mark.skipif(not KIT.is_dir(), reason=f"一致性用例不在：{KIT} 没有 DMN TCK，请用 ZHIFA_TCK 指明，决策引擎的一致性这次没有核对")


@pytest.mark.parametrize("level", ["compliance-level-2", "compliance-level-3"])
def test_every_case_of_the_kit_is_answered_as_expected(level: str) -> None:
    total, good, failures = report(read_cases(KIT / level))
    assert total["value"] > 100
    assert failures == []
    assert good == total
