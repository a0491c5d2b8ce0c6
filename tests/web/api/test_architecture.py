"""The architecture of the doors: what people may do a machine may do, and nothing else."""

from pathlib import Path

import forms
import web.app  # noqa: F401  # Importing the application fills the registers of commands and questions.
from engine.access import ACCESS
from engine.queries.query import ANSWERS
from engine.rules.token import READ, SCOPES
from web.api.spec import CLOSED, operations

ROOM = Path(__file__).parents[3] / "web" / "api"

UNASKED = {
    "Agenda": "the same deadlines are listed by AgendaAfter",
    "AgendaMonth": "the same deadlines are listed by AgendaAfter",
    "AllTokens": "other people's tokens are ended on their page",
    "AwayToday": "the same people are listed by Absences",
    "Cases": "the same cases are listed by CasesAfter",
    "CaseVersion": "it is the tag of the case",
    "CheckTable": "a machine writes a draft and is told what stands against it",
    "CreditRowOfNumber": "receipts that come as a file",
    "DailyCause": "the page on which the case of a fine for every day is registered starts with it",
    "DemonstrationAccounts": "the start page of the demonstration",
    "FindAccount": "the log-in page's own",
    **dict.fromkeys(
        ("NumberedRequest", "PartnerLetter", "PartnerRequest", "PartnerRequests"), "departments have pages, links and messages of their own"
    ),
    "InspectionsWaiting": "a number on the page of what waits",
    "ListCases": "a stretch of an export",
    "PublishedStretch": "a stretch of a file or a feed",
    "MyFeed": "the page on which the address is made",
    "OneDeadline": "it stands in its case",
    "PublishedDecisions": "the same decisions are listed by PublicationsAfter",
    "Roster": "everybody is found by People, one by PersonPage",
    "TaskOfStep": "scenario files name steps; machines get the id of the task",
    "TryRule": "the calculator of the page of a draft of a rule",
    "TryTable": "the calculator of the page of a draft",
    "ToldCount": "a number in the menu of the pages",
}
"""Questions that no endpoint asks by their own name, each with the reason."""


def given() -> set[str]:
    """The names of the commands that endpoints give."""
    return {operation.gives.__name__ for _, operation in operations() if operation.gives is not None}


def test_every_command_that_people_may_give_has_an_endpoint() -> None:
    peoples = {command.__name__ for command, rule in ACCESS.items() if rule.roles - {"SYSTEM"}}
    missing = peoples - given() - CLOSED.keys()
    assert not missing, (
        f"No machine can give {sorted(missing)}. Open each in web/api/<noun>.py with one line, for instance "
        'door.give("POST", "/cases/<case_id>/extension", ExtendTerm, "延长期限 Extend the term", scope="task.write"), '
        "or name it with the reason in CLOSED (web/api/spec.py)."
    )
    assert given() <= peoples, "an endpoint gives what no person may"
    assert not CLOSED.keys() & given()


def test_every_question_that_people_may_ask_is_asked_by_an_endpoint() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    peoples = {query.__name__ for query, (_, roles) in ANSWERS.items() if roles is None or roles - {"SYSTEM"}}
    missing = {name for name in peoples if name not in sources} - UNASKED.keys()
    assert not missing, f"No machine can ask {sorted(missing)}: open each in web/api/<noun>.py with door.ask, or say in UNASKED why not."
    assert UNASKED.keys() <= peoples


def test_every_scope_opens_something_and_every_endpoint_has_one() -> None:
    assert {operation.scope for _, operation in operations()} == SCOPES.keys()
    for _, operation in operations():
        assert (operation.scope == READ) == (operation.gives is None), operation.rule


def test_a_body_that_is_a_form_is_one_that_exists_or_any() -> None:
    named = {operation.form for _, operation in operations() if operation.form is not None}
    assert {form for form in named if form.isidentifier()} <= forms.FORMS.keys()
