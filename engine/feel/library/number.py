"""Functions of numbers (数值函数): rounding and signs."""

from datetime import timedelta
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal

from engine.feel.function import Function, function
from engine.feel.value import CONTEXT, EXPONENT_LIMIT, Months, is_whole


def _rounding(name: str, mode: str, *, scale_optional: bool = True) -> Function:
    def rounded(number: Decimal, scale: Decimal = Decimal(0)) -> Decimal:
        places = int(scale)
        if abs(places) > EXPONENT_LIMIT:
            raise ValueError(f"scale {places}")
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
        case timedelta():
            return abs(value)
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
    function("odd", "number: number", call=lambda number: _whole(number, 1)),
    function("even", "number: number", call=lambda number: _whole(number, 0)),
    function("number", "from: string", call=CONTEXT.create_decimal),
)
