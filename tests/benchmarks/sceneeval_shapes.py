"""Exact geometry for grading: triangle meshes of things, their oriented boxes, distances, rays. Nothing of the solver's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.model import Room, Scene

POINTS = 1024
"""Sample points of a box; a fixed low-discrepancy set, so that shares do not depend on chance."""

TOLERANCE = 0.001
"""Metres between a curved surface and its triangles: coarser, a ball would touch the floor in a single corner."""

_PLASTIC = 1.22074408460575947536
_R3 = 1.0 / _PLASTIC ** np.arange(1, 4)
_UNIT = (0.5 + np.arange(1, POINTS + 1)[:, None] * _R3) % 1.0 * 2.0 - 1.0


@dataclass(frozen=True, eq=False)
class Box:
    """An oriented box. `axes`: (3, 3), its own x, y, z as columns in the world."""

    centre: np.ndarray
    half: np.ndarray
    axes: np.ndarray

    @cached_property
    def points(self) -> np.ndarray:
        """(POINTS, 3) inside it, in the world."""
        return (_UNIT * self.half) @ self.axes.T + self.centre

    def local(self, points: np.ndarray) -> np.ndarray:
        return (points - self.centre) @ self.axes

    def contains(self, points: np.ndarray, slack: float = 1e-6) -> np.ndarray:
        return (np.abs(self.local(points)) <= self.half + slack).all(axis=1)


@dataclass(frozen=True, eq=False)
class Thing:
    """One object: `triangles` (T, 3, 3) in the world, `box` its oriented box, `support` what the catalogue says holds it."""

    path: str
    triangles: np.ndarray
    box: Box
    support: str = "floor"

    @cached_property
    def bounds(self) -> np.ndarray:
        flat = self.triangles.reshape(-1, 3)
        return np.stack([flat.min(axis=0), flat.max(axis=0)])

    @cached_property
    def areas(self) -> np.ndarray:
        t = self.triangles
        return 0.5 * np.linalg.norm(np.cross(t[:, 1] - t[:, 0], t[:, 2] - t[:, 0]), axis=1)

    @cached_property
    def centroid(self) -> np.ndarray:
        """Of the surface."""
        return np.average(self.triangles.mean(axis=1), axis=0, weights=self.areas + 1e-12)

    @cached_property
    def front(self) -> np.ndarray:
        return self.box.axes[:, 2]

    @cached_property
    def model(self):
        """The same as fcl holds it."""
        import fcl

        shape = fcl.BVHModel()
        flat = self.triangles.reshape(-1, 3)
        shape.beginModel(len(flat), len(self.triangles))
        shape.addSubModel(flat, np.arange(len(flat)).reshape(-1, 3))
        shape.endModel()
        return shape

    def sampled(self, count: int) -> np.ndarray:
        """(count, 3) on the surface, by area."""
        rng = np.random.default_rng(0)
        which = rng.choice(len(self.triangles), count, p=(self.areas + 1e-15) / (self.areas + 1e-15).sum())
        u, v = rng.random(count), rng.random(count)
        u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
        a, b, c = self.triangles[which].transpose(1, 0, 2)
        return a + u[:, None] * (b - a) + v[:, None] * (c - a)


@dataclass(frozen=True, eq=False)
class Wall:
    """One face of a wall: `centre` of the face, `normal` into the room, half its length and height."""

    centre: np.ndarray
    normal: np.ndarray
    half_length: float
    height: float

    @cached_property
    def box(self) -> Box:
        along = np.cross([0.0, 1.0, 0.0], self.normal)
        axes = np.column_stack([along, [0.0, 1.0, 0.0], self.normal])
        return Box(self.centre, np.array([self.half_length, self.height / 2, 0.0]), axes)

    @cached_property
    def thing(self) -> Thing:
        return plane_thing("wall", self.box)


@dataclass(frozen=True, eq=False)
class Opening:
    kind: str
    box: Box
    thing: Thing


@dataclass(frozen=True, eq=False)
class World:
    """What is graded."""

    things: dict[str, Thing]
    room: Room
    walls: list[Wall]
    openings: list[Opening]

    def of(self, kind: str) -> list[Opening]:
        return [o for o in self.openings if o.kind == kind]


def plane_thing(path: str, box: Box) -> Thing:
    """The middle plane (own x, y) of a box as two triangles."""
    w, h = box.half[:2]
    corners = np.array([[-w, -h, 0], [w, -h, 0], [w, h, 0], [-w, h, 0]]) @ box.axes.T + box.centre
    return Thing(path, corners[[[0, 1, 2], [0, 2, 3]]], box)


_INWARD = {"left": (1.0, 0.0), "right": (-1.0, 0.0), "back": (0.0, 1.0), "front": (0.0, -1.0)}


def room_wall(room: Room, wall: str) -> Wall:
    nx, nz = _INWARD[wall]
    centre = np.array([-nx * room.width / 2, room.height / 2, -nz * room.depth / 2])
    length = room.depth if nx else room.width
    return Wall(centre, np.array([nx, 0.0, nz]), length / 2, room.height)


def world_of(
    scene: Scene, provider: AssetProvider, support: dict[str, str], partitions: tuple[str, ...] = ("partition",)
) -> World:
    """The meshes of a scene.

    Args:
        support: for each object's path what holds it; the paths are the objects.
        partitions: words of entities that are walls inside the room.
    """
    room = scene.room or _ground(scene)
    geometry = scene_geometry(scene, provider=provider, tolerance=TOLERANCE)
    row_of = {path: row for row, path in enumerate(scene.paths)}
    instances: dict[int, list[int]] = {}
    for k, row in enumerate(geometry.entity.tolist()):
        instances.setdefault(row, []).append(k)

    def triangles(rows) -> np.ndarray:
        parts = []
        for row in rows:
            for k in instances.get(row, ()):
                mesh, m = geometry.meshes[int(geometry.mesh[k])], geometry.world_from_mesh[k]
                vertices = mesh.vertices.astype(np.float64) @ m[:3, :3].T + m[:3, 3]
                parts.append(vertices[mesh.faces.astype(np.int64)])
        return np.concatenate(parts) if parts else np.zeros((0, 3, 3))

    things = {}
    for path, held in support.items():
        row = row_of[path]
        mesh = triangles(range(row, scene.subtree_end(row)))
        if len(mesh):
            things[path] = Thing(path, mesh, _box(scene.world_from_local[row], mesh.reshape(-1, 3)), held)
    walls = [] if scene.room is None else [room_wall(room, w) for w in _INWARD]
    for entity in scene.entities():
        if entity.word in partitions:
            for row in range(entity.index, scene.subtree_end(entity.index)):
                part = triangles([row])
                if len(part):
                    walls.extend(_faces(part.reshape(-1, 3)))
    openings = []
    for o in room.openings:
        wall = room_wall(room, o.wall)
        along = np.array([0.0, 0.0, 1.0]) if wall.normal[0] else np.array([1.0, 0.0, 0.0])
        centre = wall.centre + o.offset * along
        centre[1] = o.sill + o.height / 2
        box = Box(centre, np.array([o.width / 2, o.height / 2, 0.0]), wall.box.axes)
        openings.append(Opening(o.kind, box, plane_thing(o.kind, box)))
    return World(things, room, walls, openings)


def _ground(scene: Scene) -> Room:
    """Out of doors the floor is what the scene covers, evenly about the origin; nothing is above it."""
    reach = np.abs(scene.bounds).max(axis=0)
    return Room(2 * float(reach[0]), 2 * float(reach[2]), float(np.inf))


def _box(world_from_local: np.ndarray, points: np.ndarray) -> Box:
    """The tight box in the thing's own frame, without its scale."""
    linear = world_from_local[:3, :3]
    u, _, vt = np.linalg.svd(linear)
    axes = u @ vt
    if np.linalg.det(axes) < 0:
        axes[:, 0] = -axes[:, 0]
    local = points @ axes
    low, high = local.min(axis=0), local.max(axis=0)
    return Box(axes @ ((low + high) / 2), (high - low) / 2, axes)


