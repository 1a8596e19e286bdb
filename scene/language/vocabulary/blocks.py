"""The blocks dialect: cuboids of unit blocks on an integer grid, as published programs write it.

``primitive_call('set_cuboid', block_type='minecraft:stone', scale=(3, 1, 2), fill=True)`` fills the cells from the
origin toward +x, +y and +z (there +z is forward); ``primitive_call('delete_blocks', scale=...)`` empties cells. Later
calls, in the order of the final tree, replace the cells of earlier ones; :func:`carve` does this once the tree is complete.
"""

from __future__ import annotations

import colorsys
import hashlib
import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from scenewright.scene.errors import BudgetError, ProgramError
from scenewright.scene.language.vocabulary.evaluation import caller_span, current
from scenewright.scene.language.vocabulary.shapes import Node, Part, Shape
from scenewright.scene.language.vocabulary.vectors import vec3
from scenewright.scene.model import FloatArray, NodeKind, PrimitiveKind, SourceSpan, Vec3

__all__ = ["Cuboid", "block_call", "block_color", "carve"]

AIR = "air"
_MAX_CELLS = 300_000
_MAX_VISITED = 3_000_000
"""Cells that all cuboids of a scene may cover together. A cell that two of them cover counts twice."""
_KEYS = ("block_type", "block_kwargs", "scale", "fill")
_VARIANTS = {"block_size": "scale", "size": "scale", "type": "block_type", "block": "block_type"}

