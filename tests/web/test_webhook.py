"""Signed messages, with a real server on loopback: out with retries and dead letters, in within the window, each once, from the right department."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from click import ClickException
from sqlalchemy import text

from engine.actor import SYSTEM
from engine.commands.law import PublishLaw
from engine.law.seed import seeds
from engine.queries.document import OneDocument
from engine.queries.partner_key import PartnerChannels
from tests.office import Office
from tests.web.desk import Desk
from tests.web.visitor import Page, Visitor
from web import jobs, partner_key
from web.paper import render
from web.webhook import SIGNATURE, TIMESTAMP, is_fresh, is_genuine, keys_of, mark_of, sign

PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 40


@dataclass
class Machine:
    """The machine of the department of ecology: what it got, and what it answers."""

    address: str = ""
    status: int = 204
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def machine() -> Iterator[Machine]:
    """A server that lives and dies with the test."""
    made = Machine()

    class Handler(BaseHTTPRequestHandler):
        """Writes down what comes in."""

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            made.got.append((dict(self.headers), body))
            self.send_response(made.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{server.server_port}/zhifa"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def request_id(office: Office, machine: Machine) -> str:
    """A request that goes out by API, in a case with evidence; the department's address is that of the server."""
    seed = next(seed for seed in seeds() if seed.kind == "department")
    moved = seed.content.decode().replace("http://127.0.0.1:8765/zhifa", machine.address)
    office.house.engine.execute(PublishLaw(kind="department", name=seed.name, valid_from=office.clock.now().date(), text=moved), SYSTEM)
    issue(office)
    case = office.play_s2(until="appraisal")
    office.paper_everything()
    site = next(paper.id for paper in office.file(case).documents if paper.code == "D03-1")
    render(office.house, office.house.engine.ask(OneDocument(document_id=site), SYSTEM))
    asked = {"kind": "testing", "partner": "ecology", "questions": "油烟浓度多少？", "materials": ["1"], "papers": [site]}
    request = office.start("zhouyan", case, "collaboration", **asked)
    office.submit("limin", case, "approve_collaboration", approved="true", opinion="同意。")
    return request


def issue(office: Office, overlap: int = 7) -> bytes:
    """Make a key for the department of ecology as the system administrator does; the answer is what the page shows."""
    page = Desk(office, "shiwei").post("/operation/keys/ecology", {"overlap": str(overlap)})
    return str(page.texts('//*[@id="made"]')[0]).encode()


def key(office: Office, partner: str = "ecology") -> bytes:
    """The newest key that a department shares with the office; of one without keys, the key of nobody."""
    return next((shared.secret for shared in keys_of(office.house, partner)), b"nobody")


def outbox(office: Office) -> list[tuple[str, int]]:
    """State and attempts of the messages that go out."""
    with office.house.database.reading() as connection:
        return [(row[0], row[1]) for row in connection.execute(text("SELECT state, attempts FROM outbox WHERE kind = 'request'"))]


