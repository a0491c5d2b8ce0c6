"""Reach (管辖范围): no page, list, file or answer gives somebody of another district the least trace of a case.

Every route of the application is called, as every role of another district and of none, and as the public, with the ids of a case that is
none of their business and with ids that nobody has: the two answers must not differ. Source: 等保 8.1.4.2; 个人信息保护法 Art. 51.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import Cookie, TestResponse

from engine.actor import SYSTEM
from engine.clock import random_name, random_token
from engine.commands.token import IssueToken
from engine.commands.user import ROLES, RegisterUser, SetPassword
from engine.queries.reach import BUREAU
from engine.rules.token import SCOPES
from tests.office import PARTY, Office, found_office
from web.app import create_app
from web.password import DEMONSTRATION, TRIFLING, Passwords
from web.problem import ROOT
from web.token import digest

PUBLIC = "public"
STRANGERS = [PUBLIC, *(f"{role}_of_{district}" for role in sorted(ROLES - BUREAU) for district in ("xishan", "none"))]
"""The public, and every role that does not see the whole bureau, in another district and in none."""

HARMLESS: Mapping[str, str] = {
    "absence_id": "nobodys",
    "act": "drop",
    "aspect": "law",
    "action": "grant",
    "batch": "nobodys",
    "cause": "JC04",
    "delegation_id": "nobodys",
    "digest": "0123456789abcdef",
    "draft": "nobodys",
    "statistics": "nobodys",
    "statistics_id": "nobodys",
    "duty": "nobodys",
    "year": "2020",
    "file_id": "nobodys",
    "inspection": "nobodys",
    "filename": "zhifa.css",
    "key": "officer",
    "key_id": "nobodys",
    "kind": "comment",
    "login": "nobody",
    "name": "nothing.js",
    "number": "2",
    "participant_id": "nobodys",
    "party_id": "nobodys",
    "people": "parties",
    "plan": "nobodys",
    "procedure": "withdrawal",
    "code": "nobody",
    "proposal": "nobodys",
    "row_id": "nobodys",
    "session_id": "nothing",
    "token_id": "nobodys",
    "user_id": "nobody",
    "proposal_id": "nobodys",
    "secret": "nobodys",
}
"""Parameters that name nothing of a case, with a value to call their routes with."""

TEXTUAL = frozenset({f"{ROOT}/cases", f"{ROOT}/search", f"{ROOT}/publications"})
"""Doors that are asked by words."""

BODIES: Mapping[str, Mapping[str, Any]] = {
    "/complete": {"approved": True, "opinion": "同意。"},
    "/discretion": {"form": "plea_review", "data": {"finding": "无", "accepted": "none", "reason": "无", "facts_changed": False}},
    "/officer": {"part": "second", "person": "nobody", "reason": "回避。"},
    "/panel/vote": {"vote": "agree", "opinion": "同意。"},
}
"""What machines say to the doors of a case, by how the address ends."""

_TOKENS = re.compile(r"zhifa_[\w-]{43}|[\w-]{20,}\.[\w-]+\.[\w-]{20,}|[0-9a-f]{32}")
"""What differs between two answers to the same question."""


@dataclass(frozen=True)
class Secret:
    """A case of the district of Donghu: what the parameters of routes name of it, and the words that would betray it."""

    office: Office
    ids: Mapping[str, str]
    words: tuple[str, ...]
    tokens: Mapping[str, str]


@pytest.fixture(scope="module")
def secret(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secret]:
    """The case of a restaurant that waits for the decision, with evidence, papers and a plea, and the strangers' accounts."""
    office = found_office(tmp_path_factory.mktemp("reach"), city)
    case = office.play_s2(until="decide")
    office.paper_everything()
    instance = office.start("zhouyan", case, "withdrawal", reason="time_barred", facts="换装净化设施之前的行为已过追诉时效。")
    request = office.start("zhouyan", case, "collaboration", kind="planning", partner="planning", questions="许可用途是什么？")
    office.submit("limin", case, "approve_collaboration", approved="true", opinion="同意。")
    shared = Passwords(TRIFLING).hash(DEMONSTRATION)
    for login in STRANGERS[1:]:
        office.house.engine.execute(SetPassword(user_id=_register(office, login), password_hash=shared), SYSTEM)
    file = office.file(case)
    evidence, document, task = file.evidence[0], file.documents[0], file.waiting[0]
    ids = {
        "case_id": case,
        "task_id": task.id,
        "instance": instance,
        "request_id": request,
        "evidence_id": evidence.id,
        "party_id": file.parties[0].id,
        "service_id": file.services[0].id,
        "document_id": document.id,
        "place": f"task:{task.id}",
        # Nothing of the case is published: its own id stands for what could be.
        "publication_id": case,
        "file_id": case,
        "row_id": case,
        "batch": "donghu-20261104090000",
        "token": "7Q2M-K4XR-P9TB",
    }
    words = (PARTY["name"], PARTY["uscc"], PARTY["legal_representative"], "湖滨路18号", file.case.number or "", document.number or "")
    yield Secret(
        office,
        ids,
        (*words, "22,500", "22500元", "19,500", "19500元", "换装净化设施", evidence.sha256),
        {login: _token(office, login) for login in STRANGERS[1:]},
    )
    office.house.close()


