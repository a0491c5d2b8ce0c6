"""Anything anybody may do next (随意办理): what can be started, done and answered in a case, and the form for it, more or less right."""

import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

import forms
from engine.commands.collaboration import ReplyCollaboration
from engine.commands.task import CompleteTask
from engine.errors import InvalidInputError, RefusalError
from engine.model import Collaboration, Deadline, ProcessState, Task, Timer
from engine.queries.case_file import CaseFileView
from engine.queries.procedure import Choice, Choices
from tests.course import MEMBERS, PEOPLE, STEPS, prepare, right_form, ring, today
from tests.forms.filled import FILLED
from tests.office import Office
from tests.replay.story import DAY, act, said

Form = dict[str, Any]
Turn = Callable[[list[Any]], Any]
"""Chooses one of several."""

_PEOPLE = tomllib.loads((Path(__file__).parents[2] / "web" / "demonstration" / "people.toml").read_text(encoding="utf-8"))["person"]
LOGINS = ("zhouyan", "wumin", "zhengkai", "hanlei", "limin", "shenyanqiu", "heyan", "qianhui", "songjia", "mengfan", *MEMBERS)
"""Who works in the district of Donghu and whom its cases reach."""
STARTERS = ("zhouyan", "zhouyan", "zhouyan", "hanlei", "limin", "shenyanqiu", "qianhui", "songjia", "mengfan")
"""Who starts something, officers most often."""
PARTNERS: Mapping[str, str] = {str(person["partner"]): str(person["login"]) for person in _PEOPLE if "partner" in person}
AHEAD = frozenset({"due_on", "meets_on", "planned_on", "promised_on", "until"})
"""Dates that lie ahead when a form is filled in; all others are days on which something happened."""
NONSENSE: tuple[Any, ...] = (
    None,
    "",
    "-1",
    "1e9",
    "9" * 40,
    [],
    {},
    "\x00",
    "长" * 20_000,
    "0001-01-01",
    "9999-12-31",
    True,
    3,
    2.5,
    [{}],
    {"a": 1},
    "NaN",
    "２",
)
"""What no field means to get, and what must be refused in words."""
NEIGHBOUR = "孙建业"
"""Who has an interest in the case and can challenge the penalty."""
TRIES = 5
"""So many times a form is put right by what it was refused for."""


def choices(office: Office, case: str, login: str) -> list[Choice]:
    """What somebody may start in a case now; nothing where the case is none of theirs."""
    with suppress(RefusalError):
        found = office.house.engine.ask(Choices(case_id=case), office.actor(login))
        return sorted((choice for choice in found if choice.reason is None), key=lambda choice: choice.procedure)
    return []


def waiting(office: Office, case: str) -> list[Task]:
    """What waits in a case, in an order that is the same in every run."""
    return sorted(office.file(case).waiting, key=lambda task: (task.step, task.process, task.opened_at))


def start(office: Office, case: str, login: str, choice: Choice, turn: Turn) -> object:
    """Start a procedure; None where the law refuses it."""
    day = today(office)
    words = [item.today(day).data for item in said().get(("start", choice.procedure), ())] or [dated(FILLED[choice.form], day)]
    form = varied(choice.form, _suited(choice.procedure, turn(words), office.file(case), turn), turn)
    return corrected(form, day, lambda data: office.start(login, case, choice.procedure, **data))


def work(office: Office, case: str, task: Task, turn: Turn) -> object:
    """Do a waiting task, by whoever it belongs to; None where the law refuses it."""
    file, day = office.file(case), today(office)
    # What the stories say at this step, what is right for this case, and the least that the form takes.
    words = [(step.by, step.data) for step in (item.today(day) for item in said().get(("task", task.step), ()))]
    words += [(None, right_form(file, task.step, day))] if task.step in STEPS else []
    by, form = turn(words or [(None, dated(FILLED[task.form], day))])
    form = varied(task.form, form, turn)
    if str(form.get("result")) in {"changed", "mediated"}:
        form |= turn([{}, {"fine": "1000"}, {"gains": "0"}, heavier(file)])
    login = _by(file, task, by, turn)
    # Whoever would hand in evidence or vote may have been recused meanwhile.
    with suppress(RefusalError):
        if task.step == "panel_discussion":
            _vote(office, file, turn)
        if task.step == "investigation":
            prepare(office, case)
    return corrected(form, day, lambda data: _complete(office, login, task, data))


