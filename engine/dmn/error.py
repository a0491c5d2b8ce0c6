"""Refusals (决策错误): what is wrong with a decision model, and why a decision could not be made."""


class ModelError(Exception):
    """A model that is refused when it is read.

    `element` is the id (or kind) of the XML element, `line` its line in the file, both where known; `column` is the column
    inside the cell when the error is one of FEEL.
    """

    def __init__(self, reason: str, *, file: str, element: str | None = None, line: int | None = None, column: int | None = None) -> None:
        self.reason = reason
        self.file = file
        self.element = element
        self.line = line
        self.column = column
        place = f"{file} 第 {line} 行" if line else file
        super().__init__(f"{place}（{element}）：{reason}" if element else f"{place}：{reason}")


class DecisionError(Exception):
    """A decision that could not be made, such as a second match in a UNIQUE table or an input of a wrong type."""

    def __init__(self, reason: str, *, decision: str) -> None:
        self.reason = reason
        self.decision = decision
        super().__init__(f"决策“{decision}”：{reason}")