def post(
    office: Office, body: bytes | dict[str, Any], *, signer: str = "ecology", to: str = "ecology", late: int = 0, by: bytes | None = None
) -> Page:
    """Send an answer as the machine of a department signs it, or with a certain key."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    stamp = str(int(office.clock.now().timestamp()) + late)
    headers = {TIMESTAMP: stamp, SIGNATURE: sign(by or key(office, signer), stamp, content), "Content-Type": "application/json"}
    return Page(Visitor(office.house).client.post(f"/api/v1/partners/{to}/replies", data=content, headers=headers))


def answer(office: Office, request_id: str, **changes: Any) -> dict[str, Any]:
    """The answer of the department of ecology."""
    del request_id
    number = next(paper.number for paper in office.file(case_of(office)).documents if paper.code == "D11")
    files = [{"name": "检测.png", "content": b64encode(PICTURE).decode()}]
    words = {"outcome": "done", "answer": "4.8mg/m³", "contact": "监测站 0999-130"}
    return {"nonce": "n-1", "number": number, "files": files} | words | changes


def case_of(office: Office) -> str:
    """The only case."""
    with office.house.database.reading() as connection:
        return str(connection.execute(text('SELECT id FROM "case"')).scalar_one())


def test_a_request_goes_out_signed_with_what_was_chosen(office: Office, machine: Machine, request_id: str) -> None:
    assert machine.got == [], "nothing leaves before the commit"
    office.paper_everything()
    [(headers, body)] = machine.got
    assert is_genuine(key(office), headers[TIMESTAMP], body, headers[SIGNATURE])
    assert is_fresh(headers[TIMESTAMP], office.clock.now())
    said = json.loads(body)
    went = [(material["kind"], material["name"]) for material in said["materials"]]
    assert went == [("evidence", "现场检查笔录"), ("paper", "现场检查（勘验）笔录")]
    assert all(sha256(b64decode(material["content"])).hexdigest() == material["sha256"] for material in said["materials"])
    assert b64decode(said["letter"]).startswith(b"%PDF")
    assert said["questions"] == "油烟浓度多少？"
    assert request_id not in body.decode()
    assert outbox(office) == [("done", 1)]
    shown = Desk(office, "zhouyan").get(f"/cases/{case_of(office)}/procedures/{request_id}").text
    assert "材料签收江川市生态环境局（接口）" in shown, "taking it is the receipt"
    assert office.faults() == []


def test_a_machine_that_refuses_is_tried_again_and_at_last_put_aside_for_the_operator(office: Office, machine: Machine, request_id: str) -> None:
    del request_id
    machine.status = 503
    for tries in range(1, 9):
        jobs.drain_outbox(office.house)
        jobs.drain_outbox(office.house)
        assert outbox(office)[0][1] == tries, "it waits longer each time"
        office.clock.move(office.clock.now() + timedelta(minutes=10))
    assert outbox(office) == [("dead", 8)]
    desk = Desk(office, "shiwei")
    assert "江川市生态环境局的接口答复503" in desk.get("/operation").text
    machine.status = 204
    [number] = [link for link in desk.get("/operation").source.split('"') if link.startswith("/operation/queue/")]
    assert desk.post(number).status == 303
    jobs.drain_outbox(office.house)
    assert (outbox(office), len(machine.got)) == ([("done", 1)], 9)
    assert desk.post(number).status == 404


def test_an_answer_comes_in_and_is_evidence(office: Office, request_id: str) -> None:
    taken = post(office, answer(office, request_id))
    assert taken.status == 201, taken.source
    pieces = [piece for piece in office.file(case_of(office)).evidence if piece.source == "obtained"]
    assert [piece.sha256 for piece in pieces][1:] == [sha256(PICTURE).hexdigest()]
    assert office.file(case_of(office)).procedures[0].ended_as == "已答复"
    assert office.faults() == []


def test_a_message_counts_once(office: Office, request_id: str) -> None:
    delay = answer(office, request_id, outcome="delay", promised_on="2026-10-20", files=[])
    assert post(office, delay).status == 201
    again = post(office, delay)
    assert (again.status, again.response.get_json()["code"]) == (422, "key_reused")
    assert post(office, answer(office, request_id, nonce="n-2")).status == 201
    assert post(office, answer(office, request_id, nonce="n-3")).response.get_json()["code"] == "step_not_waiting"


def test_what_is_refused_may_come_again_with_the_same_nonce(office: Office, request_id: str) -> None:
    assert post(office, answer(office, request_id, outcome="dance")).status == 422
    assert post(office, answer(office, request_id)).status == 201


def test_who_does_not_sign_now_with_the_own_key_is_refused(office: Office, request_id: str) -> None:
    ways: list[dict[str, Any]] = [{"late": 301}, {"late": -301}, {"signer": "planning"}, {"to": "nobody"}]
    for how in ways:
        refused = post(office, answer(office, request_id), **how)
        assert (refused.status, refused.kind) == (401, "application/problem+json"), how
    unsigned = Visitor(office.house).client.post("/api/v1/partners/ecology/replies", json=answer(office, request_id))
    assert unsigned.status_code == 401
    assert office.file(case_of(office)).procedures[0].ended_at is None


def test_another_department_is_not_told_that_the_request_exists(office: Office, request_id: str) -> None:
    assert post(office, answer(office, request_id), signer="planning", to="planning").status == 401, "it has no API"
    assert post(office, answer(office, request_id, number="江城管协字〔2026〕第9999号")).status == 404


def test_a_hostile_body_is_refused(office: Office, request_id: str) -> None:
    del request_id
    torn = [b"", b"[]", b"null", b"{" * 10_000, b"[" * 100_000, b"\xff\xfe"]
    wrong: list[dict[str, Any]] = [{"nonce": "n", "number": 7}, {"nonce": ["n"], "number": "x"}, {"nonce": "n", "number": "x", "case_id": "y"}]
    assert [post(office, body).status for body in torn] == [400] * len(torn)
    assert [post(office, body).status for body in wrong] == [422] * len(wrong)


def test_hostile_files_are_refused_and_nothing_is_kept(office: Office, request_id: str) -> None:
    lists: list[Any] = ["x", 7, [7], [{"name": "a.png"}], [{"name": "a.png", "content": "?"}], [{"name": "a.exe", "content": "TVqQ"}], {"name": "a"}]
    statuses = [post(office, answer(office, request_id, files=files)).status for files in lists]
    assert statuses == [422, 422, 422, 422, 422, 415, 422]
    assert [piece for piece in office.file(case_of(office)).evidence if piece.source == "obtained"] == []


def test_while_a_key_is_replaced_both_are_good_and_the_old_one_ends(office: Office, machine: Machine, request_id: str) -> None:
    old = key(office)
    new = issue(office, overlap=3)
    office.paper_everything()
    [(headers, body)] = machine.got
    signed = [is_genuine(secret, headers[TIMESTAMP], body, headers[SIGNATURE]) for secret in (old, new, b"nobody")]
    assert signed == [True, True, False], "the other side may hold either"
    delay = answer(office, request_id, outcome="delay", promised_on="2026-10-20", files=[])
    assert post(office, delay, by=old).status == 201
    desk = Desk(office, "shiwei")
    refused = desk.post("/operation/keys/ecology", {"overlap": "3"})
    assert refused.status == 409
    assert f"旧密钥（指纹{mark_of(old)}）尚未到期" in refused.text
    office.clock.move(office.clock.now() + timedelta(days=3, minutes=1))
    final = answer(office, request_id, nonce="n-2")
    assert [post(office, final, by=old).status, post(office, final, by=new).status] == [401, 201]
    assert office.faults("office") == []


def test_a_new_key_that_was_lost_is_revoked_and_the_old_one_goes_on(office: Office, request_id: str) -> None:
    old, lost = key(office), issue(office, overlap=3)
    desk = Desk(office, "shiwei")
    [channel] = office.house.engine.ask(PartnerChannels(), SYSTEM)
    revoked = next(shown.id for shown in channel.keys if shown.mark == mark_of(lost))
    assert desk.post(f"/operation/keys/{revoked}/revoke").status == 303
    office.clock.move(office.clock.now() + timedelta(days=2))
    new = issue(office, overlap=5)
    assert {shared.secret for shared in keys_of(office.house, "ecology")} == {old, new}
    office.clock.move(office.clock.now() + timedelta(days=4))
    delay = answer(office, request_id, outcome="delay", promised_on="2026-10-30", files=[])
    assert [post(office, delay, by=secret).status for secret in (lost, old)] == [401, 201], "the old key overlaps with the newest"
    assert Desk(office, "shiwei").post("/operation/keys/ecology", {"overlap": "3"}).status == 409, "two keys live"
    assert office.faults("office") == []


def test_a_page_that_is_sent_twice_shows_the_same_key_and_makes_no_other(office: Office) -> None:
    desk, form = Desk(office, "shiwei"), {"overlap": "7", "_key": "a" * 32}
    first, second = (desk.post("/operation/keys/ecology", form).texts('//*[@id="made"]') for _ in range(2))
    assert first == second
    assert [shared.secret.decode() for shared in keys_of(office.house, "ecology")] == first
    other = desk.post("/operation/keys/ecology", form | {"overlap": "3"})
    assert (other.status, "请刷新页面后重新提交" in other.text) == (422, True)
    [address] = [link for link in desk.get("/operation/keys").source.split('"') if link.endswith("/revoke")]
    desk.post(address)
    late = desk.post("/operation/keys/ecology", form)
    assert (late.status, late.texts('//*[@id="made"]')) == (409, [])
    assert "已经注销或者到期" in late.text
    with office.house.database.writing() as connection:
        connection.execute(text("DELETE FROM idempotency"))
        connection.commit()
    assert "已经生成过一把密钥" in desk.post("/operation/keys/ecology", form).text, "a revoked key does not come back"


def test_a_key_is_shown_once_and_stands_nowhere(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    shown = issue(office)
    desk = Desk(office, "shiwei")
    page = desk.get("/operation/keys")
    assert shown.decode() not in page.source
    assert mark_of(shown) in page.text
    office.paper_everything()
    stored = b"".join(path.read_bytes() for path in office.house.settings.data.glob("zhifa.sqlite*"))
    assert shown not in stored
    assert mark_of(shown).encode() in stored
    assert shown.decode() not in caplog.text
    log = Desk(office, "shijian").get("/office").text
    assert f"为江川市生态环境局生成接口密钥（指纹{mark_of(shown)}）" in log


def test_a_revoked_key_and_one_of_another_secret_are_good_no_more(office: Office, machine: Machine, request_id: str) -> None:
    desk, old = Desk(office, "shiwei"), key(office)
    [address] = [link for link in desk.get("/operation/keys").source.split('"') if link.endswith("/revoke")]
    assert desk.post(address).status == 303
    assert post(office, answer(office, request_id), by=old).status == 401
    office.paper_everything()
    assert (machine.got, outbox(office)) == ([], [("ready", 1)])
    page = desk.get("/operation/keys").text
    assert "没有密钥，收发停止" in page
    assert "江川市生态环境局没有可用的接口密钥" in page
    assert "签名不对" in page
    issue(office)
    object.__setattr__(office.house.settings, "secret", "another secret of thirty-two characters!")
    assert keys_of(office.house, "ecology") == []


def test_the_last_use_of_a_key_is_shown(office: Office, machine: Machine, request_id: str) -> None:
    office.paper_everything()
    assert len(machine.got) == 1
    assert post(office, answer(office, request_id)).status == 201
    [channel] = office.house.engine.ask(PartnerChannels(), SYSTEM)
    [shown] = channel.keys
    assert (shown.received_at, shown.delivered_at) == (office.clock.now(), office.clock.now())
    assert (channel.refused, channel.failed) == (None, None)


@pytest.mark.parametrize(("code", "typed", "status"), [("planning", "7", 404), ("nobody", "7", 404), ("ecology", "31", 422), ("ecology", "-1", 422)])
def test_a_key_that_makes_no_sense_is_refused(office: Office, code: str, typed: str, status: int) -> None:
    desk = Desk(office, "shiwei")
    assert desk.post(f"/operation/keys/{code}", {"overlap": typed}).status == status
    assert Desk(office, "zhouyan").get("/operation/keys").status == 403
    assert Desk(office, "zhouyan").post("/operation/keys/ecology", {"overlap": "7"}).status == 403


def test_the_command_line_makes_lists_and_ends_keys(office: Office) -> None:
    settings = office.house.settings
    made = partner_key.issue(settings, "ecology", 7)
    assert made.encode() == key(office)
    first, line = list(partner_key.listing(settings))
    assert first.startswith("ecology\t江川市生态环境局")
    _, key_id, mark, *_, state = line.split("\t")
    assert (mark, state) == (mark_of(made.encode()), "在用")
    partner_key.revoke(settings, key_id)
    assert keys_of(office.house, "ecology") == []
    with pytest.raises(ClickException, match="没有这个接口密钥"):
        partner_key.revoke(settings, "nobodys")
    with pytest.raises(ClickException, match="没有这个使用接口的部门"):
        partner_key.issue(settings, "planning", 7)
