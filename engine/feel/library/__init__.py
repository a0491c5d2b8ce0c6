"""Library (内置函数): the one register of the functions that every expression may call.

Nothing here knows the time, the file system or chance: `today`, `now` and `random` are left out on purpose. Regular
expressions (`matches`, `replace`, `split`) are left out too: a pattern could make an evaluation run without end.
"""

from collections.abc import Mapping

from engine.feel.function import Function
from engine.feel.library import collection, number, text, time, truth

BUILT_IN: Mapping[str, Function] = {
    each.name: each for each in (*number.FUNCTIONS, *truth.FUNCTIONS, *text.FUNCTIONS, *collection.FUNCTIONS, *time.FUNCTIONS)
}