def _faces(points: np.ndarray) -> list[Wall]:
    """Both faces of an upright slab that lies along an axis."""
    low, high = points.min(axis=0), points.max(axis=0)
    size, centre = high - low, (low + high) / 2
    thin = 0 if size[0] < size[2] else 2
    out = []
    for sign in (1.0, -1.0):
        normal = np.zeros(3)
        normal[thin] = sign
        at = centre.copy()
        at[thin] += sign * size[thin] / 2
        out.append(Wall(at, normal, size[2 - thin] / 2, size[1]))
    return out


def distance(a: Thing, b: Thing) -> float:
    """Metres between the nearest points of two meshes; 0 where they meet."""
    import fcl

    result = fcl.DistanceResult()
    found = fcl.distance(fcl.CollisionObject(a.model), fcl.CollisionObject(b.model), fcl.DistanceRequest(), result)
    return max(float(found), 0.0)


def contacts(a: Thing, b: Thing, shift: np.ndarray | None = None, most: int = 64) -> np.ndarray:
    """(K, 3) points at which two meshes meet, b moved by `shift`; none where they are apart."""
    import fcl

    moved = fcl.Transform(np.zeros(3) if shift is None else shift)
    request = fcl.CollisionRequest(num_max_contacts=most, enable_contact=True)
    result = fcl.CollisionResult()
    fcl.collide(fcl.CollisionObject(a.model), fcl.CollisionObject(b.model, moved), request, result)
    return np.array([c.pos for c in result.contacts]).reshape(-1, 3)


