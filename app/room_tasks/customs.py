"""What custom asks of a whole room, beyond the lines of its recipe: that who sits on the sofa sees the television."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import direction
from scenewright.app.furnishing.traits import is_seat, is_sofa
from scenewright.app.word_sets import word_set

if TYPE_CHECKING:
    from scenewright.app.furnishing.footprints import Footprint
    from scenewright.app.writers.embedded.roomplan import RoomPlan

__all__ = ["customs_cost"]

_SCREENS = word_set("tv television screen media")
_AWAY, _BACK, _ASIDE = 2.2, 1.2, 0.4
"""What it costs that a seat looks away from the screen, that the screen looks away from it, and each metre past a good distance."""
_FAR = 3.5


def customs_cost(plan: RoomPlan) -> float:
    """What the places of a plan cost by custom, in the units of the plan."""
    screens = [foot for item, foot in plan.placed if _SCREENS & set(item.words) and not is_seat(item)]
    seats = [foot for item, foot in plan.placed if is_sofa(item)]
    seats = seats or [foot for item, foot in plan.placed if is_seat(item) and "armchair" in item.words]
    return sum(min(_seen_cost(seat, screen) for seat in seats) for screen in screens) if seats else 0.0


def _seen_cost(seat: Footprint, screen: Footprint) -> float:
    dx, dz = screen.x - seat.x, screen.z - seat.z
    far = math.hypot(dx, dz) or 1.0
    (sx, sz), (tx, tz) = direction(seat.turn), direction(screen.turn)
    looks, shows = (sx * dx + sz * dz) / far, -(tx * dx + tz * dz) / far
    return _AWAY * (1.0 - looks) + _BACK * (1.0 - shows) + _ASIDE * max(0.0, far - _FAR)
