"""The desk (办案页面) as somebody without script uses it: opens pages, fills in what stands there, presses buttons."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import html

from tests.office import Office
from tests.web.visitor import Page, Visitor

Typed = Mapping[str, str | list[str]]


class Desk(Visitor):
    """Somebody of the office with a browser."""

    def __init__(self, office: Office, login: str | None = None) -> None:
        super().__init__(office.house)
        self.office = office
        if login is not None:
            self.log_in(login)

    def get(self, address: str) -> Page:
        """Open an address and read the whole answer."""
        return Page(self.client.get(address, buffered=True))

    def post(self, address: str, data: Mapping[str, Any] | None = None, **more: Any) -> Page:
        """Send a form with the token of the session."""
        return Page(self.client.post(address, data={"csrf_token": self.token()} | dict(data or {}), **more))

    def token(self) -> str:
        """The token against forged forms, as any page of the desk shows it."""
        for address in ("/password", "/login"):
            tree: Any = html.fromstring(self.get(address).source or "<p/>")
            found = tree.xpath('//input[@name="csrf_token"]/@value')
            if found:
                return str(found[0])
        raise AssertionError("no page shows a token")

    def task(self, case: str, step: str) -> str:
        """The address of a step."""
        return f"/cases/{case}/tasks/{self.office.task(case, step)}"

    def fill(self, address: str, button: str | None = None, **typed: str | list[str]) -> Page:
        """Open a page, type into its first form that is sent by POST besides logging out, and press its button, or another one by name."""
        form = forms(self.get(address))[0]
        data = values(form) | {name.replace("__", "."): value for name, value in typed.items()}
        return Page(self.client.post(str(form.get("action")), data=data | ({button: "1"} if button else {})))

    def upload(self, case: str, content: bytes, name: str = "照片.png", **typed: str) -> Page:
        """Hand in evidence."""
        data: dict[str, Any] = {"kind": "audiovisual", "name": "现场照片", "purpose": "证明现场情况"} | typed
        return self.post(f"/cases/{case}/evidence", data | {"file": (BytesIO(content), name)}, content_type="multipart/form-data")


def forms(page: Page) -> list[Any]:
    """The forms of a page that change something, without the one that logs out."""
    tree: Any = html.fromstring(page.source)
    found = tree.xpath('//form[@method="post"]')
    return [form for form in found if form.get("action") != "/logout"]


def values(form: Any) -> dict[str, str | list[str]]:
    """What a browser would send of a form as it stands."""
    found: dict[str, str | list[str]] = {}
    for name, value in form.form_values():
        before = found.get(name)
        found[name] = value if before is None else [*([before] if isinstance(before, str) else before), value]
    return found
