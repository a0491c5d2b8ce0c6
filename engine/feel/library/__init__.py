"""Library (内置函数): the one register of the functions that every expression may call.

Nothing here knows the time, the file system or chance: a host that lets tables ask for the day gives `today` and `now` itself.
"""

from collections.abc import Mapping

from engine.feel.function import Function
from engine.feel.library import collection, interval, number, pattern, text, time, truth

_ROOMS = (number, truth, text, pattern, collection, interval, time)
BUILT_IN: Mapping[str, Function] = {each.name: each for room in _ROOMS for each in room.FUNCTIONS}
