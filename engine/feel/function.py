"""Functions (函数): what an expression can call, with the forms in which it may be called."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.feel.value import feel_value, kind

Form = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Function:
    """A named function and its forms; a form is the parameters as (name, kind), kind `any` takes every value.

    A variadic function also takes any number of arguments, which arrive as one list. The literal arguments of a
    `checked` function are tried out when the expression is compiled.
    """

    name: str
    forms: tuple[Form, ...]
    call: Callable[..., object]
    variadic: bool = False
    host: bool = False
    checked: bool = False

    def accepts(self, count: int) -> bool:
        """Tell whether the function can be called with so many positional arguments."""
        return (self.variadic and count > 0) or any(len(form) == count for form in self.forms)

    def positions(self, names: Sequence[str]) -> list[int] | None:
        """Return for each parameter the index of the named argument that fills it; None when no form has these names."""
        for form in self.forms:
            parameters = [name for name, _ in form]
            if sorted(parameters) == sorted(names):
                return [names.index(name) for name in parameters]
        return None

    def __call__(self, arguments: list[object]) -> object:
        """Return the result; null when a built-in function is given a kind of value that it does not take."""
        if self.host:
            return feel_value(self.call(*arguments))
        for form in self.forms:
            if len(form) == len(arguments) and all(_fits(value, wanted) for value, (_, wanted) in zip(arguments, form, strict=True)):
                return self._result(arguments)
        return self._result([arguments]) if self.variadic else None

    def _result(self, arguments: list[object]) -> object:
        try:
            return self.call(*arguments)
        except (ArithmeticError, ValueError):
            # Division by zero, a 30th of February, a number beyond 34 digits: the standard answers null.
            return None


def _fits(value: object, wanted: str) -> bool:
    return wanted == "any" or kind(value) == wanted


def function(name: str, *forms: str, call: Callable[..., object], variadic: bool = False, checked: bool = False) -> Function:
    """Return a built-in function from forms written as `"n: number, scale: number"`."""
    return Function(name, tuple(_form(form) for form in forms), call, variadic, checked=checked)


def _form(text: str) -> Form:
    pairs = (parameter.split(": ") for parameter in text.split(", ") if parameter)
    return tuple((name, wanted) for name, wanted in pairs)


def host_function(name: str, call: Callable[..., object]) -> Function:
    """Return a function of the host, its forms read from its Python signature; it is called with FEEL values, by position."""
    parameters = inspect.signature(call).parameters.values()
    positional = [parameter for parameter in parameters if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)]
    required = sum(parameter.default is parameter.empty for parameter in positional)
    names = tuple((parameter.name, "any") for parameter in positional)
    forms = tuple(names[:count] for count in range(required, len(names) + 1))
    return Function(name, forms, call, any(parameter.kind is parameter.VAR_POSITIONAL for parameter in parameters), host=True)
