"""What a thing is made of, as far as a picture tells: its colour, and whether it is matt or a shiny metal."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from scenewright.app.picture_scenes.evidence import GroundView
from scenewright.app.picture_scenes.ground import Backdrop
from scenewright.app.picture_scenes.manner import Manner
from scenewright.app.picture_scenes.shading import smooth_parts, surface_pixels
from scenewright.app.picture_scenes.showing import depths, shown_numbers
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear
from scenewright.scene.model import Array, FloatArray, Vec3

__all__ = ["Look", "ground_color", "looks_of", "measures", "wall_color"]

_GROUND, _LEAST_LIGHT = 0.6, 0.8
"""Linear reflectance that a light ground is taken for: what is lit like it and as bright has the same. A ground that would have less light
than this share is taken for dark itself, as a table of dark wood is: cameras expose for the whole."""
_GRAY = 0.2
"""Saturation below which a thing is gray."""
_LIT, _LIT_METAL = (55.0, 90.0), (70.0, 95.0)
"""Shares of a thing's pixels, by brightness in percent, that are taken for its colour: neither its shade nor its highlights."""
_SHINY = np.array([-2.09, 3.91, -8.06, 0.27, 0.96, 2.45])
"""A constant, and the weight of each measure: logistic regression over 245 things of 44 pictures that Blender drew."""


@dataclass(frozen=True)
class Look:
    """`color`: sRGB. `color_name`: of the manner's colours; '' where it names none. `metal`: whether it shines like metal; `metal_sure`:
    the probability of that."""

    color: Vec3
    color_name: str
    metal: bool
    metal_sure: float


def looks_of(
    things: tuple[PlainThing, ...],
    view: GroundView,
    picture: npt.NDArray[np.uint8],
    lab: FloatArray,
    backdrop: Backdrop,
) -> list[Look]:
    """The look of each thing. `picture`: (H, W, 3) sRGB. `lab`: the same in CIELAB."""
    layers = depths(things, view)
    shown = shown_numbers(layers, view)
    found = []
    for number, thing in enumerate(things):
        mask = shown == number
        inner = ndimage.binary_erosion(mask)
        mask = inner if inner.sum() >= 12 else mask
        if not mask.any():
            found.append(Look((0.5, 0.5, 0.5), "", False, 0.0))
            continue
        sure = 1.0 / (
            1.0 + math.exp(-float(_SHINY @ [1.0, *measures(thing, number, view, mask, picture, lab, backdrop)]))
        )
        found.append(_look(picture[mask], backdrop.lab[mask], view.manner, sure))
    return found


def measures(
    thing: PlainThing,
    number: int,
    view: GroundView,
    mask: Array[np.bool_],
    picture: npt.NDArray[np.uint8],
    lab: FloatArray,
    backdrop: Backdrop,
) -> list[float]:
    """Signs of metal: how rough its light is, how much darker its upper sides are, how saturated, how contrasting, how many highlights."""
    layer = depths([thing], view)[0]
    if layer is None:
        return [0.0] * 5
    pixels = surface_pixels(thing, layer, mask, view)
    if len(pixels.rows) < 6:
        return [0.0] * 5
    light = lab[pixels.rows, pixels.columns, 0]
    level = max(float(np.median(light)), 10.0)
    off = np.abs(light - smooth_parts(thing, pixels, light))
    rough = float(np.mean(np.minimum(off, 12.0))) / level * 10.0
    up = pixels.up
    slope = float(np.polyfit(up, light / level, 1)[0]) if np.ptp(up) > 0.2 else 0.0
    spread = float(np.percentile(light, 92) - np.percentile(light, 8)) / level
    rgb = picture[pixels.rows, pixels.columns].astype(np.float64)
    saturation = 1.0 - rgb.min(axis=1) / np.maximum(rgb.max(axis=1), 1.0)
    bright = float(np.mean(light > level + 25.0))
    return [rough, slope, spread, float(np.median(saturation)), bright * 10.0]


def _look(rgb: npt.NDArray[np.uint8], ground: FloatArray, manner: Manner, sure: float) -> Look:
    """A look from the pixels (N, 3) of a thing and the ground's CIELAB (N, 3) there."""
    linear = linear_from_srgb(rgb / 255.0)
    light = _light(ground)
    level = linear.sum(axis=1)
    low, high = _LIT_METAL if sure > 0.5 else _LIT
    lit = (level >= np.percentile(level, low)) & (level <= np.percentile(level, high))
    middle = linear[lit].mean(axis=0)
    seen = _in_light(middle, light)
    if not manner.colors:
        return Look(seen, "", sure > 0.5, sure)
    name, known = _nearest(rgb, manner)
    return Look(known, name, sure > 0.5, sure)


def ground_color(picture: npt.NDArray[np.uint8], backdrop: Backdrop) -> Vec3:
    """sRGB of the ground in the lower half of a picture (H, W, 3), where it is near."""
    near = ~backdrop.foreground & ~backdrop.wall
    near[: len(near) // 2] = False
    if not near.any():
        near = ~backdrop.foreground & ~backdrop.wall
    middle = np.median(linear_from_srgb(picture[near] / 255.0), axis=0)
    return _in_light(middle, _light(backdrop.lab[near]))


def wall_color(picture: npt.NDArray[np.uint8], backdrop: Backdrop) -> Vec3:
    """sRGB of the wall above the edge of the ground in a picture (H, W, 3), in the light of the ground."""
    plain = backdrop.wall & ~backdrop.foreground
    wall = plain if plain.any() else backdrop.wall
    middle = np.median(linear_from_srgb(picture[wall] / 255.0), axis=0)
    return _in_light(middle, _light(backdrop.lab[~backdrop.wall]))


def _light(ground: FloatArray) -> float:
    """The light on the ground, 1 for a picture that is exposed as usual, from its CIELAB (N, 3)."""
    return max(float(np.median(((ground[:, 0] + 16.0) / 116.0) ** 3)) / _GROUND, _LEAST_LIGHT)


def _in_light(linear: FloatArray, light: float) -> Vec3:
    """sRGB of what looks like linear RGB (3,) in some light."""
    red, green, blue = (float(v) for v in srgb_from_linear(np.clip(linear / light, 0.0, 1.0)))
    return red, green, blue


def _nearest(rgb: npt.NDArray[np.uint8], manner: Manner) -> tuple[str, Vec3]:
    """The colour of a manner that pixels (N, 3) have, by hue: lightness depends on the light."""
    values = rgb.astype(np.float64) / 255.0
    high, low = values.max(axis=1), values.min(axis=1)
    chroma = high - low
    strong = chroma >= np.percentile(chroma, 40)
    turn, strength = _hue(values[strong].mean(axis=0))
    return min(manner.colors, key=lambda pair: _hue_cost(pair[1], turn, strength))


def _hue(color: FloatArray) -> tuple[float, float]:
    """(degrees, saturation) of an sRGB colour."""
    import colorsys

    hue, saturation, _ = colorsys.rgb_to_hsv(*(float(v) for v in color))
    return hue * 360.0, saturation


def _hue_cost(color: Vec3, turn: float, strength: float) -> float:
    other, saturation = _hue(np.array(color))
    if (saturation < _GRAY) != (strength < _GRAY):
        return 1000.0
    return abs((other - turn + 180.0) % 360.0 - 180.0) if saturation >= _GRAY else 0.0
