"""What holds an object up and what stays free around it, at the size that it is fitted to."""

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
    """`support` is one of :data:`scenewright.assets.header.SUPPORTS`, '' where nobody said. `clearance`: metres at front, back, left
    and right of an object of this `size` (width, height, depth); None is the object's natural one."""

    support: str = ""
    clearance: Vec4 = (0.0, 0.0, 0.0, 0.0)
    size: Vec3 | None = None

    def at(self, size: Vec3, natural: Vec3 | None = None) -> dict[str, Any]:
        """``support`` and ``clearance`` of a reference to the object at a size: what opens or pulls out to the front grows
        with the depth, what is beside it with the width.

        Args:
            natural: the object's own size, where `self.size` is None.
        """
        base = self.size or natural or size
        deep, wide = (s / b if b > 1e-9 else 1.0 for s, b in ((size[2], base[2]), (size[0], base[0])))
        front, back, left, right = self.clearance
        scaled = (front * deep, back * deep, left * wide, right * wide)
        return {"support": self.support, "clearance": tuple(round(v, 6) for v in scaled)}

    def to_json(self) -> dict[str, Any]:
        """The same as JSON values."""
        return {"support": self.support, "clearance": list(self.clearance), "size": self.size and list(self.size)}

    @classmethod
    def from_json(cls, data: Any) -> ObjectStanding:
        """Of :meth:`to_json`; of anything else what of it can be read."""
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
    """A header's clearance by side as metres at front, back, left and right."""
    front, back, left, right = (float(sides.get(side, 0.0)) for side in _SIDES)
    return (front, back, left, right)


def _lengths(value: Any, count: int) -> tuple[float, ...] | None:
    if not isinstance(value, list | tuple) or len(value) != count:
        return None
    if not all(isinstance(v, int | float) and math.isfinite(v) and v >= 0.0 for v in value):
        return None
    return tuple(float(v) for v in value)
