"""Service (送达): a document reaches its recipient, and the clocks that start with it run."""

from collections.abc import Iterable, Mapping
from datetime import date

from engine.commands import deadline as clock
from engine.commands.address_confirmation import check_consent
from engine.commands.announcement import CLOCK, compose_announcement
from engine.commands.delivery import delivered_by
from engine.commands.document import issue, newest
from engine.commands.duty import OWNERS, own_paper
from engine.commands.hearing_result import has_hearing_right
from engine.commands.participant import heirs_of
from engine.commands.procedure import form_here
from engine.commands.service_receipt import compose_receipt
from engine.commands.submission import submits
from engine.errors import InvalidInputError, LawError
from engine.events.codec import Plain
from engine.events.service import DocumentServed, ServiceAnnounced, ServiceFailed
from engine.model import Case, Deadline, Document, ProcessState, Task
from engine.queries.delivery import PROCEDURE
from engine.queries.party import identity_of, party_of
from engine.rules.enforcement import REMEDIES
from engine.rules.guardian import needs_guardian
from engine.rules.service import ANNOUNCEMENT, TOLD, check_announcement, check_witnesses
from engine.work import FormData, Work
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

STARTS: Mapping[str, tuple[str, ...]] = {
    "D15": ("plea",),
    "D19": ("payment", "reconsideration", "litigation"),
    "D21": ("reconsideration", "litigation"),
    "D23-2": ("payment", "payment.gains"),
    "D24": ("demand",),
    **dict.fromkeys(("D05", "D05-2", "D09", "D09R", "D24-2", "D25", "D25-2", "D25-6", "D31"), ("reconsideration", "litigation")),
    "D24D": ("demolition.demand",),
    "D25-1": ("performance.term",),
    "D25-5": ("performance.demand",),
    "D25-7": ("performance.cost", "reconsideration", "litigation"),
    "D25-8": ("performance.cost.demand",),
}
"""The clocks that the service of a document starts. Source: 行政处罚法 Art. 45, 67; 行政复议法 Art. 20; 行政诉讼法 Art. 46; 行政强制法 Art. 54."""

DECISIONS = frozenset({"D19", "D21", "D31"})
"""The documents whose service must not wait. Source: 行政处罚法 Art. 61(1)."""

PUBLISHED = ("publication", "publication.changed")
"""The terms to publish a decision, and a decision that was changed."""

SERVED = ("D31", "D30", "D25-2", "D24D", "D24", "D19", "D21", "D17", "D15")
"""The documents that are served, those first that come later in a case."""


OWN: Mapping[str, tuple[str, ...]] = {
    "correction_order": ("D05",),
    "deferral": ("D23",),
    "raised_penalty": ("D23-2", "D24"),
    "performance_cost": ("D25-7",),
    "performance": ("D25-5", "D25", "D25-1"),
    "surcharge_decision": ("D24-2",),
}
"""The papers of a procedure that may run while the main procedure has another one to serve, the latest first."""

RAISED = frozenset({("payment", "D23-2")})
"""The clocks of what a penalty became heavier by: that of what was decided first stays as it is."""

APART = frozenset({"D05", "D05-2", "D09", "D09R", "D24-2", "D25", "D25-1", "D25-2", "D25-5", "D25-6", "D25-7", "D25-8"})
"""The papers whose clocks run beside those of the penalty, on clocks of their own."""

FIRST = frozenset({"D05", "D09", "D24-2", "D25", "D25-1", "D25-5", "D25-7", "D23-2"})
"""The papers that are the only one of their kind in their procedure, whose clocks are those of the procedure."""


def document_to_serve(work: Work, case: Case, instance: str) -> Document:
    """Return the document that waits to be served in a procedure: the newest one that was issued and not served."""
    procedure = work.get(ProcessState, instance)
    if procedure.procedure == PROCEDURE:
        return delivered_by(work, procedure)
    for code in OWN.get(procedure.procedure, SERVED):
        paper = _paper_of(work, procedure, code)
        if paper is not None and paper.state == "issued":
            return paper
    raise LawError("not_served", "没有待送达的文书。")


@submits("service_record")
def record_attempt(work: Work, case: Case, task: Task, data: FormData) -> None:
    """Record that the document was served, with its proof, or that the attempt failed. Source: 民事诉讼法 Art. 87-95."""
    paper = document_to_serve(work, case, task.instance)
    day = data.day("served_on")
    if day < paper.issued_on:
        raise LawError("before_cause", "送达日期早于文书日期。", basis="民事诉讼法 87", field="served_on")
    way = data.text("way")
    _check_recipient(work, case, data.find("relation"))
    if data.routing["served"]:
        _check_heirs(work, case, data)
    reason = data.find("reason") or ""
    if way == ANNOUNCEMENT:
        check_announcement(_tried(work, paper, task), work.law.parameters.integer("announce.service.attempts"))
        medium = data.text("medium")
        work.record(ServiceAnnounced(case=case.id, document=paper.id, document_title=paper.title, announced_on=day, medium=medium, reason=reason))
        return
    if not data.routing["served"]:
        work.record(ServiceFailed(case=case.id, document=paper.id, document_title=paper.title, way=way, tried_on=day, reason=reason))
        return
    if way == "electronic" and paper.code not in TOLD:
        check_consent(work, case.id, day)
    if way == "retained" and not data.values.get("media"):
        check_witnesses(data.find("witness") or "", work.law.parameters.integer("service.left.witnesses"))
    work.record(
        DocumentServed(
            case=case.id,
            service=work.new_id(),
            document=paper.id,
            document_title=paper.title,
            way=way,
            served_on=day,
            recipient=data.find("recipient") or "",
            relation=data.find("relation"),
            place=data.find("place"),
            witness=data.find("witness"),
            receipt_no=data.find("receipt_no"),
        )
    )


