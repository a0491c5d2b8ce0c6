"""Every invariant is found broken in a journal that was forged by hand, and in no other way than by its own check."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from engine.proof.invariant import Office, inspect, read_journal
from engine.proof.invariant.inspection import CHECKS
from engine.proof.invariant.paper import OUTBOUND
from engine.rules.document import DOCUMENTS
from tests.engine.proof.invariant.tale import Tale

Forgery = Callable[[Tale], object]


def later(tale: Tale, kind: str, name: str, day: str, **fields: Any) -> None:
    """Move a day of the last fact of a kind."""
    tale.fact(kind, **fields)[name] = day


def unserved(tale: Tale, code: str) -> None:
    tale.drop("DocumentServed", document=tale.fact("DocumentIssued", code=code)["document"])


def unheard(tale: Tale) -> None:
    tale.drop("PleaReceived")
    tale.drop("PleaWaived")


def hastily(tale: Tale) -> None:
    """Nobody waived, and the decision is dated on the last day of the plea."""
    tale.drop("PleaWaived")
    tale.fact("DecisionMade")["decided_on"] = tale.fact("DeadlineReckoned", key="plea")["due"]


def frozen(tale: Tale, **changes: Any) -> None:
    """Change what the last assessment says in its explanation."""
    tale.fact("DiscretionAssessed")["explanation"].update(changes)


def bounded(tale: Tale, **changes: Any) -> None:
    tale.fact("DiscretionAssessed")["explanation"]["frame"].update(changes)


def replaced(tale: Tale, part: str, person: str) -> None:
    before = tale.fact("OpinionGiven", step="decide")
    tale.add({"fact": "OfficerReplaced", "part": part, "person": person}, after=before)


def alone(tale: Tale) -> None:
    lead = tale.fact("CaseOpened")["lead"]
    for kind in ("SecondOfficerNamed", "SecondOfficerConfirmed"):
        tale.fact(kind)["second"] = lead


def recused(tale: Tale) -> None:
    tale.add({"fact": "OfficerRecused", "person": tale.fact("CaseOpened")["lead"]}, after=tale.fact("CaseFiled"))


def uncertified(tale: Tale) -> None:
    tale.fact("TaskCompleted", step="investigation_report")["person"] = tale.fact("OpinionGiven", step="decide")["person"]


def self_reviewed(tale: Tale) -> None:
    tale.fact("OpinionGiven", step="legal_review")["person"] = tale.fact("CaseOpened")["lead"]


def hosted(tale: Tale, host: str) -> None:
    tale.add({"fact": "HearingHostAppointed", "host": host, "host_name": "何岩"}, after=tale.fact("PleaReviewed"))


def sat_recused(tale: Tale, *events: dict[str, Any]) -> None:
    """Somebody who was recused goes on in the hearing, or in the panel."""
    last = tale.add({"fact": "OfficerRecused", "person": "heyan"}, after=tale.fact("PleaReviewed"))
    for event in events:
        last = tale.add(event, after=last)


HOSTED = {"fact": "HearingHostAppointed", "host": "heyan", "host_name": "何岩", "recorder": "suqing"}
SEATED = {"fact": "MemberSeated", "seat": "s", "person": "heyan", "person_name": "何岩"}


def rehosted(tale: Tale) -> None:
    """The lead took over the hearing from a host who was recused."""
    lead = tale.fact("CaseOpened")["lead"]
    sat_recused(tale, HOSTED, {"fact": "HearingPersonReplaced", "part": "host", "person": lead, "person_name": "周岩"})


def raised_by_the_plea(tale: Tale) -> None:
    tale.fact("DiscretionAssessed", occasion="plea")["fine"] = "22501"


def reworded(tale: Tale) -> None:
    tale.fact("DocumentIssued", code="D19")["facts"]["sanction"]["fine"] = "1950"


def printed_anew(tale: Tale) -> None:
    tale.again("DocumentRendered")["sha256"] = "0" * 64


def extended(tale: Tale) -> None:
    """Somebody edits the last day of a clock."""
    tale.fact("DeadlineReckoned", key="decision")["due"] = "2026-12-22"


def started_by_nothing(tale: Tale) -> None:
    tale.fact("DeadlineReckoned", key="payment").update(start_on="2026-10-29", due="2026-11-13")


def outdated(tale: Tale) -> None:
    frozen(tale, basis="大气污染防治法 118①")


def a_person(tale: Tale, code: str) -> None:
    tale.fact("PartyRecorded").update(kind="person", name="王得顺", code=code)


def a_minor(tale: Tale) -> None:
    a_person(tale, "999901200809160010")


def named(tale: Tale) -> None:
    a_person(tale, "999901197809110058")
    tale.fact("DecisionPublished")["content"]["summary"] = "王得顺油烟排放超标。"


def shown(tale: Tale, text: str) -> None:
    tale.fact("DecisionPublished")["content"]["summary"] = f"油烟排放超标，{text}。"


def misdated(tale: Tale) -> None:
    served = tale.fact("DocumentServed")
    tale.add(served | {"fact": "ServiceDateCorrected", "before": "2026-01-01"}, after=served)


def changed_from_nothing(tale: Tale) -> None:
    tale.add({"fact": "DecisionChanged", "before": "20000", "fine": "10000"}, after=tale.fact("DocumentServed"))


def backdated(tale: Tale) -> None:
    tale.entries[-1]["at"] = tale.entries[0]["at"]


def held(tale: Tale, *disposed: str) -> None:
    """A stove was taken, and then what is named was disposed of."""
    last = tale.add({"fact": "GoodsHeld", "goods": "stove", "name": "烤炉"}, after=tale.fact("CaseFiled"))
    for thing in disposed:
        last = tale.add({"fact": "GoodsDisposed", "goods": thing, "name": "烤炉"}, after=last)


def confiscated(tale: Tale, *ended: str) -> None:
    """The stove was confiscated, and then what is named came to its end."""
    last = tale.add({"fact": "GoodsHeld", "goods": "stove", "name": "烤炉"}, after=tale.fact("CaseFiled"))
    last = tale.add({"fact": "GoodsDisposed", "goods": "stove", "name": "烤炉", "disposal": "confiscated"}, after=last)
    for thing in ended:
        last = tale.add({"fact": "ConfiscatedDisposed", "goods": thing, "name": "烤炉"}, after=last)


def applied(tale: Tale, day: str, surcharge: str = "100") -> None:
    """The term of the lawsuit ended on 28 April 2027, the demand on 20 May; the court may be asked until 6 August."""
    end = tale.entries[-1]
    end["at"] = "2027-09-01T01:00:00.000000+00:00"
    common = {"fact": "DeadlineReckoned", "deadline": "x", "title": "期限", "start_on": "2027-05-06", "owner": "agency"}
    end["facts"].append(common | {"key": "demand", "length": 10, "unit": "working", "due": "2027-05-20"})
    end["facts"].append(common | {"deadline": "y", "key": "court.application", "length": 3, "unit": "month", "due": "2027-08-06"})
    end["facts"].append({"fact": "CourtApplied", "applied_on": day, "surcharge": surcharge})


def moved(tale: Tale, key: str, due: str) -> None:
    """A holiday that was decreed later moved the last day of a clock."""
    clock = tale.fact("DeadlineReckoned", key=key)
    tale.add({"fact": "DeadlineMoved", "deadline": clock["deadline"], "title": clock["title"], "due": due}, after=clock)


def applied_though_moved(tale: Tale) -> None:
    applied(tale, "2027-05-21")
    moved(tale, "demand", "2027-05-21")


def decided_though_moved(tale: Tale) -> None:
    """The plea ended two days later than it was to, and the decision was made in between."""
    hastily(tale)
    due = date.fromisoformat(tale.fact("DecisionMade")["decided_on"])
    tale.fact("DecisionMade")["decided_on"] = str(due + timedelta(days=1))
    moved(tale, "plea", str(due + timedelta(days=2)))


def applied_on_the_spot(tale: Tale, day: str) -> None:
    """The fine was one on the spot, against which reconsideration comes first: until 10 May 2027."""
    applied(tale, day)
    tale.add({"fact": "CaseMoved", "procedure": "summary"}, after=tale.fact("PleaReviewed"))
    for clock in tale.facts("DeadlineReckoned"):
        if clock["key"] == "litigation":
            clock["key"] = "gone"
    tale.fact("DeadlineReckoned", key="reconsideration")["due"] = "2027-05-31"


def unopened(tale: Tale) -> None:
    applied(tale, "2027-06-01")
    tale.drop("DeadlineReckoned", key="court.application")


def recounted(tale: Tale) -> None:
    """The service was put right, so that the term of the lawsuit ended earlier, and the months to ask the court stayed where they were."""
    applied(tale, "2027-06-01")
    term, window = tale.fact("DeadlineReckoned", key="litigation"), tale.fact("DeadlineReckoned", key="court.application")
    window |= {"start_on": term["due"], "due": "2027-07-28"}
    tale.add(term | {"due": "2027-02-26"}, after=term)


def challenged(tale: Tale, result: str | None) -> None:
    """The party asked for reconsideration, which ends with a result or not at all; then the court is asked."""
    sought = tale.add({"fact": "RemedySought", "remedy": "r"}, after=tale.fact("PaymentReceived"))
    if result is not None:
        tale.add({"fact": "RemedyConcluded", "remedy": "r", "title": "行政复议", "result": result, "fine": "19500"}, after=sought)
    applied(tale, "2027-06-01")


def asked_for_cost(tale: Tale, day: str, amount: str = "200", last: str = "2027-08-01") -> None:
    """A cost of 300 yuan, 100 of it paid: the lawsuit was open until 28 April 2027, the demand until 20 May, the court until `last`."""
    facts = tale.entries[-1]["facts"]
    facts.append({"fact": "DocumentIssued", "code": "D25-7", "document": "decision", "number": "1", "facts": None})
    facts.append({"fact": "CostCharged", "booking": "cost", "amount": "300"})
    facts.append({"fact": "CostPaid", "booking": "cost:1", "amount": "100"})
    facts.append({"fact": "DocumentIssued", "code": "D25-8", "document": "demand", "facts": {"decision": {"number": "1"}}})
    common = {"fact": "DeadlineReckoned", "title": "期限", "start_on": "2027-05-06", "unit": "natural", "owner": "agency", "length": 1}
    facts.append(common | {"deadline": "x", "key": "litigation", "subject": "cost", "due": "2027-04-28"})
    facts.append(common | {"deadline": "y", "key": "performance.cost.demand", "subject": "demand", "due": "2027-05-20"})
    facts.append(common | {"deadline": "z", "key": "court.application", "subject": "cost", "due": last})
    facts.append({"fact": "CostCourtApplied", "collection": "cost", "applied_on": day, "amount": amount})


def challenged_cost(tale: Tale, result: str | None) -> None:
    """The party challenges the cost before the court is asked for it."""
    asked_for_cost(tale, "2027-06-01")
    sought = {"fact": "RemedySought", "remedy": "r", "kind": "reconsideration", "against": "decision"}
    last = tale.add(sought, after=tale.fact("CostPaid"))
    if result is not None:
        tale.add({"fact": "RemedyConcluded", "remedy": "r", "against": "decision", "result": result}, after=last)


def left_open(tale: Tale) -> None:
    """The volume was archived while 200 yuan of a cost were owed."""
    asked_for_cost(tale, "2027-06-01")
    tale.entries[-1]["facts"].append({"fact": "CaseArchived"})


def repaid(tale: Tale, amount: str) -> None:
    """Of the 100 yuan that were paid, the debt having fallen, an amount goes back."""
    asked_for_cost(tale, "2027-06-01")
    facts = tale.entries[-1]["facts"]
    facts.append({"fact": "CostDropped", "booking": "cost:2", "amount": "300"})
    facts.append({"fact": "CostRefunded", "booking": "cost:3", "amount": amount})


def refunded(tale: Tale, amount: str) -> None:
    """All was paid, then the fine was lowered by 4,500 yuan, and some of it went back in two parts."""
    changed = tale.add({"fact": "RemedyConcluded", "before": "19500", "fine": "15000"}, after=tale.fact("PaymentReceived"))
    first = tale.add({"fact": "RefundBooked", "amount": "500"}, after=changed)
    tale.add({"fact": "RefundBooked", "amount": str(Decimal(amount) - 500)}, after=first)


def refunded_before_it_rose(tale: Tale, *, approved_late: bool) -> None:
    """All was paid, the fine was lowered by 4,500 yuan and restored, which the head approved to give back before or after that."""
    lowered = tale.add({"fact": "RemedyConcluded", "before": "19500", "fine": "15000"}, after=tale.fact("PaymentReceived"))
    restored = tale.add({"fact": "RemedyConcluded", "before": "15000", "fine": "19500"}, after=lowered)
    approval = {"fact": "OpinionGiven", "step": "approve_refund", "result": "approved"}
    tale.add(approval, after=restored if approved_late else lowered)
    tale.add({"fact": "RefundBooked", "amount": "4500"}, after=approval if approved_late else restored)


def renamed_after_the_notice(tale: Tale) -> None:
    """Another party than the one that was told is fined, and nobody told it."""
    tale.add(
        {"fact": "PartyChanged", "party": tale.fact("PartyRecorded")["party"], "anew": "变更"}, after=tale.fact("DocumentServed", **of_notice(tale))
    )


def on_the_spot(tale: Tale) -> None:
    """The case was one for the spot, and nobody filled in that the party was heard."""
    tale.add({"fact": "CaseMoved", "procedure": "summary"}, after=tale.fact("PleaReviewed"))


def heard_and_reviewed(tale: Tale) -> None:
    """Who investigated the case reviewed it after the hearing."""
    review = tale.fact("OpinionGiven", step="legal_review") | {"step": "review_hearing", "person": tale.fact("CaseOpened")["lead"]}
    tale.add(review, after=tale.fact("PleaReviewed"))


def raised_by_the_agency(tale: Tale) -> None:
    tale.add({"fact": "DecisionChanged", "before": "19500", "fine": "19501"}, after=tale.fact("DocumentServed"))


def archived_with_a_thing(tale: Tale) -> None:
    """The case was withdrawn, not closed, and the stove is in the store still."""
    held(tale)
    tale.drop("CaseClosed")


def seized_unnumbered(tale: Tale) -> None:
    """A decision on a seizure went out without a number."""
    tale.add(tale.fact("DocumentIssued", code="D19") | {"code": "D09", "document": "seizure", "number": None}, after=tale.fact("CaseFiled"))


def uncorrected(tale: Tale) -> None:
    """The case is archived while the party was not told what in the decision was put right."""
    tale.add(tale.fact("DocumentIssued", code="D19") | {"code": "D30", "document": "correction"}, after=tale.fact("CaseClosed"))


def longer_than_the_law(tale: Tale) -> None:
    """Somebody gives the party twenty days to pay, and counts them rightly."""
    tale.fact("DeadlineReckoned", key="payment").update(length=20, due="2026-11-17")


def moved_from_nowhere(tale: Tale) -> None:
    tale.add({"fact": "DeadlineMoved", "deadline": "y", "title": "期限", "due": "2026-12-01"}, after=tale.fact("CaseFiled"))


def surcharge_challenged(tale: Tale) -> None:
    """The party brought suit against the surcharge alone, and the court is asked for it all the same."""
    tale.add({"fact": "RemedySought", "remedy": "r", "against": "d", "act": "加处罚款决定书"}, after=tale.fact("PaymentReceived"))
    applied(tale, "2027-06-01")


def surcharged(tale: Tale, amount: str) -> None:
    tale.add({"fact": "SurchargeDecided", "amount": amount}, after=tale.fact("DocumentServed"))


def without_a_basis(tale: Tale) -> None:
    """The act was done before any law forbade it."""
    tale.fact("DiscretionAssessed")["facts"]["act_end"] = "1980-01-01"


def at_home(tale: Tale) -> None:
    """A person's home is shown, the name is not."""
    a_person(tale, "999901197809110058")
    tale.fact("PartyRecorded")["address"] = "湖滨路18号"
    shown(tale, "住在湖滨路18号")


