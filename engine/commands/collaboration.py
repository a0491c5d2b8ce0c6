"""Collaboration (执法协作): another department is asked by letter, answers by whichever way, and its answer becomes evidence.

A request has the id of its procedure. Who answers is an actor with the role `partner` and the code of the department; the case itself is
out of every partner's reach, so that these commands ask whose request it is instead. Source: 行政处罚法 Art. 26; domain.md §2.6.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.commands import deadline as clock
from engine.commands.case import escalate_case
from engine.commands.collaboration_letter import help_letter, transfer_letter
from engine.commands.command import CaseCommand, handles
from engine.commands.deadline import Approval
from engine.commands.document import issue
from engine.commands.enclosure import Chosen, enclosed
from engine.commands.officer import check_two
from engine.commands.procedure import start_form, starts
from engine.departments.partner import KINDS, WAYS
from engine.errors import FileRefusedError, InvalidInputError, KeyReusedError, LawError, StepNotWaitingError, TooLargeError
from engine.events.collaboration import (
    CollaborationDelayed,
    CollaborationReplied,
    CollaborationSent,
    CollaborationTaken,
)
from engine.events.evidence import EvidenceReceived
from engine.events.task import TaskCompleted
from engine.model import Case, Collaboration, Deadline, Document, Evidence, Nonce, Task
from engine.queries.enclosure import enclosures_of
from engine.rules.collaboration import (
    DATA,
    DATA_KIND,
    MOST_FILES,
    OUTCOMES,
    REPLY,
    addressee,
    check_clue,
    check_data_delay,
    check_delay,
    no_request,
    reply_text,
)
from engine.rules.deadlines import DEADLINES
from engine.rules.document.part import Enclosed
from engine.rules.evidence import LIMIT, media_type
from engine.store import tables
from engine.work import FormData, Work
from engine.workflow import advance
from engine.workflow.operations import operation
from engine.workflow.value import Scalar

Reply = Callable[["Work", Collaboration, FormData, "ReplyCollaboration"], None]

REPLIES: dict[str, Reply] = {}
"""Who takes in which form of an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCollaboration(CaseCommand[None]):
    """Answer a request of one's own department: the form that the request waits for, and files as pairs of name and bytes.

    `way` is how the answer came in; a machine gives a `nonce`, which is taken once.
    """

    request_id: str
    data: Mapping[str, object]
    files: tuple[tuple[str, bytes], ...] = ()
    way: str = "account"
    nonce: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeMaterials(CaseCommand[None]):
    """Note that one's own department took what was sent with a letter; once."""

    request_id: str


def replies(form: str) -> Callable[[Reply], Reply]:
    """Register the function that takes in an answer by its form."""

    def register(function: Reply) -> Reply:
        if form in REPLIES:
            raise ValueError(f"form {form} answers two things")
        REPLIES[form] = function
        return function

    return register


@starts("collaboration_request")
def ask_for_help(work: Work, case: Case, data: FormData, instance: str) -> str:
    """Return whom the request goes to, and for what; refuses a department that does not do this, and evidence of another case."""
    del instance
    kind = data.text("kind")
    if case.filed_on is None:
        check_two(work, case)
        check_clue(kind)
    partner = addressee(work.law.department.partners, data.text("partner"), kind)
    enclosed(work, case, data)
    return f"{partner.name}·{KINDS[kind]}"


