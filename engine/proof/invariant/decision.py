"""Decisions (决定): no fine unheard, unreviewed, above what was announced, outside the range, instead of a transfer. I1, I2, I5, I6, I16."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from engine.proof.invariant.journal import Event, Journal

Found = Iterator[tuple[Event, str]]


def heard(case: Journal) -> Found:
    """Yield penalties without a served notice and the end or waiver of the plea (I1). Source: 行政处罚法 Art. 44, 45, 62."""
    for decision in penalties(case):
        if procedure_at(case, decision) == "summary":
            yield from _heard_on_the_spot(case, decision)
            continue
        notice = notice_before(case, decision)
        if notice is None or not _is_served(case, notice, decision):
            yield decision, "作出处罚决定前没有送达告知书"
            continue
        yield from _plea(case, notice, decision)
        if any(change["anew"] is not None for change in case.of("PartyChanged", "CapacityRecorded", after=notice, before=decision)):
            yield decision, "告知之后当事人已经变更或者查明须由监护人代理，没有重新告知就作出处罚决定"


def reviewed(case: Journal) -> Found:
    """Yield decisions without a passed legal review, or a panel's consent, where one is due (I2). Source: 行政处罚法 Art. 57(2), 58."""
    for decision in case.of("DecisionMade"):
        report = next((event for event in reversed(list(case.of("DiscretionAssessed", before=decision))) if event["occasion"] == "report"), None)
        if report is None:
            continue
        due = bool(_ways(report).get("legal_review_mandatory"))
        due = due or any(task["step"] == "legal_review" for task in case.of("TaskOpened", after=report, before=decision))
        if due and not _passed(case, "legal_review", report, decision):
            yield decision, "最近一次调查终结报告没有经法制审核通过就作出决定"
        held = case.last("HearingHeld", after=notice_before(case, decision), before=decision)
        if held is not None and not _passed(case, "review_hearing", held, decision):
            yield decision, "举行听证以后没有经法制审核通过就作出决定"
        frozen = case.last("DiscretionAssessed", before=decision) or report
        since = case.last("DiscretionAssessed", "PleaReviewed", "HearingHeld", before=decision)
        if decision["outcome"] == "penalty" and _ways(frozen).get("collective") and not _discussed(case, decision, since):
            yield decision, "依法应当集体讨论，没有经集体讨论同意就作出决定"


def not_higher(case: Journal) -> Found:
    """Yield fines above the notified one, pleas and changes by the agency that made it heavier (I5). Source: 行政处罚法 Art. 45(2), 75(2)."""
    for decision in penalties(case):
        notice = notice_before(case, decision)
        told = _told(notice)
        if told is not None and _money(decision["fine"]) > told:
            yield decision, f"罚款{decision['fine']}元高于告知的{told}元，没有重新告知"
        if notice is not None and notice["facts"]:
            yield from _more_than_told(case, notice["facts"]["sanction"], decision)
    for change in case.of("DecisionChanged"):
        if change["fine"] is not None and _money(change["fine"]) > _money(change["before"]):
            yield change, f"本机关将罚款由{change['before']}元变更为{change['fine']}元，加重了处罚"
    for answer in case.of("DiscretionAssessed"):
        told = _told(notice_before(case, answer))
        review = case.last("PleaReviewed", before=answer) or case.last("PleaReviewed", after=answer)
        if answer["occasion"] == "plea" and told is not None and _money(answer["fine"]) > told and not (review and review["facts_changed"]):
            yield answer, f"陈述申辩后拟罚{answer['fine']}元，高于告知的{told}元"


def _more_than_told(case: Journal, told: Mapping[str, Any], decision: Event) -> Found:
    """Yield gains, things and other kinds of penalty that were decided, or are stated in the paper, and of which the party was not told."""
    after = next(case.of("DecisionMade", after=decision), None)
    papers = [event for event in case.of("DocumentIssued", after=decision, before=after) if event["code"] == "D19" and event["facts"]]
    stated: Mapping[str, Any] = papers[0]["facts"]["sanction"] if papers else {}
    gains = max(_money(decision["gains"]), _money(stated.get("gains")))
    if gains > _money(told.get("gains")):
        yield decision, f"没收违法所得{gains}元高于告知的{told.get('gains') or 0}元，没有重新告知"
    for name, title in (("goods", "没收的物品"), ("others", "处罚种类")):
        if any(item not in (told.get(name) or ()) for item in stated.get(name) or ()):
            yield decision, f"决定书写明的{title}没有告知"


