"""What people take for contact: metres, all in one place.

Nobody sees a cup that is sunk 3 mm into its table, or hangs 8 mm above it. Such things are no violations; they are told
as :class:`scenewright.scene.layout.certify.slight.Slight`, so that a repair can close them.
"""

from __future__ import annotations

__all__ = ["BOUNDS", "COLLISION", "DOOR", "GAP", "HANG_GAP", "SLIGHT_GAP", "SLIGHT_OVERLAP", "SUNK"]

_ROUNDING = 1e-6
"""Of sums of written numbers: what is 5 mm is not more than 5 mm."""

COLLISION = 5e-3 + _ROUNDING
"""That two bodies may intersect."""

BOUNDS = 5e-3 + _ROUNDING
"""That a body may sink into a wall, the floor or the ceiling."""

GAP = 1e-2 + _ROUNDING
"""Of air between an underside and what it rests on."""

HANG_GAP = 1e-2 + _ROUNDING
"""Of air between a body that hangs and what holds it: a wall, the ceiling, a hook."""

SUNK = 3e-2
"""That a body may be sunk into what it rests on and still rests there: that is a collision, and not a thing in the air as well."""

DOOR = 1e-2
"""That a body may reach into where a door swings."""

SLIGHT_OVERLAP = 1e-3
"""An overlap that is told: what touches does so to within rounding."""

SLIGHT_GAP = 2e-3
"""A gap that is told."""