@operation("collaboration.term", returns=("data_term",))
def tell_term(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Tell whether data are asked for and the city has a term for them. Source: domain.md R53, after 安阳市城市管理综合执法条例 Art. 35(2)."""
    del case_id, inputs, values
    return {"data_term": start_form(work).text("kind") == DATA_KIND and work.law.parameters.has(DEADLINES[DATA].parameter or "")}


@operation("collaboration.send")
def send_request(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Issue the letter and send it with what was chosen; by API the outbox carries it after commit."""
    del inputs, values
    form, request = start_form(work), str(work.instance)
    partner = addressee(work.law.department.partners, form.text("partner"), form.text("kind"))
    deadline = _term(work, case_id, request)
    if deadline is None or deadline.due is None:
        raise LawError("step_not_waiting", "答复期限没有起算，不能发函。")
    due, along = deadline.due, enclosed(work, work.case(case_id), form)
    if form.text("kind") == "transfer":
        document = issue(work, case_id, "D26", lambda number, token: transfer_letter(work, case_id, partner.name, along, number, token))
    else:
        document = issue(work, case_id, "D11", lambda number, token: help_letter(work, case_id, partner.name, along, due, number, token))
    work.record(
        CollaborationSent(
            case=case_id,
            request=request,
            partner=partner.code,
            partner_name=partner.name,
            kind=form.text("kind"),
            kind_title=KINDS[form.text("kind")],
            questions=form.text("questions"),
            materials=tuple(piece.id for piece in along.evidence),
            papers=tuple(paper.id for paper in along.papers),
            document=document,
            number=work.get(Document, document).number or "",
            sent_at=work.now,
            due=due,
        )
    )
    if "api" in partner.ways:
        work.tell("request", request=request, partner=partner.code)
    return {}


@operation("collaboration.escalate")
def escalate_request(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Put an answer that is overdue before the superiors, in whichever term it was due. Source: 行政处罚法 Art. 26."""
    del inputs
    term = _term(work, case_id, str(work.instance))
    return escalate_case(work, case_id, {"deadline": REPLY if term is None else term.key}, values)


@handles(ReplyCollaboration)
def reply_collaboration(command: ReplyCollaboration, work: Work) -> None:
    """Take the answer in: as evidence with its files, or as a later day; then the procedure goes on.

    Refuses with NotFoundError a request of another department, with StepNotWaitingError one that was answered, with 413 and 415 files as
    evidence is refused.
    """
    request = _own(work, command.case_id, command.request_id)
    _take(work, command.nonce)
    task = waiting(work, request)
    data = work.read_form(task.form, command.data)
    REPLIES[task.form](work, request, data, command)
    work.record(
        TaskCompleted(
            case=request.case_id,
            task=task.id,
            step=task.step,
            title=task.title,
            person=work.actor.id,
            person_name=work.actor.name,
            done_at=work.now,
            data=data.values,
        )
    )
    advance.complete(work, request.case_id, task.instance, task.id, data.routing)


@handles(TakeMaterials)
def take_materials(command: TakeMaterials, work: Work) -> None:
    """Record the receipt; taking again changes nothing."""
    request = _own(work, command.case_id, command.request_id)
    if request.taken_at is None:
        taken = CollaborationTaken(
            case=request.case_id,
            request=request.id,
            partner_name=request.partner_name,
            taken_name=work.actor.name,
            taken_at=work.now,
            items=tuple(f"{entry.name}（{entry.sha256[:8]}）" for entry in sent_with(work, request)),
        )
        work.record(taken)


def sent_with(work: Work, request: Collaboration) -> tuple[Enclosed, ...]:
    """Return what went with a letter, as its list names it."""
    known = enclosures_of(work.connection, work.case(request.case_id))
    pieces = tuple(piece for piece in known.evidence if piece.id in request.materials)
    return Chosen(pieces, tuple(paper for paper in known.papers if paper.id in (request.papers or ()))).listed


def of_case(work: Work, case_id: str, request_id: str) -> Collaboration:
    """Return a request of a case; NotFoundError if it has none such."""
    request = work.find(Collaboration, request_id)
    if request is None or request.case_id != case_id:
        raise no_request()
    return request


def _own(work: Work, case_id: str, request_id: str) -> Collaboration:
    """Return a request of the actor's department; another's is not told apart from none."""
    request = of_case(work, case_id, request_id)
    if request.partner != work.actor.partner:
        raise no_request()
    return request


def _take(work: Work, nonce: str | None) -> None:
    """Remember the nonce of a message; KeyReusedError where it came before. It is not taken where the message is refused."""
    if nonce is None:
        return
    key = f"{work.actor.partner}:{nonce}"
    if work.find(Nonce, key) is not None:
        raise KeyReusedError("这条消息已经收到过，不再受理。")
    tables.put(work.connection, Nonce, {"id": key, "at": work.now})


def waiting(work: Work, request: Collaboration) -> Task:
    """Return the task in which a request waits for its department; StepNotWaitingError where it was answered."""
    found = work.rows(Task, instance=request.id, role="partner", state="waiting")
    if not found:
        raise StepNotWaitingError("这项请求已经答复，或者已经撤回。")
    return found[0]


def _term(work: Work, case_id: str, request: str) -> Deadline | None:
    """Return the clock in which a request is answered: that of data where it runs, else that of any answer."""
    return clock.find(work, case_id, DATA, request) or clock.find(work, case_id, REPLY, request)


def _delay(work: Work, request: Collaboration, data: FormData) -> None:
    until = data.day("promised_on")
    days = check_delay(request.due, until, work.today)
    current = _term(work, request.case_id, request.id)
    if request.delays or current is None or current.state != "running":
        why = "已经延期过一次" if request.delays else "答复期限已过"
        raise LawError("extension_too_late", f"{why}，不能再延期，请尽快答复。", basis="行政处罚法 26", field="promised_on")
    approval = Approval(
        person=work.actor.id, person_name=work.actor.name, approved_on=work.today, reason=data.text("answer"), collective=False
    )  # fmt: skip
    if current.key == DATA:
        days = check_data_delay(request.due, until, work.law)
    clock.extend(work, request.case_id, current.key, days, approval, subject=request.id)
    delayed = CollaborationDelayed(
        case=request.case_id,
        request=request.id,
        partner_name=request.partner_name,
        until=until,
        delays=request.delays + 1,
        reason=data.text("answer"),
    )
    work.record(delayed)


@replies("collaboration_reply")
def reply_to_request(work: Work, request: Collaboration, data: FormData, command: ReplyCollaboration) -> None:
    """Take in what the department did, or until when it puts the answer off."""
    if data.text("outcome") == "delay":
        _delay(work, request, data)
    else:
        term = _term(work, request.case_id, request.id)
        take_answer(work, request, data, command, OUTCOMES[data.text("outcome")], REPLY if term is None else term.key)


def take_answer(work: Work, request: Collaboration, data: FormData, command: ReplyCollaboration, outcome: str, key: str) -> None:
    """Seal the answer and each of its files as evidence, and end the clock of the answer; `outcome` is what it is called."""
    kinds = _checked(command.files)
    text = reply_text(request.partner_name, request.number, outcome, data.text("answer"), data.text("contact"))
    _seal(work, request, "documentary", "复函", "复函.txt", "text/plain", text.encode())
    for place, ((name, content), kind) in enumerate(zip(command.files, kinds, strict=True), 1):
        _seal(work, request, "documentary" if kind == "application/pdf" else "audiovisual", f"复函附件{place}", name, kind, content)
    clock.meet(work, request.case_id, key, work.today, subject=request.id)
    replied = CollaborationReplied(
        case=request.case_id,
        request=request.id,
        partner_name=request.partner_name,
        outcome=data.text("outcome"),
        outcome_title=outcome,
        answer=data.text("answer"),
        replied_name=data.text("contact"),
        replied_at=work.now,
        way=command.way,
        way_title=WAYS[command.way],
    )
    work.record(replied)


def _checked(files: tuple[tuple[str, bytes], ...]) -> list[str]:
    """Return the media types of the files; refuses what evidence refuses."""
    if len(files) > MOST_FILES:
        raise InvalidInputError({"files": [f"附件不能超过{MOST_FILES}个。"]})
    found = []
    for name, content in files:
        if len(content) > LIMIT:
            raise TooLargeError(f"附件超过{LIMIT // 1024 // 1024}兆字节。", field="files")
        kind = media_type(content, name)
        if kind is None or not name.isprintable() or len(name) > 200:
            raise FileRefusedError("附件只接受照片（JPEG、PNG、WebP）、PDF、音频和视频（MP3、M4A、WAV、MP4），且内容须与扩展名相符。", field="files")
        found.append(kind)
    return found


def _seal(work: Work, request: Collaboration, kind: str, what: str, file_name: str, media: str, content: bytes) -> None:
    work.record(
        EvidenceReceived(
            case=request.case_id,
            evidence=work.new_id(),
            number=1 + max((item.number for item in work.rows(Evidence, case_id=request.case_id)), default=0),
            kind=kind,
            name=f"{request.partner_name}{what}",
            purpose=f"答复{request.number}（{KINDS[request.kind]}）",
            file_name=file_name,
            media_type=media,
            size=len(content),
            sha256=work.ports.files.put(content),
            person=work.actor.id,
            person_name=work.actor.name,
            received_at=work.now,
            source="obtained",
            obtained_on=work.today,
        )
    )


def chosen(work: Work, case_id: str, form: FormData, field: str = "materials") -> list[Evidence]:
    """Return the evidence that a field names to go with a letter, by id or number; refuses what the case does not have."""
    known = work.rows(Evidence, order="number", case_id=case_id)
    wanted = form.values.get(field)
    names = [str(name) for name in wanted] if isinstance(wanted, list | tuple) else []
    found = [piece for piece in known if piece.id in names or str(piece.number) in names]
    if len(found) != len(names):
        raise InvalidInputError({field: ["本案没有所选的证据。"]})
    return found