def of_notice(tale: Tale) -> dict[str, Any]:
    return {"document": tale.fact("DocumentIssued", code="D15")["document"]}


def rechecked_unordered(tale: Tale) -> None:
    """The fined case was looked at again, and nobody had ordered to correct."""
    checked = {"checked_on": "2026-11-10", "first_on": "2026-11-01", "result": "continuing"}
    tale.entries[-1]["facts"].append({"fact": "RecheckRecorded", "recheck": "r", "order": "o", "decision": "d", **checked})


def more_than_told(tale: Tale, name: str, value: object) -> None:
    """What the paper of the decision takes stands in no notice."""
    tale.fact("DocumentIssued", code="D19")["facts"]["sanction"][name] = value


def withdrawn(tale: Tale, reason: str) -> None:
    """The publication was withdrawn, with a reason that the public reads."""
    tale.add({"fact": "PublicationWithdrawn", "reason": reason}, after=tale.fact("DecisionPublished"))


def withdrawn_by_name(tale: Tale) -> None:
    a_person(tale, "999901197809110058")
    tale.fact("PartyRecorded")["name"] = "王得顺"
    withdrawn(tale, "王得顺已经改正。")


FORGERIES: tuple[tuple[str, str, Forgery], ...] = (
    ("I1", "没有送达告知书", lambda tale: unserved(tale, "D15")),
    ("I1", "没有送达告知书", lambda tale: tale.drop("DocumentIssued", code="D15")),
    ("I1", "没有送达告知书", lambda tale: later(tale, "DocumentServed", "served_on", "2026-10-27", document_title="行政处罚事先告知书")),
    ("I1", "没有听取", unheard),
    ("I1", "没有复核", lambda tale: tale.drop("PleaReviewed")),
    ("I1", "期限届满前", hastily),
    ("I1", "没有重新告知", renamed_after_the_notice),
    ("I1", "当场处罚前", on_the_spot),
    ("I3", "主持或者记录听证", lambda tale: sat_recused(tale, HOSTED, {"fact": "HearingHeld"})),
    ("I3", "又参加集体讨论", lambda tale: sat_recused(tale, SEATED)),
    ("I3", "又参加表决", lambda tale: sat_recused(tale, SEATED, {"fact": "VoteCast", "seat": "s", "person_name": "何岩"})),
    ("I4", "又主持听证", rehosted),
    ("I2", "法制审核", lambda tale: tale.drop("OpinionGiven", step="legal_review", result="pass")),
    ("I3", "两名", alone),
    ("I3", "两名", lambda tale: tale.drop("SecondOfficerConfirmed")),
    ("I3", "两名", lambda tale: replaced(tale, "second", "somebody")),
    ("I3", "回避", recused),
    ("I3", "执法证", uncertified),
    ("I4", "又审核", self_reviewed),
    ("I4", "是本案执法人员，又主持听证", lambda tale: hosted(tale, tale.fact("CaseOpened")["lead"])),
    ("I4", "审核本案，又主持听证", lambda tale: hosted(tale, tale.fact("OpinionGiven", step="legal_review")["person"])),
    ("I4", "又审核", heard_and_reviewed),
    ("I5", "高于告知", lambda tale: tale.fact("DecisionMade").update(fine="22501")),
    ("I5", "陈述申辩后", raised_by_the_plea),
    ("I5", "加重了处罚", raised_by_the_agency),
    ("I5", "没收违法所得", lambda tale: tale.fact("DecisionMade").update(gains="0.01")),
    ("I5", "没收违法所得", lambda tale: more_than_told(tale, "gains", "0.01")),
    ("I5", "没收的物品没有告知", lambda tale: more_than_told(tale, "goods", ["烤炉"])),
    ("I5", "处罚种类没有告知", lambda tale: more_than_told(tale, "others", ["停业整治"])),
    ("I6", "法定上限", lambda tale: bounded(tale, maximum="19499")),
    ("I6", "法定下限", lambda tale: bounded(tale, minimum="19501", mitigating=False)),
    ("I6", "阶次", lambda tale: tale.fact("DiscretionAssessed").update(high="19499")),
    ("I6", "没有裁量评定", lambda tale: tale.drop("DiscretionAssessed")),
    ("I7", "没有处理", held),
    ("I7", "没有登记", lambda tale: held(tale, "stove", "tent")),
    ("I7", "又处理一次", lambda tale: held(tale, "stove", "stove")),
    ("I7", "已经归档", archived_with_a_thing),
    ("I8", "没有文号", seized_unnumbered),
    ("I8", "没有文号", lambda tale: tale.fact("DocumentIssued", code="D19").update(number=None)),
    ("I8", "摘要不符", reworded),
    ("I8", "没有送达记录", lambda tale: unserved(tale, "D19")),
    ("I8", "已经归档", uncorrected),
    ("I8", "两次印制", printed_anew),
    ("I8", "缺号", lambda tale: tale.fact("DocumentIssued", code="D19").update(sequence=2)),
    ("I7", "没有处置", confiscated),
    ("I7", "已经处置", lambda tale: confiscated(tale, "stove", "stove")),
    ("I9", "不应当止于", extended),
    ("I9", "没有使它起算", started_by_nothing),
    ("I9", "不是法律规定的", longer_than_the_law),
    ("I9", "没有起算就移动", moved_from_nowhere),
    ("I10", "都不是现行", outdated),
    ("I10", "没有处罚依据", without_a_basis),
    ("I10", "不在公布", lambda tale: frozen(tale, basis="某办法 1")),
    ("I11", "起诉期限", lambda tale: applied(tale, "2027-04-28")),
    ("I11", "催告期限", lambda tale: applied(tale, "2027-05-20")),
    ("I11", "届满后", lambda tale: applied(tale, "2027-08-07")),
    ("I11", "尚未结束", lambda tale: challenged(tale, None)),
    ("I11", "起诉期限", lambda tale: challenged(tale, "upheld")),
    ("I11", "对加处罚款决定", surcharge_challenged),
    ("I1", "期限届满前", decided_though_moved),
    ("I11", "催告期限", applied_though_moved),
    ("I11", "复议期限", lambda tale: applied_on_the_spot(tale, "2027-05-31")),
    ("I11", "没有起算就申请", unopened),
    ("I11", "2027-05-26届满后", recounted),
    ("I12", "超过罚款本数", lambda tale: surcharged(tale, "19500.01")),
    ("I12", "超过罚款", lambda tale: applied(tale, "2027-06-01", surcharge="19500.01")),
    ("I12", "超过批准时多缴", lambda tale: refunded(tale, "4500.01")),
    ("I12", "超过批准时多缴", lambda tale: refunded_before_it_rose(tale, approved_late=True)),
    ("I13", "手机号码", lambda tale: shown(tale, "电话13900001234")),
    ("I13", "身份证号", lambda tale: shown(tale, "证号999901197809110058")),
    ("I13", "电子邮箱", lambda tale: shown(tale, "邮箱wang@example.com")),
    ("I13", "姓名", named),
    ("I13", "住址", at_home),
    ("I13", "未成年人", a_minor),
    ("I13", "撤回公示的理由中有手机号码", lambda tale: withdrawn(tale, "请致电13900001234。")),
    ("I13", "撤回公示的理由中有当事人的姓名", withdrawn_by_name),
    ("I13", "手机号码", lambda tale: tale.fact("DecisionPublished").update(again_reason="请致电13900001234。")),
    ("I14", "重新记录", lambda tale: tale.again("DocumentServed").update(served_on="2026-10-29")),
    ("I14", "与记录不符", misdated),
    ("I14", "与原来的决定", changed_from_nothing),
    ("I14", "没有登记过", lambda tale: tale.add({"fact": "PartyAmended", "party": "nobody"}, after=tale.fact("CaseFiled"))),
    ("I14", "序号", lambda tale: tale.entries.pop(10)),
    ("I14", "早于", backdated),
    ("I15", "已有罚款决定", lambda tale: tale.again("DecisionMade")),
    ("I17", "就结案", lambda tale: tale.fact("DocumentIssued", code="D19")["facts"]["sanction"].update(gains="0.01")),
    ("I18", "起诉期限", lambda tale: asked_for_cost(tale, "2027-04-28")),
    ("I18", "催告期限", lambda tale: asked_for_cost(tale, "2027-05-20")),
    ("I18", "届满后", lambda tale: asked_for_cost(tale, "2027-08-02")),
    ("I18", "尚欠200元", lambda tale: asked_for_cost(tale, "2027-06-01", amount="300")),
    ("I18", "尚未结束", lambda tale: challenged_cost(tale, None)),
    ("I18", "起诉期限", lambda tale: challenged_cost(tale, "upheld")),
    ("I18", "就归档", left_open),
    ("I18", "多退", lambda tale: repaid(tale, "100.01")),
    ("I18", "多收", lambda tale: tale.entries[-1]["facts"].append({"fact": "CostPaid", "booking": "cost:1", "amount": "0.01"})),
    ("I19", "没有送达责令改正", rechecked_unordered),
    ("I16", "代替移送", lambda tale: tale.add({"fact": "PoliceTransferDecided", "held": True}, after=tale.fact("CaseFiled"))),
)


