"""Support and clearance of an object at its fitted size."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenewright.assets.header import SUPPORTS
from scenewright.scene.model import Vec3, Vec4

__all__ = ["ObjectStanding", "clearance_of"]

_SIDES = ("front", "back", "left", "right")


@dataclass(frozen=True, slots=True)
class ObjectStanding:
    """`support`: one of :data:`scenewright.assets.header.SUPPORTS`, or '' if unknown. `clearance`: metres at front, back, left and right
    of an object with this `size` (width, height, depth); None: its natural size."""

    support: str = ""
    clearance: Vec4 = (0.0, 0.0, 0.0, 0.0)
    size: Vec3 | None = None

    def at(self, size: Vec3, natural: Vec3 | None = None) -> dict[str, Any]:
        """``support`` and ``clearance`` of the object at a size. The clearance in front and behind scales with the depth, that at the
        sides with the width.

        Args:
            natural: the object's natural size, if `self.size` is None.
        """
        base = self.size or natural or size
        deep, wide = (s / b if b > 1e-9 else 1.0 for s, b in ((size[2], base[2]), (size[0], base[0])))
        front, back, left, right = self.clearance
        scaled = (front * deep, back * deep, left * wide, right * wide)
        return {"support": self.support, "clearance": tuple(round(v, 6) for v in scaled)}

    def to_json(self) -> dict[str, Any]:
        """All fields as JSON values."""
        return {"support": self.support, "clearance": list(self.clearance), "size": self.size and list(self.size)}

    @classmethod
    def from_json(cls, data: Any) -> ObjectStanding:
        """Read the values of :meth:`to_json`; wrong values are replaced by the defaults."""
        found: Mapping[str, Any] = data if isinstance(data, dict) else {}
        support = found.get("support")
        numbers = _lengths(found.get("clearance"), 4) or (0.0, 0.0, 0.0, 0.0)
        size = _lengths(found.get("size"), 3)
        return cls(
            support if support in SUPPORTS else "",
            (numbers[0], numbers[1], numbers[2], numbers[3]),
            None if size is None or min(size) <= 0.0 else (size[0], size[1], size[2]),
        )


def clearance_of(sides: Mapping[str, float]) -> Vec4:
    """The clearance of a header as metres at front, back, left and right."""
    front, back, left, right = (float(sides.get(side, 0.0)) for side in _SIDES)
    return (front, back, left, right)


def _lengths(value: Any, count: int) -> tuple[float, ...] | None:
    if not isinstance(value, list | tuple) or len(value) != count:
        return None
    if not all(isinstance(v, int | float) and math.isfinite(v) and v >= 0.0 for v in value):
        return None
    return tuple(float(v) for v in value)
