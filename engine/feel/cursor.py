"""Cursor (读取位置): walks through the tokens of one text and knows which names hold at each place."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache

from engine.feel.dictionary import RESERVED, Dictionary, is_name
from engine.feel.error import FeelError
from engine.feel.function import Function
from engine.feel.lexer import Token, tokens
from engine.feel.type import SIMPLE, FeelType

LABEL_LIMIT = 8
_INSIDE_NAMES = frozenset({".", "/", "-", "'", "+", "*"})
"""Symbols that may stand inside a name (DMN 1.5, rule 30)."""

_CLOCKS = frozenset({"today", "now"})
"""Functions of the standard that answer otherwise tomorrow; only a host that says so has them."""


@dataclass(frozen=True, slots=True)
class Language:
    """What a text may take for granted beside names and functions.

    Attributes:
        strict: refuse when compiling what the standard answers with null: wrong literals, unknown names in filters, wrong counts
            of arguments, chained comparisons. Tables that decide about people are read strictly.
        types: the types that `instance of` and parameters may name.
        properties: the entries that contexts of the model have; a path or a filter finds their names of several words.
        filtering: the whole text is the condition of a filter.
    """

    strict: bool = True
    types: Mapping[str, FeelType] = field(default_factory=lambda: SIMPLE)
    properties: frozenset[str] = frozenset()
    filtering: bool = False


STRICT = Language()


@lru_cache(maxsize=64)
def _dictionary(names: frozenset[str]) -> Dictionary:
    return Dictionary(name for name in names if is_name(name))


class Cursor:
    """A place in the tokens, with the dictionaries of the scopes around it."""

    def __init__(self, text: str, names: Collection[str], functions: Mapping[str, Function], language: Language) -> None:
        self.text = text
        self.language = language
        self.free: set[str] = set()
        self._tokens = tokens(text, strict=language.strict)
        self._index = 0
        self._names = Dictionary(names)
        self._functions = functions
        self._function_names = _dictionary(frozenset(functions))
        self._types = _dictionary(frozenset(language.types))
        self._properties = _dictionary(language.properties | self._labels())
        self._local: list[Dictionary] = []

    def _labels(self) -> frozenset[str]:
        """Return the keys of the contexts written in the text: what a path or a filter in it may ask for."""
        found = set()
        for index, token in enumerate(self._tokens):
            if token.text == ":" and token.kind == "symbol":
                start = index
                while start and self._tokens[start - 1].text not in ("{", ",", "(", '"') and self._tokens[start - 1].kind != "string":
                    start -= 1
                label = self.text[self._tokens[start].start : token.start].strip()
                if index - start < LABEL_LIMIT and is_name(label):
                    found.add(label)
        return frozenset(found)

    @property
    def token(self) -> Token:
        """The token at this place."""
        return self._tokens[self._index]

    def following(self) -> Token:
        """Return the token after this one."""
        return self._tokens[min(self._index + 1, len(self._tokens) - 1)]

    def advance(self) -> Token:
        """Step over this token and return it."""
        token = self.token
        self._index += token.kind != "end"
        return token

    def mark(self) -> tuple[int, frozenset[str]]:
        """Return this place, to come back to with `reset`."""
        return self._index, frozenset(self.free)

    def reset(self, mark: tuple[int, frozenset[str]]) -> None:
        """Go back to a marked place."""
        self._index, free = mark
        self.free = set(free)

    def accept(self, text: str) -> bool:
        """Step over a symbol or keyword if it stands here."""
        if self.token.text != text or self.token.kind not in ("symbol", "name"):
            return False
        self.advance()
        return True

    def expect(self, text: str) -> None:
        """Step over a symbol or keyword that must stand here."""
        if not self.accept(text):
            raise self.refusal(f"这里应为“{text}”")

    def expect_name(self) -> str:
        """Step over one word that is no keyword."""
        if self.token.kind != "name" or self.token.text in RESERVED:
            raise self.refusal("这里应为名称")
        return self.advance().text

    def refusal(self, reason: str, at: int | None = None) -> FeelError:
        """Return the error for the text at this token, or at a given character."""
        return FeelError(reason, self.text, self.token.start if at is None else at)

    def unknown_name(self) -> FeelError:
        """Return the error for a word that no dictionary knows."""
        word = self.token.text
        if word in _CLOCKS:
            return self.refusal(f"裁量表须可重现：不能用{word}()，请把日期作为输入")
        what = "函数" if self.following().text == "(" else "名称"
        return self.refusal(f"没有声明的{what}“{word}”")

    @contextmanager
    def local(self, names: Collection[str]) -> Iterator[None]:
        """Open a scope with further names for the duration of a block."""
        self._local.append(Dictionary(names))
        yield
        self._local.pop()

    def declare(self, name: str) -> None:
        """Add a name to the innermost local scope; a key in quotes that is no name stays out, for nothing can refer to it."""
        with suppress(FeelError):
            self._local[-1] = Dictionary(self._local[-1].names | {name})

    def match_name(self) -> str | None:
        """Step over the longest known name and return it."""
        best = self._local_name()
        outer = self._names.longest(self._tokens, self._index)
        if outer is not None and (best is None or outer[1] > best[1]):
            self.free.add(outer[0])
            best = outer
        if best is None:
            return None
        self._index += best[1]
        return best[0]

    def _local_name(self) -> tuple[str, int] | None:
        inner = [found for scope in reversed(self._local) if (found := scope.longest(self._tokens, self._index))]
        return max(inner, key=lambda found: found[1], default=None)

    def match_property(self) -> str | None:
        """Step over the longest name that contexts of the model have as an entry, and return it."""
        return self._step(self._properties.longest(self._tokens, self._index))

    def match_type(self) -> FeelType | None:
        """Step over the longest known name of a type and return the type."""
        if self.token.text in ("function", "null"):
            return self.language.types.get(self.advance().text)
        found = self._step(self._types.longest(self._tokens, self._index))
        return None if found is None else self.language.types[found]

    def _step(self, found: tuple[str, int] | None) -> str | None:
        if found is None:
            return None
        self._index += found[1]
        return found[0]

    def match_function(self) -> Function | None:
        """Step over the longest known function name before a parenthesis and return its function; a local name goes before it."""
        found = self._function_names.longest(self._tokens, self._index)
        if found is None or self._tokens[self._index + found[1]].text != "(" or self._local_name() is not None:
            return None
        self._index += found[1]
        return self._functions[found[0]]

    def match_function_value(self) -> Function | None:
        """Step over the longest known function name that is not called and return its function, which is a value too (DMN 1.5, 10.3.2.13)."""
        name = self._step(self._function_names.longest(self._tokens, self._index))
        return None if name is None else self._functions[name]

    def match_label(self) -> str | None:
        """Step over a name and a colon and return the name; None and no step when there is no colon."""
        end = self._index
        while self._tokens[end].kind in ("name", "number") or (end > self._index and self._tokens[end].text in _INSIDE_NAMES):
            end += 1
        if self._tokens[end].text != ":" or end == self._index:
            return None
        label = " ".join(self.text[self.token.start : self._tokens[end - 1].end].split())
        self._index = end + 1
        return label

    def expect_label(self) -> str:
        """Step over the key of a context entry, words or a string, and its colon."""
        if self.token.kind == "string":
            label = self.advance().text
            self.expect(":")
            return label
        found = self.match_label()
        if not found:
            raise self.refusal("这里应为“名称:”")
        return found