def test_a_case_as_it_was_played_breaks_nothing(tale: Tale) -> None:
    assert tale.found() == []


@pytest.mark.parametrize(("invariant", "word", "forge"), FORGERIES, ids=[f"{name} {word}" for name, word, _ in FORGERIES])
def test_a_forged_journal_is_found(tale: Tale, invariant: str, word: str, forge: Forgery) -> None:
    forge(tale)
    assert [finding for finding in tale.found() if finding.invariant == invariant and word in finding.reason]


def test_what_was_taken_and_disposed_of_once_is_right(tale: Tale) -> None:
    held(tale, "stove")
    assert tale.found() == []


def test_what_was_confiscated_and_ended_once_is_right(tale: Tale) -> None:
    confiscated(tale, "stove")
    assert tale.found() == []


def test_somebody_else_may_hold_the_hearing(tale: Tale) -> None:
    hosted(tale, "somebody")
    assert tale.found() == []


def test_the_court_may_be_asked_in_time(tale: Tale) -> None:
    applied(tale, "2027-06-01", surcharge="19500")
    assert [finding for finding in tale.found() if finding.invariant in {"I11", "I12"}] == []


def test_the_court_may_be_asked_for_a_fine_on_the_spot_when_the_reconsideration_is_over(tale: Tale) -> None:
    applied_on_the_spot(tale, "2027-06-01")
    assert [finding for finding in tale.found() if finding.invariant == "I11"] == []


