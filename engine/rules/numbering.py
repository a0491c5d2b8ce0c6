"""Document numbers (文号): 江城管罚决字〔2026〕第0001号."""

from string import Formatter

_FIELDS = frozenset({"prefix", "word", "year", "sequence"})
_NEEDED = frozenset({"year", "sequence"})


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