def takes_on_the_spot(work: Work, case_id: str, *, signed: bool) -> bool:
    """Tell whether the party itself took and signed a paper where it was made; who else stood there, or would not sign, is served.

    A body is served through who may sign for it, a ward through its guardian, and a paper is left only before the witnesses or the recording
    that the law asks for: all of it is recorded by the service of its own. Source: 民事诉讼法 Art. 88, 89; 行政强制法 Art. 18(9), 24(1).
    """
    party = party_of(work.connection, case_id)
    ward = needs_guardian(identity_of(party).birthday, work.today, party.capacity)
    return signed and party.kind == "person" and not ward and work.case(case_id).place is not None


def hand_over(work: Work, case_id: str, document: str, day: date) -> None:
    """Record that the party took a paper on the spot and signed for it, with its receipt. Source: 行政强制法 Art. 24(1); 民事诉讼法 Art. 87, 88."""
    party, paper = party_of(work.connection, case_id), work.get(Document, document)
    said: dict[str, Plain] = {
        "way": "direct",
        "recipient": party.name or "",
        "relation": "party",
        "place": work.case(case_id).place,
    }
    form = FormData(form="service_record", values=said, routing={})
    work.record(
        DocumentServed(
            case=case_id,
            service=work.new_id(),
            document=document,
            document_title=paper.title,
            way=form.text("way"),
            served_on=day,
            recipient=form.text("recipient"),
            relation=form.find("relation"),
            place=form.find("place"),
            witness=None,
            receipt_no=None,
        )
    )
    handed = work.get(Document, document)
    issue(work, case_id, "D22", lambda number, token: compose_receipt(work, case_id, handed, form, number, token))
    for key in STARTS.get(handed.code, ()):
        clock.start(work, case_id, key, day, cause=f"{handed.title}送达", subject=_clock_of(work, handed), origin=served(handed.id))


def check_told(work: Work, papers: Iterable[Document], basis: str) -> None:
    """Refuse what may only follow after the party was told in writing; what is announced counts as on its way. Source: 行政强制法 Art. 24, 25."""
    for paper in papers:
        if paper.state == "issued" and not _is_announced(work, paper):
            raise LawError("not_served", f"《{paper.title}》（{paper.number or '无文号'}）还没有送达当事人：先在“送达文书”里登记送达。", basis=basis)


def _is_announced(work: Work, paper: Document) -> bool:
    """Tell whether the announcement of a paper is running."""
    running = {term.subject for term in work.rows(Deadline, case_id=paper.case_id, key=CLOCK, state="running")}
    deliveries = work.rows(ProcessState, case_id=paper.case_id, procedure=PROCEDURE)
    return any(row.id in running and (row.data or {}).get("paper") in {paper.id, paper.number} for row in deliveries)


def served(document_id: str) -> str:
    """Return the name of the event that a document was served, from which clocks run."""
    return f"served:{document_id}"


def _tried(work: Work, paper: Document, task: Task) -> set[str]:
    """Return the ways in which this document could not be served."""
    attempts = work.rows(Task, case_id=task.case_id, form="service_record", state="done", instance=task.instance)
    forms = [FormData(form="service_record", values=attempt.data or {}, routing={}) for attempt in attempts]
    return {form.text("way") for form in forms if form.values.get("served") is False and form.day("served_on") >= paper.issued_on}


def _check_recipient(work: Work, case: Case, relation: str | None) -> None:
    """Refuse a relative who signs for an organisation, and who cannot act alone and signs alone. Source: 民事诉讼法 Art. 60, 88."""
    party = party_of(work.connection, case.id)
    if relation == "adult_relative" and party.kind == "organisation":
        raise InvalidInputError({"relation": ["受送达人是单位的，由法定代表人、负责人或者负责收件的人签收（民事诉讼法第八十八条）。"]})
    if relation == "party" and needs_guardian(identity_of(party).birthday, work.today, party.capacity):
        raise InvalidInputError(
            {"relation": ["受送达人未满十八周岁，或者是无民事行为能力人、限制民事行为能力人，由监护人（法定代理人）签收（民事诉讼法第六十条）。"]}
        )