def test_a_window_that_a_holiday_moved_is_open_until_then(tale: Tale) -> None:
    applied(tale, "2027-08-09")
    moved(tale, "court.application", "2027-08-09")
    assert [finding for finding in tale.found() if finding.invariant == "I11"] == []


def test_the_court_may_be_asked_for_a_cost_in_time(tale: Tale) -> None:
    asked_for_cost(tale, "2027-06-01")
    assert [finding for finding in tale.found() if finding.invariant == "I18"] == []


def test_what_was_paid_of_a_cost_that_fell_may_go_back(tale: Tale) -> None:
    repaid(tale, "100")
    assert [finding for finding in tale.found() if finding.invariant == "I18"] == []


def test_all_that_was_paid_too_much_may_go_back(tale: Tale) -> None:
    refunded(tale, "4500")
    assert [finding for finding in tale.found() if finding.invariant == "I12"] == []


def test_what_was_approved_to_go_back_may_go_back_though_the_fine_rose_since(tale: Tale) -> None:
    refunded_before_it_rose(tale, approved_late=False)
    assert [finding for finding in tale.found() if finding.invariant == "I12"] == []


def test_a_change_goes_from_what_a_court_left_standing(tale: Tale) -> None:
    judged = tale.add({"fact": "RemedyConcluded", "before": tale.fact("DecisionMade")["fine"], "fine": "9000"}, after=tale.fact("DocumentServed"))
    tale.add({"fact": "DecisionChanged", "before": "9000", "fine": "8000"}, after=judged)
    assert [finding for finding in tale.found() if finding.invariant == "I14"] == []
    judged["before"] = "30000"
    assert [finding.reason for finding in tale.found() if finding.invariant == "I14"] == ["变更前的罚款30000元与原来的决定不符"]


