"""Guesses of the up axis, front and unit of an unknown mesh, each with a confidence.

Evidence: what glTF prescribes (+y up, +z front, metres) and Blender's raw frame (+z up, -y front), how broad each side
touches the ground, how the box compares with the size of things of that name, mirror symmetry (people and furniture are
symmetric left to right), where the upper half leans (backs of seats are at the rear) and which side is flat (cabinets have
flat backs). A softmax over the candidates gives the confidence; its weights are a conditional logit fitted on 75 pieces of
Sweet Home 3D in four frames, measured on others by ``tests/benchmarks/bench_orientation.py``. Nothing here is certain: a
person sees the guess and corrects it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from scenewright.scene.model import FloatArray, Vec3

__all__ = ["AXES", "UNITS", "guess_front", "guess_unit", "guess_up", "upright_matrix"]

AXES: dict[str, tuple[int, int]] = {
    f"{sign}{name}": (axis, 1 if sign == "+" else -1) for axis, name in enumerate("xyz") for sign in "+-"
}
UNITS: dict[str, float] = {"m": 1.0, "cm": 0.01, "mm": 0.001, "inch": 0.0254, "foot": 0.3048}
"""Metres per unit."""

_BACKED = frozenset({"seating", "beds", "people"})


def _vector(axis: str) -> FloatArray:
    index, sign = AXES[axis]
    out = np.zeros(3)
    out[index] = sign
    return out


def upright_matrix(up: str, front: str) -> FloatArray:
    """(3, 3) rotation that takes the file's `up` axis to +y and its `front` axis to +z.

    Raises:
        ValueError: both are on one axis, or one is not '+x' ... '-z'.
    """
    if up not in AXES or front not in AXES or AXES[up][0] == AXES[front][0]:
        raise ValueError(f"up {up!r} and front {front!r}: two different axes of {', '.join(AXES)}")
    y, z = _vector(up), _vector(front)
    return np.stack((np.cross(y, z), y, z))


def _chosen(points: Mapping[str, float]) -> tuple[str, float]:
    best = max(points, key=lambda k: points[k])
    total = sum(math.exp(v - points[best]) for v in points.values())
    return best, round(1.0 / total, 2)


def _disagreement(extent: Sequence[float], known: Sequence[float]) -> float:
    """Difference of the proportions of two boxes: mean absolute log ratio after the best common scale."""
    ratios = [math.log(max(a, 1e-9) / max(b, 1e-9)) for a, b in zip(extent, known, strict=True)]
    middle = sorted(ratios)[1]
    return sum(abs(r - middle) for r in ratios) / 3


def guess_up(facts: Mapping[str, Any], known: Vec3 | None) -> tuple[str, float]:
    """The up axis of the file, '+x' ... '-z', and a confidence from 0 to 1.

    Args:
        facts: the result of :func:`scenewright.assets.packs.mesh_files.inspect_file`.
        known: usual (width, height, depth) of things with that name; None if the catalogue has none.
    """
    extent = [h - low for low, h in zip(facts["low"], facts["high"], strict=True)]
    points: dict[str, float] = {}
    # STL is the format of printers and construction, where +z is up
    prior = {"+y": 3.7, "+z": 5.0} if facts.get("format") == "stl" else {"+y": 5.0, "+z": 3.7}
    for name, (axis, sign) in AXES.items():
        below = f"{'-' if sign > 0 else '+'}{name[1]}"
        score = prior.get(name, 0.0)
        score += 2.0 * facts["supports"][below] + 1.1 * (facts["supports"][below] - facts["supports"][name])
        share = facts["weight"][name[1]]
        score += 1.4 * ((share if sign > 0 else 1 - share) - 0.5)
        score += 14.8 * facts["mirror"][name[1]] - 6.7 * min(facts["mirror"][n] for n in "xyz" if n != name[1])
        score += 2.9 * extent[axis] / max(*extent, 1e-9)
        if known is not None:
            across = [e for i, e in enumerate(extent) if i != axis]
            score -= 3.3 * min(
                _disagreement((across[0], extent[axis], across[1]), known),
                _disagreement((across[1], extent[axis], across[0]), known),
            )
        points[name] = score
    return _chosen(points)


def guess_front(facts: Mapping[str, Any], up: str, known: Vec3 | None, category: str) -> tuple[str, float]:
    """The front axis of the file for a given `up` axis, and a confidence from 0 to 1."""
    extent = [h - low for low, h in zip(facts["low"], facts["high"], strict=True)]
    up_name, up_sign = up[1], "+" if AXES[up][1] > 0 else "-"
    points: dict[str, float] = {}
    for name, (axis, sign) in AXES.items():
        if axis == AXES[up][0]:
            continue
        side = next(n for n in "xyz" if n not in (name[1], up_name))
        score = {"+z": 1.6, "-y": 3.9}.get(name, 0.0)
        score += math.log((facts["mirror"][name[1]] + 0.005) / (facts["mirror"][side] + 0.005))
        lean = (
            facts["weight"][f"{name[1]}|{up_sign}{up_name}"] - facts["weight"][f"{name[1]}|{_other(up_sign)}{up_name}"]
        )
        score -= (3.6 if category in _BACKED else 0.2) * lean * sign
        score += 0.8 * (0.5 - facts["weight"][name[1]]) * sign
        back = f"{'-' if sign > 0 else '+'}{name[1]}"
        score += 1.2 * (facts["supports"][back] - facts["supports"][name])
        breadth = math.log(max(extent["xyz".index(side)], 1e-9) / max(extent[axis], 1e-9))
        score += 0.5 * breadth
        if known is not None:
            score -= abs(breadth - math.log(known[0] / max(known[2], 1e-9)))
        points[name] = score
    return _chosen(points)


def _other(sign: str) -> str:
    return "-" if sign == "+" else "+"


def guess_unit(extent: Vec3, known: Vec3 | None) -> tuple[str, float, float]:
    """Unit, metres per unit, and a confidence from 0 to 1, for an upright box (width, height, depth).

    If no unit gives about the usual size of things with that name, the unit is 'fitted': the box is scaled to that size.
    """
    points: dict[str, float] = {}
    for unit, metres in UNITS.items():
        prior = {"m": 1.0, "cm": 0.3, "mm": 0.2}.get(unit, -1.0)
        if known is not None:
            ratio = math.log(max(*extent, 1e-9) * metres / max(known))
            points[unit] = prior - 2.5 * abs(ratio)
        else:
            longest = max(extent) * metres
            outside = max(0.0, math.log(longest / 4.0), math.log(0.05 / max(longest, 1e-9)))
            points[unit] = prior - 2.0 * outside
    unit, confidence = _chosen(points)
    metres = UNITS[unit]
    if known is not None:
        off = abs(math.log(max(*extent, 1e-9) * metres / max(known)))
        if off > math.log(2.5 if unit in {"m", "cm", "mm"} else 1.4):
            return "fitted", max(known) / max(*extent, 1e-9), 0.4
        return unit, metres, round(confidence * math.exp(-off), 2)
    return unit, metres, round(0.6 * confidence, 2)
