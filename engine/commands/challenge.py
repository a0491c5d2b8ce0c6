"""Challenges (提起复议诉讼): which act somebody challenges, whether the law lets him beside what he undertook before, and what starts with it.

Remedies of several persons, and against several acts, run side by side, each with its own clocks and its own end.
Source: 行政复议法 Art. 11, 14, 20, 23, 29, 30, 32; 行政诉讼法 Art. 12, 25, 44-46; 行政处罚法 Art. 73.
"""

from dataclasses import dataclass
from datetime import date

from engine.commands import deadline as clock
from engine.commands.document import newest, penalty_paper
from engine.commands.enforcement import close_window
from engine.commands.performance_cost import DECISION
from engine.commands.procedure import starts
from engine.commands.surcharge import pause
from engine.errors import InvalidInputError, LawError
from engine.events.remedy import RemedySought
from engine.model import Case, Document, Evidence, Participant, Remedy
from engine.queries.remedy import own_subject, raised_by, remedies_against
from engine.rules.enforcement import WINDOW
from engine.rules.remedy import ACTS, APPLICANTS, PLACES, SURCHARGE, Taken, check_conflict, paused_from
from engine.work import FormData, Work

BASIS = "行政复议法 20、行政诉讼法 46"
PARTY = "party"
"""Stands in a form for the party itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenged:
    """What is challenged, by whom: `paper` is that of the act, `against` its id beside the penalty, `applicant` None for the party."""

    paper: Document
    against: str | None
    applicant: Participant | None

    @property
    def named(self) -> str:
        """Return in words what tells it from the others of its case."""
        who = f"{self.applicant.name}" if self.applicant is not None else ""
        return f"{who}不服{self.paper.title}，" if self.against or who else ""

    @property
    def is_party_s(self) -> bool:
        """Tell whether the party challenges it, or who stands in its place."""
        return self.applicant is None or self.applicant.role == "successor"

    @property
    def stops_surcharge(self) -> bool:
        """Tell whether the surcharge stands still: the party challenges what it rests on. Source: 行政处罚法 Art. 73(3)."""
        return self.is_party_s and (self.against is None or self.paper.code == SURCHARGE)


@starts("reconsideration")
def seek_reconsideration(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Record the application; refuses one from before the act was served, and one beside another remedy of the same person against it."""
    found = _challenged(work, case, data, "reconsideration")
    if data.text("via") == "agency":
        _check_through_agency(work, case, found)
    _seek(work, case, "reconsideration", data, instance, data.text("organ"), None, found)
    return f"{found.named}{data.text('organ')}"