def test_a_penalty_without_a_fine_can_be_revoked_once(tale: Tale) -> None:
    """Of an order to pull down there is no fine that could be told, before or after."""
    tale.fact("DecisionMade")["fine"] = None
    revoked = tale.add({"fact": "DecisionChanged", "before": None, "fine": None}, after=tale.fact("DocumentServed"))
    assert [finding for finding in tale.found() if finding.invariant == "I14"] == []
    tale.add(dict(revoked), after=revoked)
    assert [finding.reason for finding in tale.found() if finding.invariant == "I14"] == ["变更前的罚款None元与原来的决定不符"]


def test_a_paper_that_closes_the_case_is_served_afterwards(tale: Tale) -> None:
    tale.add({**tale.fact("DocumentIssued", code="D19"), "document": "revocation", "code": "D31"}, after=tale.fact("CaseClosed"))
    closed = tale.fact("CaseClosed")
    tale.drop("CaseClosed")
    tale.add(closed, after=tale.fact("DocumentIssued", code="D31"))
    tale.add(tale.fact("DocumentServed") | {"service": "later", "document": "revocation"}, after=closed)
    assert [finding for finding in tale.found() if finding.invariant == "I8" and "没有送达记录" in finding.reason] == []


def test_a_surcharge_may_be_as_high_as_the_fine(tale: Tale) -> None:
    surcharged(tale, "19500")
    assert tale.found() == []


