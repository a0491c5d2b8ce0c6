"""Parser (语法分析): turns tokens into the tree of an expression or of unary tests."""

from collections.abc import Collection, Mapping
from decimal import InvalidOperation, Overflow

from engine.feel.cursor import Cursor
from engine.feel.dictionary import RESERVED
from engine.feel.function import Function
from engine.feel.temporal import temporal
from engine.feel.tree import (
    Arithmetic,
    Between,
    Call,
    Comparison,
    ComparisonTest,
    ConditionTest,
    ContextLiteral,
    Entry,
    Filter,
    For,
    If,
    In,
    ListLiteral,
    Literal,
    Logic,
    Loop,
    Name,
    Negation,
    Node,
    Path,
    Quantified,
    RangeLiteral,
    Subject,
    Tests,
    ValueTest,
    height,
    walk,
)
from engine.feel.value import CONTEXT

NESTING_LIMIT = 64
HEIGHT_LIMIT = 256

_STRENGTH = {"or": 1, "and": 2, "between": 3, "in": 3, "+": 4, "-": 4, "*": 5, "/": 5, "**": 6}
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_ADDITIVE = 4
_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}


class Parser(Cursor):
    """A recursive descent over one text, with the names and functions that the text may use.

    `free` collects the names of the scope that the text uses; names bound inside the text are not among them.
    """

    def __init__(self, text: str, names: Collection[str], functions: Mapping[str, Function], *, subject: bool = False) -> None:
        super().__init__(text, names, functions)
        self.subject = subject
        self.depth = 0

    def whole_expression(self) -> Node:
        """Return the tree of a text that is one expression."""
        tree = self.expression()
        return self._finished(tree)

    def whole_tests(self) -> Tests:
        """Return the tree of a text that is a cell: `-`, tests with commas between, or `not(…)` of them."""
        at = self.token.start
        if self.token.text == "-" and self.following().kind == "end":
            self.advance()
            tree = Tests(at, ())
        elif self.token.text == "not" and self.following().text == "(":
            tree = self._negated_tests(at)
        else:
            tree = Tests(at, self._tests())
        self._finished(tree)
        return tree

    def _finished(self, tree: Node) -> Node:
        if self.token.kind != "end":
            raise self.refusal(f"多余的内容“{self.token.text}”")
        if height(tree) > HEIGHT_LIMIT:
            raise self.refusal("表达式太长，请拆分", 0)
        return tree

    def _negated_tests(self, at: int) -> Tests:
        mark = self.mark()
        self.advance()
        self.expect("(")
        tests = self._tests()
        self.expect(")")
        if self.token.kind == "end":
            return Tests(at, tests, negated=True)
        # More text follows, such as in `not(?) or …`: the whole is an expression and not a negation of tests.
        self.reset(mark)
        return Tests(at, self._tests())

    def _tests(self) -> tuple[Node, ...]:
        tests = [self._test()]
        while self.accept(","):
            tests.append(self._test())
        return tuple(tests)

    def _test(self) -> Node:
        token = self.token
        if token.kind == "symbol" and token.text in _COMPARISONS:
            self.advance()
            return ComparisonTest(token.start, token.text, self._binary(_ADDITIVE))
        expression = self.expression()
        if any(isinstance(node, Subject) for node in walk(expression)):
            return ConditionTest(token.start, expression)
        return ValueTest(token.start, expression)

    def expression(self) -> Node:
        """Return the tree of the expression that begins here."""
        self.depth += 1
        if self.depth > NESTING_LIMIT:
            raise self.refusal(f"嵌套超过 {NESTING_LIMIT} 层")
        match self.token.text if self.token.kind == "name" else "":
            case "if":
                tree = self._if()
            case "for":
                tree = self._for()
            case "some" | "every":
                tree = self._quantified()
            case _:
                tree = self._binary(0)
        self.depth -= 1
        return tree

    def _binary(self, weakest: int) -> Node:
        left = self._prefixed()
        while True:
            token = self.token
            operator = token.text if token.kind in ("symbol", "name") else ""
            strength = 3 if operator in _COMPARISONS else _STRENGTH.get(operator, -1)
            if strength < max(weakest, 0):
                return left
            self.advance()
            left = self._combined(left, operator, strength, token.start)
            if strength == 3 and (self.token.text in _COMPARISONS or self.token.text in ("in", "between")):
                raise self.refusal("比较不能连写，请用 and 或括号")

    def _combined(self, left: Node, operator: str, strength: int, at: int) -> Node:
        if operator == "between":
            low = self._binary(_ADDITIVE)
            self.expect("and")
            return Between(at, left, low, self._binary(_ADDITIVE))
        if operator == "in":
            return In(at, left, self._in_tests())
        right = self._binary(strength + 1)
        if operator in ("and", "or"):
            before = left.operands if isinstance(left, Logic) and left.operator == operator else (left,)
            return Logic(at, operator, (*before, right))
        if operator in _COMPARISONS:
            return Comparison(at, operator, left, right)
        return Arithmetic(at, operator, left, right)

    def _in_tests(self) -> Tests:
        """Return the tests after `in`: one test, or several in parentheses; `(1..5)` in parentheses is an open range."""
        at = self.token.start
        if self.token.text != "(":
            return Tests(at, (self._single_test(),))
        mark = self.mark()
        self.advance()
        tests = self._tests()
        if self.token.text == "..":
            self.reset(mark)
            return Tests(at, (self._single_test(),))
        self.expect(")")
        return Tests(at, tests)

    def _single_test(self) -> Node:
        if self.token.kind == "symbol" and self.token.text in _COMPARISONS:
            return self._test()
        return ValueTest(self.token.start, self._binary(_ADDITIVE))

    def _prefixed(self) -> Node:
        token = self.token
        if not (token.kind == "symbol" and token.text == "-"):
            return self._postfixed()
        self.depth += 1
        if self.depth > NESTING_LIMIT:
            raise self.refusal(f"嵌套超过 {NESTING_LIMIT} 层")
        self.advance()
        operand = self._prefixed()
        self.depth -= 1
        return Negation(token.start, operand)

    def _postfixed(self) -> Node:
        tree = self._primary()
        while self.token.kind == "symbol" and self.token.text in (".", "["):
            at = self.token.start
            if self.accept("."):
                tree = Path(at, tree, self._property())
            else:
                self.advance()
                with self.local({"item"}):
                    tree = Filter(at, tree, self.expression())
                self.expect("]")
        return tree

    def _property(self) -> str:
        words = [self.expect_name()]
        while self.token.kind == "name" and self.token.text not in RESERVED:
            words.append(self.expect_name())
        return " ".join(words)

    def _primary(self) -> Node:
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
            high = self.expression()
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

    def _if(self) -> Node:
        at = self.advance().start
        condition = self.expression()
        self.expect("then")
        positive = self.expression()
        self.expect("else")
        return If(at, condition, positive, self.expression())

    def _for(self) -> Node:
        at = self.advance().start
        with self.local(set()):
            loops = self._loops()
            self.expect("return")
            return For(at, loops, self.expression())

    def _quantified(self) -> Node:
        token = self.advance()
        with self.local(set()):
            loops = self._loops()
            self.expect("satisfies")
            return Quantified(token.start, token.text, loops, self.expression())

    def _loops(self) -> tuple[Loop, ...]:
        loops: list[Loop] = []
        while not loops or self.accept(","):
            at = self.token.start
            variable = self.expect_name()
            self.expect("in")
            domain = self._binary(_ADDITIVE)
            if self.accept(".."):
                domain = RangeLiteral(at, domain, self._binary(_ADDITIVE), low_closed=True, high_closed=True)
            loops.append(Loop(at, variable, domain))
            self.declare(variable)
        return tuple(loops)
