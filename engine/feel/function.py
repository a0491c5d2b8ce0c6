"""Functions (函数): what an expression can call, with the forms in which it may be called."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.feel.type import ANY, SIMPLE, FeelType, fitted
from engine.feel.value import feel_value, host_value

Form = tuple[tuple[str, FeelType], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A function and its forms; a form is the parameters as (name, type).

    A variadic function also takes any number of arguments, which arrive as one list. The literal arguments of a
    `checked` function are tried out when the expression is compiled. A `host` function gets Python's values and speaks for
    itself: what it raises is raised. A `lenient` function takes null for every parameter, as those that texts define do.
    The time that a `timed` function takes is counted as steps.
    """

    name: str
    forms: tuple[Form, ...]
    call: Callable[..., object]
    variadic: bool = False
    host: bool = False
    checked: bool = False
    lenient: bool = False
    timed: bool = False

    def accepts(self, count: int) -> bool:
        """Tell whether the function can be called with so many positional arguments."""
        return (self.variadic and count > 0) or any(len(form) == count for form in self.forms)

    def positions(self, names: Sequence[str]) -> list[int | None] | None:
        """Return for each parameter the index of the named argument that fills it, None where it is left out; None when no form has the names.

        The form with the fewest parameters that has all the names is meant, of `before(point, range)` and `before(range, point)` the one
        in whose order the arguments are written.
        """
        if len(set(names)) < len(names):
            return None
        for form in sorted(self.forms, key=lambda form: (len(form), [name for name, _ in form] != list(names))):
            parameters = [name for name, _ in form]
            if set(names) <= set(parameters):
                return [names.index(name) if name in names else None for name in parameters]
        return None

    def __call__(self, arguments: list[object]) -> object:
        """Return the result; null when the function is given a kind of value that it does not take."""
        if self.host:
            return feel_value(self.call(*(host_value(argument) for argument in arguments)))
        for form in self.forms:
            if len(form) == len(arguments) and (found := self._fitting(arguments, form)) is not None:
                return self._result(found)
        return self._result([arguments]) if self.variadic else None

    def _fitting(self, arguments: list[object], form: Form) -> list[object] | None:
        found = []
        for value, (_, wanted) in zip(arguments, form, strict=True):
            fits, made = fitted(value, wanted)
            if not fits or (made is None and wanted.kind != "any" and not self.lenient):
                return None
            found.append(made)
        return found

    def _result(self, arguments: list[object]) -> object:
        try:
            return self.call(*arguments)
        except (ArithmeticError, ValueError):
            # Division by zero, a 30th of February, a number beyond 34 digits: the standard answers null.
            return None


def function(name: str, *forms: str, call: Callable[..., object], variadic: bool = False, checked: bool = False, timed: bool = False) -> Function:
    """Return a built-in function from forms written as `"n: number, scale: number"`; an empty form takes no argument."""
    return Function(name, tuple(_form(form) for form in forms), call, variadic, checked=checked, timed=timed)


def _form(text: str) -> Form:
    pairs = (parameter.split(": ") for parameter in text.split(", ") if parameter)
    return tuple((name, SIMPLE[wanted]) for name, wanted in pairs)


def host_function(name: str, call: Callable[..., object]) -> Function:
    """Return a function of the host, its forms read from its Python signature; it is called with Python's values, by position."""
    parameters = inspect.signature(call).parameters.values()
    positional = [parameter for parameter in parameters if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)]
    required = sum(parameter.default is parameter.empty for parameter in positional)
    names = tuple((parameter.name, ANY) for parameter in positional)
    forms = tuple(names[:count] for count in range(required, len(names) + 1))
    return Function(name, forms, call, any(parameter.kind is parameter.VAR_POSITIONAL for parameter in parameters), host=True)
