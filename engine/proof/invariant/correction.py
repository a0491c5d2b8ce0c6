"""Corrections (更正): what was recorded stays; what puts it right is added, and knows what it puts right. I14."""

from collections.abc import Iterator, Mapping

from engine.proof.invariant.journal import Event, Journal, of_penalty

Found = Iterator[tuple[Event, str]]

ONCE: Mapping[str, tuple[str, str]] = {
    "CaseOpened": ("case", "线索"),
    "CaseFiled": ("case", "立案"),
    "PartyRecorded": ("party", "当事人"),
    "EvidenceReceived": ("evidence", "证据"),
    "DiscretionAssessed": ("assessment", "裁量评定"),
    "OpinionGiven": ("opinion", "意见"),
    "DocumentIssued": ("document", "文书"),
    "DocumentServed": ("service", "送达"),
    "PaymentReceived": ("payment", "缴款"),
    "DecisionPublished": ("publication", "公示"),
}
"""What is told once of each thing: by which field it is known, and what people call it."""


def added(case: Journal) -> Found:
    """Yield records that were told anew instead of corrected, and corrections of what was never recorded (I14). Source: 行政处罚法 Art. 46, 47."""
    yield from _order(case)
    yield from _told_anew(case)
    for event in case.of("PartyAmended"):
        if all(party["party"] != event["party"] for party in case.of("PartyRecorded", before=event)):
            yield event, "更正的当事人没有登记过"
    yield from _services(case)
    yield from _decisions(case)


def _told_anew(case: Journal) -> Found:
    told: set[tuple[str, str]] = set()
    for event in case.of(*ONCE):
        name, title = ONCE[event.kind]
        if (event.kind, event[name]) in told:
            yield event, f"{title}已经记录，又重新记录，而不是更正"
        told.add((event.kind, event[name]))


def _services(case: Journal) -> Found:
    """Yield corrections of a day of service that was not the recorded one."""
    served: dict[str, str] = {}
    for event in case.of("DocumentServed", "ServiceDateCorrected"):
        if event.kind == "ServiceDateCorrected" and served.get(event["service"]) != event["before"]:
            yield event, f"更正前的送达日期{event['before']}与记录不符"
        served[event["service"]] = event["served_on"]


def _decisions(case: Journal) -> Found:
    """Yield changes of a decision, by the agency or by who reviewed it, that was another one, or by the agency of none."""
    fine: str | None = None
    stands = False
    for event in case.of("DecisionMade", "DecisionChanged", "RemedyConcluded"):
        if not of_penalty(event):
            continue
        of_none = event.kind == "DecisionChanged" and not stands
        if of_none or (event.kind != "DecisionMade" and event["before"] != fine):
            yield event, f"变更前的罚款{event['before']}元与原来的决定不符"
        fine = event["fine"]
        stands = fine is not None if event.kind == "DecisionChanged" else not event["falls"]


def _order(case: Journal) -> Found:
    if case.events and case.seqs != tuple(range(1, len(case.seqs) + 1)):
        yield case.events[-1], "日志的序号不连续"
    for earlier, later in zip(case.events, case.events[1:], strict=False):
        if later.at < earlier.at:
            yield later, "记录的时间早于上一条"
