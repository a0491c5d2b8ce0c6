import pytest

from web.password import TRIFLING, Passwords, problem

passwords = Passwords(TRIFLING)


def test_a_hash_is_argon2id_with_a_salt_of_its_own() -> None:
    one, other = passwords.hash("a long sentence"), passwords.hash("a long sentence")
    assert one.startswith("$argon2id$")
    assert one != other


def test_only_the_right_password_is_right() -> None:
    kept = passwords.hash("a long sentence")
    assert passwords.right("a long sentence", kept)
    assert not passwords.right("another sentence", kept)
    assert not passwords.right("a long sentence", "no hash at all")


def test_nobody_has_no_password() -> None:
    assert not passwords.right("nobody's password", None)


@pytest.mark.parametrize("password", ["elf signs 11", "jiangchuan-2026-autumn", "一二三四五六七八九十甲乙"])
def test_length_counts_not_kinds_of_characters(password: str) -> None:
    assert problem(password, "zhouyan") is None


@pytest.mark.parametrize("password", ["short", "a" * 129, "my name is zhouyan", "ZhouYan-is-my-name", "aaaaaaaaaaaabbbb"])
def test_bad_passwords_are_refused_with_a_reason(password: str) -> None:
    assert problem(password, "zhouyan")
