"""Functions of numbers (数值函数, DMN 1.5, table 76): rounding, roots and signs."""

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal

from engine.feel.calendar import Duration, Months
from engine.feel.function import Function, function
from engine.feel.value import CONTEXT, is_whole


def _rounding(name: str, mode: str, *, scale_optional: bool = True) -> Function:
    def rounded(number: Decimal, scale: Decimal = Decimal(0)) -> Decimal:
        if not -6111 <= scale <= 6176:
            raise ValueError(f"scale {scale}")
        places = int(scale)
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and -exponent <= places:
            return number
        return CONTEXT.add(number.quantize(Decimal(1).scaleb(-places), mode, CONTEXT), Decimal(0))

    forms = ["n: number, scale: number"]
    if scale_optional:
        forms.append("n: number")
    return function(name, *forms, call=rounded)


def _absolute(value: object) -> object:
    match value:
        case Decimal():
            return CONTEXT.abs(value)
        case Duration(nanoseconds):
            return Duration(abs(nanoseconds))
        case Months(count):
            return Months(abs(count))
        case _:
            return None


def _modulo(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Return the remainder with the sign of the divisor, as the standard defines it."""
    quotient = CONTEXT.divide(dividend, divisor).to_integral_value(ROUND_FLOOR)
    return CONTEXT.subtract(dividend, CONTEXT.multiply(divisor, quotient))


def _whole(number: Decimal, remainder: int) -> bool | None:
    return abs(int(number)) % 2 == remainder if is_whole(number) else None


def _number(text: str, grouping: object, mark: object) -> Decimal | None:
    """Return the number of a text with its own separators: grouping by space, comma or dot, the fraction by dot or comma."""
    if grouping not in (None, " ", ",", ".") or mark not in (None, ",", ".") or (grouping is not None and grouping == mark):
        return None
    plain = text if grouping is None else text.replace(str(grouping), "")
    return _read(plain if mark is None else plain.replace(str(mark), "."))


def _read(text: str) -> Decimal | None:
    plain = text.strip()
    return CONTEXT.create_decimal(plain) if plain and set(plain) <= set("0123456789.+-eE") else None


FUNCTIONS = (
    _rounding("floor", ROUND_FLOOR),
    _rounding("ceiling", ROUND_CEILING),
    _rounding("round half up", ROUND_HALF_UP),
    _rounding("round half down", ROUND_HALF_DOWN),
    _rounding("round half even", ROUND_HALF_EVEN),
    _rounding("round up", ROUND_UP),
    _rounding("round down", ROUND_DOWN),
    _rounding("decimal", ROUND_HALF_EVEN, scale_optional=False),
    function("abs", "n: any", call=_absolute),
    function("modulo", "dividend: number, divisor: number", call=_modulo),
    function("sqrt", "number: number", call=CONTEXT.sqrt),
    function("log", "number: number", call=lambda number: CONTEXT.ln(number) if number > 0 else None),
    function("exp", "number: number", call=CONTEXT.exp),
    function("odd", "number: number", call=lambda number: _whole(number, 1)),
    function("even", "number: number", call=lambda number: _whole(number, 0)),
    function(
        "number",
        "from: string",
        "from: string, grouping separator: any, decimal separator: any",
        call=lambda text, *separators: _number(text, *separators) if separators else _read(text),
    ),
)
