"""Tolerances of the certificate, in metres: what people take for contact.

Nobody sees a cup that is sunk 3 mm into its table, or hovers 8 mm above it. Such errors are no violations; they are reported
as :class:`scenewright.scene.layout.certify.slight.Slight`, so that a repair can close them.
"""

from __future__ import annotations

__all__ = ["BOUNDS", "COLLISION", "DOOR", "GAP", "HANG_GAP", "SLIGHT_GAP", "SLIGHT_OVERLAP", "SUNK", "WINDOW"]

_ROUNDING = 1e-6
"""Room for rounding, so that exactly 5 mm is not more than 5 mm."""

COLLISION = 5e-3 + _ROUNDING
"""Penetration depth of two bodies up to which they do not collide."""

BOUNDS = 5e-3 + _ROUNDING
"""Depth to which a body may sink into a wall, the floor or the ceiling."""

GAP = 1e-2 + _ROUNDING
"""Gap between an underside and its support that still counts as contact."""

HANG_GAP = 1e-2 + _ROUNDING
"""Gap between a hanging body and its wall, ceiling or hook that still counts as contact."""

SUNK = 3e-2
"""Depth to which a body may be sunk into its support and still rest on it: it collides then, but does not also float."""

DOOR = 1e-2
"""Depth to which a body may reach into the swing of a door."""

WINDOW = 1e-2
"""Width by which a body on a wall may reach over the edge of a window."""

SLIGHT_OVERLAP = 1e-3
"""Overlaps above this are reported as slight; smaller ones are rounding."""

SLIGHT_GAP = 2e-3
"""Gaps above this are reported as slight."""