_COLORS: dict[str, Vec3] = {
    "stone": (0.49, 0.49, 0.49), "cobblestone": (0.45, 0.45, 0.45), "grass": (0.42, 0.6, 0.3), "dirt": (0.53, 0.38, 0.26),
    "sand": (0.86, 0.82, 0.63), "gravel": (0.52, 0.5, 0.49), "oak": (0.64, 0.51, 0.31), "spruce": (0.45, 0.34, 0.2),
    "birch": (0.76, 0.7, 0.48), "jungle": (0.63, 0.45, 0.32), "acacia": (0.66, 0.35, 0.2), "dark_oak": (0.26, 0.17, 0.08),
    "log": (0.42, 0.33, 0.2), "leaves": (0.25, 0.45, 0.17), "planks": (0.64, 0.51, 0.31), "glass": (0.78, 0.88, 0.92),
    "water": (0.25, 0.42, 0.85), "lava": (0.9, 0.4, 0.1), "snow": (0.95, 0.97, 0.98), "ice": (0.6, 0.75, 0.98),
    "brick": (0.59, 0.38, 0.33), "quartz": (0.92, 0.9, 0.87), "iron": (0.85, 0.85, 0.85), "gold": (0.96, 0.82, 0.25),
    "diamond": (0.4, 0.88, 0.85), "emerald": (0.2, 0.75, 0.35), "redstone": (0.67, 0.1, 0.05), "lapis": (0.12, 0.27, 0.55),
    "coal": (0.1, 0.1, 0.1), "obsidian": (0.08, 0.06, 0.12), "netherrack": (0.4, 0.15, 0.15), "glowstone": (0.95, 0.8, 0.5),
    "lantern": (0.95, 0.75, 0.4), "torch": (0.95, 0.75, 0.35), "wool": (0.9, 0.9, 0.9), "terracotta": (0.6, 0.37, 0.27),
    "sandstone": (0.85, 0.8, 0.62), "prismarine": (0.4, 0.6, 0.58), "pumpkin": (0.8, 0.47, 0.1), "hay": (0.75, 0.62, 0.15),
    "bookshelf": (0.55, 0.42, 0.25), "white": (0.93, 0.93, 0.93), "light_gray": (0.6, 0.6, 0.58), "gray": (0.27, 0.29, 0.31),
    "black": (0.08, 0.08, 0.1), "brown": (0.45, 0.29, 0.17), "red": (0.65, 0.17, 0.15), "orange": (0.92, 0.48, 0.1),
    "yellow": (0.95, 0.78, 0.2), "lime": (0.45, 0.72, 0.12), "green": (0.35, 0.45, 0.14), "cyan": (0.09, 0.53, 0.57),
    "light_blue": (0.23, 0.68, 0.85), "blue": (0.2, 0.24, 0.62), "purple": (0.5, 0.2, 0.67), "magenta": (0.75, 0.27, 0.7),
    "pink": (0.93, 0.55, 0.67),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cuboid:
    """A block call in the tree: the cells from the origin to `size` that it fills, or empties where the type is air."""

    block_type: str
    size: tuple[int, int, int]
    fill: bool
    span: SourceSpan | None = None


def block_color(block_type: str) -> Vec3:
    """(3,) sRGB of a block type: that of the longest known word in its name, else a colour hashed from the name."""
    plain = block_type.rsplit(":", 1)[-1].split("[", maxsplit=1)[0].lower()
    known = [w for w in _COLORS if w in plain]
    # a dye colour at the start (red_wool) wins over the substance
    dyes = [w for w in known if plain.startswith(w)]
    best = max(dyes or known, key=len, default="")
    if best:
        return _COLORS[best]
    hue = int.from_bytes(hashlib.sha256(plain.encode()).digest()[:2], "big") / 65536.0
    return colorsys.hls_to_rgb(hue, 0.55, 0.35)


def block_call(name: str, second: Any, others: Mapping[str, Any]) -> Shape:
    """``set_cuboid`` or ``delete_blocks``. `second` is the argument after the name: a block type, or a dict of keywords.

    Raises:
        ProgramError: a keyword is unknown, the block type is missing, or the size is not three numbers.
        BudgetError: the cuboid has too many cells.
    """
    session = current()
    session.count_primitive()
    span = caller_span()
    values: dict[str, Any] = {}
    if second is not None and not isinstance(second, Mapping):
        second = {"block_type" if name == "set_cuboid" else "scale": second}
    given = {**(second or {}), **others}
    for key, value in given.items():
        plain = _VARIANTS.get(key, key)
        if plain not in _KEYS:
            raise ProgramError(f"{name} takes {', '.join(_KEYS)}, not {key!r}", kind="argument")
        values[plain] = value
    given_size = vec3(values.get("scale", (1, 1, 1)), f"scale of {name}")
    size = [int(s + math.copysign(1e-6, s)) for s in given_size]
    if any(abs(s - t) > 1e-5 for s, t in zip(size, given_size, strict=True)):
        session.warn(f"scale of {name} must be whole numbers: it was cut to {tuple(size)}", span)
    w, h, d = (abs(s) for s in size)
    block_type = AIR if name == "delete_blocks" else str(values.get("block_type") or "")
    if not block_type:
        raise ProgramError(
            "set_cuboid needs a block_type: primitive_call('set_cuboid', block_type='minecraft:stone', scale=(1, 1, 1))",
            kind="argument",
        )
    if w * h * d > _MAX_CELLS:
        raise BudgetError(
            f"a cuboid of {w * h * d:,} blocks is more than {_MAX_CELLS:,}: use a smaller one", kind="instances"
        )
    if 0 in (w, h, d):
        session.warn(f"scale of {name} is {tuple(size)}: a cuboid without cells has no effect", span)
        return Shape((), total=0)
    cuboid = Cuboid(block_type, (w, h, d), bool(values.get("fill", True)), span)
    word = block_type.rsplit(":", 1)[-1].split("[")[0]
    node = Node(
        NodeKind.PRIMITIVE, word, primitive=PrimitiveKind.BLOCK, color=block_color(block_type), span=span, extras=[cuboid],
        total=1 + (0 if block_type == AIR else w * h * d),
    )  # fmt: skip
    session.check_rows(node.total)
    # the box of the whole cuboid, for measuring
    m = np.diag([float(w), float(h), float(d), 1.0])
    m[:3, 3] = [w / 2.0, h / 2.0, d / 2.0]
    return Shape((Part(node, m),), total=node.total)


def carve(cuboids: list[tuple[Cuboid, FloatArray]]) -> list[FloatArray]:
    """Cells that each block call keeps after all later calls. As in the published language, positions between two cells are
    rounded toward the origin.

    Args:
        cuboids: calls in the order of the final tree, each with world_from_unit (4, 4) of its bounding cube.

    Returns:
        for each call, (K, 3) centres of its unit blocks in the world frame.

    Raises:
        BudgetError: they cover too many cells, since transforms enlarge them or many of them overlap.
    """
    owner: dict[tuple[int, int, int], int] = {}
    visited = 0
    for i, (cuboid, world_from_unit) in enumerate(cuboids):
        sizes = np.round(np.abs(world_from_unit[:3, :3]).sum(axis=1))
        corner = world_from_unit[:3, 3] - 0.5 * np.abs(world_from_unit[:3, :3]).sum(axis=1)
        low = np.trunc(corner + np.copysign(1e-6, corner))
        empties = cuboid.block_type.rsplit(":", 1)[-1] == AIR
        volume = float(np.prod(sizes))
        visited += int(min(volume, len(owner) if empties else _MAX_VISITED + 1))
        if visited > _MAX_VISITED:
            raise BudgetError(
                f"the cuboids up to this line cover more than {_MAX_VISITED:,} blocks: use fewer or smaller ones",
                line=None if cuboid.span is None else cuboid.span.line,
                kind="instances",
            )
        x0, y0, z0 = (int(v) for v in low)
        x1, y1, z1 = (int(v) for v in low + sizes)
        if empties and volume > len(owner):
            for x, y, z in [c for c in owner if x0 <= c[0] < x1 and y0 <= c[1] < y1 and z0 <= c[2] < z1]:
                del owner[x, y, z]
            continue
        for x, y, z in itertools.product(range(x0, x1), range(y0, y1), range(z0, z1)):
            if empties:
                owner.pop((x, y, z), None)
            elif cuboid.fill or not (x0 < x < x1 - 1 and y0 < y < y1 - 1 and z0 < z < z1 - 1):
                owner[x, y, z] = i
    cells: list[list[tuple[int, int, int]]] = [[] for _ in cuboids]
    for cell, i in owner.items():
        cells[i].append(cell)
    return [np.array(sorted(c), dtype=np.float64).reshape(-1, 3) + 0.5 for c in cells]