def reply(office: Office, case: str, task: Task, turn: Turn) -> object:
    """Let the department answer that was asked; None where it has nobody in the city."""
    with office.house.database.reading() as connection:
        partner = connection.execute(select(Collaboration.partner).where(Collaboration.id == task.instance)).scalar_one()
    if partner not in PARTNERS:
        return None
    day = today(office)
    data = varied("collaboration_reply", turn([item.today(day).data for item in said()["reply", ""]]), turn)

    def give(form: Form) -> object:
        command = ReplyCollaboration(case_id=case, request_id=task.instance, data=form)
        return office.house.engine.execute(command, office.actor(PARTNERS[partner]))

    return corrected(data, day, give)


def aside(office: Office, case: str, turn: Turn) -> None:
    """Do in a case what somebody does in a story outside its steps: hand in evidence, note people, withdraw a publication."""
    word = turn(sorted(name for kind, name in said() if kind == "word"))
    step = turn(list(said()["word", word])).today(today(office))
    if "who" in step.data:
        file = office.file(case)
        names = [party.name for party in file.parties] + [person.name for person in file.participants]
        step = replace(step, data={**step.data, "who": turn(names)})
    with suppress(RefusalError):
        act(office, case, step)


def meet_neighbour(office: Office, case: str) -> None:
    """Record the neighbour who has an interest in the case, where the officers may."""
    if all(person.name != NEIGHBOUR for person in office.file(case).participants):
        with suppress(RefusalError):
            office.note(case, "participant", role="interested", name=NEIGHBOUR, relation="相邻住户")


def win(office: Office, case: str, kind: str) -> None:
    """Let the neighbour challenge the penalty and win: it becomes heavier today; nothing where the law refuses it."""
    form = dated(FILLED[kind], today(office)) | {"applicant": NEIGHBOUR}
    instance = corrected(form, today(office), lambda data: office.start("zhouyan", case, kind, **data))
    while instance is not None:
        file = office.file(case)
        task = next((task for task in waiting(office, case) if task.instance == instance), None)
        over = all(run.id != instance or run.ended_at is not None for run in file.procedures)
        # The first instance binds when nobody appeals in the term.
        moved = not over and (ring(office) if task is None or task.form == "appeal" else _do_for_neighbour(office, file, task))
        if not moved:
            return


def _do_for_neighbour(office: Office, file: CaseFileView, task: Task) -> bool:
    """Do a step of a remedy so that the neighbour wins; False where it is refused."""
    form = {"approved": "true", "opinion": "同意。"} if task.form == "approval" else dated(FILLED[task.form], today(office))
    if "result" in form:
        form |= {"result": "changed"} | heavier(file)
    login = _by(file, task, None, lambda items: items[0])
    return corrected(form, today(office), lambda data: _complete(office, login, task, data)) is not None


def heavier(file: CaseFileView) -> Form:
    """Say that fine or confiscated gains became heavier, as somebody asked for it."""
    return {"fine": format((file.case.fine or Decimal(0)) * 2 + 100, "f"), "opposed": "true"}


def unasked(office: Office, case: str) -> str:
    """Return what is owed of a penalty that nobody collects; nothing where all is paid, given up, or asked for."""
    file = office.file(case)
    served = any(paper.code in {"D19", "D20"} and paper.served_on is not None and paper.state != "withdrawn" for paper in file.documents)
    owed = file.case.state == "open" and file.case.outcome == "penalty" and served and not file.case.settled and file.ledger is not None
    collecting = any(run.procedure == "raised_penalty" and run.ended_at is None for run in file.procedures)
    given_up = any(opinion.step == "approve_execution_end" and opinion.result == "approved" for opinion in file.opinions)
    if not owed or file.ledger is None or file.ledger.owing == 0 or collecting or given_up:
        return ""
    return "" if any(task.form == "payment" for task in file.waiting) else f"{file.ledger.owing}"


def varied(key: str, form: Form, turn: Turn) -> Form:
    """A form with one of the values changed that decide about the way, with nonsense in a field, or as it is."""
    ways: list[Any] = [None] * 6
    for name, kind in forms.ROUTING.get(key, {}).items():
        options = ["true", "false"] if kind == "bool" else list(kind) if not isinstance(kind, str) else []
        ways += [(name, option) for option in options]
    nonsense = [(name, NONSENSE) for name in sorted(form)[:1]]
    way = turn([*ways, *nonsense])
    if way is None:
        return form
    return {**form, turn(sorted(form)): turn(list(NONSENSE))} if way in nonsense else {**form, way[0]: way[1]}


