"""The safeguard of the way of a case (程序分流的把关): no summary decision beyond the law, no hearing or review left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from engine.dmn import Model
from engine.law.book import LawBook
from engine.rules.objection import Objection
from engine.rules.safeguard.structure import asked, illegal

_CAP, _THRESHOLD, _TAKING = Decimal(200), Decimal(10_000), Decimal(5000)
_HEARD = ("责令停产停业", "吊销许可证件")
_SPOT = frozenset({"罚款", "警告"})
_FINES = (Decimal(0), _CAP, _CAP + 1, _THRESHOLD - 1, _THRESHOLD)
_KINDS = (("罚款",), ("警告",), ("警告", "罚款"), ("罚款", "责令停产停业"), ("没收违法所得", "罚款"))
WORDS: Mapping[str, str] = {
    "summary_ok": "可以当场处罚",
    "hearing_right": "告知听证权利",
    "legal_review_mandatory": "法制审核",
    "collective": "集体讨论",
    "publish": "公开",
    "credit_push": "推送信用网站",
}


@dataclass(frozen=True, slots=True)
class _Case:
    """A penalty in view."""

    fine: Decimal
    kinds: tuple[str, ...]
    taken: Decimal
    grave: bool
    interest: bool
    minor: bool
    summary: bool

    @property
    def values(self) -> dict[str, object]:
        """The inputs of the rule."""
        return {
            "罚款": self.fine,
            "处罚种类": list(self.kinds),
            "当场处罚上限": _CAP,
            "听证门槛": _THRESHOLD,
            "没收数额": self.taken,
            "没收物品价值": Decimal(0),
            "没收的听证门槛": _TAKING,
            "听证的处罚种类": list(_HEARD),
            "情节复杂或者重大": self.grave,
            "涉及重大公共利益": self.interest,
            "减轻处罚": False,
            "当事人未成年": self.minor,
            "简易程序": self.summary,
        }

    @property
    def words(self) -> str:
        """The case in words."""
        taken = f"，没收{self.taken}元" if self.taken else ""
        marks = [name for name, value in self.values.items() if value is True]
        return "，".join([f"{'、'.join(self.kinds)}，罚款{self.fine}元（当场处罚上限{_CAP}元，听证门槛{_THRESHOLD}元）{taken}", *marks])

    @property
    def heard(self) -> bool:
        """Whether the party may ask for a hearing."""
        return self.fine >= _THRESHOLD or self.taken >= _TAKING or not set(_HEARD).isdisjoint(self.kinds)


def objections(model: Model, law: LawBook) -> Iterator[Objection]:
    """Yield the first way on which a draft sends a case against the law (行政处罚法 Art. 50, 51, 57, 58, 63)."""
    del law
    flags = (False, True)
    cases = (_Case(*values) for values in product(_FINES, _KINDS, (Decimal(0), _TAKING), flags, flags, flags, flags))
    first = next((f"{case.words}：{fault}。" for case in cases for fault in _faults(model, case)), None)
    if first is not None:
        yield illegal("routing", first)


def _faults(model: Model, case: _Case) -> Iterator[str]:
    """Yield what the law forbids of the ways of a case, and what it demands."""
    outcome = asked(model, "routing", case.values)
    if isinstance(outcome, str):
        yield outcome
        return
    ways = {str(hit.outputs["去向"]) for hit in outcome.hits}
    demanded = {
        "hearing_right": (case.heard, "行政处罚法第63条"),
        "legal_review_mandatory": (case.heard or case.grave or case.interest, "行政处罚法第58条"),
        "collective": (case.grave, "行政处罚法第57条第2款"),
    }
    yield from (f"草案没有“{WORDS[way]}”（{article}）" for way, (due, article) in demanded.items() if due and way not in ways)
    if "summary_ok" in ways and (case.fine > _CAP or not _SPOT.issuperset(case.kinds)):
        yield f"草案“{WORDS['summary_ok']}”（行政处罚法第51条）"
    if case.minor:
        yield from (f"草案把未成年人的处罚“{WORDS[way]}”（行政处罚法第50条）" for way in ("publish", "credit_push") if way in ways)