def inside(case: Journal) -> Found:
    """Yield fines outside the tier without a panel, or outside what the statute allows (I6). Source: 行政处罚法 Art. 34; 国办发〔2022〕27号."""
    for decision in penalties(case):
        frozen = case.last("DiscretionAssessed", before=decision)
        if frozen is None:
            yield decision, "没有裁量评定就作出处罚决定"
            continue
        fine, frame = _money(decision["fine"]), frozen["explanation"].get("frame") or {}
        if decision["fine"] is None and frame.get("maximum") is None:
            continue  # The basis knows no fine, so that there is no range.
        if frame.get("maximum") is not None and fine > _money(frame["maximum"]):
            yield decision, f"罚款{fine}元高于法定上限{frame['maximum']}元"
        if frame.get("minimum") is not None and fine < _money(frame["minimum"]) and not (frame.get("mitigating") or frame.get("may")):
            yield decision, f"罚款{fine}元低于法定下限{frame['minimum']}元，又没有减轻情节"
        if not _in_tier(frozen, fine) and not _discussed(case, decision):
            yield decision, f"罚款{fine}元在裁量阶次{frozen['low']}–{frozen['high']}元之外，没有经集体讨论同意"


def not_transferred(case: Journal) -> Found:
    """Yield decisions on a case while it lay with the police (I16). Source: 移送涉嫌犯罪案件规定 Art. 11(1)."""
    for decision in case.of("DecisionMade"):
        moved = case.last("PoliceTransferDecided", "PoliceTransferReturned", before=decision)
        if moved is not None and moved.kind == "PoliceTransferDecided" and moved["held"]:
            yield decision, "案件移送公安机关期间作出决定，以行政处罚代替移送"


def procedure_at(case: Journal, event: Event) -> str:
    """Return under which procedure the case was when something happened."""
    changed = case.last("CaseOpened", "CaseMoved", before=event)
    return str(changed["procedure"]) if changed else ""


def penalties(case: Journal) -> Iterator[Event]:
    """Return the decisions that punish."""
    return (event for event in case.of("DecisionMade") if event["outcome"] == "penalty")


def notice_before(case: Journal, before: Event) -> Event | None:
    """Return the newest notice before something happened."""
    return next((event for event in reversed(list(case.of("DocumentIssued", before=before))) if event["code"] == "D15"), None)


def _is_served(case: Journal, notice: Event, decision: Event) -> bool:
    """Tell whether a notice had reached the party on the day of the decision, as its service was put right by then."""
    day = case.served(notice["document"], decision)
    return day is not None and day <= decision["decided_on"]


def _plea(case: Journal, notice: Event, decision: Event) -> Found:
    spoken = list(case.of("PleaReceived", "PleaWaived", after=notice, before=decision))
    if not spoken:
        yield decision, "告知后没有听取或者放弃陈述申辩的记录就作出决定"
        return
    received = [event for event in spoken if event.kind == "PleaReceived"]
    if received and case.last("PleaReviewed", after=received[-1], before=decision) is None:
        yield decision, "陈述申辩没有复核就作出决定"
    begun = any(event["key"] == "plea" for event in case.of("DeadlineReckoned", after=notice, before=decision))
    due = case.due("plea", None, before=decision) if begun else None
    waived = any(event.kind == "PleaWaived" and not event["by_silence"] for event in spoken)
    if not waived and (due is None or decision["decided_on"] <= due):
        yield decision, "陈述申辩期限届满前作出决定，当事人又没有明确放弃"


def _heard_on_the_spot(case: Journal, decision: Event) -> Found:
    told = [event for event in case.of("TaskCompleted", before=decision) if event["step"] == "spot_record"]
    if not told or (told[-1]["data"] is not None and not told[-1]["data"].get("plea")):
        yield decision, "当场处罚前没有告知和听取陈述申辩的记录"


def _ways(frozen: Event) -> Mapping[str, Any]:
    """Return which ways an assessment says that a case must go."""
    ways: Mapping[str, Any] = frozen["explanation"].get("routing") or {}
    return ways


def _passed(case: Journal, step: str, after: Event, before: Event) -> bool:
    opinions = [event for event in case.of("OpinionGiven", after=after, before=before) if event["step"] == step]
    return bool(opinions) and opinions[-1]["result"] == "pass"


def _told(notice: Event | None) -> Decimal | None:
    """Return the fine that a notice announced; None where it announced none or its text was erased."""
    facts = notice["facts"] if notice else None
    return _money(facts["sanction"]["fine"]) if facts and facts["sanction"].get("fine") is not None else None


def _in_tier(frozen: Event, fine: Decimal) -> bool:
    return frozen["low"] is not None and frozen["high"] is not None and _money(frozen["low"]) <= fine <= _money(frozen["high"])


def _discussed(case: Journal, decision: Event, since: Event | None = None) -> bool:
    concluded = case.last("PanelConcluded", after=since, before=decision)
    said = [event for event in case.of("OpinionGiven", after=since, before=decision) if event["step"] == "panel_discussion"]
    return bool((concluded and concluded["resolution"] == "agree") or (said and said[-1]["result"] == "agree"))


def _money(value: object) -> Decimal:
    return Decimal(str(value)) if value is not None else Decimal(0)