def dated(form: Mapping[str, object], day: str) -> Form:
    """A form as it is filled in today: what is to come is a month ahead."""
    return {name: _dated(name, value, day) for name, value in form.items()}


def corrected(form: Form, day: str, give: Callable[[Form], Any]) -> Any:
    """What a form brings about when it is put right as long as it is refused for its fields; None where the law refuses it."""
    tried: dict[str, int] = {}
    for _ in range(TRIES):
        try:
            return give({name: value for name, value in form.items() if value is not None})
        except InvalidInputError as error:
            for name in error.fields:
                # What is there and refused is left out first; what is missing is not.
                tried[name] = tried.get(name, -1 if form.get(name) is not None else 0) + 1
                form = form | {name: _values(day)[tried[name] % len(_values(day))]}
        except RefusalError:
            return None
    return None


def done(office: Office) -> set[str]:
    """The steps that people did in any case."""
    with office.house.database.reading() as connection:
        return set(connection.execute(select(Task.step).where(Task.state == "done")).scalars())


def stuck(office: Office) -> list[str]:
    """Procedures that have not ended and in which nothing waits: no task, and no clock that will ring."""
    with office.house.database.reading() as connection:
        tasks = set(connection.execute(select(Task.instance).where(Task.state == "waiting")).scalars())
        clocks = {
            (row.case_id, row.key)
            for row in connection.execute(select(Deadline.case_id, Deadline.key).where(Deadline.state.in_(("running", "suspended"))))
        }
        timers = {row.instance for row in connection.execute(select(Timer.instance, Timer.case_id, Timer.key)) if (row.case_id, row.key) in clocks}
        going = connection.execute(select(ProcessState.id, ProcessState.procedure).where(ProcessState.finished.is_(False))).all()
    return [f"{row.procedure} {row.id}" for row in going if row.id not in tasks | timers]


def _by(file: CaseFileView, task: Task, said_by: str | None, turn: Turn) -> str:
    able = [login for login in LOGINS if task.role in _ROLES[login]]
    officers = {"lead": file.case.lead_name, "second": file.case.second_name}
    if task.slot in officers:
        return next((login for login in LOGINS if _NAMES[login] == officers[task.slot]), "wumin")
    usual = said_by or PEOPLE.get(task.step)
    if usual in able:
        able = [usual, usual, *able]
    return str(turn(able or ["limin"]))


def _suited(procedure: str, form: Mapping[str, Any], file: CaseFileView, turn: Turn) -> Form:
    """A form that speaks of this case: of its officers and papers."""
    papers = [paper for paper in file.documents if paper.number is not None]
    told = [paper.number for paper in papers if paper.served_on is not None]
    untold = [paper.number for paper in papers if paper.served_on is None]
    suits: Mapping[str, Form] = {
        "clerical_correction": {"number": turn(told), "wrong": "江川", "right": "江川市"} if told else {},
        "recusal": {"officer": file.case.lead},
        "delivery": {"paper": turn(untold)} if untold else {},
    }
    return {**form, **suits.get(procedure, {})}


def _complete(office: Office, by: str, task: Task, data: Form) -> object:
    command = CompleteTask(case_id=task.case_id, task_id=task.id, data=data)
    return office.house.engine.execute(command, office.actor(by))


def _vote(office: Office, file: CaseFileView, turn: Turn) -> None:
    said = turn(["agree", "agree", "disagree"])
    for seat in (seat for seat in file.seats if seat.vote is None and seat.panel_id == file.panels[-1].id):
        voter = next((login for login in MEMBERS if office.actor(login).id == seat.person), None)
        if voter is not None:
            office.vote(voter, file.case.id, said)


def _dated(name: str, value: object, day: str) -> object:
    if isinstance(value, list):
        return [dated(item, day) if isinstance(item, Mapping) else item for item in value]
    if isinstance(value, str) and DAY.fullmatch(value):
        return (date.fromisoformat(day) + timedelta(days=30)).isoformat() if name in AHEAD else day
    return value


def _values(day: str) -> tuple[object, ...]:
    """Return what may be meant where a field is refused: nothing, words, a day, a number."""
    return (None, "理由充分。", day, (date.fromisoformat(day) + timedelta(days=20)).isoformat(), "1", "true")


_ROLES: Mapping[str, list[str]] = {str(person["login"]): list(person["roles"]) for person in _PEOPLE}
_NAMES: Mapping[str, str] = {str(person["login"]): str(person["name"]) for person in _PEOPLE}
