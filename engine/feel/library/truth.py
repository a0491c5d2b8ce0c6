"""Functions of truth values (逻辑函数), three-valued: null is neither true nor false."""

from engine.feel.function import function


def _opposite(value: object) -> object:
    return not value if isinstance(value, bool) else None


def _all(values: list[object]) -> object:
    if False in [value for value in values if isinstance(value, bool)]:
        return False
    return True if all(isinstance(value, bool) for value in values) else None


def _any(values: list[object]) -> object:
    if True in [value for value in values if isinstance(value, bool)]:
        return True
    return False if all(isinstance(value, bool) for value in values) else None


def _defined(value: object) -> bool:
    return value is not None


FUNCTIONS = (
    function("not", "negand: any", call=_opposite),
    function("all", "list: list", call=_all, variadic=True),
    function("any", "list: list", call=_any, variadic=True),
    # Not in the standard; authors of gateways ask this more often than anything else.
    function("is defined", "value: any", call=_defined),
)
