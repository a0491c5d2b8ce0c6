"""Log-ins: what an administrator does to them, and the security log that keeps what happened."""

from datetime import timedelta

from engine.actor import SYSTEM
from engine.commands.credential import EndSession, EndSessions, NoteSession, ResetPassword, UnlockUser
from engine.commands.security import ForgetSecurity, NoteSecurity
from engine.commands.user import DisableUser, NoteLogin
from engine.queries.person import FindAccount
from engine.queries.roster import MySessions
from engine.queries.security_log import SecurityLog
from tests.office import Office


def test_a_reset_password_must_be_changed_and_unlocks(office: Office) -> None:
    engine, person = office.house.engine, office.actor("zhouyan").id
    for _ in range(5):
        engine.execute(NoteLogin(user_id=person, succeeded=False, name="周岩"), SYSTEM)
    engine.execute(ResetPassword(user_id=person, password_hash="x"), office.actor("anquan"))
    found = engine.ask(FindAccount(user_id=person), SYSTEM)
    assert found is not None
    assert found.credential is not None
    assert (found.credential.must_change, found.credential.locked_until) == (True, None)
    with office.refusal("not_allowed"):
        engine.execute(ResetPassword(user_id=office.actor("anquan").id, password_hash="x"), office.actor("anquan"))
    engine.execute(DisableUser(login="zhouyan", reason="调离"), office.actor("anquan"))
    with office.refusal("invalid_input"):
        engine.execute(ResetPassword(user_id=person, password_hash="x"), office.actor("anquan"))
    assert office.faults("office") == []


def test_a_locked_account_is_unlocked_once(office: Office) -> None:
    engine, person = office.house.engine, office.actor("zhouyan").id
    with office.refusal("invalid_input"):
        engine.execute(UnlockUser(user_id=person), office.actor("anquan"))
    for _ in range(5):
        engine.execute(NoteLogin(user_id=person, succeeded=False, name="周岩"), SYSTEM)
    engine.execute(UnlockUser(user_id=person), office.actor("anquan"))
    with office.refusal("invalid_input"):
        engine.execute(UnlockUser(user_id=person), office.actor("anquan"))


def test_sessions_are_ended_by_their_owner_and_the_administrator(office: Office) -> None:
    engine, person = office.house.engine, office.actor("zhouyan")
    for name in ("one", "two", "three"):
        engine.execute(NoteSession(session_id=name, user_id=person.id, address="10.0.0.1", agent="Firefox"), SYSTEM)
    with office.refusal("not_found"):
        engine.execute(EndSession(session_id="one"), office.actor("wumin"))
    engine.execute(EndSession(session_id="one"), person)
    assert {item.id for item in engine.ask(MySessions(), person)} == {"two", "three"}
    assert engine.execute(EndSessions(user_id=person.id), office.actor("anquan")) == 2
    assert engine.ask(MySessions(), person) == ()
    office.clock.move(office.clock.now() + timedelta(hours=13))


def test_the_security_log_counts_what_comes_together_and_forgets_in_time(office: Office) -> None:
    engine = office.house.engine
    for _ in range(3):
        engine.execute(NoteSecurity(kind="login_failed", person=None, person_name="（没有这个账号）", address="10.0.0.9"), SYSTEM)
    with office.refusal("not_allowed"):
        engine.execute(DisableUser(login="zhouyan", reason="想停"), office.actor("wumin"))
    page = engine.ask(SecurityLog(), office.actor("shijian"))
    assert [(item.kind, item.count) for item in page.events] == [("refused", 1), ("login_failed", 3)]
    assert (page.events[0].person_name, page.events[0].detail) == ("吴敏", "not_allowed DisableUser")
    assert page.months >= 6
    office.clock.move(office.clock.now() + timedelta(days=180))
    assert engine.execute(ForgetSecurity(), SYSTEM) == 0
    office.clock.move(office.clock.now() + timedelta(days=300))
    assert engine.execute(ForgetSecurity(), SYSTEM) == 2
    assert engine.ask(SecurityLog(), SYSTEM).total == 0
