"""Choice of the legal basis (法律适用, D0): the law at the act, unless the law at the decision is lighter (从旧兼从轻)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.errors import LawError
from engine.law.book import LawBook
from engine.law.causes import Basis, Limb
from engine.rules.routing import measured_as

_PUNISHED = {"citizen": ("个人", "单位"), "org": ("单位", "个人"), "business": ("单位和个体工商户", "个人")}


@dataclass(frozen=True, slots=True)
class BasisChoice:
    """The basis that governs, why it does, and the one that was compared and left aside."""

    basis: Basis
    reason: str
    other: Basis | None


def choose_basis(limb: Limb, act_end: date, decided: date) -> BasisChoice:
    """Return the basis for an act that ended on `act_end` and is decided on `decided`.

    Of an act that went on while the law changed, the end governs. Refuses with `no_basis` what was not punishable at the act
    (行政处罚法 Art. 38) or no longer is (Art. 37).
    """
    old, new = _in_force(limb, act_end), _in_force(limb, decided)
    if old is None:
        message = f"“{limb.title}”：行为发生时没有处罚依据，应当撤案；可以责令改正。"
        raise LawError("no_basis", message, basis="行政处罚法 38", field="limb")
    if new is None:
        raise LawError("no_basis", f"“{limb.title}”：作出决定时的规定已不再处罚这一行为，应当撤案。", basis="行政处罚法 37", field="limb")
    if old == new:
        return BasisChoice(old, "行为时与决定时适用同一规定", None)
    if lighter(old, new):
        return BasisChoice(new, "行为后规定已修改，新规定处罚较轻，适用新规定（行政处罚法第37条）", old)
    return BasisChoice(old, "行为后规定已修改，新规定处罚不轻于行为时的规定，适用行为时的规定（行政处罚法第37条）", new)


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


def lighter(old: Basis, new: Basis) -> bool:
    """Tell whether the new range is lighter: by maximum, then minimum, then further kinds; a tie is not lighter (行政处罚法 Art. 37)."""
    return _weight(new) < _weight(old)


def check_basis(limb: Limb, cite: str, act_end: date, decided: date) -> Basis:
    """Return the basis that somebody chose; refuse one that is unknown, not in force, or heavier than the one that governs."""
    chosen = next((basis for basis in limb.bases if basis.cite == cite), None)
    if chosen is None:
        raise LawError("no_basis", f"{cite}不是这一情形的处罚依据。", basis="行政处罚法 38", field="basis")
    if not (chosen.in_force(act_end) or chosen.in_force(decided)):
        raise LawError("basis_not_in_force", f"{cite}在行为时和决定时都不是现行规定。", basis="行政处罚法 37", field="basis")
    governing = choose_basis(limb, act_end, decided).basis
    if chosen != governing:
        raise LawError("not_lighter", f"应当适用{governing.cite}：{cite}的处罚并不较轻。", basis="行政处罚法 37", field="basis")
    return chosen


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


def _in_force(limb: Limb, day: date) -> Basis | None:
    return next((basis for basis in limb.bases if basis.in_force(day)), None)


def _weight(basis: Basis) -> tuple[Decimal, Decimal, int]:
    return basis.maximum or Decimal(0), basis.minimum or Decimal(0), len(basis.kinds)