def _check_heirs(work: Work, case: Case, data: FormData) -> None:
    """Refuse a service after a death that leaves an heir out: each is served, and no term ends for anybody before it would for the last of them.

    Source: 民法典 Art. 1161; 行政复议法 Art. 14(2); 行政诉讼法 Art. 25(2).
    """
    heirs, said = heirs_of(work, case.id), data.find("recipient") or ""
    if (data.find("relation") == "heir") != bool(heirs):
        told = "当事人已经死亡，本案登记了继承人：由继承人签收。" if heirs else "本案没有登记继承人；当事人死亡的，先在案件页登记。"
        raise InvalidInputError({"relation": [told]})
    if left := [heir.name or "" for heir in heirs if (heir.name or "") not in said]:
        told = "每个继承人都应当送达，各有自己的复议、起诉期限；全部送达以后登记，送达日期填最后一人收到的日期。"
        message = f"还有继承人{'、'.join(left)}没有送达：{told}"
        raise LawError("not_served", message, basis="民法典 1161①、行政复议法 14②", field="recipient")


@operation("service.announce")
def announce_service(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the announcement (公告) and start its thirty days; a decision that is announced was sent on its way in time."""
    del inputs, values
    paper, form = document_to_serve(work, work.case(case_id), work.instance or case_id), form_here(work, case_id, "service_record")
    if form is None:
        raise LawError("not_served", "没有公告送达的记录。", basis="民事诉讼法 95")
    issue(work, case_id, "D22-2", lambda number, token: compose_announcement(work, case_id, paper, form, token))
    day = form.day("served_on")
    clock.start(work, case_id, CLOCK, day, cause="公告", subject=_subject(work, case_id))
    if paper.code in DECISIONS:
        clock.meet(work, case_id, "service", day)
        _wait_to_publish(work, case_id, day)
    return {}


def _wait_to_publish(work: Work, case_id: str, day: date) -> None:
    """Leave the days of the announcement out of the term to publish: what the party was not served with is not published yet.

    Source: 行政处罚法 Art. 48(1), 61(1).
    """
    for key in PUBLISHED:
        term = clock.find(work, case_id, key)
        if term is not None:
            clock.suspend(work, case_id, key, max(day, term.start_on), "announcement")


@operation("service.deem")
def deem_served(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Record that the announced document counts as served on the last day of the announcement. Source: 民事诉讼法 Art. 95."""
    del inputs, values
    paper, form = document_to_serve(work, work.case(case_id), work.instance or case_id), form_here(work, case_id, "service_record")
    deadline = clock.find(work, case_id, CLOCK, _subject(work, case_id))
    if form is None or deadline is None or deadline.due is None:
        raise LawError("not_served", "公告期没有届满。", basis="民事诉讼法 95")
    work.record(
        DocumentServed(
            case=case_id,
            service=work.new_id(),
            document=paper.id,
            document_title=paper.title,
            way=ANNOUNCEMENT,
            served_on=deadline.due,
            recipient="",
            place=form.text("medium"),
        )
    )
    for key in PUBLISHED if paper.code in DECISIONS else ():
        clock.resume(work, case_id, key, deadline.due, ground="announcement")
    return {}


@operation("service.complete")
def complete_service(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Make the receipt (送达回证) and start the clocks that run from the day of service."""
    del inputs
    form, here = form_here(work, case_id, "service_record"), work.get(ProcessState, work.instance or case_id)
    paper = delivered_by(work, here) if here.procedure == PROCEDURE else _paper_of(work, here, str(values["document"]))
    if form is None or paper is None or paper.served_on is None:
        raise LawError("not_served", f"{paper.title if paper else '文书'}没有送达记录。", basis="行政处罚法 61①")
    issue(work, case_id, "D22", lambda number, token: compose_receipt(work, case_id, paper, form, number, token))
    code = paper.code
    rights = ("hearing.request",) if code == "D15" and has_hearing_right(paper) else ()
    for key in (*STARTS.get(code, ()), *rights):
        if _is_silent(paper, key):
            continue
        subject = _clock_of(work, paper) if (key, code) in RAISED or code in APART else None
        clock.start(work, case_id, key, paper.served_on, cause=f"{paper.title}送达", subject=subject, origin=served(paper.id))
    if code in DECISIONS:
        clock.meet(work, case_id, "service", paper.served_on)
    return {}


def _is_silent(paper: Document, key: str) -> bool:
    """Tell whether a paper says nothing from which a clock could run: no fine, no gains, or a cost of an earlier version without its remedies."""
    if key == "payment.gains":
        return not ((paper.facts or {}).get("payment") or {}).get("gains")
    asked = "payment" if key == "payment" else "remedies" if paper.code == "D25-7" and key in REMEDIES else None
    return asked is not None and not (paper.facts or {}).get(asked)


def _paper_of(work: Work, procedure: ProcessState, code: str) -> Document | None:
    """Return the newest paper of a kind: that of the procedure, where another one of it may run in the same case."""
    if procedure.procedure in OWNERS:
        return own_paper(work, procedure.case_id, procedure.id, code)
    return newest(work, procedure.case_id, code)


def _clock_of(work: Work, paper: Document) -> str | None:
    beside = work.instance is not None and work.get(ProcessState, work.instance).procedure != PROCEDURE
    return work.instance if paper.code in FIRST and beside else paper.id


def _subject(work: Work, case_id: str) -> str | None:
    return None if work.instance == case_id else work.instance
