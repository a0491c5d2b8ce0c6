"""Passwords (口令): argon2id hashes, and which passwords are good enough. Source: RFC 9106; OWASP ASVS 5.0 6.2."""

from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from engine.clock import random_name

DEMONSTRATION = "jiangchuan-yanshi"
"""The public password of every account of the demonstration city."""

SHORTEST = 12
LONGEST = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a guess costs: passes over the memory, memory in KiB, lanes."""

    passes: int
    memory: int
    lanes: int


ORDINARY = Cost(passes=3, memory=64 * 1024, lanes=4)
"""RFC 9106, section 4, second recommended option: 64 MiB, three passes, four lanes."""

TRIFLING = Cost(passes=1, memory=8, lanes=1)
"""For tests, where nobody guesses."""


class Passwords:
    """Makes and checks hashes at one cost; a check for nobody takes as long as a check for somebody."""

    def __init__(self, cost: Cost = ORDINARY) -> None:
        self._hasher = PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory, parallelism=cost.lanes)
        self._nobody = self._hasher.hash("nobody's password")

    def hash(self, password: str) -> str:
        """Return the argon2id hash of a password with a new salt."""
        return self._hasher.hash(password)

    def right(self, password: str, hash: str | None) -> bool:
        """Return whether the password belongs to the hash; None, where there is no such account, is never right and no faster."""
        try:
            return self._hasher.verify(hash or self._nobody, password) and hash is not None
        except (VerificationError, InvalidHashError):
            return False


def one_time() -> str:
    """Return a password that nobody guesses and everybody can read aloud: sixteen hexadecimal digits in groups of four."""
    name = random_name()
    return "-".join(name[start : start + 4] for start in range(0, 16, 4))


def problem(password: str, login: str) -> str | None:
    """Say why a password is not good enough, or return None. Length counts, not kinds of characters."""
    if len(password) < SHORTEST:
        return f"新密码至少{SHORTEST}个字符，可以是一句话。"
    if len(password) > LONGEST:
        return f"新密码不能超过{LONGEST}个字符。"
    if login.lower() in password.lower() or len(set(password)) < 5:
        return "新密码太容易猜到，不能含账号，也不能只用几个字符重复。"
    return None
