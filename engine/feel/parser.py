"""Parser (语法分析): turns tokens into the tree of an expression or of unary tests."""

from engine.feel.dictionary import RESERVED
from engine.feel.function import Function
from engine.feel.term import TermParser
from engine.feel.tree import (
    Arithmetic,
    Between,
    Comparison,
    ComparisonTest,
    ConditionTest,
    Filter,
    For,
    If,
    In,
    InstanceOf,
    Invocation,
    ItemName,
    Lambda,
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

PARTIAL = "partial"
"""Inside `for`, the list of the results so far (DMN 1.4, table 52)."""

NESTING_LIMIT = 64
HEIGHT_LIMIT = 256

_STRENGTH = {"or": 1, "and": 2, "between": 3, "in": 3, "+": 4, "-": 4, "*": 5, "/": 5, "**": 6}
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_ADDITIVE = 4
_CALLABLE = (Name, ItemName, Path, Filter, Invocation, Lambda, If)


class Parser(TermParser):
    """A recursive descent over one text, with the names and functions that the text may use.

    `free` collects the names of the scope that the text uses; names bound inside the text are not among them.
    """

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
            tree = Tests(at, self._tests(), strict=self.language.strict)
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
            return Tests(at, tests, negated=True, strict=self.language.strict)
        # More text follows, such as in `not(?) or …`: the whole is an expression and not a negation of tests.
        self.reset(mark)
        return Tests(at, self._tests(), strict=self.language.strict)

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

    def expression(self, *, filters: bool = True) -> Node:
        """Return the tree of the expression that begins here."""
        outside, self.filters = self.filters, filters
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
        self.filters = outside
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
            if self.language.strict and strength == 3 and (self.token.text in _COMPARISONS or self.token.text in ("in", "between")):
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
        if self.token.text != "(" or self.token.kind == "string":
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
        tree = self.term()
        while self.token.kind == "symbol" and self.token.text in (".", "[", "("):
            at = self.token.start
            if self.accept("."):
                tree = Path(at, tree, self._property())
            elif self.token.text == "[" and self.filters:
                tree = self._filter(tree)
            elif self.token.text == "(" and isinstance(tree, Literal) and isinstance(tree.value, Function):
                tree = self._call(tree.value, tree.at)
            elif self.token.text == "(" and isinstance(tree, _CALLABLE):
                names, arguments = self.arguments()
                tree = Invocation(at, tree, tuple(arguments), tuple(names))
            else:
                break
        while self.token.text == "instance" and self.token.kind == "name":
            at = self.advance().start
            self.expect("of")
            tree = InstanceOf(at, tree, self.type_name())
        return tree

    def _filter(self, source: Node) -> Node:
        at = self.advance().start
        self.filtering += 1
        with self.local({"item"}):
            condition = self.expression()
        self.filtering -= 1
        self.expect("]")
        return Filter(at, source, condition)

    def _property(self) -> str:
        found = self.match_property()
        if found is not None:
            return found
        words = [self.expect_name()]
        while self.token.kind == "name" and self.token.text not in RESERVED:
            words.append(self.expect_name())
        return " ".join(words)

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
            self.declare(PARTIAL)
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