def _token(office: Office, login: str) -> str:
    """A token of a stranger's that opens everything."""
    token = random_token()
    asked = IssueToken(name="外区机器", scopes=tuple(SCOPES), expires_on=office.clock.now().date() + timedelta(days=30), digest=digest(token))
    office.house.engine.execute(asked, office.actor(login))
    return token


def _register(office: Office, login: str) -> str:
    role, _, district = login.partition("_of_")
    days = {"certificate_from": office.clock.now().date(), "certificate_until": office.clock.now().date().replace(year=2030)}
    certificate: dict[str, Any] = {"certificate": f"JC9{STRANGERS.index(login):03d}"} | days if role == "officer" else {}
    certificate |= {"licence": "A2026"} if role == "legal_reviewer" else {}
    certificate |= {"partner": "ecology"} if role == "partner" else {}
    place: dict[str, Any] = {"district": "xishan", "squad": "xishan-1"} if district == "xishan" else {}
    command = RegisterUser(login=login, name="外区人员", title="外区", roles=(role,), demonstration=True, **place, **certificate)
    return office.house.engine.execute(command, SYSTEM)


@pytest.fixture(scope="module")
def app(secret: Secret) -> Flask:
    """The application; a form needs no token, so that every refusal is one of reach."""
    made = create_app(secret.office.house, cost=TRIFLING)
    made.config["WTF_CSRF_ENABLED"] = False
    return made


