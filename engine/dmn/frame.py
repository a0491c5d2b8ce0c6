"""Frames (上下文框架): what an expression of a model may use, while it is read and while it runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from engine.dmn.document import Element
from engine.dmn.error import ModelError
from engine.dmn.type import Type
from engine.feel import STRICT, Expression, FeelError, Function, Language, compile_expression

Compiled = TypeVar("Compiled")
TypeOf = Callable[[str | None, Element], Type]
Compiler = Callable[..., Compiled]


@dataclass(frozen=True, slots=True)
class Frame:
    """The names with their types and the functions that an expression may use, and how strictly it is read."""

    names: Mapping[str, Type]
    functions: Mapping[str, Function] = field(default_factory=dict)
    language: Language = STRICT

    def within(self, names: Mapping[str, Type]) -> "Frame":
        """Return a frame with more names, which hide those of the same spelling."""
        return replace(self, names={**self.names, **names})

    def filtering(self) -> "Frame":
        """Return the frame of a filter's condition, which may name the entries of the elements."""
        return replace(self, language=replace(self.language, filtering=True))

    def alone(self) -> "Frame":
        """Return a frame without names and functions, for constants."""
        return Frame({}, {}, self.language)


def read_feel(element: Element, compiler: Compiler[Compiled], frame: Frame, empty: str = "", text: str | None = None) -> Compiled:
    """Return the compiled text of an element; a text that is not there counts as `empty`."""
    language = element.get("expressionLanguage")
    if language and "FEEL" not in language.upper():
        raise element.error(f"不支持的表达式语言 {language}")
    try:
        return compiler((element.text() if text is None else text) or empty, frame.names, frame.functions, frame.language)
    except FeelError as error:
        raise element.feel_error(error) from None


def read_literal(element: Element, frame: Frame) -> Expression:
    """Return the expression of a literal expression; in a lenient frame one that is no FEEL is null, as the standard has it."""
    element.only("text", "importedValues")
    if frame.language.strict:
        return read_feel(element, compile_expression, frame)
    try:
        return read_feel(element, compile_expression, frame, "null")
    except ModelError:
        return compile_expression("null", ())
