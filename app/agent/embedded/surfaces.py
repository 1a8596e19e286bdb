"""Places on the level surfaces of things: on a table, beside the vase that stands there."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

import shapely

from scenewright.app.agent.embedded.placed import OWN_WAYS, PlacedThing, Spot, foot_at
from scenewright.app.agent.embedded.stage import SceneStage
from scenewright.app.furnishing.footprints import Footprint, turned
from scenewright.scene.layout import planar_rotation

__all__ = ["beside_on", "on_surfaces"]

_GRID = 9


def beside_on(stage: SceneStage, item: PlacedThing, relation: str, target: str, support: str) -> Iterator[Spot]:
    """Places beside a thing on what that stands on."""
    anchor = stage.box(target)
    own = OWN_WAYS.get(relation)
    if own is None:
        yield from on_surfaces(stage, item, support, prefer=(anchor.x, anchor.z), height=anchor.y)
        return
    px, pz = turned(*own, math.degrees(anchor.yaw))
    reach = (anchor.width + item.box.width) / 2 if own[0] else (anchor.depth + item.box.depth) / 2
    wanted = (anchor.x + px * (reach + 0.03), anchor.z + pz * (reach + 0.03))
    for spot in on_surfaces(stage, item, support, prefer=wanted, height=anchor.y):
        if (spot.x - anchor.x) * px + (spot.z - anchor.z) * pz > reach * 0.7:
            yield spot


def on_surfaces(
    stage: SceneStage,
    item: PlacedThing,
    target: str,
    *,
    prefer: tuple[float, float] | None = None,
    height: float | None = None,
) -> Iterator[Spot]:
    """Places on the level surfaces of a thing: near its middle or `prefer`, first on the surface that is handiest or at `height`."""
    body, judged = stage.body(target), stage.judged
    if body is None or judged is None:
        return
    bodies = judged.problem.bodies
    pose = bodies.initial[body]
    around = 0.9 if height is None else height
    fitting = [s for s in bodies.surfaces[body] if s.headroom >= item.box.height]
    for surface in sorted(
        fitting,
        key=lambda s: (
            abs(float(pose[1]) + s.height - around) > 0.12 and height is not None,
            abs(float(pose[1]) + s.height - around),
            -s.area,
        ),
    ):
        level = bodies.ground + float(pose[1]) + surface.height
        outline = shapely.Polygon(surface.polygon @ planar_rotation(pose[3]).T + pose[[0, 2]])
        if not outline.is_valid or outline.area < 1e-4:
            continue
        yaw = item.box.yaw if item.path else float(pose[3])
        x0, z0, x1, z1 = outline.bounds
        middle = prefer or (outline.centroid.x, outline.centroid.y)
        xs, zs = _lines(x0, x1, middle[0]), _lines(z0, z1, middle[1])
        places = sorted(product(xs, zs), key=lambda p: math.hypot(p[0] - middle[0], p[1] - middle[1]))
        inner = outline.buffer(-0.01)
        found = [Spot(float(x), level, float(z), yaw) for x, z in places if inner.covers(shapely.Point(x, z))]
        shares = [(spot, _share(outline, foot_at(item, spot))) for spot in found]
        for most, least in _COVERED:
            yield from (spot for spot, share in shares if least <= share < most)


_COVERED = ((2.0, 0.999), (0.999, 0.7), (0.7, 0.3))
"""Shares of a footprint that are over a surface, the best first. A kettle stands on a stove though its spout does not."""


def _share(outline: shapely.Polygon, foot: Footprint) -> float:
    shape = _polygon(foot)
    return float(outline.intersection(shape).area / max(shape.area, 1e-9))


def _lines(low: float, high: float, through: float) -> list[float]:
    step = max((high - low) / (2 * _GRID), 0.02)
    count = min(int((high - low) / step) + 1, 3 * _GRID)
    through = min(max(through, low), high)
    found = [through + k * step for k in range(-count, count + 1)]
    return [v for v in found if low <= v <= high]


def _polygon(foot: Footprint) -> shapely.Polygon:
    corners = [
        turned(sx * foot.half_width, sz * foot.half_depth, foot.turn) for sx, sz in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    return shapely.Polygon([(foot.x + x, foot.z + z) for x, z in corners])
