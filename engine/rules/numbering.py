"""Document numbers (文号): 江城管罚决字〔2026〕第0001号."""

from string import Formatter

_FIELDS = frozenset({"prefix", "word", "year", "sequence"})
_NEEDED = frozenset({"year", "sequence"})
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISTAKEN = str.maketrans("OIL", "011")


def check_pattern(pattern: str) -> None:
    """Raise ValueError where a pattern names an unknown field, or leaves out the year or the sequence (parameter `doc.number.pattern`)."""
    names = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
    if not names <= _FIELDS:
        raise ValueError(f"文号格式中有不认识的栏目：{'、'.join(sorted(names - _FIELDS))}")
    if not names >= _NEEDED:
        raise ValueError("文号格式须含年份与顺序号")


def number(pattern: str, *, prefix: str, word: str, year: int, sequence: int) -> str:
    """Return a document's number: the agency's short name, the word of the kind (罚决), the year, and the gap-free sequence from 1."""
    check_pattern(pattern)
    if sequence < 1:
        raise ValueError("顺序号从1开始")
    return pattern.format(prefix=prefix, word=word, year=year, sequence=sequence)


def check_code(random: str) -> str:
    """Return the code under which anybody can check a paper, of 60 random bits: M8PV-3RYC-6WKE.

    `random` is at least 15 hexadecimal digits. The alphabet is Crockford's base 32: no letter that can be taken for another.
    """
    number = int(random[:15], 16)
    letters = "".join(_ALPHABET[number >> shift & 31] for shift in range(55, -1, -5))
    return "-".join(letters[start : start + 4] for start in range(0, 12, 4))


def read_check_code(typed: str) -> str:
    """Return the check code that was typed or pasted as `check_code` writes it: case and spaces do not matter, and O is 0, I and L are 1."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_MISTAKEN)
    return "-".join(letters[start : start + 4] for start in range(0, min(len(letters), 16), 4))
