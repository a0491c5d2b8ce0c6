"""Terms (项): literals, names, calls and all that stands in brackets, the smallest parts of an expression."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from decimal import InvalidOperation, Overflow

from engine.feel.cursor import Cursor
from engine.feel.dictionary import RESERVED
from engine.feel.function import Function
from engine.feel.temporal import temporal
from engine.feel.tree import Call, ContextLiteral, Entry, ListLiteral, Literal, Name, Node, RangeLiteral, Subject
from engine.feel.value import CONTEXT

_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}


class TermParser(Cursor, ABC):
    """Reads terms; what stands inside them are expressions again, which the parser built on this reads.

    `filters` tells whether a bracket after a term is a filter; after the upper end of a range it is not.
    """

    def __init__(self, text: str, names: Collection[str], functions: Mapping[str, Function], *, subject: bool = False) -> None:
        super().__init__(text, names, functions)
        self.subject = subject
        self.depth = 0
        self.filters = True

    @abstractmethod
    def expression(self, *, filters: bool = True) -> Node:
        """Return the tree of the expression that begins here."""

    def term(self) -> Node:
        """Return the tree of the term that begins here."""
        token = self.token
        match token.kind:
            case "number":
                return Literal(token.start, self._number())
            case "string":
                self.advance()
                return Literal(token.start, token.text)
            case "name":
                return self._named()
            case "symbol":
                return self._symbol()
            case _:
                raise self.refusal("表达式没有写完" if self.text.strip() else "表达式是空的")

    def _number(self) -> object:
        digits = self.advance().text
        try:
            return CONTEXT.create_decimal(digits)
        except (InvalidOperation, Overflow):
            raise self.refusal("数值超出范围") from None

    def _named(self) -> Node:
        token = self.token
        called = self.match_function()
        if called is not None:
            return self._call(called, token.start)
        name = self.match_name()
        if name is not None:
            return Name(token.start, name)
        if token.text in _CONSTANTS:
            self.advance()
            return Literal(token.start, _CONSTANTS[token.text])
        if token.text in RESERVED:
            raise self.refusal(f"这里不能用“{token.text}”")
        raise self.unknown_name()

    def _call(self, called: Function, at: int) -> Call:
        self.expect("(")
        names: list[str] = []
        arguments: list[Node] = []
        while self.token.text != ")" or self.token.kind == "string":
            if self.token.kind == "name" and (name := self.match_label()) is not None:
                names.append(name)
            arguments.append(self.expression())
            if not self.accept(","):
                break
        self.expect(")")
        if names:
            positions = called.positions(names) if len(names) == len(arguments) else None
            if positions is None:
                raise self.refusal(f"函数“{called.name}”没有这样的参数：{'、'.join(names)}", at)
            arguments = [arguments[position] for position in positions]
        elif not called.accepts(len(arguments)):
            raise self.refusal(f"函数“{called.name}”不能用 {len(arguments)} 个参数", at)
        self._check_literals(called, arguments, at)
        return Call(at, called, tuple(arguments))

    def _check_literals(self, called: Function, arguments: list[Node], at: int) -> None:
        """Refuse `date("2021-02-30")` now: at run time it would be null, and a rule that never matches."""
        literals = [argument.value for argument in arguments if isinstance(argument, Literal)]
        if called.checked and len(literals) == len(arguments) and called(literals) is None:
            raise self.refusal(f"函数“{called.name}”不接受这个值", at)

    def _symbol(self) -> Node:
        token = self.token
        match token.text:
            case "(" | "[" | "]":
                return self._bracketed()
            case "{":
                return self._context()
            case "?" if self.subject:
                self.advance()
                return Subject(token.start)
            case "@":
                return self._temporal()
            case _:
                raise self.refusal(f"这里不能用“{token.text}”")

    def _bracketed(self) -> Node:
        """Return a parenthesised expression, a list or a range: which of them shows only after the first expression."""
        opening = self.advance()
        if opening.text == "[" and self.accept("]"):
            return ListLiteral(opening.start, ())
        first = self.expression()
        if self.accept(".."):
            # A bracket after the upper end closes the range; it is no filter.
            high = self.expression(filters=False)
            if self.token.kind != "symbol" or self.token.text not in (")", "]", "["):
                raise self.refusal("区间没有结束的括号")
            return RangeLiteral(opening.start, first, high, opening.text == "[", self.advance().text == "]")
        if opening.text == "]":
            raise self.refusal("区间缺少“..”")
        if opening.text == "(":
            self.expect(")")
            return first
        items = [first]
        while self.accept(","):
            items.append(self.expression())
        self.expect("]")
        return ListLiteral(opening.start, tuple(items))

    def _context(self) -> Node:
        opening = self.advance()
        entries: list[Entry] = []
        with self.local(set()):
            while self.token.text != "}":
                at = self.token.start
                name = self.expect_label()
                entries.append(Entry(at, name, self.expression()))
                self.declare(name)
                if not self.accept(","):
                    break
        self.expect("}")
        return ContextLiteral(opening.start, tuple(entries))

    def _temporal(self) -> Node:
        at = self.advance().start
        if self.token.kind != "string":
            raise self.refusal("“@”后应为带引号的日期、时间或时长")
        value = temporal(self.advance().text)
        if value is None:
            raise self.refusal("不是有效的日期、时间或时长", at)
        return Literal(at, value)
