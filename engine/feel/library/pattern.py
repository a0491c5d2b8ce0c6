"""Functions with patterns (正则函数): regular expressions as XPath has them (XQuery and XPath Functions 3.1, 5.6).

A pattern comes from whoever writes a table: it gets a second at most, and its time counts as steps of the evaluation, so that
neither one pattern nor many make an evaluation run without end.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import regex

from engine.feel.error import FeelError
from engine.feel.function import function
from engine.feel.library.text import bounded

SECONDS = 1.0
PATTERN_LIMIT = 1_000
_FLAGS = {"s": regex.DOTALL, "m": regex.MULTILINE, "i": regex.IGNORECASE}
_CLASSES = {
    "i": r"[\p{L}_:]",
    "I": r"[^\p{L}_:]",
    "c": r"[\p{L}\p{N}\p{M}._:\-]",
    "C": r"[^\p{L}\p{N}\p{M}._:\-]",
}
_ESCAPES = frozenset("nrt\\|.?*+(){}[]^$-wWdDsSpP")
_BLOCK = regex.compile(r"\{Is(\w+)\}")


def _compiled(pattern: str, flags: object) -> "regex.Pattern[str]":
    """Return the compiled pattern; ValueError for a pattern or flag that XPath does not have."""
    letters = flags if isinstance(flags, str) else ""
    if len(pattern) > PATTERN_LIMIT or not set(letters) <= {*_FLAGS, "x", "q"}:
        raise ValueError(pattern)
    if "q" in letters:
        return regex.compile(regex.escape(pattern), regex.IGNORECASE if "i" in letters else 0)
    mode = regex.V1
    for letter in letters:
        mode |= _FLAGS.get(letter, 0)
    try:
        return regex.compile("".join(_translated(_without_spaces(pattern) if "x" in letters else pattern, letters)), mode)
    except regex.error as error:
        raise ValueError(str(error)) from None


def _without_spaces(pattern: str) -> str:
    """Return a pattern without the spaces that the flag `x` lets it have; those in a class stay."""
    found, depth = [], 0
    for character in pattern:
        depth += (character == "[") - (character == "]")
        if depth > 0 or not character.isspace():
            found.append(character)
    return "".join(found)


def _translated(pattern: str, flags: str) -> Iterator[str]:
    """Yield the pattern piece by piece in the words of the library; ValueError for what XPath does not have."""
    index, depth = 0, 0
    while index < len(pattern):
        character, following = pattern[index], pattern[index + 1 : index + 2]
        piece, width = character, 1
        if character == "\\":
            piece, width = _escape(pattern, index, following, inside=depth > 0)
        elif character == "[":
            # XPath subtracts a class as [a-z-[aeiou]], the library as [a-z--[aeiou]].
            piece = "-[" if depth and pattern[index - 1] == "-" else "["
            depth += 1
        elif character == "]":
            depth -= 1
        elif depth == 0 and character == "." and "s" not in flags:
            piece = r"[^\n\r]"
        elif depth == 0 and character == "$" and "m" not in flags:
            piece = r"\Z"
        elif depth == 0 and character == "(" and following == "?" and pattern[index + 2 : index + 3] != ":":
            raise ValueError(pattern)
        yield piece
        index += width


def _escape(pattern: str, index: int, letter: str, *, inside: bool) -> tuple[str, int]:
    if letter in _CLASSES and not inside:
        return _CLASSES[letter], 2
    if letter in ("p", "P") and (block := _BLOCK.match(pattern, index + 2)) is not None:
        return f"\\{letter}{{In{block[1]}}}", block.end() - index
    if letter.isdigit() and letter != "0" and not inside:
        return f"\\{letter}", 2
    if letter not in _ESCAPES or not letter:
        raise ValueError(pattern)
    return f"\\{letter}", 2


@contextmanager
def _guarded(pattern: str) -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        raise FeelError("正则表达式用时太长", pattern, 0) from None


def _matches(text: str, pattern: str, flags: object = None) -> bool | None:
    if not _is_flags(flags):
        return None
    compiled = _compiled(pattern, flags)
    with _guarded(pattern):
        return compiled.search(text, timeout=SECONDS) is not None


def _replace(text: str, pattern: str, replacement: str, flags: object = None) -> object:
    if not _is_flags(flags):
        return None
    compiled = _compiled(pattern, flags)
    if compiled.fullmatch("") is not None:
        # XPath: what matches nothing cannot be replaced.
        return None
    made = replacement.replace("\\", "\\\\") if "q" in str(flags or "") else _replacement(replacement, compiled.groups)
    with _guarded(pattern):
        return bounded(_substituted(compiled, made, text))


def _substituted(compiled: "regex.Pattern[str]", made: str, text: str) -> Iterator[str]:
    """Yield a text in pieces, each match replaced: a short text can grow without measure."""
    last = 0
    for match in compiled.finditer(text, timeout=SECONDS):
        yield text[last : match.start()]
        yield match.expand(made)
        last = match.end()
    yield text[last:]


def _replacement(text: str, groups: int) -> str:
    """Return the replacement in the words of the library; `$0` is the whole match, `$12` the longest number that is a group."""
    found, index = [], 0
    while index < len(text):
        character = text[index]
        if character == "\\":
            if text[index + 1 : index + 2] not in ("\\", "$"):
                raise ValueError(text)
            found.append("\\\\" if text[index + 1] == "\\" else "$")
            index += 2
        elif character == "$":
            digits = regex.match(r"\d+", text, pos=index + 1)
            if digits is None:
                raise ValueError(text)
            number = digits.group()
            while len(number) > 1 and int(number) > groups:
                number = number[:-1]
            found.append(f"\\g<{int(number)}>" if int(number) <= groups else "")
            index += 1 + len(number)
        else:
            found.append(character)
            index += 1
    return "".join(found)


def _split(text: str, delimiter: str) -> list[object]:
    compiled = _compiled(delimiter, None)
    parts: list[object] = []
    last = 0
    with _guarded(delimiter):
        for match in compiled.finditer(text, timeout=SECONDS):
            parts.append(text[last : match.start()])
            last = match.end()
    return [*parts, text[last:]]


def _is_flags(flags: object) -> bool:
    return flags is None or isinstance(flags, str)


FUNCTIONS = (
    function("matches", "input: string, pattern: string", "input: string, pattern: string, flags: any", call=_matches, timed=True),
    function(
        "replace",
        "input: string, pattern: string, replacement: string",
        "input: string, pattern: string, replacement: string, flags: any",
        call=_replace,
        timed=True,
    ),
    function("split", "string: string, delimiter: string", call=_split, timed=True),
)
