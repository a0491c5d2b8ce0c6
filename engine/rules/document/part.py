"""Parts that documents share (文书通用要素): agency, party, officers, evidence, citations, discretion, penalty, remedies."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.facts import Day, Facts, Money, Stated, money
from engine.rules.document.wording import amount_text

PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Facts):
    """The agency in whose name the document goes out (行政机关)."""

    name: Annotated[str, Stated("名称")]
    address: Annotated[str, Stated("地址")]
    contact: Annotated[str, Stated("联系方式")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Facts):
    """The party (当事人). `kind` is `person` for 公民; anything else is 法人、其他组织 or 个体工商户 and is spoken to as 你单位.

    `guardian` names who stands up for a party that cannot act alone (民法典第二十三条), with the relation; empty for everybody else.
    `heirs` names who inherits from a party that died after the decision, each with the relation; they answer with the estate alone
    (民法典第一千一百六十一条).
    `former` says what the party was called before, or in whose place it stands (民法典第六十四条、第六十七条); empty where nothing changed.
    """

    kind: Annotated[str, Stated("类型")]
    name: Annotated[str, Stated("姓名或者名称")]
    code_label: Annotated[str, Stated("证件名称")]
    code: Annotated[str, Stated("证件号码")]
    address: Annotated[str, Stated("地址")]
    legal_representative: Annotated[str, Stated("法定代表人或者负责人")]
    representative_label: str = "法定代表人"
    guardian: str = ""
    former: str = ""
    heirs: str = ""

    @property
    def you(self) -> str:
        """Return how the document speaks to the party."""
        return "你" if self.kind == PERSON else "你单位"

    def spared(self) -> frozenset[str]:
        """Spare a person the representative."""
        return frozenset({"legal_representative"} if self.kind == PERSON else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer(Facts):
    """An officer who enforced (执法人员)."""

    name: Annotated[str, Stated("姓名")]
    certificate: Annotated[str, Stated("执法证号")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Facts):
    """What every document carries: who issues it, when, under which number, about whom, and how anybody can check it."""

    agency: Annotated[Agency, Stated("行政机关")]
    number: Annotated[str, Stated("文号")]
    date: Annotated[Day, Stated("日期")]
    case_number: Annotated[str, Stated("案号")]
    check_token: Annotated[str, Stated("核验码")]
    party: Annotated[Party, Stated("当事人")]
    officers: Annotated[tuple[Officer, ...], Stated("执法人员（不少于两人）", "行政处罚法第四十二条第一款", at_least=2)]

    @property
    def pictures(self) -> tuple[str, ...]:
        """Return the digests of the photographs that the paper shows; most show none."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed(Facts):
    """Something that goes with a letter to another department (附件): a piece of evidence or a paper, with the digest of its bytes."""

    number: Annotated[str, Stated("编号")]
    name: Annotated[str, Stated("名称")]
    sha256: Annotated[str, Stated("摘要")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Facts):
    """A piece of evidence (证据): what it is, which of the eight kinds of 行政处罚法第四十六条, where it comes from and what it proves."""

    name: Annotated[str, Stated("名称")]
    kind: Annotated[str, Stated("种类", "行政处罚法第四十六条第一款")]
    source: Annotated[str, Stated("来源")]
    proves: Annotated[str, Stated("证明内容")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Facts):
    """A legal basis (法律依据): full title of the statute, article, and what it says in this case."""

    statute: Annotated[str, Stated("法律名称")]
    article: Annotated[str, Stated("条款")]
    content: Annotated[str, Stated("内容")]

    @property
    def reference(self) -> str:
        """Return statute and article as a document cites them."""
        return f"《{self.statute}》{self.article}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Facts):
    """A circumstance that lowers or raises the fine inside its tier (从轻、从重情节)."""

    text: Annotated[str, Stated("情节")]
    direction: Annotated[str, Stated("从轻或者从重")]
    basis: Annotated[str, Stated("依据")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discretion(Facts):
    """How the published benchmark was applied (裁量基准的适用). Amounts in yuan; None where the tier names no fine.

    Where no tier was published for the facts, `tier` and `condition` are empty and the range is that of the law; where the law
    knows no fine, there is no range either.
    """

    benchmark: Annotated[str, Stated("裁量基准名称和版本")]
    condition: Annotated[str, Stated("适用条件")]
    tier: Annotated[str, Stated("裁量阶次")]
    minimum: Money | None
    maximum: Money | None
    factors: tuple[Factor, ...]
    reason: Annotated[str, Stated("裁量理由")]

    def spared(self) -> frozenset[str]:
        """Spare the tier where none was published or there is no fine; then the reason carries the decision."""
        return frozenset(() if self.tier else {"tier", "condition"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction(Facts):
    """The penalty (处罚内容) and the order to put right that goes with it.

    `correction` is what has to be done, as in “责令你单位{改正违法行为}”; `fine` in yuan, None where there is none;
    `gains` in yuan: None where no confiscation applies, "0" where it does and nothing was gained, called `gains_word` as the law calls
    them; `goods` are confiscated; `others` are the other kinds of 行政处罚法第九条 and further duties, each a clause of its own.
    """

    correction: str
    fine: Money | None
    gains: Money | None = None
    goods: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    gains_word: str = "违法所得"

    @property
    def is_blank(self) -> bool:
        """Tell whether no penalty at all is imposed; an order to put right is none."""
        return not (self.others or self.fine or self.goods or self.gains is not None)

    def clauses(self, you: str) -> tuple[str, ...]:
        """Return the clauses in the order of the document: correction, warnings and the like, fine, confiscation."""
        found = [f"责令{you}{self.correction}"] if self.correction else []
        found += self.others
        if self.fine is not None and money(self.fine):
            found.append(f"处罚款{amount_text(self.fine)}")
        if self.gains is not None:
            nothing = money(self.gains) == 0
            found.append(f"经查无{self.gains_word}" if nothing else f"没收{self.gains_word}{amount_text(self.gains)}")
        if self.goods:
            found.append("没收" + "、".join(self.goods))
        return tuple(found)

    def sentence(self, you: str) -> str:
        """Return the clauses as one sentence without its full stop."""
        clauses = enumerate(self.clauses(you))
        return "，".join(f"并{clause}" if index and clause.startswith("处罚款") else clause for index, clause in clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedies(Facts):
    """Where, until when and how a decision can be challenged (救济途径); terms as the law states them at the decision."""

    organ: Annotated[str, Stated("行政复议机关")]
    court: Annotated[str, Stated("人民法院")]
    reconsideration_days: Annotated[int, Stated("申请行政复议的期限（日）", "行政复议法第二十条第一款")] = 60
    litigation_months: Annotated[int, Stated("提起行政诉讼的期限（月）", "行政诉讼法第四十六条第一款")] = 6
    online: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Facts):
    """That and where the decision will be public (公示); `days` are working days after the decision."""

    days: int
    place: Annotated[str, Stated("公示平台")]
