"""A visitor (访问者) of the pages as a browser without scripts would be: opens addresses, follows links, logs in, sees text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from flask.testing import FlaskClient
from lxml import html
from pypdf import PdfReader
from werkzeug.test import TestResponse

from web.app import create_app
from web.house import House
from web.password import DEMONSTRATION, TRIFLING


@dataclass(frozen=True)
class Page:
    """A page as it was answered."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        return dict(self.response.headers)

    @property
    def kind(self) -> str:
        return str(self.response.mimetype)

    @property
    def source(self) -> str:
        return self.response.get_data().decode("utf-8", "replace")

    @property
    def text(self) -> str:
        """What is read, without spaces and line ends; of a PDF with its properties."""
        if self.kind == "application/pdf":
            reader = PdfReader(BytesIO(self.response.get_data()))
            told = "".join([*(page.extract_text() for page in reader.pages), *map(str, (reader.metadata or {}).values())])
            return re.sub(r"\s+", "", told)
        return self.texts("/*")[0] if self.kind == "text/html" else re.sub(r"\s+", "", self.source)

    def texts(self, path: str) -> list[str]:
        """The texts of the elements at an XPath, without spaces; a file that is no page has none."""
        return [re.sub(r"\s+", "", element.text_content()) for element in cast("list[html.HtmlElement]", html.fromstring(self.source).xpath(path))]

    def values(self, path: str) -> list[str]:
        """The values of the fields at an XPath."""
        return [str(field.get("value")) for field in cast("list[html.HtmlElement]", html.fromstring(self.source).xpath(path))]

    def links(self, beginning: str) -> list[str]:
        """The addresses on the page that begin so; a file that is no page leads nowhere."""
        if self.kind != "text/html":
            return []
        found = [str(link) for link in cast("list[str]", html.fromstring(self.source).xpath("//a/@href"))]
        return [link for link in found if link.startswith(beginning)]


class Visitor:
    """Somebody with a browser."""

    def __init__(self, house: House) -> None:
        self.client: FlaskClient = create_app(house, cost=TRIFLING).test_client()

    def get(self, address: str) -> Page:
        """Open an address."""
        return Page(self.client.get(address, buffered=True))

    def log_in(self, login: str) -> "Visitor":
        """Log in as somebody of the demonstration city."""
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.get("/login").source)
        assert token is not None
        answer = self.client.post("/login", data={"login": login, "password": DEMONSTRATION, "csrf_token": token[1]})
        assert answer.status_code == 303
        return self

    def walk(self, start: str, beginning: str) -> Iterator[tuple[str, Page]]:
        """Open a page and every page that can be reached from it by links that begin so."""
        seen, ahead = set[str](), [start]
        while ahead:
            address = ahead.pop().partition("#")[0]
            if address in seen:
                continue
            seen.add(address)
            page = self.get(address)
            yield address, page
            ahead += page.links(beginning)
