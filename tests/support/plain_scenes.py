"""Scenes of plain things on a grey ground, in the manner of CLEVR (Johnson et al., CVPR 2017), as programs with what is in them.

Three shapes, eight colours, two materials and two sizes as there; camera and three lamps are jittered. The rules of its generator hold: things
keep a distance from each other, are clearly left, right, before or behind, and each shows at least :data:`LEAST_PIXELS` of 320x240.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw
from scipy.spatial import ConvexHull

from scenewright.renderers.base import Pinhole
from scenewright.scene.model import Camera

__all__ = [
    "COLORS",
    "LEAST_PIXELS",
    "MATERIALS",
    "SHAPES",
    "SIZES",
    "SPLITS",
    "PlainScene",
    "PlainThing",
    "plain_scene",
]

COLORS = {
    "gray": (87, 87, 87),
    "red": (173, 35, 35),
    "blue": (42, 75, 215),
    "green": (29, 105, 20),
    "brown": (129, 74, 25),
    "purple": (129, 38, 192),
    "cyan": (41, 208, 208),
    "yellow": (255, 238, 51),
}
"""sRGB of CLEVR's colours."""
SHAPES = ("cube", "sphere", "cylinder")
MATERIALS = {"rubber": (0.7, 0.0), "metal": (0.2, 1.0)}
"""Roughness and metallic."""
SIZES = {"large": 0.7, "small": 0.35}
"""Radius of spheres and cylinders; cubes have edges of 2 / sqrt(2) times that."""
SPLITS = ("all", "a", "b")
"""CoGenT's: in 'a' cubes have four of the colours and cylinders the other four, in 'b' the other way round."""
LEAST_PIXELS = 200
"""Of 320x240."""
_EYE = (7.2, 5.1, 6.8)
_FOV = 37.85
_JITTER = 0.5
_REACH = 3.0
_GAP, _MARGIN = 0.25, 0.4
_LAMPS = ((6.4, 4.5, -2.9, 170.0), (-4.2, 5.0, 1.7, 110.0), (-1.1, 5.9, -2.6, 60.0))
"""x, y, z and strength of each lamp: key, fill and back."""
_COLORS_OF_CUBES = ("gray", "blue", "brown", "yellow")


@dataclass(frozen=True)
class PlainThing:
    """`at`: (x, z) on the ground. `turn`: degrees."""

    shape: str
    color: str
    material: str
    size: str
    at: tuple[float, float]
    turn: float

    @property
    def radius(self) -> float:
        return SIZES[self.size]

    @property
    def height(self) -> float:
        return self.radius * (math.sqrt(2.0) if self.shape == "cube" else 2.0)

    def points(self) -> np.ndarray:
        """(P, 3) points whose hull it is, in the world."""
        r = self.radius
        angles = np.linspace(0.0, 2.0 * math.pi, 24, endpoint=False)
        if self.shape == "sphere":
            tilts = np.linspace(0.0, math.pi, 13)
            a, t = (grid.ravel() for grid in np.meshgrid(angles, tilts))
            points = np.stack([r * np.sin(t) * np.cos(a), r + r * np.cos(t), r * np.sin(t) * np.sin(a)], axis=1)
        else:
            if self.shape == "cube":
                angles = math.radians(45.0 - self.turn) + np.arange(4) * math.pi / 2.0
            ring = np.stack([r * np.cos(angles), np.zeros_like(angles), r * np.sin(angles)], axis=1)
            points = np.concatenate([ring, ring + [0.0, self.height, 0.0]])
        return points + [self.at[0], 0.0, self.at[1]]


@dataclass(frozen=True)
class PlainScene:
    """`program`: its text."""

    seed: int
    things: tuple[PlainThing, ...]
    camera: Camera
    program: str


def plain_scene(seed: int, *, split: str = "all", least: int = 3, most: int = 10) -> PlainScene:
    """The scene of a seed, with `least` to `most` things."""
    rng = np.random.default_rng([seed, SPLITS.index(split)])
    count = int(rng.integers(least, most + 1))
    while True:
        eye = tuple(float(v + rng.uniform(-_JITTER, _JITTER)) for v in _EYE)
        camera = Camera((eye[0], eye[1], eye[2]), (0.0, 0.0, 0.0), _FOV)
        things = _things(rng, camera, count, split)
        if things is not None:
            return PlainScene(seed, things, camera, _program(things, camera, rng))


