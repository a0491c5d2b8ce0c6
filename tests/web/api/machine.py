"""A machine (外部系统) that knocks at the doors with somebody's token."""

from datetime import timedelta
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from engine.clock import local_date, random_token
from engine.commands.token import IssueToken
from engine.rules.token import SCOPES
from tests.office import Office
from web.app import create_app
from web.password import TRIFLING
from web.token import digest

ROOT = "/api/v1"


class Machine:
    """A program that acts for somebody of the city, by default with every scope."""

    def __init__(self, office: Office, login: str, *, scopes: tuple[str, ...] = tuple(SCOPES), client: FlaskClient | None = None) -> None:
        self.office = office
        self.client = client or create_app(office.house, cost=TRIFLING).test_client()
        self.token = random_token()
        until = local_date(office.clock.now()) + timedelta(days=30)
        asked = IssueToken(name=f"{login}的机器", scopes=scopes, expires_on=until, digest=digest(self.token))
        self.id = office.house.engine.execute(asked, office.actor(login))

    def beside(self, login: str, *, scopes: tuple[str, ...] = tuple(SCOPES)) -> "Machine":
        """Another machine at the same doors."""
        return Machine(self.office, login, scopes=scopes, client=self.client)

    def send(self, method: str, address: str, *, headers: dict[str, str] | None = None, **how: Any) -> TestResponse:
        """Send a request with the token."""
        return self.client.open(ROOT + address, method=method, headers={"Authorization": f"Bearer {self.token}"} | (headers or {}), **how)

    def get(self, address: str, **how: Any) -> TestResponse:
        """Ask."""
        return self.send("GET", address, **how)

    def post(self, address: str, body: object | None = None, **how: Any) -> TestResponse:
        """Give a command."""
        return self.send("POST", address, **(how if body is None else how | {"json": body}))

    def told(self, address: str) -> Any:
        """What is answered to a question that is answered."""
        answer = self.get(address)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.get_json()

    def walk(self, address: str, limit: int = 1) -> list[Any]:
        """All items of a list, a stretch at a time."""
        items, cursor = [], ""
        while True:
            page = self.told(f"{address}{'&' if '?' in address else '?'}limit={limit}{cursor}")
            items += page["items"]
            if page["next"] is None:
                return items
            cursor = f"&cursor={page['next']}"


def code(answer: TestResponse, status: int) -> str:
    """The code of a problem of that status."""
    assert answer.status_code == status, answer.get_data(as_text=True)
    assert answer.mimetype == "application/problem+json"
    body = answer.get_json()
    assert body["status"] == status
    assert {"type", "title", "detail"} <= body.keys()
    return str(body["code"])
