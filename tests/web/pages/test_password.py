from tests.office import Office
from tests.web.desk import Desk
from web.password import DEMONSTRATION

NEW = "a sentence nobody guesses"


def change(desk: Desk, old: str = DEMONSTRATION, new: str = NEW, again: str | None = None) -> tuple[int, str]:
    page = desk.post("/password", {"old": old, "new": new, "again": new if again is None else again})
    return page.status, "" if page.status == 303 else page.text


def test_a_new_password_replaces_the_old_one_and_the_session_stays(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert change(desk)[0] == 303
    assert desk.get("/work").status == 200
    desk.post("/logout")
    assert desk.post("/login", {"login": "zhouyan", "password": DEMONSTRATION}).status == 401
    assert desk.post("/login", {"login": "zhouyan", "password": NEW}).status == 303


def test_each_mistake_is_said_at_its_field(office: Office) -> None:
    desk = Desk(office, "zhouyan")
    assert "原密码不对" in change(desk, old="wrong")[1]
    assert "至少12个字符" in change(desk, new="short")[1]
    assert "两次输入的新密码不一致" in change(desk, again="another sentence")[1]
    assert "不能和原密码相同" in change(desk, new=DEMONSTRATION)[1]


def test_passwords_are_never_sent_back(office: Office) -> None:
    page = Desk(office, "zhouyan").post("/password", {"old": "wrong", "new": NEW, "again": "x"})
    assert NEW not in page.source
