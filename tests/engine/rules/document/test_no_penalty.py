"""A decision not to penalise: education and guardian as 行政处罚法第三十条至第三十三条 ask."""

from dataclasses import replace

import pytest

from engine.rules.document import missing
from engine.rules.document.no_penalty import GROUNDS, NOT_ESTABLISHED, NoPenalty
from printing.sample import NO_PENALTY


def fields(facts: NoPenalty) -> set[str]:
    return {gap.field for gap in missing(facts)}


def test_who_is_spared_a_penalty_is_educated() -> None:
    assert fields(replace(NO_PENALTY, education="")) == {"education"}


def test_who_did_nothing_is_not() -> None:
    assert fields(replace(NO_PENALTY, ground=NOT_ESTABLISHED, education="", violated=())) == set()


@pytest.mark.parametrize("ground", ["under_age", "incapable"])
def test_the_guardian_is_told_to_look_after_the_child(ground: str) -> None:
    assert fields(replace(NO_PENALTY, ground=ground)) == {"guardian"}


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ground_has_its_article(ground: str) -> None:
    facts = replace(NO_PENALTY, ground=ground)
    assert facts.ground_text
    assert facts.ground_article.startswith("第")
