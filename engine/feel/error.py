"""Refusals (表达式错误): where an expression is wrong and why, in words for its author."""


class FeelError(Exception):
    """An expression that is refused, with its place in the text.

    `line` and `column` count from 1; `reason` is the Chinese sentence without the place.
    """

    def __init__(self, reason: str, text: str, offset: int) -> None:
        before = text[:offset]
        self.reason = reason
        self.line = before.count("\n") + 1
        self.column = offset - (before.rfind("\n") + 1) + 1
        super().__init__(f"第 {self.line} 行第 {self.column} 列：{reason}")
