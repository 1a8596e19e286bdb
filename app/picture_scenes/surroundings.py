"""What is around the things of a picture: the colour of its ground, a wall behind it, and the lamps that light them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.app.picture_scenes.evidence import GroundView
from scenewright.app.picture_scenes.ground import Backdrop
from scenewright.app.picture_scenes.looks import ground_color, wall_color
from scenewright.app.picture_scenes.shadows import LAMP_RADIUS, GroundLamp
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.scene.model import Vec3

__all__ = ["BackWall", "PictureSurroundings", "WrittenLamp", "surroundings_of"]

_ROUND = 6.0
"""Side of the ground, over the distance of the camera: it goes on past the picture."""
_FARTHEST_WALL = 0.45
"""Of the ground's side, from the middle."""
_THICK = 0.2
_ROOM_DIAGONAL = 6.0
"""Metres. In a scene without units, watts are those of a lamp in a room of this size."""
_REACH = 15.0
"""Of lamps, over the distance of the camera: shadows tell badly how far away they are, and far ones light all of the ground alike."""
_EVEN = 0.6
"""Of the light that no lamp explains, what comes from everywhere: shadows of large or several lamps blend, and each explains too little."""
_LEAST_WATTS = 6.0
"""Smaller numbers would be taken for factors on a common lamp."""


@dataclass(frozen=True)
class BackWall:
    """A wall across the picture. `at`: bottom centre. `turn`: degrees about +y. `size`: width, height, depth. `color`: sRGB."""

    at: Vec3
    turn: float
    size: Vec3
    color: Vec3


@dataclass(frozen=True)
class WrittenLamp:
    """An area light that shines at the middle of the ground. `at`, `size`: in the scene. `watts`: as a program states them."""

    at: Vec3
    size: float
    watts: float


@dataclass(frozen=True)
class PictureSurroundings:
    """`ground`: its sRGB. `side`: its width and depth. `lamps`: none where shadows do not tell where light comes from. `ambient`: radiance
    of the light from everywhere, beside the lamps."""

    ground: Vec3
    side: float
    wall: BackWall | None
    lamps: tuple[WrittenLamp, ...]
    ambient: float


def surroundings_of(
    picture: npt.NDArray[np.uint8],
    backdrop: Backdrop,
    view: GroundView,
    things: Sequence[PlainThing],
    lamps: Sequence[GroundLamp],
) -> PictureSurroundings:
    """Of a picture (H, W, 3) with its lamps as shadows tell them."""
    side = _ROUND * max(view.distance, *(math.hypot(*t.at) for t in things))
    wall = _wall(picture, backdrop, view, side)
    if wall is not None and any(_behind(thing, wall, view) for thing in things):
        wall = None
    highest = max([t.size[1] for t in things] + ([wall.size[1]] if wall is not None else []))
    unit = math.sqrt(2.0 * side**2 + highest**2) / _ROOM_DIAGONAL
    written, ambient = _written(lamps, _REACH * view.distance, unit)
    return PictureSurroundings(ground_color(picture, backdrop), side, wall, written, ambient)


def _wall(picture: npt.NDArray[np.uint8], backdrop: Backdrop, view: GroundView, side: float) -> BackWall | None:
    if not backdrop.wall.any():
        return None
    pinhole = view.pinhole
    eye = np.asarray(pinhole.eye)
    ahead = -eye * [1.0, 0.0, 1.0] / math.hypot(eye[0], eye[2])

    def slope(row: float) -> float:
        """How much a ray through the middle of a row rises on its way ahead."""
        return math.tan(-view.pitch - math.atan((row - pinhole.K[1, 2]) / pinhole.K[1, 1]))

    middle = math.hypot(eye[0], eye[2])
    farthest = middle + _FARTHEST_WALL * side
    edge = slope(float(backdrop.edge[pinhole.width // 2]))
    far = min(float(eye[1]) / -edge, farthest) if edge < 0.0 else farthest
    foot = eye + far * ahead
    wide = 2.2 * far * pinhole.width / (2.0 * pinhole.K[0, 0]) / math.cos(view.pitch)
    high = max(1.15 * (float(eye[1]) + far * slope(0.0)), 0.05 * far)
    x, z = (float(v) for v in (foot + _THICK / 2.0 * ahead)[[0, 2]])
    turn = math.degrees(math.atan2(-ahead[0], -ahead[2]))
    return BackWall((x, 0.0, z), turn, (wide, high, _THICK), wall_color(picture, backdrop))


def _placed(lamp: GroundLamp, reach: float) -> Vec3:
    x, y, z = (float(v) for v in lamp.way * reach)
    return x, y, z


def _behind(thing: PlainThing, wall: BackWall, view: GroundView) -> bool:
    ahead = -np.asarray(view.pinhole.eye)[[0, 2]]
    return float((np.array(thing.at) - [wall.at[0], wall.at[2]]) @ ahead) > 0.0


def _written(lamps: Sequence[GroundLamp], reach: float, unit: float) -> tuple[tuple[WrittenLamp, ...], float]:
    """Lamps at a distance that give their shares of the light on the ground's middle, and what light from everywhere gives the rest."""
    if not lamps:
        return (), 0.0
    # a panel gives share = watts cos / (pi reach^2)
    watts = [lamp.share * math.pi * reach**2 / float(lamp.way[1]) / unit**2 for lamp in lamps]
    factor = _LEAST_WATTS / min(watts)
    rest = max(1.0 - sum(lamp.share for lamp in lamps), 0.05) * _EVEN
    written = tuple(
        WrittenLamp(_placed(lamp, reach), 2.0 * LAMP_RADIUS * reach, factor * power)
        for lamp, power in zip(lamps, watts, strict=True)
    )
    return written, factor * rest / math.pi
