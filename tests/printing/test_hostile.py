"""Hostile content: whatever stands in a name is printed as it stands; it reads no file and calls nobody."""

import http.server
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from engine.rules.document import to_json
from printing.press import DenyAll
from printing.sample import DECISION, PARTY
from tests.printing.paper import Paper, sample

SECRET = "金丝雀八八四二"


@contextmanager
def listener() -> Iterator[tuple[str, list[str]]]:
    calls: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=lambda: server.serve_forever(poll_interval=0.02))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", calls
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    "payload",
    [
        '<img src="{target}">',
        '<link rel="attachment" href="{target}">',
        '<link rel="stylesheet" href="{target}">',
        "<style>@import url({target}); body {{ background: url({target}) }}</style>",
        '</title></head><body><object data="{target}"></object>',
        '<a rel="attachment" href="{target}">甲</a>',
        '<svg><image href="{target}"/></svg>',
        '<meta http-equiv="refresh" content="0;url={target}">',
        '"><base href="{target}">',
        "{{{{ facts.__class__.__mro__ }}}}{target}",
        "{{% include '{target}' %}}",
    ],
)
def test_a_name_is_only_a_name(payload: str, tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text(SECRET, encoding="utf-8")
    with listener() as (host, calls):
        name, finding = (payload.format(target=target) for target in (canary.as_uri(), f"{host}/canary"))
        paper = Paper("D19", to_json(replace(DECISION, party=replace(PARTY, name=name), findings=(finding,))))
    assert "".join(name.split()) in paper.text
    assert "".join(finding.split()) in paper.text
    assert SECRET not in paper.text
    assert not paper.reader.attachments
    assert calls == []


def test_nothing_is_fetched_at_all() -> None:
    for address in ("file:///etc/hostname", "http://127.0.0.1/", "data:text/plain,a", "ftp://127.0.0.1/"):
        with pytest.raises(ValueError, match="外部资源"):
            DenyAll().fetch(address)


def test_a_paper_holds_no_active_content() -> None:
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(sample("D19").root)
