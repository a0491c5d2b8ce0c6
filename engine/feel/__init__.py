"""FEEL (友好表达式语言): the expression language of gateways, timers and decision tables, in pure Python values.

An expression is compiled once, with the names it may use, into closures; nothing is ever handed to Python's own evaluator.
Texts, names and functions are checked when compiling: an unknown name is an error and not null. At run time the standard's
answer to what does not fit (a text compared with a number, division by zero) is null, here None, and `and`, `or` and `not`
are three-valued. A host that needs a definite answer refuses None itself, as decision tables do for inputs of a wrong type.

Differences from the standard, all on the strict side: a property of the elements in a filter is written `item.name`;
`date("2021-02-30")` and its kin with literal arguments are refused when compiling; comparisons do not chain; of an unknown
subject every unary test is unknown, but for tests for null.
"""

from engine.feel.arithmetic import calculate
from engine.feel.calendar import DAY, Date, Duration, Instant, Months, Time
from engine.feel.cursor import STRICT, Language
from engine.feel.error import FeelError
from engine.feel.expression import Expression, UnaryTests, compile_expression, compile_unary_tests, parse
from engine.feel.function import Function
from engine.feel.loop import elements
from engine.feel.scope import Scope, StepLimitError
from engine.feel.temporal import duration_text
from engine.feel.type import SIMPLE, FeelType, fitted
from engine.feel.value import CONTEXT, UNBOUNDED, Range, equal, feel_value, host_value, is_whole, kind, number_text

__all__ = [
    "CONTEXT",
    "DAY",
    "SIMPLE",
    "STRICT",
    "UNBOUNDED",
    "Date",
    "Duration",
    "Expression",
    "FeelError",
    "FeelType",
    "Function",
    "Instant",
    "Language",
    "Months",
    "Range",
    "Scope",
    "StepLimitError",
    "Time",
    "UnaryTests",
    "calculate",
    "compile_expression",
    "compile_unary_tests",
    "duration_text",
    "elements",
    "equal",
    "feel_value",
    "fitted",
    "host_value",
    "is_whole",
    "kind",
    "number_text",
    "parse",
]