def routes(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Every route with every method that does something; the specification is the same for everybody, and a hint in it names a number."""
    for rule in (rule for rule in app.url_map.iter_rules() if rule.endpoint != "openapi"):
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, method


def test_it_is_known_how_to_call_every_route(app: Flask, secret: Secret) -> None:
    known = secret.ids.keys() | HARMLESS.keys()
    unknown = {f"{rule.rule}: {name}" for rule in app.url_map.iter_rules() for name in rule.arguments - known}
    assert not unknown, (
        "Say in tests/web/test_reach.py what these parameters name: in Secret.ids the id of something of the case of Donghu, "
        f"or in HARMLESS a value that has nothing to do with a case: {sorted(unknown)}"
    )


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_stranger_learns_nothing(app: Flask, secret: Secret, stranger: str) -> None:
    caller = Caller(app, stranger, secret.tokens)
    nobodys = dict.fromkeys(secret.ids, random_name()) | {"place": f"task:{random_name()}", "token": "AAAA-AAAA-AAAA"}
    for rule, method in routes(app):
        answers = [caller.call(rule, method, ids) for ids in (secret.ids, nobodys)]
        said = [told(answer, ids) for answer, ids in zip(answers, (secret.ids, nobodys), strict=True)]
        where = f"{method} {rule.rule} as {stranger}"
        assert answers[0].status_code < 500, where
        assert said[0] == said[1], f"{where}: the case of another district is told apart from one that does not exist"
        for word in secret.words:
            assert word not in said[0], f"{where}: {word}"


@pytest.mark.parametrize("stranger", STRANGERS)
def test_no_search_finds_what_is_elsewhere(app: Flask, secret: Secret, stranger: str) -> None:
    caller = Caller(app, stranger, secret.tokens)
    for rule, method in routes(app):
        if method != "GET" or rule.arguments:
            continue
        for asked in (PARTY["name"], PARTY["uscc"], secret.words[4]):
            answer = caller.ask(rule, dict.fromkeys(("q", "text", "party", "number", "query"), asked))
            said = told(answer, {"asked": asked})
            betrayed = [word for word in secret.words if word not in asked and word in said]
            assert answer.status_code < 500
            assert not betrayed, f"{rule.rule}?q={asked} as {stranger}: {betrayed}"
            assert secret.ids["case_id"] not in said, f"{rule.rule}?q={asked} as {stranger}"


class Caller:
    """Somebody who calls addresses, each time with the session as it was opened: no answer ends it."""

    def __init__(self, app: Flask, login: str, tokens: Mapping[str, str]) -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()
        self.login = login
        self.token = tokens.get(login)
        self.session: Cookie | None = None
        self._enter()

    def _enter(self) -> None:
        if self.login != PUBLIC:
            answer = self.client.post("/login", data={"login": self.login, "password": DEMONSTRATION})
            assert answer.status_code == 303
            self.session = self.client.get_cookie("zhifa")
            assert self.session is not None

    def call(self, rule: Rule, method: str, ids: Mapping[str, str]) -> TestResponse:
        """Call a route with the ids, and with the ids in the query and in the form as well."""
        address = self._address(rule, ids)
        form: dict[str, Any] = {**ids, "kind": "audiovisual", "name": "照片", "purpose": "证明", "approved": "true", "opinion": "同意。"}
        if method != "GET":
            form["file"] = (BytesIO(b"\x89PNG\r\n\x1a\n"), "a.png")
        if rule.rule.startswith(ROOT):
            parts = {name: form[name] for name in ("kind", "name", "purpose", "file") if name in form}
            body = next((said for ending, said in BODIES.items() if rule.rule.endswith(ending)), {})
            return self._open(address, method=method, **({"data": parts} if rule.rule.endswith(("/evidence", "/files")) else {"json": body}))
        answer = self._open(address, method=method, query_string=ids, data=None if method == "GET" else form)
        if rule.endpoint == "login.leave":
            # Who left comes back: the session is over, whatever the cookie says.
            self._enter()
        return answer

    def ask(self, rule: Rule, query: Mapping[str, str]) -> TestResponse:
        """Call a route that is asked by a query."""
        asked = {"text": query["text"]} if rule.rule in TEXTUAL else {} if rule.rule.startswith(ROOT) else query
        return self._open(self._address(rule, {}), method="GET", query_string=asked)

    def _address(self, rule: Rule, ids: Mapping[str, str]) -> str:
        adapter = self.app.url_map.bind("localhost")
        return adapter.build(rule.endpoint, {name: {**HARMLESS, **ids}[name] for name in rule.arguments}, method=None)

    def _open(self, address: str, **how: Any) -> TestResponse:
        self.client = self.app.test_client()
        if self.session is not None:
            self.client.set_cookie("zhifa", self.session.value)
        headers = {"Authorization": f"Bearer {self.token}"} if self.token and address.startswith(ROOT) else {}
        return self.client.open(address, buffered=True, headers=headers, **how)


def told(answer: TestResponse, ids: Mapping[str, str]) -> str:
    """What an answer says, its status, its place and its words, without what was asked and what differs every time."""
    text = f"{answer.status_code} {answer.headers.get('Location', '')} {answer.get_data().decode('utf-8', 'replace')}"
    for value in sorted(ids.values(), key=len, reverse=True):
        text = text.replace(value, "…")
    return _TOKENS.sub("", text)
