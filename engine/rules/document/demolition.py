"""Papers of a forced demolition (强制拆除文书): announcement, demand, letter to the government, and the decision to enforce."""

from dataclasses import dataclass
from typing import Annotated

from engine.rules.document.announcement import AnnouncedParty
from engine.rules.document.facts import Day, Minute, Stated
from engine.rules.document.part import Agency, Document, Party, Remedies
from engine.rules.document.service_receipt import Served


@dataclass(frozen=True, slots=True, kw_only=True)
class DemolitionNotice(Document):
    """The announcement that 行政强制法第四十四条 asks for, posted for everybody to read (D25-3)."""

    party: Annotated[AnnouncedParty, Stated("当事人", "行政强制法第四十四条")]
    decision: Annotated[Served, Stated("据以拆除的决定", "行政强制法第四十四条")]
    building: Annotated[str, Stated("违法的建筑物、构筑物、设施", "行政强制法第四十四条")]
    until: Annotated[Day, Stated("自行拆除的期限", "行政强制法第四十四条")]
    place: Annotated[str, Stated("公告地点", "行政强制法第四十四条")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemolitionDemand(Document):
    """The demand that comes before the decision to enforce (D24D): everything that 行政强制法第三十五条 asks for; `days` are working days."""

    decision: Annotated[Served, Stated("据以催告的决定", "行政强制法第三十五条")]
    served_on: Annotated[Day, Stated("决定送达日期", "行政强制法第三十五条")]
    building: Annotated[str, Stated("应当拆除的建筑物、构筑物、设施", "行政强制法第三十五条第二项")]
    way: Annotated[str, Stated("履行方式", "行政强制法第三十五条第二项")]
    days: Annotated[int, Stated("履行期限（工作日）", "行政强制法第三十五条第一项")]
    right: Annotated[str, Stated("陈述权和申辩权", "行政强制法第三十五条第四项")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemolitionRequest(Document):
    """The letter that asks the county government to have it demolished (D25-4): every condition of 行政强制法第四十四条, and who signed it.

    A letter to a body above names its signatory (党政机关公文格式 GB/T 9704-2012, 7.2.6); `plea` is empty where the party said nothing.
    """

    recipient: Annotated[str, Stated("报请的人民政府", "城乡规划法第六十八条")]
    decision: Annotated[Served, Stated("限期拆除的决定", "城乡规划法第六十八条")]
    served_on: Annotated[Day, Stated("决定送达日期", "行政强制法第四十四条")]
    building: Annotated[str, Stated("违法的建筑物、构筑物、设施", "行政强制法第四十四条")]
    announcement: Annotated[Served, Stated("限期拆除公告", "行政强制法第四十四条")]
    until: Annotated[Day, Stated("公告的自行拆除期限", "行政强制法第四十四条")]
    lapsed_on: Annotated[Day, Stated("复议、诉讼期限届满或者终结的日期", "行政强制法第四十四条")]
    demand: Annotated[Served, Stated("催告书", "行政强制法第三十五条")]
    demanded_on: Annotated[Day, Stated("催告书送达日期", "行政强制法第三十五条")]
    plea: str
    finding: Annotated[str, Stated("对陈述、申辩的复核意见", "行政强制法第三十六条")]
    departments: Annotated[str, Stated("建议责成的部门", "城乡规划法第六十八条")]
    signatory: Annotated[str, Stated("签发人")]
    materials: Annotated[tuple[str, ...], Stated("附件")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemolitionDecision(Document):
    """The decision to enforce (D25-2): everything that 行政强制法第三十七条第二款 asks for."""

    agency: Annotated[Agency, Stated("行政机关", "行政强制法第三十七条第二款第五项")]
    date: Annotated[Day, Stated("日期", "行政强制法第三十七条第二款第五项")]
    party: Annotated[Party, Stated("当事人", "行政强制法第三十七条第二款第一项")]
    decision: Annotated[Served, Stated("据以执行的决定", "行政强制法第三十七条第二款第二项")]
    demand: Annotated[Served, Stated("催告书", "行政强制法第三十七条第一款")]
    building: Annotated[str, Stated("拆除的建筑物、构筑物、设施", "行政强制法第三十七条第二款第三项")]
    reason: Annotated[str, Stated("强制执行的理由", "行政强制法第三十七条第二款第二项")]
    order: Annotated[str, Stated("政府责成的文号", "城乡规划法第六十八条")]
    departments: Annotated[str, Stated("责成的部门", "城乡规划法第六十八条")]
    method: Annotated[str, Stated("强制执行的方式", "行政强制法第三十七条第二款第三项")]
    planned_at: Annotated[Minute, Stated("强制执行的时间", "行政强制法第三十七条第二款第三项")]
    remedies: Annotated[Remedies, Stated("救济途径和期限", "行政强制法第三十七条第二款第四项")]
