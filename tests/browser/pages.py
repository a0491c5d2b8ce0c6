"""The pages (页面) as people use them: found by their labels and words, never by how they are built."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from web.password import DEMONSTRATION

Answer = str | bool | list[str] | list[tuple[str, list[str]]]
"""Words, a choice, a tick, several ticks, or the rows of a table: what is chosen, and the evidence for it."""

Answers = Mapping[str, Answer]
"""What somebody fills in, by the label that stands on the page."""


@dataclass(frozen=True)
class Desk:
    """Somebody of the city at a browser of one's own."""

    page: Page
    login: str

    def sit_down(self) -> None:
        """Open the worklist; who has been away is asked for the password first."""
        # Answers to the page before, still on their way when the clock moved, would end the session that begins here.
        self.page.goto("about:blank")
        self.open("/work")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("您办理")

    def open(self, address: str) -> None:
        """Open a page; who is not logged in, or has been away for too long, types account and password first."""
        self.page.goto(address)
        if "/login" in self.page.url:
            self.page.get_by_label("账号").fill(self.login)
            self.page.get_by_label("密码").fill(DEMONSTRATION)
            self.page.get_by_role("button", name="登录").click()
            self.page.wait_for_url(lambda there: "/login" not in there)

    def log_out(self) -> None:
        """Leave the desk."""
        self.page.get_by_role("button", name="退出").click()
        expect(self.page.get_by_text("您已退出。")).to_be_visible()

    def open_task(self, title: str) -> None:
        """Open what waits for this person under a title of the worklist."""
        self.sit_down()
        row = self.page.get_by_role("row").filter(has=self.page.get_by_role("cell", name=re.compile(f"^{title}")))
        row.get_by_role("link").click()
        expect(self.page.get_by_role("main")).to_contain_text(title)

    def waiting(self) -> list[str]:
        """Return what the worklist says is waited for."""
        self.sit_down()
        return [cell.split("\n")[0] for cell in self.page.locator("td.c-step").all_inner_texts()]

    def open_case(self, party: str) -> None:
        """Open the newest case of a party from the list of cases."""
        self.page.goto("/cases")
        self.page.get_by_role("link", name=party).first.click()

    def fill(self, answers: Answers) -> None:
        """Fill in fields by their labels."""
        for label, answer in answers.items():
            fill(self.page.get_by_role("main"), label, answer)

    def field(self, label: str) -> Locator:
        """Return the field with a label, to see what stands in it."""
        return self.page.get_by_role("main").get_by_label(named(label))

    def send(self, button: str) -> None:
        """Press the button under the form, once more where it asks whether one is sure, and come to the case."""
        self.press(button)
        expect(self.page.get_by_role("status").filter(has_text=re.compile("已提交|已登记"))).to_be_visible()

    def press(self, button: str) -> None:
        """Press the button under the form, and confirm the consequence where one is named."""
        self.page.get_by_role("button", name=button, exact=True).click()
        sure = self.page.get_by_role("dialog")
        if sure.is_visible():
            sure.get_by_role("button", name=button, exact=True).click()

    def do(self, title: str, button: str, answers: Answers) -> None:
        """Open a waiting task, fill it in and send it."""
        self.open_task(title)
        self.fill(answers)
        self.send(button)

    def hand_in(self, kind: str, name: str, purpose: str, file: Path) -> str:
        """Hand a file in as evidence of the case on the page, and return the SHA-256 that the page reckoned of it."""
        self.page.get_by_role("link", name="上传证据").click()
        self.page.get_by_label("文件").set_input_files(file)
        self.fill({"种类": kind, "名称": name, "证明内容": purpose})
        reckoned = self.page.locator("output[for=file]")
        expect(reckoned).not_to_be_empty()
        digest = reckoned.inner_text()
        self.page.get_by_role("button", name="上传并固定").click()
        expect(self.page.get_by_role("status").filter(has_text=f"证据“{name}”已入卷")).to_be_visible()
        return digest

    def paper(self, title: str, folder: Path) -> Path:
        """Take the newest document of a title from the page of the case, as the file that the browser saves."""
        link = self.page.get_by_role("row").get_by_role("link", name=title, exact=True).first
        with self.page.expect_download() as saved:
            link.evaluate("(link) => { link.download = ''; link.click(); }")
        path = folder / f"{title}.pdf"
        saved.value.save_as(path)
        return path


def sideways(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def named(label: str) -> re.Pattern[str]:
    """Match a label with or without the mark of what may be left out."""
    return re.compile(rf"^\s*{re.escape(label)}\s*(选填)?\s*$")


def fill(form: Locator, label: str, answer: Answer) -> None:
    """Fill in the field or the group of fields that has a label, whatever kind it is."""
    group = form.get_by_role("group", name=named(label))
    if isinstance(answer, list):
        for item in answer:
            if isinstance(item, str):
                group.get_by_role("checkbox", name=item).check()
            else:
                add_row(group, *item)
    elif isinstance(answer, str) and group.count():
        group.get_by_role("radio", name=answer, exact=True).check()
    else:
        fill_control(form.get_by_label(named(label)), answer)


def fill_control(control: Locator, answer: str | bool) -> None:
    """Fill in one control; of a list the entry that begins with the answer is chosen."""
    if isinstance(answer, bool):
        control.set_checked(answer)
    elif control.evaluate("(control) => control.tagName") == "SELECT":
        options = control.get_by_role("option").all_inner_texts()
        control.select_option(label=next(option for option in options if option.strip().startswith(answer)))
    else:
        control.fill(answer)


def add_row(table: Locator, chosen: str, evidence: list[str]) -> None:
    """Add a row to a table: a choice, and the evidence that bears it out."""
    table.get_by_role("button", name="再加一项").click()
    table.get_by_label("情节").last.select_option(label=chosen)
    row = table.get_by_role("group", name="证据").last
    for piece in evidence:
        row.get_by_role("checkbox", name=piece).check()
