"""Routing (程序分流, D6): summary procedure, hearing, legal review, panel, publication."""

from dataclasses import dataclass
from decimal import Decimal

from engine.law.book import LawBook
from engine.rules.assessment import Routing, Run
from engine.rules.table import run


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty in view.

    Attributes:
        party: citizen, org or getihu.
        fine: in yuan, None for none.
        taken: the gains that are confiscated, in yuan.
        goods: the estimated value of the things that are confiscated, in yuan.
        mitigated: whether the fine lies below the statutory minimum.
    """

    party: str
    fine: Decimal | None
    kinds: tuple[str, ...]
    complex: bool = False
    interest: bool = False
    mitigated: bool = False
    minor: bool = False
    summary: bool = False
    taken: Decimal = Decimal(0)
    goods: Decimal = Decimal(0)


def route(penalty: Penalty, law: LawBook) -> tuple[Routing, Run]:
    """Return which way a penalty goes, and the run that says why (行政处罚法 Art. 48, 51, 57, 58, 63)."""
    measured = measured_as(penalty.party, law)
    values = {
        "罚款": penalty.fine or Decimal(0),
        "处罚种类": list(penalty.kinds),
        "当场处罚上限": summary_cap(penalty.party, law),
        "听证门槛": law.parameters.decimal(f"hearing.threshold.{measured}"),
        "没收数额": penalty.taken,
        "没收物品价值": penalty.goods,
        "没收的听证门槛": law.parameters.decimal(f"hearing.taking.{measured}"),
        "听证的处罚种类": list(law.parameters.names("hearing.kinds")),
        "情节复杂或者重大": penalty.complex,
        "涉及重大公共利益": penalty.interest,
        "减轻处罚": penalty.mitigated,
        "当事人未成年": penalty.minor,
        "简易程序": penalty.summary,
    }
    outcome, made = run("D6", "routing", "routing", values, law)
    ways = {hit.outputs["去向"] for hit in outcome.hits}
    routing = Routing(
        summary_ok="summary_ok" in ways,
        hearing_right="hearing_right" in ways,
        legal_review_mandatory="legal_review_mandatory" in ways,
        collective="collective" in ways,
        publish="publish" in ways,
        credit_push="credit_push" in ways,
    )
    return routing, made


def measured_as(party: str, law: LawBook) -> str:
    """Return whether a party counts as citizen or org; for 个体工商户 the city says (parameter `getihu.as`)."""
    return law.parameters.text("getihu.as") if party == "getihu" else party


def summary_cap(party: str, law: LawBook) -> Decimal:
    """Return the highest fine of the summary procedure for a party in yuan (行政处罚法 Art. 51)."""
    return law.parameters.decimal(f"summary.cap.{measured_as(party, law)}")
