"""What people take for contact: metres, all in one place.

Nobody sees a cup that is sunk 3 mm into its table, or hangs 8 mm above it. Such things are no violations; they are told
as :class:`scene.layout.certify.slight.Slight`, so that a repair can close them.
"""

from __future__ import annotations

__all__ = ["BOUNDS", "COLLISION", "DOOR", "GAP", "HANG_GAP", "SLIGHT_GAP", "SLIGHT_OVERLAP"]

COLLISION = 5e-3
"""That two bodies may intersect."""

BOUNDS = 5e-3
"""That a body may sink into a wall, the floor or the ceiling."""

GAP = 1e-2
"""Of air between an underside and what it rests on; and that it may sink into that and still rest there."""

HANG_GAP = 1e-2
"""Of air between a body that hangs and what holds it: a wall, the ceiling, a hook."""

DOOR = 1e-2
"""That a body may reach into where a door swings."""

SLIGHT_OVERLAP = 1e-3
"""An overlap that is told: what touches does so to within rounding."""

SLIGHT_GAP = 2e-3
"""A gap that is told."""
