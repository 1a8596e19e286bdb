"""Programs with furniture too close together, and a simple judge of overlaps."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.program import MovedBodies
from scenewright.scene.layout.program.repair import Violation
from scenewright.scene.model import Scene

HEAD = """\
from scene.language import *


@register('a chair')
def chair():
    return transform_shape(primitive_call('cube', {'scale': (0.45, 0.9, 0.45)}), translation_matrix((0, 0.45, 0)))


@register('a table')
def table(w=1.2, d=0.8):
    return transform_shape(primitive_call('cube', {'scale': (w, 0.72, d)}), translation_matrix((0, 0.36, 0)))


@register('a shelf')
def shelf():
    return transform_shape(primitive_call('cube', {'scale': (0.8, 1.8, 0.3)}), translation_matrix((0, 0.9, 0)))


"""
"""The beginning of each program: a chair, a table and a shelf."""
RING = """\
N, RADIUS = 6, 0.7


@register('a room')
def scene():
    def seat(i):
        a = 2 * math.pi * i / N
        return place('chair', at=(RADIUS * math.sin(a), 0, RADIUS * math.cos(a)), turn=math.degrees(a) + 180)

    return concat_shapes(room(6, 5), library_call('table'), *[seat(i) for i in range(N)])
"""
"""Chairs in a ring around a table, too near to it."""
GRID = """\
@register('a room')
def scene():
    parts = [room(7, 6)]
    for r in range(3):
        for c in range(4):
            parts.append(place('table', at=(1.1 * (c - 1.5), 0, -1.2 + 1.0 * r)))
            parts.append(place('chair', at=(1.1 * (c - 1.5), 0, -1.2 + 1.0 * r + 0.55), turn=180))
    return concat_shapes(*parts)
"""
"""Tables and chairs in rows, too near to each other."""


def boxes(scene: Scene) -> dict[str, np.ndarray]:
    """Path -> box (2, 3) of each body."""
    bodies = MovedBodies(scene)
    return {scene.paths[r]: np.stack([a, b]) for r, a, b in zip(bodies.rows, bodies.low, bodies.high, strict=True)}


def overlaps(scene: Scene) -> list[Violation]:
    """Violations: pairs of bodies whose boxes overlap, and bodies beyond a wall."""
    found: list[Violation] = []
    named = list(boxes(scene).items())
    for i, (path, a) in enumerate(named):
        for other, b in named[i + 1 :]:
            shared = np.minimum(a[1], b[1]) - np.maximum(a[0], b[0])
            if shared[1] > 0.02 and min(shared[0], shared[2]) > 1e-3:
                found.append(((path, other), float(min(shared[0], shared[2]))))
        if scene.room is not None:
            half = np.array([scene.room.width, scene.room.depth]) / 2
            beyond = float(max((a[1, [0, 2]] - half).max(), (-half - a[0, [0, 2]]).max()))
            if beyond > 1e-3:
                found.append(((path,), beyond))
    return found
