"""Dictionary (名称表): finds known names in the tokens, also those of several words or with operators inside."""

from collections.abc import Iterable, Sequence

from engine.feel.error import FeelError
from engine.feel.lexer import Token, tokens

RESERVED = frozenset(
    {
        "true",
        "false",
        "null",
        "and",
        "or",
        "in",
        "between",
        "if",
        "then",
        "else",
        "for",
        "return",
        "some",
        "every",
        "satisfies",
        "function",
        "instance",
    }
)


def is_name(text: str) -> bool:
    """Tell whether a text can be used as a name."""
    try:
        _words(text)
    except FeelError:
        return False
    return True


class Dictionary:
    """A set of names, each known by the tokens that it is made of."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names)
        self._by_first_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name in self.names:
            words = tuple(token.text for token in _words(name))
            self._by_first_word.setdefault(words[0], []).append((words, name))
        for candidates in self._by_first_word.values():
            candidates.sort(key=lambda candidate: len(candidate[0]), reverse=True)

    def longest(self, found: Sequence[Token], index: int) -> tuple[str, int] | None:
        """Return the longest name that begins at this token, with its number of tokens."""
        for words, name in self._by_first_word.get(found[index].text, ()):
            following = found[index : index + len(words)]
            if tuple(token.text for token in following) == words and all(token.kind != "string" for token in following):
                return name, len(words)
        return None


def _words(name: str) -> list[Token]:
    words = tokens(name)[:-1]
    if not words or words[0].kind != "name" or name in RESERVED or any(word.kind == "string" for word in words):
        raise FeelError(f"不能用作名称：{name}", name, 0)
    return words
