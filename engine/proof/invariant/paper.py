"""Papers (文书): what goes out has a number of its own, a digest that fits and a record of its service. I8.

The seal itself is not in the journal: it is put on the printed paper, whose digest is.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from engine.proof.invariant.journal import Event, Journal

Found = Iterator[tuple[Event, str]]

OUTBOUND: Mapping[str, str] = {
    "D05": "CorrectionOrder",
    "D05-2": "StopOrder",
    "D07": "SamplingVoucher",
    "D07-1": "EvidenceRequest",
    "D08": "PreservationNotice",
    "D08R": "PreservationOutcome",
    "D09": "SeizureDecision",
    "D09R": "SeizureRelease",
    "D09X": "SeizureExtension",
    "D10": "AppraisalNotice",
    "D11": "HelpRequest",
    "D15": "Notice",
    "D17": "HearingNotice",
    "D17-1": "HearingChange",
    "D19": "Decision",
    "D20": "SpotDecision",
    "D21": "NoPenalty",
    "D22-1": "AddressConfirmation",
    "D23": "Deferral",
    "D23-2": "PaymentNotice",
    "D24": "Demand",
    "D24-2": "SurchargeDecision",
    "D24-3": "CourtApplication",
    "D24-4": "ExecutionAgreement",
    "D24D": "DemolitionDemand",
    "D25": "Performance",
    "D25-1": "DutyDemand",
    "D25-2": "DemolitionDecision",
    "D25-3": "DemolitionNotice",
    "D25-4": "DemolitionRequest",
    "D25-5": "PerformanceDemand",
    "D25-6": "ImmediatePerformance",
    "D25-7": "CostNotice",
    "D25-8": "CostDemand",
    "D25-9": "CostApplication",
    "D26": "TransferLetter",
    "D26-1": "FilingObjection",
    "D26-2": "FilingObjection",
    "D26-3": "ClueTransfer",
    "D26P": "CrimeReferral",
    "D27-1": "GoodsTransfer",
    "D27-2": "GoodsAnnouncement",
    "D30": "CorrectionNotice",
    "D31": "ChangedDecision",
    "D40": "RemedyReply",
    "D41": "RemedyReply",
    "D42": "InformationAnswer",
}
"""What goes to a party or another body under a number, and under which name its facts were sealed."""
MEASURES = frozenset({"D05", "D05-2", "D08", "D08R", "D09", "D09R", "D09X", "D10", "D24-2", "D24D", "D25-2"})
"""What the party must get beside notice and decision: orders, measures on its things, the surcharge, and the demolition."""
SERVED: Mapping[str, tuple[str, frozenset[str]]] = {
    "CaseClosed": ("已经结案", frozenset({"D15", "D17", "D17-1", "D19", "D20", "D21"}) | MEASURES),
    "CaseArchived": ("已经归档", frozenset({"D30", "D31"})),
}
"""What must have been served when: papers that put another right may be made when the case is closed.

A case that was handed over or withdrawn is archived without having been closed; its notice may have reached nobody. Other bodies sign or
answer for what they get.
"""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that a case took, as it is compared with those of other cases."""

    case: str
    seq: int
    series: str
    sequence: int
    number: str


def complete(case: Journal) -> Found:
    """Yield outbound papers without number, digest or service (I8). Source: 行政处罚法 Art. 52, 59, 61."""
    printed: dict[str, str] = {}
    for paper in case.of("DocumentIssued"):
        if paper["code"] in OUTBOUND:
            yield from _sealed(paper)
    for paper in case.of("DocumentRendered"):
        if printed.setdefault(paper["document"], paper["sha256"]) != paper["sha256"]:
            yield paper, f"《{paper['title']}》两次印制的摘要不同"
    for end in case.of(*SERVED):
        yield from _unserved(case, end)


def numbers(case: Journal) -> list[Numbered]:
    """Return the numbers that a case took."""
    return [
        Numbered(case.name, event.seq, event["series"], int(event["sequence"]), event["number"])
        for event in case.of("DocumentIssued")
        if event["series"] is not None and event["sequence"] is not None
    ]


def series(taken: Iterable[Numbered]) -> Iterator[tuple[Numbered, str]]:
    """Yield numbers that were taken twice, and those before which one is missing."""
    following: dict[str, int] = {}
    for item in sorted(taken, key=lambda item: (item.series, item.sequence)):
        expected = following.get(item.series, 1)
        if item.sequence < expected:
            yield item, f"文号{item.number}重复"
        elif item.sequence > expected:
            yield item, f"文号{item.number}之前缺号：缺第{expected}号"
        following[item.series] = max(expected, item.sequence + 1)


def _sealed(paper: Event) -> Found:
    if not paper["number"] or not paper["series"] or not paper["sequence"]:
        yield paper, f"《{paper['title']}》没有文号"
    if paper["facts"] is None:
        return
    text = json.dumps([OUTBOUND[paper["code"]], paper["facts"]], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if sha256(text.encode()).hexdigest() != paper["facts_digest"]:
        yield paper, f"《{paper['title']}》的内容与摘要不符"


def _unserved(case: Journal, end: Event) -> Found:
    """Yield papers that nobody got although the case is over; an unserved notice that another one replaced is none.

    Of a decision that the agency revoked the case is closed at once, and the paper that says so is served afterwards;
    the decision itself may have reached nobody, because the party was there no more.
    """
    served = {event["document"] for event in case.of("DocumentServed", before=end)}
    served |= {event["document"] for event in case.of("DecisionChanged", before=end) if event["fine"] is None}
    over, codes = SERVED[end.kind]
    papers = [event for event in case.of("DocumentIssued", before=end) if event["code"] in codes and event.seq < end.seq]
    newest = {paper["code"]: paper["document"] for paper in papers}
    for paper in papers:
        alone = paper["code"] in MEASURES or newest[paper["code"]] == paper["document"]
        if paper["document"] not in served and alone:
            yield end, f"{over}，《{paper['title']}》{paper['number'] or ''}没有送达记录"
