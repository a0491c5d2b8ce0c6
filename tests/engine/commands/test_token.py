from datetime import date, timedelta
from typing import Any

import pytest

from engine.actor import SYSTEM
from engine.clock import random_token
from engine.commands.token import MOST, IssueToken, NoteTokenUse, RevokeToken
from engine.commands.user import DisableUser, EnableUser, RegisterUser
from engine.queries.token import AllTokens, FindToken, MyTokens, TokenView
from tests.office import Office
from web.token import digest

TODAY = date(2026, 9, 14)


def issue(office: Office, by: str = "zhouyan", token: str = "", **changes: Any) -> str:
    """A token of zhouyan's, or what else is said; the answer is its id."""
    asked: dict[str, Any] = {
        "name": "数据中台",
        "scopes": ("read",),
        "expires_on": TODAY + timedelta(days=30),
        "digest": digest(token or random_token()),
    }
    actor = SYSTEM if by == "SYSTEM" else office.actor(by)
    return office.house.engine.execute(IssueToken(**(asked | changes)), actor)


def found(office: Office, token: str) -> TokenView:
    """The token as the door finds it."""
    view = office.house.engine.ask(FindToken(digest=digest(token)), SYSTEM)
    assert view is not None
    return view


def machine(office: Office) -> None:
    """A system account."""
    office.house.engine.execute(RegisterUser(login="shuju", name="数据中台", roles=("auditor",)), SYSTEM)


def test_a_token_lives_until_its_last_day_and_its_text_is_stored_nowhere(office: Office) -> None:
    token = random_token()
    issue(office, token=token)
    assert found(office, token).state == "active"
    assert token.encode() not in b"".join(path.read_bytes() for path in office.house.settings.data.glob("zhifa.sqlite*"))
    office.at("2026-10-14 23:00")
    assert found(office, token).state == "active"
    office.at("2026-10-15 00:01")
    assert found(office, token).state == "expired"
    assert office.faults("office") == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "  "),
        ("name", "a\x00b"),
        ("name", "长" * 61),
        ("scopes", ()),
        ("scopes", ("read", "everything")),
        ("expires_on", TODAY - timedelta(days=1)),
        ("expires_on", TODAY + timedelta(days=366)),
        ("digest", "A" * 64),
        ("login", "nobody"),
    ],
)
def test_what_is_asked_wrongly_is_refused_at_its_field(office: Office, field: str, value: Any) -> None:
    with office.refusal("invalid_input", field=field):
        issue(office, **{field: value})


def test_nobody_gets_a_token_in_the_name_of_another_person(office: Office) -> None:
    with office.refusal("not_allowed"):
        issue(office, login="wumin")
    with office.refusal("not_allowed"):
        issue(office, by="anquan", login="zhouyan")
    with office.refusal("not_allowed"):
        issue(office, by="SYSTEM", login="zhouyan")


def test_a_system_account_gets_its_token_from_the_security_administrator(office: Office) -> None:
    machine(office)
    token = random_token()
    issue(office, by="anquan", login="shuju", token=token)
    assert found(office, token).user.login == "shuju"
    with office.refusal("not_allowed"):
        issue(office, login="shuju")


def test_tokens_are_revoked_by_their_owner_or_the_security_administrator(office: Office) -> None:
    first, second = issue(office), issue(office)
    with office.refusal("not_found"):
        office.house.engine.execute(RevokeToken(token_id=first), office.actor("wumin"))
    office.house.engine.execute(RevokeToken(token_id=first), office.actor("zhouyan"))
    office.house.engine.execute(RevokeToken(token_id=first), office.actor("zhouyan"))
    office.house.engine.execute(RevokeToken(token_id=second), office.actor("anquan"))
    assert [view.state for view in office.house.engine.ask(MyTokens(), office.actor("zhouyan"))] == ["revoked", "revoked"]
    assert office.house.engine.ask(MyTokens(), office.actor("wumin")) == ()
    assert len(office.house.engine.ask(AllTokens(), office.actor("anquan"))) == 2
    assert office.faults("office") == []


def test_a_closed_account_ends_its_tokens_for_good(office: Office) -> None:
    token = random_token()
    issue(office, token=token)
    office.house.engine.execute(DisableUser(login="zhouyan", reason="调离"), office.actor("anquan"))
    assert found(office, token).state == "revoked"
    office.house.engine.execute(EnableUser(user_id=found(office, token).user.id, data={"reason": "调回"}), office.actor("anquan"))
    assert found(office, token).state == "revoked"
    assert office.faults("office") == []


def test_an_account_has_only_so_many_living_tokens(office: Office) -> None:
    ids = [issue(office) for _ in range(MOST)]
    with office.refusal("invalid_input", field="name"):
        issue(office)
    office.house.engine.execute(RevokeToken(token_id=ids[0]), office.actor("zhouyan"))
    issue(office)


def test_the_last_use_is_noted_outside_the_journal(office: Office) -> None:
    token = random_token()
    key = issue(office, token=token)
    before = office._entries()
    office.house.engine.execute(NoteTokenUse(token_id=key), SYSTEM)
    office.at("2026-09-15 10:00")
    office.house.engine.execute(NoteTokenUse(token_id=key), SYSTEM)
    used = found(office, token).used_at
    assert used == office.clock.now()
    assert office._entries() == before
