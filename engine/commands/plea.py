"""The plea (陈述申辩): the party is told and heard, and what it says is examined. Source: 行政处罚法 Art. 44, 45."""

from collections.abc import Mapping

from engine.commands import deadline as clock
from engine.commands.composition import face, stated_assessment, stated_party, stated_sanction
from engine.commands.document import issue, newest
from engine.commands.opinion import give
from engine.commands.party_change import check_assessed
from engine.commands.submission import submits
from engine.errors import LawError
from engine.events.plea import PleaReceived, PleaReviewed, PleaWaived
from engine.model import Case, Document, Evidence, Task
from engine.rules.document.plea_record import PleaRecord
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar


@submits("notice")
def tell(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Let the notice go out, or take the proposal back with the reason; refuses to tell a party for whom nobody assessed the case."""
    if data.routing["tell"]:
        check_assessed(work, case)
    else:
        give(work, case, task, "return", data.text("reason"))


@submits("plea")
def receive_plea(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record what the party said, or that it waives; neither can have happened before the notice reached it."""
    del task
    notice = newest(work, case.id, "D15")
    if notice is None or notice.served_on is None:
        raise LawError("notice_required", "事先告知书尚未送达。", basis="行政处罚法 44、62")
    day = data.day("received_on")
    if day < notice.served_on:
        raise LawError("before_cause", "收到申辩的日期早于告知书送达日期。", basis="行政处罚法 44", field="received_on")
    if data.routing["plea"] == "waived":
        work.record(PleaWaived(case=case.id, by_silence=False, waived_on=day))
        clock.meet(work, case.id, "plea", day)
    else:
        work.record(PleaReceived(case=case.id, received_on=day, way=data.text("way"), content=data.text("content")))
    if data.find("way") != "written":
        issue(work, case.id, "D16", lambda _, token: _plea_record(work, case.id, notice, data, token))


def _plea_record(work: Work, case_id: str, notice: Document, data: FormData, token: str) -> PleaRecord:
    """Return what the party is asked to sign; what it wrote itself is its own paper and needs none."""
    case, party = work.case(case_id), stated_party(work, case_id)
    given = {str(key) for key in data.values.get("evidence") or ()}  # type: ignore[union-attr]  # A list of references.
    evidence = [item for item in work.rows(Evidence, case_id=case_id, order="number") if {item.id, str(item.number)} & given]
    return PleaRecord(
        **face(work, case, "", token, party),
        cause=case.cause_title,
        notice=f"{notice.title}（{notice.number}）",
        proposed=stated_sanction(work, case, stated_assessment(work, case_id), case.proposed_fine).sentence(party.you),
        received_on=data.text("received_on"),
        waived=data.text("plea") == "waived",
        content=data.find("content") or "",
        evidence=tuple(f"证据{item.number}　{item.name}" for item in evidence),
    )


@operation("plea.lapse", returns=("plea",))
def lapse_plea(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record that the term passed in silence."""
    del inputs, values
    deadline = clock.find(work, case_id, "plea")
    day = deadline.due if deadline is not None and deadline.due is not None else work.today
    work.record(PleaWaived(case=case_id, by_silence=True, waived_on=day))
    return {"plea": "lapsed"}


@submits("plea_review")
def review_plea(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record whether the plea is taken; who investigated may examine it, another officer is better."""
    accepted = data.text("accepted")
    changed = bool(data.routing["facts_changed"])
    work.record(PleaReviewed(case=case.id, accepted=accepted, finding=data.text("finding"), facts_changed=changed))
    give(work, case, task, accepted, data.text("finding"))
