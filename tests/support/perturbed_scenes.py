"""Scenes in a room, and the same with camera, places, sizes, turns and colours off: what a fit to a picture has to bring back."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

__all__ = ["PerturbedScene", "RoomThing", "perturbed_scene"]

_WIDTH, _DEPTH = 6.0, 5.0
_KINDS = ("cube", "sphere", "cylinder", "cone")
_FURNITURE = (
    ("armchair", 0.9), ("chair", 0.6), ("coffee table", 1.2), ("potted plant", 0.5), ("floor lamp", 0.5), ("bookshelf", 0.9),
    ("stool", 0.5), ("side table", 0.6),
)  # fmt: skip
"""Words for the catalogue, and about how wide what they mean is."""


@dataclass(frozen=True)
class RoomThing:
    """`kind`: a primitive or words for the catalogue. `size`: width, height, depth in metres. `at`: bottom centre. `on`: the number of the
    thing that it stands on, -1: the floor."""

    kind: str
    size: tuple[float, float, float]
    at: tuple[float, float, float]
    turn: float
    color: tuple[float, float, float]
    on: int = -1

    @property
    def from_catalogue(self) -> bool:
        return self.kind not in _KINDS

    @property
    def turns(self) -> bool:
        return self.from_catalogue or self.kind == "cube"


@dataclass(frozen=True)
class PerturbedScene:
    """`true` and `off`: the things as they are, and as the program has them; with the programs of both."""

    true: tuple[RoomThing, ...]
    off: tuple[RoomThing, ...]
    program: str
    program_off: str


def perturbed_scene(seed: int, *, things: int = 12, share: float = 0.1, furniture: bool = False) -> PerturbedScene:
    """A scene of so many things.

    Args:
        share: how far the program is off: places by up to this share of half the room's width, sizes and colours by up to this share,
            turns by up to this share of 100 degrees, eye and target by up to this share of a metre.
        furniture: half of the things on the floor are objects of the catalogue.
    """
    rng = np.random.default_rng([seed, things, int(furniture)])
    true = _things(rng, things, furniture)
    eye, target, fov = (float(rng.uniform(-1.0, 1.0)), 2.4, 4.6), (0.0, 0.3, -0.2), 55.0
    off = tuple(_off(rng, thing, share) for thing in true)
    eye_off = tuple(v + float(rng.uniform(-share, share)) for v in eye)
    target_off = tuple(v + float(rng.uniform(-share, share)) for v in target)
    fov_off = fov * (1.0 + float(rng.uniform(-0.3, 0.3)) * share)
    return PerturbedScene(
        true, off, _program(true, true, eye, target, fov), _program(off, true, eye_off, target_off, fov_off)
    )


def _things(rng: np.random.Generator, count: int, furniture: bool) -> tuple[RoomThing, ...]:
    found: list[RoomThing] = []
    for _ in range(4_000):
        if len(found) >= count:
            break
        color = (float(rng.uniform(0.05, 0.95)), float(rng.uniform(0.05, 0.95)), float(rng.uniform(0.05, 0.95)))
        turn = float(rng.uniform(0.0, 360.0))
        x, z = float(rng.uniform(-0.43, 0.43) * _WIDTH), float(rng.uniform(-0.42, 0.42) * _DEPTH)
        if furniture and rng.uniform() < 0.5:
            kind, width = _FURNITURE[rng.integers(len(_FURNITURE))]
            size = (width, width, width)
        else:
            kind = _KINDS[rng.integers(len(_KINDS))]
            w, h, d = float(rng.uniform(0.3, 0.7)), float(rng.uniform(0.3, 0.9)), float(rng.uniform(0.3, 0.7))
            size = (w, h, d) if kind == "cube" else (w, w, w) if kind == "sphere" else (w, h, w)
        clear = all(
            math.hypot(x - o.at[0], z - o.at[2]) > 0.55 * (max(size[0], size[2]) + max(o.size[0], o.size[2]))
            for o in found
            if o.on < 0
        )
        if not clear:
            continue
        found.append(RoomThing(kind, size, (x, 0.0, z), turn, color))
        if kind == "cube" and rng.uniform() < 0.35 and len(found) < count:
            side = min(size[0], size[2]) * 0.5
            top = _KINDS[rng.integers(3)]
            tint = (float(rng.uniform(0.05, 0.95)), float(rng.uniform(0.05, 0.95)), float(rng.uniform(0.05, 0.95)))
            found.append(RoomThing(top, (side, side, side), (x, size[1], z), turn, tint, on=len(found) - 1))
    return tuple(found)


def _off(rng: np.random.Generator, thing: RoomThing, share: float) -> RoomThing:
    factor = 1.0 + float(rng.uniform(-share, share))
    angle, far = float(rng.uniform(0.0, 2.0 * math.pi)), share * _WIDTH / 2.0 * math.sqrt(float(rng.uniform(0.2, 1.0)))
    x, y, z = thing.at
    if thing.on >= 0:
        y = max(y + float(rng.uniform(-0.3, 0.3)) * share, 0.06)
    w, h, d = (round(s * factor, 4) for s in thing.size)
    red, green, blue = (float(np.clip(c + rng.uniform(-share, share), 0.0, 1.0)) for c in thing.color)
    return replace(
        thing, size=(w, h, d), at=(x + far * math.cos(angle), y, z + far * math.sin(angle)),
        turn=thing.turn + float(rng.uniform(-share, share)) * 100.0, color=(red, green, blue),
    )  # fmt: skip


def _program(
    things: tuple[RoomThing, ...],
    true: tuple[RoomThing, ...],
    eye: tuple[float, ...],
    target: tuple[float, ...],
    fov: float,
) -> str:
    lines = [
        "from scene.language import *",
        "",
        "@register('thing')",
        "def thing(kind, size, color):",
        "    if kind == 'cube':",
        "        return primitive_call('cube', {'scale': size}, color=color)",
        "    if kind == 'sphere':",
        "        return primitive_call('sphere', {'radius': size[0] / 2}, color=color)",
        "    return primitive_call(kind, {'radius': size[0] / 2, 'p0': (0, 0, 0), 'p1': (0, size[1], 0)}, color=color)",
        "",
        "@register('a room of things')",
        "def scene():",
        f"    camera(eye=({_listed(eye)}), target=({_listed(target)}), fov={fov:.4f})",
        "    return concat_shapes(",
        f"        room({_WIDTH:g}, {_DEPTH:g}, 2.7),",
    ]
    after = []
    for number, (thing, straight) in enumerate(zip(things, true, strict=True)):
        at, name = f"at=({_listed(thing.at)}), turn={thing.turn:.2f}", f"t{number}"
        if thing.from_catalogue:
            lines.append(f"        place(asset_call('{thing.kind}'), {at}, name='{name}'),")
            if thing.size != straight.size:
                after.append(f"adjust('{name}', scale={thing.size[0] / straight.size[0]:.4f})")
        else:
            lines.append(
                f"        place('thing', {at}, name='{name}', kind='{thing.kind}', size=({_listed(thing.size)}), "
                f"color=({_listed(thing.color)})),"
            )
    return "\n".join([*lines, "    )", "", *after, ""])


def _listed(values: tuple[float, ...]) -> str:
    return ", ".join(f"{v:.4f}" for v in values)