def _things(rng: np.random.Generator, camera: Camera, count: int, split: str) -> tuple[PlainThing, ...] | None:
    """Things that keep CLEVR's rules; None where no place was found for one, or one is hidden."""
    back = np.array([camera.eye[0], camera.eye[2]])
    front = -back / np.linalg.norm(back)
    axes = np.stack([front, [-front[1], front[0]]])
    things: list[PlainThing] = []
    for _ in range(count):
        for _ in range(50):
            thing = _thing(rng, split)
            if all(_apart(thing, other, axes) for other in things):
                break
        else:
            return None
        things.append(thing)
    return tuple(things) if min(_pixels(things, camera)) >= LEAST_PIXELS else None


def _thing(rng: np.random.Generator, split: str) -> PlainThing:
    shape = SHAPES[rng.integers(3)]
    colors = list(COLORS)
    if split != "all" and shape != "sphere":
        mine = (shape == "cube") == (split == "a")
        colors = [c for c in colors if (c in _COLORS_OF_CUBES) == mine]
    color = colors[rng.integers(len(colors))]
    material, size = list(MATERIALS)[rng.integers(2)], list(SIZES)[rng.integers(2)]
    x, z = (float(v) for v in rng.uniform(-_REACH, _REACH, 2))
    return PlainThing(
        shape, color, material, size, (round(x, 4), round(z, 4)), round(float(rng.uniform(0.0, 360.0)), 2)
    )


def _apart(one: PlainThing, other: PlainThing, axes: np.ndarray) -> bool:
    way = np.subtract(one.at, other.at)
    far = float(np.linalg.norm(way)) >= one.radius + other.radius + _GAP
    return far and bool((np.abs(axes @ way) >= _MARGIN).all())


def _pixels(things: list[PlainThing], camera: Camera) -> list[int]:
    """How many pixels each shows: hulls are painted from the farthest to the nearest."""
    pinhole = Pinhole.of(camera, 320, 240)
    canvas = Image.new("L", (320, 240), 255)
    draw = ImageDraw.Draw(canvas)
    far_first = sorted(range(len(things)), key=lambda i: -math.dist((camera.eye[0], camera.eye[2]), things[i].at))
    for i in far_first:
        seen = things[i].points() @ pinhole.camera_from_world[:3, :3].T + pinhole.camera_from_world[:3, 3]
        flat = (seen @ pinhole.K.T)[:, :2] / seen[:, 2:]
        draw.polygon([(float(x), float(y)) for x, y in flat[ConvexHull(flat).vertices]], fill=i)
    counts = np.bincount(np.asarray(canvas).ravel(), minlength=256)
    return [int(n) for n in counts[: len(things)]]


def _program(things: tuple[PlainThing, ...], camera: Camera, rng: np.random.Generator) -> str:
    lines = ["from scene.language import *", ""]
    for shape, made in (
        ("cube", "primitive_call('cube', {'scale': r * 2 ** 0.5}, color=color, material=material)"),
        ("sphere", "primitive_call('sphere', {'radius': r}, color=color, material=material)"),
        (
            "cylinder",
            "primitive_call('cylinder', {'radius': r, 'p0': (0, 0, 0), 'p1': (0, 2 * r, 0)}, color=color, material=material)",
        ),
    ):
        lines += [f"@register('{shape}')", f"def {shape}(r, color, material):", f"    return {made}", ""]
    lines += ["@register('plain things on the ground')", "def scene():"]
    eye = ", ".join(f"{v:.5f}" for v in camera.eye)
    lines.append(f"    camera(eye=({eye}), target=(0, 0, 0), fov={camera.fov})")
    for x, y, z, strength in _LAMPS:
        at = ", ".join(f"{v + rng.uniform(-1.0, 1.0):.3f}" for v in (x, y, z))
        lines.append(f"    light('area', at=({at}), target=(0, 0, 0), size=1.0, intensity={strength})")
    lines.append("    return concat_shapes(")
    for thing in things:
        color = ", ".join(f"{v / 255.0:.4f}" for v in COLORS[thing.color])
        roughness, metallic = MATERIALS[thing.material]
        lines.append(
            f"        place('{thing.shape}', at=({thing.at[0]}, 0, {thing.at[1]}), turn={thing.turn}, r={thing.radius}, "
            f"color=({color}), material={{'roughness': {roughness}, 'metallic': {metallic}}}),"
        )
    return "\n".join([*lines, "    )", ""])
