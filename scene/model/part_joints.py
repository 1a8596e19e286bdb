"""How a part of a catalogue object moves: what the object's file declares of a door, a drawer or a lid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["HINGE_SIDES", "HingeSide", "PartJoint"]

HingeSide = Literal["left", "right", "outer", "handle", "top", "bottom", "back"]

HINGE_SIDES: tuple[str, ...] = get_args(HingeSide)


@dataclass(frozen=True, slots=True)
class PartJoint:
    """A hinge or a slide of every part with a name. Directions are the object's own: it faces +z, and left is at -x, as seen from its
    front.

    `part`: the name of the moving part in the object's tree, without its number. `hinge`: the side of the part's panel with the hinge:
    'left', 'right', 'top' and 'bottom' of an upright panel that opens to the front; 'outer': left or right, whichever is farther from
    the object's middle; 'handle': left or right, whichever is farther from its handle; 'back': of a lid that opens upward, and may
    stand ajar. None: the part slides to the front. `reach`: how far it opens: degrees of a hinge, share of its own depth of a slide.
    `riders`: names of other parts that move along with the nearest such part. `encloses`: whether there is a space behind the part (in
    a drawer: in it) in which things are kept.
    """

    part: str
    hinge: HingeSide | None
    reach: float
    riders: tuple[str, ...] = ()
    encloses: bool = True
