"""Poses worth trying for one body: its old pose, poses that its relations propose, along the walls, and anywhere on its support.

Every returned pose is on the body's own support and inside the room. The caller judges collisions and relations.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.bodies import SLACK, WINDOW_WORDS, surfaces_within
from scenewright.scene.layout.model import (
    AnchorKind,
    Constraint,
    Problem,
    Support,
    SupportSurface,
    box_corners,
    planar_rotation,
    wrapped,
)
from scenewright.scene.layout.search.carrying import carried
from scenewright.scene.layout.search.hanging import AT_FLOOR, asked_heights, hanging_heights, with_proposed
from scenewright.scene.layout.search.occupancy import Occupancy
from scenewright.scene.layout.search.planar import footprint_extent
from scenewright.scene.layout.search.walls import Wall, free_intervals, opening_span, walls_of
from scenewright.scene.model import FloatArray, slug

__all__ = ["HANG_GAP", "WALL_GAP", "Candidates", "Propose"]

WALL_GAP = 0.01
"""Metres between furniture and the wall that it stands at, for a skirting board."""

HANG_GAP = 0.001
"""Metres between a wall and a body on it: more than the rounding of written numbers."""

_CLEAR = 2e-4
"""Metres that always stay free in front of a wall: more than the rounding of written numbers."""

_STEADY = 0.01
"""Metres that the middle of a body that extends beyond its surface must be inside the edge."""

_EDGE = 2e-3
"""Metres that a body on a wall may reach over the edge of a door or a window."""

_QUARTERS = np.array([0.0, np.pi / 2, np.pi, -np.pi / 2])

Propose = Callable[[Constraint, Problem, int, FloatArray, np.random.Generator, int], FloatArray]
"""(constraint, problem, body, poses (N, 4), rng, count) -> poses (C, 4) of the body at which the relation holds."""


class Candidates:
    """Draws poses for the bodies of one problem."""

    def __init__(
        self,
        problem: Problem,
        occupancy: Occupancy,
        propose: Propose,
        rng: np.random.Generator,
        *,
        wished: bool = False,
    ) -> None:
        """
        Args:
            wished: prefer poses near those of the program.
        """
        self.problem = problem
        self.bodies = problem.bodies
        self.occupancy = occupancy
        self.propose = propose
        self.rng = rng
        self.wished = wished
        self.walls = walls_of(problem.room)
        room = problem.room
        self.limit = 0.5 * np.array([room.width, room.depth])
        self.in_openings = self._meant_for_openings()
        self.within = {
            (item, c.target.body)
            for c in problem.constraints
            if c.kind == RelationName.INSIDE and c.target is not None
            for item in c.items
        }

    def of(
        self, body: int, constraints: Sequence[Constraint], kept: Sequence[FloatArray] = (), count: int = 64
    ) -> FloatArray:
        """(C, 4) poses to try, about `count` of each source.

        Args:
            constraints: relations of this body whose other bodies are all placed.
            kept: poses (4,) that come first.
        """
        parts = [np.array(kept).reshape(-1, 4)]
        support = self.bodies.support[body]
        stated = asked_heights(constraints)
        heights = (
            (stated or hanging_heights(self.problem, self.occupancy, body, constraints))
            if support is Support.WALL
            else []
        )
        now = self.occupancy.poses
        if (
            heights and now[body, 1] <= AT_FLOOR
        ):  # it hangs nowhere yet, and relations propose poses at its present height
            now = now.copy()
            now[body, 1] = heights[0]
        parts += [self.propose(c, self.problem, body, now, self.rng, count) for c in constraints]
        if self.problem.parent[body] >= 0:
            parts.append(self._on_surface(body, count))
        elif support is Support.WALL and self.walls:
            parts.append(
                self._along_walls(body, count, stated or with_proposed(self.problem, body, heights, parts[1:]))
            )
        elif support is Support.FLOOR and self.walls:
            along = self._along_walls(body, count, (0.0,))
            if any(c.kind in (RelationName.AGAINST_WALL, RelationName.IN_CORNER) for c in constraints):
                # flush with neighbours before anywhere along the wall, so that the wall is not fragmented
                parts.insert(1, along)
                parts.append(self._anywhere(body, count))
            else:
                parts += [self._anywhere(body, count), along]
        else:
            parts.append(self._anywhere(body, count))
        return self.settled(body, np.concatenate(parts))

    def wish(self, body: int) -> FloatArray:
        """(4,) the program's pose of a body, moved along with its carrier."""
        return carried(self.problem, body, self.bodies.initial, self.occupancy.poses)

    def unease(self, body: int, poses: FloatArray) -> FloatArray:
        """(C,) a small cost, from 0 to about 1, of poses (C, 4) that are far from the program's pose or, where that does not count, away
        from the walls or facing one."""
        if self.wished:
            wish = self.wish(body)
            far = np.linalg.norm(poses[:, :3] - wish[:3], axis=1)
            turned = np.abs(wrapped(poses[:, 3] - wish[3]))
            away: FloatArray = np.minimum(far, 10.0) / 10.0 + 0.1 * turned / np.pi
            return away
        if self.problem.parent[body] >= 0 or not self.walls:
            return np.zeros(len(poses))
        behind = np.column_stack([-np.sin(poses[:, 3]), -np.cos(poses[:, 3])])
        share = np.maximum(np.abs(behind), 1e-9)
        room = (self.limit - np.sign(behind) * poses[:, [0, 2]]) / share
        to_wall = np.maximum(room.min(axis=1) - self.bodies.half[body, 1], 0.0)
        unease: FloatArray = np.minimum(to_wall, 3.0) / 3.0
        return unease

    # -- sources ------------------------------------------------------------------------------------------------------

    def _along_walls(self, body: int, count: int, heights: Sequence[float]) -> FloatArray:
        """(C, 4) poses with the back to a wall, in its free stretches: at their ends, in their middles, and between."""
        half_x, half_z = self.bodies.half[body]
        hangs = self.bodies.support[body] is Support.WALL
        gap = HANG_GAP if hangs else WALL_GAP
        depth = 2.0 * float(half_z) + gap
        parts = []
        for y in heights:
            low, high = y, y + float(self.bodies.height[body])
            for wall in self.walls.values():
                keep_off = self._in_the_way(wall, low, high) if hangs else None
                free = free_intervals(
                    wall, self.occupancy, depth=depth, low=low, high=high, skip=body, keep_off=keep_off
                )
                free = free[np.argsort(free[:, 1] - free[:, 0], kind="stable")]  # the tightest first
                first, last = free[:, 0] + half_x, free[:, 1] - half_x
                able = last >= first - 1e-9
                first, last = first[able], np.maximum(first, last)[able]
                if len(first) == 0:
                    continue
                share = self.rng.random((max(1, count // (4 * len(first))), len(first)))
                between = (first + share * (last - first)).ravel()
                offsets = np.concatenate([first, last, 0.5 * (first + last), between])
                parts.append(wall.poses(offsets, float(half_z) + gap, float(y)))
        return np.concatenate(parts) if parts else np.zeros((0, 4))

    def _in_the_way(self, wall: Wall, low: float, high: float) -> FloatArray:
        spans = [
            opening_span(o)
            for o in self.problem.room.openings
            if o.wall == wall.name and o.sill < high and o.sill + o.height > low
        ]
        return np.array(spans).reshape(-1, 2)

    def _anywhere(self, body: int, count: int) -> FloatArray:
        yaw = _QUARTERS[self.rng.integers(0, 4, 2 * count)]
        reach = footprint_extent(self.bodies.half[body], yaw)
        room = np.maximum(self.limit - reach, 0.0)
        at = (2.0 * self.rng.random((2 * count, 2)) - 1.0) * room
        return np.column_stack([at[:, 0], np.zeros(len(at)), at[:, 1], yaw])

    def _on_surface(self, body: int, count: int) -> FloatArray:
        parent = int(self.problem.parent[body])
        surfaces = self._surfaces(body)
        parts = []
        for surface in surfaces:
            low, high = surface.polygon.min(axis=0), surface.polygon.max(axis=0)
            yaw = _QUARTERS[self.rng.integers(0, 4, count)]
            reach = footprint_extent(self.bodies.half[body], yaw)
            lowest, highest = low + reach, high - reach
            middle = 0.5 * (low + high)
            lowest, highest = np.minimum(lowest, middle), np.maximum(highest, middle)
            at = lowest + self.rng.random((count, 2)) * (highest - lowest)
            at[0] = middle
            pose = self.occupancy.poses[parent]
            plane = at @ planar_rotation(pose[3]).T + pose[[0, 2]]
            parts.append(
                np.column_stack([plane[:, 0], np.full(count, pose[1] + surface.height), plane[:, 1], yaw + pose[3]])
            )
        return np.concatenate(parts) if parts else np.zeros((0, 4))

    def _surfaces(self, body: int) -> list[SupportSurface]:
        """The surfaces of its parent on which a body may stand: the required one, else all with enough headroom. A body longer than a
        compartment is not put into it, but may extend beyond the edge of a table top. A body inside its parent needs a low surface."""
        parent, required = int(self.problem.parent[body]), int(self.problem.surface[body])
        tall = float(self.bodies.height[body])
        offered = list(self.bodies.surfaces[parent])
        only = offered[required] if 0 <= required < len(offered) else None
        if (body, parent) in self.within:
            offered = surfaces_within(self.bodies, parent, tall)
        if only is not None and any(s is only for s in offered):
            return [only]
        high = [s for s in offered if s.headroom >= tall]
        long = 2.0 * float(self.bodies.half[body].max())
        wide = [s for s in high if np.isinf(s.headroom) or np.ptp(s.polygon, axis=0).max() >= long - SLACK]
        return wide or high or offered

    # -- conditions of every pose ---------------------------------------------------------------------------------------

    def settled(self, body: int, poses: FloatArray) -> FloatArray:
        """(K, 4) the poses (C, 4) after moving each onto the body's support and into the room; those where that is impossible are left
        out."""
        if len(poses) == 0:
            return poses
        support, parent = self.bodies.support[body], int(self.problem.parent[body])
        poses = poses.copy()
        if parent >= 0:
            return self._settled_on_surface(body, poses)
        reach = footprint_extent(self.bodies.half[body], poses[:, 3])
        if support is Support.WALL and self.walls:
            poses = self._at_nearest_wall(body, poses)
            fits = np.ones(len(poses), dtype=bool)
            reach = footprint_extent(self.bodies.half[body], poses[:, 3])
        elif support is Support.CEILING:
            poses[:, 1] = self.problem.room.height - self.bodies.height[body]
            fits = np.ones(len(poses), dtype=bool)
        else:
            poses[:, 1] = 0.0
            fits = np.ones(len(poses), dtype=bool)
        room = self.limit - reach
        fits &= (room >= -1e-9).all(axis=1)
        room = np.maximum(room - _CLEAR, 0.0)  # exactly at the wall, rounding would put half of all bodies through it
        poses[:, [0, 2]] = np.clip(poses[:, [0, 2]], -room, room)
        fitting: FloatArray = poses[fits]
        return fitting

    def _at_nearest_wall(self, body: int, poses: FloatArray) -> FloatArray:
        walls = list(self.walls.values())
        half_x, half_z = self.bodies.half[body]
        plane = poses[:, [0, 2]]
        out = np.stack([(plane - w.middle) @ w.inward for w in walls])
        turned = np.stack([np.abs(wrapped(poses[:, 3] - w.yaw)) for w in walls])
        nearest = (out + 0.3 * turned).argmin(axis=0)
        placed = np.empty_like(poses)
        height = float(self.bodies.height[body])
        for k, wall in enumerate(walls):
            chosen = nearest == k
            limit = max(wall.length / 2 - float(half_x), 0.0)
            offset = np.clip((plane[chosen] - wall.middle) @ wall.along, -limit, limit)
            placed[chosen] = wall.poses(offset, float(half_z) + HANG_GAP, 0.0)
        placed[:, 1] = np.clip(poses[:, 1], 0.0, max(self.problem.room.height - height, 0.0))
        if body in self.in_openings:
            return placed
        on_wall: FloatArray = placed[~self._over_opening(body, placed, partly=True)]
        return on_wall

    def _over_opening(self, body: int, poses: FloatArray, partly: bool = False) -> npt.NDArray[np.bool_]:
        """(C,) whether the body at each pose (C, 4) is wholly, or `partly`, in front of a door or window."""
        half_x, half_z = self.bodies.half[body]
        low, high = poses[:, 1], poses[:, 1] + self.bodies.height[body]
        over = np.zeros(len(poses), dtype=bool)
        for opening in self.problem.room.openings:
            wall = self.walls.get(opening.wall)
            if wall is None:
                continue
            offset, out = (poses[:, [0, 2]] - wall.middle) @ wall.along, (poses[:, [0, 2]] - wall.middle) @ wall.inward
            first, last = opening_span(opening)
            at_wall, top = out <= half_z + WALL_GAP, opening.sill + opening.height
            if partly:
                beside = np.minimum(offset + half_x - first, last - offset + half_x)
                over |= at_wall & (np.minimum(beside, np.minimum(high - opening.sill, top - low)) > _EDGE)
                continue
            within = (offset - half_x >= first) & (offset + half_x <= last) & at_wall
            over |= within & (low >= opening.sill) & (high <= top)
        return over

    def _meant_for_openings(self) -> frozenset[int]:
        """Numbers of the bodies that hang in a window or a door by a relation, in the program or by their name: blinds, a wreath."""
        hung = [b for b, support in enumerate(self.bodies.support) if support is Support.WALL]
        stated = {
            item
            for c in self.problem.constraints
            if c.target is not None and c.target.kind is AnchorKind.OPENING
            for item in c.items
        }
        stated |= {
            b for b in hung if not WINDOW_WORDS.isdisjoint(slug(self.bodies.path[b].rsplit("/", 1)[-1]).split("_"))
        }
        return frozenset(b for b in hung if b in stated or self._over_opening(b, self.bodies.initial[b][None])[0])

    def _settled_on_surface(self, body: int, poses: FloatArray) -> FloatArray:
        parent = int(self.problem.parent[body])
        base = self.occupancy.poses[parent]
        surfaces = self._surfaces(body)
        if not surfaces:
            # a parent without a level surface: on its highest box
            tops = self.bodies.boxes[parent]
            peak = tops[tops[:, 1, 1].argmax()].mean(axis=0)[[0, 2]]
            poses[:, [0, 2]] = planar_rotation(base[3]) @ peak + base[[0, 2]]
            poses[:, 1] = base[1] + self.bodies.height[parent]
            return poses
        local = (poses[:, [0, 2]] - base[[0, 2]]) @ planar_rotation(base[3])
        turned = planar_rotation(poses[:, 3] - base[3])
        best: FloatArray = np.full(len(poses), np.inf)
        placed = poses.copy()
        room = self.limit - footprint_extent(self.bodies.half[body], poses[:, 3])
        for surface in surfaces:
            inside, moved = _inside(surface, local, turned, self.bodies.half[body])
            plane = moved @ planar_rotation(base[3]).T + base[[0, 2]]
            # a body larger than the surface may extend beyond it, but not through a wall
            within = np.clip(plane, -np.maximum(room, 0.0), np.maximum(room, 0.0))
            pushed = np.abs(within - plane).max(axis=1) > 1e-6
            if pushed.any():
                plane[pushed] = within[pushed]
                moved = (plane - base[[0, 2]]) @ planar_rotation(base[3])
                inside &= ~pushed | (_margin(surface, moved) >= _STEADY)
            y = base[1] + surface.height
            cost = np.where(inside, np.abs(poses[:, 1] - y) + np.linalg.norm(moved - local, axis=1), np.inf)
            better = cost < best
            best = np.where(better, cost, best)
            placed[better] = np.column_stack([plane[:, 0], np.full(len(plane), y), plane[:, 1], poses[:, 3]])[better]
        standing: FloatArray = placed[np.isfinite(best) & (room >= -1e-9).all(axis=1)]
        return standing


def _inside(
    surface: SupportSurface, local: FloatArray, turned: FloatArray, half: FloatArray
) -> tuple[np.ndarray[tuple[int], np.dtype[np.bool_]], FloatArray]:
    """(C,) whether a body can stand on a surface near places `local` (C, 2), and (C, 2) where, after pushing its footprint inside.

    A body that is larger than the surface in any orientation may stand on it with its middle, such as a vase on a narrow stand, but
    not in a compartment, where it would be in the sides. `turned`: (C, 2, 2) rotations relative to the parent.
    """
    normals, level = _edges(surface)
    middle = surface.polygon.mean(axis=0)
    corners = np.einsum("cij,kj->cki", turned, box_corners(half))
    outward = -(corners @ normals.T).min(axis=1)
    space = np.maximum((middle @ normals.T - level)[None], 0.0)
    room = np.minimum(outward, space)
    at = local.copy()
    for _ in range(8):
        short = level + room - at @ normals.T
        worst = short.argmax(axis=1)
        need = np.take_along_axis(short, worst[:, None], 1)[:, 0]
        if (need <= 1e-9).all():
            break
        at += np.maximum(need, 0.0)[:, None] * normals[worst]
    short = (level + room - at @ normals.T).max(axis=1)
    within = (outward <= space + SLACK).all(axis=1)
    along = np.sort(2.0 * half) <= np.sort(np.ptp(surface.polygon, axis=0)) + SLACK
    fits = bool(along.all()) or np.isfinite(surface.headroom)
    return (short < 1e-3) & (within | (not fits)), at


def _edges(surface: SupportSurface) -> tuple[FloatArray, FloatArray]:
    """(E, 2) inward normals of a surface's edges, and (E,) the distance of each edge along its normal."""
    polygon = surface.polygon
    edges = np.roll(polygon, -1, axis=0) - polygon
    length = np.linalg.norm(edges, axis=1)
    keep = length > 1e-9
    # the polygon is counter-clockwise in (x, z): its inside is to the left of each edge
    normals = np.column_stack([-edges[keep, 1], edges[keep, 0]]) / length[keep, None]
    return normals, (normals * polygon[keep]).sum(axis=1)


def _margin(surface: SupportSurface, at: FloatArray) -> FloatArray:
    """(C,) metres from places (C, 2) to the nearest edge of a surface; negative outside."""
    normals, level = _edges(surface)
    margin: FloatArray = (at @ normals.T - level).min(axis=1)
    return margin