@starts("litigation")
def seek_litigation(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Record the suit; refuses one against a decision on the spot that was not reconsidered first. Source: 行政复议法 Art. 23."""
    found = _challenged(work, case, data, "litigation")
    if data.day("received_on") < data.day("filed_on"):
        raise LawError("before_cause", "收到起诉状副本的日期早于起诉日期。", basis="行政诉讼法 67", field="received_on")
    _seek(work, case, "litigation", data, instance, data.text("court"), data.day("received_on"), found)
    return f"{found.named}{data.text('court')}"


def challenged_paper(work: Work, case_id: str) -> Document | None:
    """Return the decision that can be challenged: the penalty, or the decision not to impose one."""
    return penalty_paper(work, case_id) or newest(work, case_id, "D21")


def disputed_paper(work: Work, remedy: Remedy) -> Document | None:
    """Return the paper of the act that a remedy is about."""
    return work.get(Document, remedy.against) if remedy.against else challenged_paper(work, remedy.case_id)


def challenge_of(work: Work, remedy: Remedy) -> Challenged:
    """Return what a remedy is about and whose it is."""
    paper = disputed_paper(work, remedy)
    if paper is None:
        raise LawError("not_served", "没有被申请复议或者被诉的决定书。", basis=BASIS)
    applicant = None if remedy.applicant is None else work.get(Participant, remedy.applicant)
    return Challenged(paper=paper, against=remedy.against, applicant=applicant)


def subject_of(work: Work, remedy: Remedy) -> str | None:
    """Return what tells the clocks of the person and the act of a remedy from the others of its case."""
    return own_subject(work.connection, remedy.against, remedy.applicant)


def _challenged(work: Work, case: Case, data: FormData, kind: str) -> Challenged:
    """Return what is challenged by whom; refuses what was not served, fell, or is no act of its own, and what conflicts."""
    paper = _paper(work, case, data.find("against") or "penalty")
    penalty = challenged_paper(work, case.id)
    applicant, against = _applicant(work, case, data), None if penalty is not None and paper.id == penalty.id else paper.id
    if paper.served_on is None:
        field = None if against is None else "against"
        raise LawError("not_served", f"{paper.title}还没有送达。", basis=BASIS, field=field)
    if data.day("filed_on") < paper.served_on:
        raise LawError("before_cause", f"申请（起诉）日期早于{paper.title}送达。", basis=BASIS, field="filed_on")
    me = None if applicant is None else applicant.id
    mine = [row for row in remedies_against(work.connection, case.id, against) if row.applicant == me]
    before = [Taken(kind=row.kind, result=row.result, overdue=_is_overdue(work, row, data.day("filed_on"))) for row in mine]
    # Whoever is worse off by what the organ decided on another's application sues against that decision (行政诉讼法 Art. 45).
    reviewed = any(row.kind == "reconsideration" and row.applicant != me for row in raised_by(work.connection, case.id))
    check_conflict(kind, before, spot=case.procedure == "summary" and against is None and not reviewed)
    return Challenged(paper=paper, against=against, applicant=applicant)


def _is_overdue(work: Work, remedy: Remedy, on: date) -> bool:
    """Tell whether the organ let its term pass before a day. Source: 行政复议法 Art. 34, 62; 行政诉讼法 Art. 45."""
    term = clock.find(work, remedy.case_id, "reconsideration.review", remedy.id)
    return remedy.result is None and term is not None and term.due is not None and on > term.due


def _paper(work: Work, case: Case, said: str) -> Document:
    """Return the paper of the act that a form names: by its place, its code, its number or its id."""
    if said == "penalty":
        paper = challenged_paper(work, case.id)
        if paper is None:
            raise LawError("not_served", "本案没有处罚决定（不予处罚决定），请选择不服的行为。", basis=BASIS, field="against")
        return paper
    code = SURCHARGE if said == "surcharge" else said
    named = [paper for paper in work.rows(Document, case_id=case.id) if said in {paper.id, paper.number}]
    paper = named[0] if named else newest(work, case.id, code) if code in ACTS else None
    if paper is None and said in PLACES:
        raise LawError("not_served", "本案没有已经送达的加处罚款决定书，不服的行为请选处罚决定。", basis=BASIS, field="against")
    penalty = challenged_paper(work, case.id)
    if paper is None or (paper.code not in ACTS and (penalty is None or paper.id != penalty.id)):
        listed = "、".join(ACTS.values())
        message = f"请选择本案已经送达的处罚决定，或者{listed}；其他文书不是可以单独申请复议、起诉的行为。"
        raise InvalidInputError({"against": [message]})
    if paper.state == "withdrawn":
        raise LawError("step_not_waiting", f"{paper.title}已经撤销，不能再对它申请复议或者起诉。", basis=BASIS, field="against")
    return paper


def _applicant(work: Work, case: Case, data: FormData) -> Participant | None:
    """Return who challenges the act, None for the party; refuses whoever acts only in the party's name. Source: 行政复议法 Art. 14, 17."""
    said = data.find("applicant") or PARTY
    if said == PARTY:
        return None
    known = [row for row in work.rows(Participant, case_id=case.id) if row.role in APPLICANTS and row.struck_on is None]
    people = [row for row in known if said in {row.id, row.name}]
    if not people:
        message = "请选择当事人，或者本案登记的利害关系人、继承人；还没有登记的，先在案件页登记。代理人、监护人以当事人的名义提出。"
        raise InvalidInputError({"applicant": [message]})
    return people[0]


def _check_through_agency(work: Work, case: Case, found: Challenged) -> None:
    """Refuse an application through the agency against what was neither decided on the spot nor recorded by a device.

    Source: 行政复议法 Art. 32(1).
    """
    recorded = any(piece.recheck == "kept" for piece in work.rows(Evidence, case_id=case.id))
    if found.against is not None or (case.procedure != "summary" and not recorded):
        message = "只有当场作出的、依据电子技术监控设备记录作出的处罚决定，可以通过本机关申请复议：请告知当事人直接向复议机关提出。"
        raise LawError("no_basis", message, basis="行政复议法 32", field="via")


def _seek(work: Work, case: Case, kind: str, data: FormData, instance: str, organ: str, received: date | None, found: Challenged) -> None:
    filed, rule = data.day("filed_on"), work.law.parameters.text("surcharge.pause_from")
    applicant = None if found.applicant is None else found.applicant.id
    work.record(
        RemedySought(
            case=case.id,
            remedy=instance,
            kind=kind,
            against=found.against,
            act=None if found.against is None else found.paper.title,
            applicant=applicant,
            applicant_name=None if found.applicant is None else found.applicant.name,
            organ=organ,
            number=data.find("number"),
            filed_on=filed,
            received_on=received,
            paused_from=paused_from(filed, received, rule) if found.stops_surcharge else None,
        )
    )
    if found.stops_surcharge:
        pause(work, case.id, kind, applied_on=filed, accepted_on=received)
    for key in ("litigation", "litigation.after") if kind == "litigation" else ("reconsideration",):
        clock.meet(work, case.id, key, filed, subject=own_subject(work.connection, found.against, applicant))
    sought = "已起诉" if kind == "litigation" else "已申请复议"
    if found.against is None and found.is_party_s:
        close_window(work, case.id, sought)
    if found.paper.code == DECISION and found.is_party_s:
        clock.void(work, case.id, WINDOW, sought, subject=own_subject(work.connection, found.against))
    if data.find("via") == "agency":
        clock.start(work, case.id, "reconsideration.forward", filed, cause="收到复议申请", subject=instance)
