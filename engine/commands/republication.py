"""Publishing again (重新公示): a decision that was withdrawn by mistake, or that was changed since, proposed by one and agreed to by another.

The term goes on counting from the first publication; the withdrawal and its reason stay public. What was changed is published as it
stands now within the term of a decision. Source: 行政处罚法 Art. 48, 50; 政府信息公开条例 Art. 26.
"""

from collections.abc import Mapping
from datetime import date

from engine.commands import deadline as clock
from engine.commands.procedure import start_form, starts
from engine.commands.publication import Again, check_served, publish_decision
from engine.errors import InvalidInputError, LawError, StepNotWaitingError
from engine.model import Case, ProcessState, Publication, PublicFile, Withdrawal
from engine.queries.disclosure import changes_of, secrets_of
from engine.queries.remedy import remedies_against
from engine.rules.publication import AGAIN, places
from engine.rules.redaction import leftovers
from engine.rules.remedy import RESULTS
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

BASIS = "行政处罚法 48"


@starts("republication")
def propose_republication(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return the ground; refuses a decision that no longer stands, a term that is over, and a reason in which something personal is left.

    A decision that was changed since is published in its new form alone, and without the files that show the old one.
    """
    del instance
    gone = _withdrawn(work, case)
    _check_ground(work, case.id, gone, data)
    check_served(work, case.id)
    if found := leftovers(data.text("reason"), secrets_of(work.connection, case.id)):
        message = f"理由会向社会公开，其中还有个人信息：{places(found)}。"
        raise LawError("publication_blocked", message, basis="个人信息保护法 34", field="reason")
    return AGAIN[data.text("ground")]


@operation("publication.restore")
def publish_again(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Publish the decision again, everything checked anew; whoever proposed it does not agree to it."""
    del inputs, values
    case, form = work.case(case_id), start_form(work)
    if work.get(ProcessState, work.instance or "").started_by == work.actor.id:
        raise LawError("same_person", "重新公示须由另一人审核，提出人不能审核。", basis=BASIS)
    gone = _withdrawn(work, case)
    _check_ground(work, case_id, gone, form)
    again = Again(
        of=gone.id,
        reason=form.text("reason"),
        first_on=gone.first_on or gone.published_on,
        until=gone.until,
        stated=form.find("stated") or "",
    )
    publish_decision(work, case, form.find("summary") or str(gone.content["summary"]), again)
    clock.meet(work, case_id, "publication.changed", work.today)
    return {}


def _withdrawn(work: Work, case: Case) -> Publication:
    """Return the publication that was withdrawn last; refuses where one is public, where its term is over, and where the decision fell or changed."""
    known = work.rows(Publication, case_id=case.id)
    gone = [shown for shown in known if shown.state == "withdrawn"]
    if not gone or any(shown.state == "published" for shown in known):
        raise StepNotWaitingError("本案没有已经撤回、还没有重新公示的决定。")
    shown = max(gone, key=lambda item: (item.ended_on or date.min, item.published_on, item.again_of is not None))
    if shown.until is not None and shown.until < work.today:
        raise LawError("publication_blocked", f"公示期已于{shown.until.isoformat()}届满，不再公示。", basis=BASIS)
    results = [RESULTS[remedy.result] for remedy in remedies_against(work.connection, case.id, None) if remedy.result is not None]
    if case.outcome != "penalty" or any(result.withdraws and not result.changes for result in results):
        raise LawError("publication_blocked", "决定已经撤销、确认违法或者无效，不能再公示。", basis="行政处罚法 48②")
    return shown


def _check_ground(work: Work, case_id: str, gone: Publication, data: FormData) -> None:
    """Refuse to show a changed decision as it was, with its files of then, and to call one changed that was not."""
    changed = len(changes_of(work.connection, work.law, case_id)) > len(gone.content.get("changes", ()))
    if changed != (data.text("ground") == "changed"):
        message = "决定已经依法变更，只能按变更后的内容公示。" if changed else "决定在公示以后没有变更，请选其他原因。"
        raise LawError("publication_blocked", message, basis="行政处罚法 48②", field="ground")
    if not changed and data.find("stated"):
        raise InvalidInputError({"stated": ["决定没有变更的，不填变更后的处罚内容。"]})
    if changed:
        _check_files(work, gone)


def _check_files(work: Work, gone: Publication) -> None:
    """Refuse to show again what went public beside the decision as it was before."""
    (withdrawal,) = work.rows(Withdrawal, publication_id=gone.id, state="approved")
    for file in work.rows(PublicFile, case_id=gone.case_id, state="attached"):
        if withdrawal.reviewed_at is not None and file.attached_at < withdrawal.reviewed_at:
            message = f"附件“{file.title}”是决定变更以前公示的，请先撤去，需要的另附变更后的。"
            raise LawError("publication_blocked", message, basis="行政处罚法 48②", field="ground")
