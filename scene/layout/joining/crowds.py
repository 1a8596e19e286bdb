"""Whether so many bodies stand in each other that no judgement of their pairs is worth its time."""

from __future__ import annotations

from scenewright.scene.errors import LayoutError
from scenewright.scene.layout.certify import Evidence, box_pairs, near_piece_pairs

__all__ = ["require_uncrowded"]

_DEEP = 0.02
"""Metres by which boxes overlap on each axis before they count."""
_ALWAYS = 1_500
_EACH = 15
"""So many overlapping pairs may be in any scene, and so many more for each of its bodies. A meadow of grass on its ground has one or
two for each body; a hundred things at one place would have 4,950."""
_PIECE_PAIRS = 20_000_000
"""Pairs of pieces, such as two cubes of two bodies, whose boxes may meet."""


def require_uncrowded(evidence: Evidence) -> None:
    """Check the number of pairs of bodies whose boxes overlap, and of pairs of their pieces. Bodies whose pose nobody wrote do not count.

    Raises:
        LayoutError: 'crowded'.
    """
    pairs = box_pairs(evidence.low, evidence.high, -_DEEP)
    if evidence.bodies.guessed is not None:
        pairs = pairs[~evidence.bodies.guessed[pairs].any(axis=1)]
    bodies = len(evidence.low)
    if len(pairs) > _ALWAYS + _EACH * bodies:
        raise LayoutError(
            f"{len(pairs):,} pairs of the scene's {bodies:,} bodies stand in each other: do many of them have the same `at`? Give each a "
            "place of its own, or make what belongs together one entity",
            kind="crowded",
        )
    pieces = near_piece_pairs(evidence.solids, pairs, 0.0)
    if pieces > _PIECE_PAIRS:
        raise LayoutError(
            f"the overlapping bodies of the scene have {pieces:,} pairs of parts that may meet, more than {_PIECE_PAIRS:,}: build them of "
            "fewer parts, or move them apart",
            kind="crowded",
        )