def test_a_notice_asks_for_what_a_remedy_added_and_nothing_else(tale: Tale) -> None:
    notice = {**tale.fact("DocumentIssued", code="D19"), "document": "notice", "code": "D23-2", "number": None, "sequence": None, "series": None}
    asked = {"fine": "30000", "gains": "0", "paid": "1", "owing": "1"}
    tale.add(notice | {"facts": asked}, after=tale.fact("PaymentReceived"))
    found = [finding.reason for finding in tale.found() if finding.invariant == "I12"]
    assert [reason.partition("，")[0] for reason in found[:1]] == ["罚没款没有增加"]
    assert len(found) == 3


def test_every_numbered_paper_for_others_is_asked_for_its_number() -> None:
    outward = {code: kind.facts.__name__ for code, kind in DOCUMENTS.items() if kind.number_word is not None and not kind.inner}
    assert dict(OUTBOUND) == outward


def test_every_invariant_has_a_forgery() -> None:
    assert {invariant for invariant, _, _ in FORGERIES} == set(CHECKS)


def test_a_finding_names_case_invariant_entry_and_reason(tale: Tale) -> None:
    tale.fact("DecisionMade")["fine"] = "22501"
    seq = next(entry["seq"] for entry in tale.entries if any(fact["fact"] == "DecisionMade" for fact in entry["facts"]))
    assert f"{tale.fact('CaseFiled')['number']} I5 第{seq}条：罚款22501元高于告知的22500元，没有重新告知" in map(str, tale.found())


