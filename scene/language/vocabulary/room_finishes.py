"""What walls and floors are made of: bricks, stones, boards, tiles. A finish cuts a rectangle of a wall or floor into pieces.

The pieces of all rectangles of one surface lie on one grid, so courses go on beside a door. Pieces differ a little in tone, and always
in the same way.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from scenewright.scene.errors import ProgramError
from scenewright.scene.language.vocabulary.evaluation import closest
from scenewright.scene.model import Vec3

__all__ = ["FINISHES", "Finish", "FinishPiece", "finish_of", "pieces_of", "toned"]

_MOST_PIECES = 260
"""Of one surface. A larger one has larger pieces, so that a hall has no more of them than a cellar."""
_LEAST = 0.02
"""Metres. A narrower rest of a piece is joint."""


@dataclass(frozen=True)
class Finish:
    """How a surface is cut, in metres.

    Attributes:
        courses: heights of the courses, which repeat from the bottom.
        lengths: least and greatest length of a piece along its course; (0, 0): a course is one piece.
        gap: width of the joints.
        recess: how deep the joints lie.
        tone: by how much of its brightness a piece may differ.
        joint: brightness of the joints over that of the pieces.
        shifted: share of a piece by which every second course is shifted.
        upright: whether courses run upward: boards that stand.
        round: whether pieces are round: logs.
        glass: whether pieces are panes between bars.
        roughness: of the pieces.
    """

    courses: tuple[float, ...]
    lengths: tuple[float, float] = (0.0, 0.0)
    gap: float = 0.006
    recess: float = 0.006
    tone: float = 0.08
    joint: float = 0.55
    shifted: float = 0.0
    upright: bool = False
    round: bool = False
    glass: bool = False
    roughness: float = 0.9


@dataclass(frozen=True)
class FinishPiece:
    """A rectangle of a surface: from (x0, y0) to (x1, y1) in metres. `tone`: brightness over that of the surface."""

    x0: float
    x1: float
    y0: float
    y1: float
    tone: float


FINISHES: dict[str, Finish] = {
    "brick": Finish((0.1,), (0.3, 0.3), 0.014, 0.006, 0.16, 1.35, 0.5),
    "stone": Finish((0.28, 0.21, 0.34, 0.24), (0.34, 0.74), 0.018, 0.014, 0.2, 0.66),
    "rock": Finish((0.52, 0.34, 0.66, 0.42), (0.4, 1.1), 0.03, 0.03, 0.3, 0.5),
    "blocks": Finish((0.22,), (0.45, 0.45), 0.01, 0.005, 0.05, 0.8, 0.5),
    "tiles": Finish((0.2,), (0.2, 0.2), 0.007, 0.002, 0.03, 0.8, roughness=0.2),
    "large tiles": Finish((0.45,), (0.45, 0.45), 0.008, 0.002, 0.04, 0.78, roughness=0.25),
    "checked tiles": Finish((0.45,), (0.45, 0.45), 0.004, 0.002, 0.0, 0.7, roughness=0.25),
    "flagstones": Finish((0.5, 0.38, 0.6), (0.4, 0.85), 0.014, 0.004, 0.16, 0.62),
    "boards": Finish((0.17,), gap=0.008, recess=0.008, tone=0.09, joint=0.45, roughness=0.65),
    "planks": Finish((0.15,), gap=0.006, recess=0.006, tone=0.09, joint=0.5, upright=True, roughness=0.65),
    "floorboards": Finish((0.16,), (1.1, 2.2), 0.005, 0.003, 0.09, 0.55, roughness=0.5),
    "mats": Finish((0.9,), (1.8, 1.8), 0.04, 0.002, 0.05, 0.2, 0.5),
    "logs": Finish((0.2,), gap=0.0, recess=0.05, tone=0.1, joint=0.6, round=True, roughness=0.75),
    "panels": Finish((9.0,), (0.62, 0.62), 0.09, 0.012, 0.0, 0.86, roughness=0.5),
    "glass": Finish((0.85,), (0.72, 0.72), 0.05, 0.05, 0.0, 1.0, glass=True, roughness=0.05),
    "paint": Finish((20.0,), gap=0.0, recess=0.001, tone=0.0, joint=1.0),
    "sheet metal": Finish((0.24,), gap=0.03, recess=0.015, tone=0.02, joint=0.8, upright=True, roughness=0.45),
}  # fmt: skip
"""Name -> what it is."""
_MEANT = {
    "bricks": "brick", "brickwork": "brick", "stones": "stone", "stonework": "stone", "block": "blocks",
    "concrete blocks": "blocks", "cinder blocks": "blocks", "tile": "tiles", "tiled": "tiles", "wood": "planks",
    "wooden": "planks", "plank": "planks", "board": "boards", "shiplap": "boards", "log": "logs", "panel": "panels",
    "panelling": "panels", "paneling": "panels", "wainscot": "panels", "parquet": "floorboards", "flagstone": "flagstones",
    "tatami": "mats", "tatami mats": "mats", "corrugated": "sheet metal", "metal": "sheet metal",
}  # fmt: skip


def finish_of(name: object, argument: str) -> Finish | None:
    """The finish of a name; None for '' and None: a plain surface.

    Raises:
        ProgramError: there is no such finish.
    """
    if name is None or name == "":
        return None
    plain = name.strip().lower().replace("_", " ") if isinstance(name, str) else ""
    found = FINISHES.get(_MEANT.get(plain, plain))
    if found is None:
        raise ProgramError(
            f"{argument} of room is {name!r}{closest(plain, list(FINISHES))}: choose from {', '.join(FINISHES)}",
            kind="argument",
        )
    return found


def pieces_of(
    finish: Finish, whole: tuple[float, float], part: tuple[float, float, float, float], key: int = 0
) -> Iterator[FinishPiece]:
    """The pieces of one part of a surface.

    Args:
        whole: width and height of all of the surface in metres, which decide how large the pieces are.
        part: x0, x1, y0, y1; x is measured from the middle of the surface, y from its bottom.
        key: of the surface: two walls are not cut alike.
    """
    x0, x1, y0, y1 = part
    width, height = whole
    if finish.upright:
        for piece in _courses(finish, (height, width), (y0, y1, x0 + width / 2.0, x1 + width / 2.0), key):
            yield FinishPiece(piece.y0 - width / 2.0, piece.y1 - width / 2.0, piece.x0, piece.x1, piece.tone)
        return
    yield from _courses(finish, whole, part, key)


def _courses(
    finish: Finish, whole: tuple[float, float], part: tuple[float, float, float, float], key: int
) -> Iterator[FinishPiece]:
    x0, x1, y0, y1 = part
    scale = _scale(finish, whole)
    cycle = sum(finish.courses) * scale
    low, number = -cycle * math.ceil(max(-y0, 0.0) / cycle), 0
    while low < y1 - 1e-9:
        high = low + finish.courses[number % len(finish.courses)] * scale
        bottom, top = max(low, y0), min(high, y1)
        if top - bottom > _LEAST:
            for left, right, tone in _along(finish, scale, number, x0, x1, key):
                half = finish.gap * scale / 2.0
                # at the edge of a part no joint is needed
                a, b = left + (half if left > x0 else 0.0), right - (half if right < x1 else 0.0)
                c, d = bottom + (half if bottom > y0 else 0.0), top - (half if top < y1 else 0.0)
                if b - a > _LEAST and d - c > _LEAST / 2.0:
                    yield FinishPiece(a, b, c, d, tone)
        low, number = high, number + 1


def _scale(finish: Finish, whole: tuple[float, float]) -> float:
    course = sum(finish.courses) / len(finish.courses)
    mean = sum(finish.lengths) / 2.0
    if mean == 0.0:
        return max(1.0, whole[1] / course / _MOST_PIECES)
    return max(1.0, math.sqrt(whole[0] * whole[1] / (course * mean) / _MOST_PIECES))


def _along(
    finish: Finish, scale: float, number: int, x0: float, x1: float, key: int
) -> Iterator[tuple[float, float, float]]:
    """Left, right and tone of the pieces of a course."""
    least, most = (length * scale for length in finish.lengths)
    if most == 0.0:
        yield x0, x1, _tone(finish, number, 0, key)
        return
    if least == most:
        shift = finish.shifted * most * (number % 2)
        first = math.floor((x0 - shift) / most)
        for k in range(first, math.ceil((x1 - shift) / most) + 1):
            left, right = max(k * most + shift, x0), min((k + 1) * most + shift, x1)
            if right > left:
                yield left, right, _tone(finish, number, k, key)
        return
    # lengths that differ, from a point left of any wall
    at = -60.0 * scale + most * _share(number, 7, key)
    k = 0
    while at < x1:
        end = at + least + (most - least) * _share(number, k, key + 3)
        if end > x0:
            yield max(at, x0), min(end, x1), _tone(finish, number, k, key)
        at, k = end, k + 1


def _tone(finish: Finish, number: int, k: int, key: int) -> float:
    if finish is FINISHES["checked tiles"]:
        return 1.0 if (number + k) % 2 else 0.3
    return 1.0 + finish.tone * (2.0 * _share(number, k, key) - 1.0)


def _share(*numbers: int) -> float:
    """A number in [0, 1) that looks random and is always the same for the same numbers."""
    value = 0
    for n in numbers:
        value = (value * 1_000_003 + n * 7_919 + 12_345) & 0xFFFFFFFF
        value ^= value >> 15
        value = (value * 0x2C1B3C6D) & 0xFFFFFFFF
        value ^= value >> 12
    return value / 2.0**32


def toned(color: Vec3, tone: float) -> Vec3:
    """A colour with its brightness multiplied."""
    r, g, b = (min(max(c * tone, 0.0), 1.0) for c in color)
    return r, g, b