def first_hits(points: np.ndarray, direction: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    """(P,) how far parallel rays go until they hit a triangle; inf where they hit none."""
    out = np.full(len(points), np.inf)
    if len(triangles) == 0 or len(points) == 0:
        return out
    d = direction / np.linalg.norm(direction)
    u = np.cross(d, [0.0, 1.0, 0.0] if abs(d[1]) < 0.9 else [1.0, 0.0, 0.0])
    u /= np.linalg.norm(u)
    v = np.cross(d, u)
    frame = np.column_stack([u, v, d])
    p, t = points @ frame, triangles @ frame
    low, high = t[..., :2].min(axis=1), t[..., :2].max(axis=1)
    near = (high >= p[:, :2].min(axis=0)).all(axis=1) & (low <= p[:, :2].max(axis=0)).all(axis=1)
    near &= t[..., 2].max(axis=1) >= p[:, 2].min()
    t = t[near]
    a, b, c = t[:, 0], t[:, 1], t[:, 2]
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    flat = np.abs(area) > 1e-14
    a, b, c, area = a[flat], b[flat], c[flat], area[flat]
    for at in range(0, len(a), 2048):
        s = slice(at, at + 2048)
        x, y = p[:, None, 0], p[:, None, 1]
        wb = ((x - a[s, 0]) * (c[s, 1] - a[s, 1]) - (y - a[s, 1]) * (c[s, 0] - a[s, 0])) / area[s]
        wc = ((b[s, 0] - a[s, 0]) * (y - a[s, 1]) - (b[s, 1] - a[s, 1]) * (x - a[s, 0])) / area[s]
        inside = (wb >= -1e-9) & (wc >= -1e-9) & (wb + wc <= 1.0 + 1e-9)
        depth = a[s, 2] + wb * (b[s, 2] - a[s, 2]) + wc * (c[s, 2] - a[s, 2]) - p[:, None, 2]
        depth = np.where(inside & (depth >= 0.0), depth, np.inf)
        out = np.minimum(out, depth.min(axis=1))
    return out