def test_a_newer_basis_must_be_lighter(tale: Tale) -> None:
    """The act ended under the old law, whose range is the same: a tie goes to the law at the act."""
    tale.fact("DiscretionAssessed")["facts"]["act_end"] = "2026-08-01"
    assert [finding.reason for finding in tale.found() if finding.invariant == "I10"] == ["处罚依据生态环境法典 1132①是行为后的规定，并不较轻"]
    frozen(tale, basis="大气污染防治法 118①")
    assert [finding for finding in tale.found() if finding.invariant == "I10"] == []


def test_one_act_is_fined_in_one_case_only(tale: Tale) -> None:
    other = tale.copy()
    other.fact("CaseFiled")["number"] = "江城管立字〔2026〕第0002号"
    found = inspect([tale.journal("one"), other.journal("two")], tale.office, whole=False).findings
    assert [(finding.invariant, finding.case) for finding in found] == [("I15", "江城管立字〔2026〕第0002号")]
    for fact in other.facts("DiscretionAssessed"):
        fact["facts"] |= {"act_start": "2026-09-16", "act_end": "2026-09-17"}
    assert inspect([tale.journal("one"), other.journal("two")], tale.office, whole=False).findings == ()


def of_other_case(tale: Tale, **opened: Any) -> Tale:
    """The same case told once more under another number."""
    other = tale.copy()
    other.fact("CaseFiled")["number"] = "江城管立字〔2026〕第0002号"
    other.fact("CaseOpened").update(opened)
    return other


