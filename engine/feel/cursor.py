"""Cursor (读取位置): walks through the tokens of one text and knows which names hold at each place."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress

from engine.feel.dictionary import RESERVED, Dictionary
from engine.feel.error import FeelError
from engine.feel.function import Function
from engine.feel.lexer import Token, tokens


class Cursor:
    """A place in the tokens, with the dictionaries of the scopes around it."""

    def __init__(self, text: str, names: Collection[str], functions: Mapping[str, Function]) -> None:
        self.text = text
        self.free: set[str] = set()
        self._tokens = tokens(text)
        self._index = 0
        self._names = Dictionary(names)
        self._functions = functions
        self._function_names = Dictionary(functions)
        self._local: list[Dictionary] = []

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
        inner = [found for scope in reversed(self._local) if (found := scope.longest(self._tokens, self._index))]
        outer = self._names.longest(self._tokens, self._index)
        best = max(inner, key=lambda found: found[1], default=None)
        if outer is not None and (best is None or outer[1] > best[1]):
            self.free.add(outer[0])
            best = outer
        if best is None:
            return None
        self._index += best[1]
        return best[0]

    def match_function(self) -> Function | None:
        """Step over the longest known function name before a parenthesis and return its function."""
        found = self._function_names.longest(self._tokens, self._index)
        if found is None or self._tokens[self._index + found[1]].text != "(":
            return None
        self._index += found[1]
        return self._functions[found[0]]

    def match_label(self) -> str | None:
        """Step over words and a colon and return the words; None and no step when there is no colon."""
        end = self._index
        while self._tokens[end].kind == "name":
            end += 1
        if self._tokens[end].text != ":":
            return None
        label = " ".join(token.text for token in self._tokens[self._index : end])
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
