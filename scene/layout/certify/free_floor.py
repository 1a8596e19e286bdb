"""The free floor as polygons: where a person fits, and which of it they cannot walk to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.layout.certify.navigation import RADIUS, Walkable
from scenewright.scene.layout.certify.solids import BoolArray

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["FloorArea", "free_floor"]

_Ring = tuple[tuple[float, float], ...]

_MOST_POINTS = 20_000
"""Corners of all areas together; the outlines of more are simplified further."""

_LEAST = 0.05
"""Square metres below which what remains of an area is left out."""


@dataclass(frozen=True, slots=True)
class FloorArea:
    """A connected piece of free floor.

    `reached`: a person can walk to it. `outline`: its corners (x, z), metres in the world, without the first again at the end. `holes`:
    corners of what is not free in it. `area`: square metres.
    """

    reached: bool
    outline: _Ring
    holes: tuple[_Ring, ...]
    area: float

    def to_json(self) -> dict[str, object]:
        return {
            "reached": self.reached,
            "area_m2": round(self.area, 3),
            "outline": [list(p) for p in self.outline],
            "holes": [[list(p) for p in hole] for hole in self.holes],
        }


def free_floor(walkable: Walkable) -> tuple[FloorArea, ...]:
    """The floor that a person who stands in a free cell takes up, exact to a cell, the largest area first."""
    import shapely

    reached = _trodden(walkable, walkable.walkable)
    others = shapely.difference(_trodden(walkable, walkable.free & ~walkable.walkable), reached)
    tolerance = 0.5 * walkable.cell
    parts = [(part, is_reached) for shape, is_reached in ((reached, True), (others, False)) for part in _parts(shape)]
    while sum(shapely.get_num_coordinates(part) for part, _ in parts) > _MOST_POINTS and tolerance < 1.0:
        tolerance *= 2.0
        parts = [(p, r) for part, r in parts for p in _parts(shapely.simplify(part, tolerance))]
    areas = [_area(part, is_reached) for part, is_reached in parts if part.area >= _LEAST]
    return tuple(sorted(areas, key=lambda a: -a.area))


def _trodden(walkable: Walkable, cells: BoolArray) -> BaseGeometry:
    """The floor within a person's radius of the middles of cells, inside the raster."""
    import shapely

    shape = _cells_as_polygons(walkable, cells)
    # a person's middle may be in the middles of cells: half a cell is there already
    grown = shapely.buffer(shape, RADIUS - 0.5 * float(walkable.step.min()), quad_segs=4)
    low = walkable.origin
    high = low + walkable.step * cells.shape
    inside = shapely.intersection(grown, shapely.box(*low.tolist(), *high.tolist()))
    return shapely.simplify(inside, 0.3 * walkable.cell)


def _cells_as_polygons(walkable: Walkable, cells: BoolArray) -> BaseGeometry:
    """The cells that are true, as polygons with holes."""
    import shapely

    if not cells.any():
        return shapely.MultiPolygon()
    padded = np.pad(cells, 1)
    # the sides between a cell and its neighbour of the other sort
    i, j = np.nonzero(padded[1:, 1:-1] != padded[:-1, 1:-1])
    upright = np.stack([np.stack([i, j], 1), np.stack([i, j + 1], 1)], axis=1)
    i, j = np.nonzero(padded[1:-1, 1:] != padded[1:-1, :-1])
    level = np.stack([np.stack([i, j], 1), np.stack([i + 1, j], 1)], axis=1)
    sides = walkable.origin + np.concatenate([upright, level]) * walkable.step
    faces = shapely.get_parts(shapely.polygonize(shapely.linestrings(sides)))
    inner = shapely.get_coordinates(shapely.point_on_surface(faces))
    at = np.floor((inner - walkable.origin) / walkable.step).astype(np.int64)
    at = np.clip(at, 0, np.array(cells.shape) - 1)
    return shapely.multipolygons(faces[cells[at[:, 0], at[:, 1]]])


def _parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """The polygons of a shape; lines and points that a cut has left are none."""
    import shapely

    return [p for p in shapely.get_parts(shape).tolist() if p.geom_type == "Polygon" and not p.is_empty]


def _area(polygon: BaseGeometry, is_reached: bool) -> FloorArea:
    holes = tuple(_ring(hole) for hole in polygon.interiors)
    return FloorArea(is_reached, _ring(polygon.exterior), holes, float(polygon.area))


def _ring(ring: BaseGeometry) -> _Ring:
    return tuple((round(x, 3), round(z, 3)) for x, z in ring.coords[:-1])