def twice(tale: Tale, other: Tale) -> list[str]:
    found = inspect([tale.journal("one"), other.journal("two")], tale.office, whole=False).findings
    return [finding.invariant for finding in found]


def test_one_act_that_breaks_two_rules_is_fined_under_one(tale: Tale) -> None:
    assert twice(tale, of_other_case(tale, cause="JC02")) == ["I15"]
    assert twice(tale, of_other_case(tale, cause="JC02", place="别处")) == ([] if tale.fact("CaseOpened")["grid"] is None else ["I15"])
    assert twice(tale, of_other_case(tale, cause="JC02", place="别处", grid="G-1")) == []


def test_a_second_act_may_be_fined_where_it_was_said_why_it_is_another(tale: Tale) -> None:
    other = of_other_case(tale)
    other.fact("TaskCompleted", step="investigation_report")["data"]["separate"] = "另一排放口，属另一行为。"
    assert twice(tale, other) == []
    other.fact("TaskCompleted", step="investigation_report")["data"] = None
    assert twice(tale, other) == []


def test_a_fine_for_every_day_is_for_other_days(tale: Tale) -> None:
    other = of_other_case(tale)
    other.add({"fact": "CasesLinked", "kind": "daily", "recheck": "r"}, after=other.fact("CaseFiled"))
    assert "I15" not in twice(tale, other)


def test_an_act_may_be_fined_anew_when_the_first_fine_fell(tale: Tale) -> None:
    other = tale.copy()
    tale.add({"fact": "RemedyConcluded", "before": "19500", "fine": None, "falls": True}, after=tale.fact("PaymentReceived"))
    assert inspect([tale.journal("one"), other.journal("two")], tale.office, whole=False).findings == ()


def test_a_number_is_taken_once(tale: Tale) -> None:
    found = inspect([tale.journal("one"), tale.copy().journal("two")], tale.office, whole=True).findings
    assert {finding.reason for finding in found if finding.invariant == "I8"} >= {"文号江城管罚决字〔2026〕第0001号重复"}


def test_what_cannot_be_read_is_a_finding(tale: Tale) -> None:
    tale.fact("DiscretionAssessed")["facts"] = None
    assert "日志的内容不能读取" in "".join(map(str, tale.found()))


def test_erased_personal_data_break_nothing(tale: Tale) -> None:
    for kind, names in (("PartyRecorded", ("name", "code", "address")), ("DocumentIssued", ("facts",)), ("TaskCompleted", ("data",))):
        for fact in tale.facts(kind):
            fact.update(dict.fromkeys(names))
    assert tale.found() == []


def test_a_certificate_counts_on_its_days_only() -> None:
    facts = [
        {"fact": "UserRegistered", "user": "a", "certificate": "1", "certificate_from": "2024-01-01", "certificate_until": "2025-12-31"},
        {"fact": "CertificateSuspended", "user": "a", "suspended_from": "2025-03-01", "suspended_until": "2025-03-31"},
    ]
    office = Office(read_journal("office", [{"seq": 1, "at": "2025-02-01T01:00:00+00:00", "facts": facts}]))
    days = {"2024-06-01": True, "2025-02-28": True, "2025-03-31": False, "2025-04-01": True, "2026-01-01": False}
    assert {day: office.certified("a", date.fromisoformat(day)) for day in days} == days
    assert not office.certified("b", date(2024, 6, 1))
