"""Terms (项): literals, names, calls and all that stands in brackets, the smallest parts of an expression."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from decimal import InvalidOperation, Overflow

from engine.feel.cursor import STRICT, Cursor, Language
from engine.feel.dictionary import RESERVED
from engine.feel.function import Function
from engine.feel.temporal import temporal
from engine.feel.tree import Call, ContextLiteral, Entry, ItemName, Lambda, ListLiteral, Literal, Name, Node, RangeLiteral, Subject
from engine.feel.type import ANY, FeelType
from engine.feel.value import CONTEXT, UNBOUNDED

_BOUNDS = frozenset({"<", "<=", ">", ">=", "="})
_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}


class TermParser(Cursor, ABC):
    """Reads terms; what stands inside them are expressions again, which the parser built on this reads.

    `filters` tells whether a bracket after a term is a filter; after the upper end of a range it is not.
    """

    def __init__(
        self, text: str, names: Collection[str], functions: Mapping[str, Function], language: Language = STRICT, *, subject: bool = False
    ) -> None:
        super().__init__(text, names, functions, language)
        self.subject = subject
        self.depth = 0
        self.filters = True
        self.filtering = int(language.filtering)

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
        if token.text == "function":
            return self._lambda()
        called = self.match_function()
        if called is not None:
            return self._call(called, token.start)
        name = self._longest_name()
        if name is not None:
            return name
        if token.text in _CONSTANTS:
            self.advance()
            return Literal(token.start, _CONSTANTS[token.text])
        if token.text in RESERVED:
            raise self.refusal(f"这里不能用“{token.text}”")
        if not self.filtering and (built_in := self.match_function_value()) is not None:
            return Literal(token.start, built_in)
        if self.filtering and not self.language.strict:
            return ItemName(token.start, self.advance().text)
        raise self.unknown_name()

    def _longest_name(self) -> Node | None:
        """Return the node of the longest name of the scopes or, inside a filter, of the elements' entries."""
        mark, at = self.mark(), self.token.start
        name = self.match_name()
        if not self.filtering:
            return None if name is None else Name(at, name)
        known = self.mark()
        self.reset(mark)
        entry = self.match_property()
        if entry is not None and (name is None or self.mark()[0] > known[0]):
            return ItemName(at, entry)
        self.reset(known)
        return None if name is None else Name(at, name)

    def fault(self, reason: str, at: int) -> Node:
        """Refuse what the standard answers with null, or answer it so."""
        if self.language.strict:
            raise self.refusal(reason, at)
        return Literal(at, None)

    def arguments(self) -> tuple[list[str], list[Node]]:
        """Return the names, if they have any, and the nodes of the arguments in the parentheses that begin here."""
        self.expect("(")
        names: list[str] = []
        found: list[Node] = []
        while self.token.text != ")" or self.token.kind == "string":
            if self.token.kind == "name" and (name := self.match_label()) is not None:
                names.append(name)
            found.append(self.expression())
            if not self.accept(","):
                break
        self.expect(")")
        if names and len(names) < len(found):
            raise self.refusal("参数要么都写名称，要么都不写")
        return names, found

    def _call(self, called: Function, at: int) -> Node:
        names, arguments = self.arguments()
        if names:
            positions = called.positions(names)
            if positions is None or (None in positions and self.language.strict):
                return self.fault(f"函数“{called.name}”没有这样的参数：{'、'.join(names)}", at)
            arguments = [Literal(at, None) if position is None else arguments[position] for position in positions]
        elif not called.accepts(len(arguments)):
            return self.fault(f"函数“{called.name}”不能用 {len(arguments)} 个参数", at)
        if self.language.strict:
            self._check_literals(called, arguments, at)
        return Call(at, called, tuple(arguments))

    def _check_literals(self, called: Function, arguments: list[Node], at: int) -> None:
        """Refuse `date("2021-02-30")` now: at run time it would be null, and a rule that never matches."""
        literals = [argument.value for argument in arguments if isinstance(argument, Literal)]
        if called.checked and len(literals) == len(arguments) and called(literals) is None:
            raise self.refusal(f"函数“{called.name}”不接受这个值", at)

    def _lambda(self) -> Node:
        at = self.advance().start
        self.expect("(")
        parameters: list[tuple[str, FeelType]] = []
        while self.token.text != ")":
            name = self.match_label()
            parameters.append((self._parameter(), ANY) if name is None else (name, self.type_name()))
            if not self.accept(","):
                break
        self.expect(")")
        if self.token.text == "external":
            raise self.refusal("不支持外部函数")
        with self.local({name for name, _ in parameters}):
            return Lambda(at, tuple(parameters), self.expression())

    def _parameter(self) -> str:
        """Return the words up to the next comma or parenthesis, which are one name."""
        words = [self.expect_name()]
        while self.token.kind == "name":
            words.append(self.advance().text)
        return " ".join(words)

    def type_name(self) -> FeelType:
        """Return the type that is written here (DMN 1.5, rule 54)."""
        found = self.match_type()
        if found is None:
            raise self.refusal(f"没有定义的数据类型“{self.token.text}”")
        if self.token.text != "<":
            return found
        match found.kind:
            case "list" | "range":
                self.advance()
                found = FeelType(found.kind, self.type_name())
            case "context":
                found = FeelType("context", entries=self._entry_types())
            case "function":
                return self._function_type()
            case _:
                return found
        self.expect(">")
        return found

    def _entry_types(self) -> dict[str, FeelType]:
        self.advance()
        found: dict[str, FeelType] = {}
        while self.token.text != ">":
            name = self.expect_label()
            found[name] = self.type_name()
            if not self.accept(","):
                break
        return found

    def _function_type(self) -> FeelType:
        self.advance()
        parameters: list[FeelType] = []
        while self.token.text != ">":
            parameters.append(self.type_name())
            if not self.accept(","):
                break
        self.expect(">")
        self.expect("-")
        self.expect(">")
        return FeelType("function", parameters=tuple(parameters), result=self.type_name())

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
        if opening.text == "(" and self.token.kind == "symbol" and self.token.text in _BOUNDS:
            return self._bound(opening.start)
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

    def _bound(self, at: int) -> Node:
        """Return the range that `(< 10)` and its kin stand for."""
        sign = self.advance().text
        end = self.expression()
        self.expect(")")
        nothing = Literal(at, UNBOUNDED)
        match sign:
            case "=":
                return RangeLiteral(at, end, end, low_closed=True, high_closed=True)
            case "<" | "<=":
                return RangeLiteral(at, nothing, end, low_closed=False, high_closed=sign == "<=")
            case _:
                return RangeLiteral(at, end, nothing, low_closed=sign == ">=", high_closed=False)

    def _context(self) -> Node:
        opening = self.advance()
        entries: list[Entry] = []
        with self.local(set()):
            while self.token.text != "}" or self.token.kind == "string":
                at = self.token.start
                name = self.expect_label()
                entries.append(Entry(at, name, self.expression()))
                self.declare(name)
                if not self.accept(","):
                    break
        self.expect("}")
        if len({entry.name for entry in entries}) < len(entries):
            return self.fault("上下文中的名称重复", opening.start)
        return ContextLiteral(opening.start, tuple(entries))

    def _temporal(self) -> Node:
        at = self.advance().start
        if self.token.kind != "string":
            raise self.refusal("“@”后应为带引号的日期、时间或时长")
        value = temporal(self.advance().text)
        return self.fault("不是有效的日期、时间或时长", at) if value is None else Literal(at, value)
