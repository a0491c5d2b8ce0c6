"""Choice of the legal basis (法律适用, D0): the law at the act, unless the law at the decision is lighter (从旧兼从轻)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.dmn import Outcome
from engine.errors import LawError
from engine.law.book import LawBook
from engine.law.causes import Basis, Limb
from engine.rules.assessment import Run
from engine.rules.routing import measured_as
from engine.rules.table import run

TABLE = "basis"
"""The published model that compares old and new law, and several norms for one act."""

OLD, NEW, UNPUNISHED, SPARED = "行为时的规定", "决定时的规定", "行为时没有依据", "决定时不再处罚"
"""What it concludes: either law governs, nothing was punishable at the act, or nothing is any more."""

_PUNISHED = {"citizen": ("个人", "单位"), "org": ("单位", "个人"), "business": ("单位和个体工商户", "个人")}


@dataclass(frozen=True, slots=True)
class BasisChoice:
    """The basis that governs, why it does, the one that was compared and left aside, and the run that compared them."""

    basis: Basis
    reason: str
    other: Basis | None
    run: Run


def choose_basis(limb: Limb, act_end: date, decided: date, law: LawBook) -> BasisChoice:
    """Return the basis for an act that ended on `act_end` and is decided on `decided`, as the published model compares them.

    Of an act that went on while the law changed, the end governs. Refuses with `no_basis` what was not punishable at the act
    (行政处罚法 Art. 38) or no longer is (Art. 37).
    """
    norms = [
        norm(number, basis.cite, (basis.valid_from, basis.valid_to), (basis.minimum, basis.maximum), basis.kinds)
        for number, basis in enumerate(limb.bases, 1)
    ]
    outcome, made = compare(norms, act_end, decided, law)
    conclusion, notes = concluded(outcome), outcome.hits[0].annotations
    if conclusion in {UNPUNISHED, SPARED}:
        raise LawError("no_basis", f"“{limb.title}”：{notes['理由']}", basis=notes["依据"], field="limb")
    old, new = (limb.bases[place(outcome.part(part)) - 1] for part in ("old", "new"))
    governing, other = (new, old) if conclusion == NEW else (old, new)
    return BasisChoice(governing, notes["理由"], None if old is new else other, made)


Ends = tuple[Decimal | None, Decimal | None]


def norm(number: int, cite: str, term: tuple[date, date | None], ends: Ends, kinds: Sequence[str]) -> Mapping[str, object]:
    """Return a norm as the model sees it; where it knows no fine, both ends are 0."""
    low, high = (end or Decimal(0) for end in ends)
    return {"序号": number, "条款": cite, "施行": term[0], "失效": term[1], "罚款下限": low, "罚款上限": high, "处罚种类": list(kinds)}


def compare(norms: Sequence[Mapping[str, object]], act_end: date, decided: date, law: LawBook, title: str = "") -> tuple[Outcome, Run]:
    """Return what the model says of norms with their terms, and the run that can be kept."""
    return run("D0", TABLE, "basis", {"各时期的规定": norms, "行为终了日": act_end, "决定日": decided}, law, title=title)


def concluded(outcome: Outcome) -> str:
    """Return the conclusion of a table that has one."""
    return str(outcome.value["结论"]) if isinstance(outcome.value, dict) else ""


def place(outcome: Outcome) -> int:
    """Return the number of the norm that a decision chose, 0 for none."""
    number = outcome.value["序号"] if isinstance(outcome.value, dict) else Decimal(0)
    return int(number) if isinstance(number, Decimal) else 0


def check_party(limb: Limb, choice: BasisChoice, party: str, law: LawBook) -> None:
    """Refuse a limb that names individuals for a unit, and the other way round (行政处罚法 Art. 38).

    So with an article that names fewer than the limb, be it the one that governs or the one it was compared with: what did not punish
    the party at the act founds no fine, and no comparison of old and new law either.
    """
    if not punishes(limb, party, law):
        whom, other = _PUNISHED[limb.party]
        raise LawError("no_basis", f"“{limb.title}”只处罚{whom}，不适用于{other}，请选择其他情形。", basis=limb.bases[0].cite, field="limb")
    narrow = next((basis for basis in (choice.basis, choice.other) if basis and basis.party and not _names(basis.party, party, law)), None)
    if narrow is not None:
        whom, other = _PUNISHED[narrow.party]
        message = f"行为时有效的{narrow.cite}只处罚{whom}，不适用于{other}：请核对当事人和事实，选择其他情形或者案由。"
        raise LawError("no_basis", message, basis=narrow.cite, field="limb")


def punishes(limb: Limb, party: str, law: LawBook) -> bool:
    """Tell whether a limb is for a party: citizen, org or getihu, who trades in his own name and counts as the city says (`getihu.as`)."""
    return _names(limb.party, party, law)


def _names(whom: str, party: str, law: LawBook) -> bool:
    if whom == "citizen":
        return party != "org"
    return whom == "any" or (whom == "business" and party == "getihu") or measured_as(party, law) == "org"


def recorded_basis(limb: Limb, cite: str, law: LawBook) -> Basis:
    """Return the basis on which a case was assessed, also where an earlier catalogue named the place wrongly.

    Refuses with no_basis what the catalogue no longer founds on that article, such as what was assessed before its limbs were told
    apart: then the case is reported anew (行政处罚法 Art. 38).
    """
    place = law.statutes.cite(cite)
    found = next((basis for basis in limb.bases if law.statutes.cite(basis.cite) == place), None)
    if found is None:
        message = f"本案按{law.statutes.full(cite)}评定，案由目录更正后“{limb.title}”不再以它为依据：请重新提出终结报告，选择情形。"
        raise LawError("no_basis", message, basis="行政处罚法 38", field="limb")
    return found
