"""Read a scene as rigid bodies on joints: see :func:`physics_model`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from scenewright.scene.asset_provider import AssetError, AssetProvider
from scenewright.scene.geometry import SceneGeometry, pose_matrices, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.layout.bodies import aloft, owners
from scenewright.scene.layout.model import Joined, Problem, Support
from scenewright.scene.layout.reading import read_problem
from scenewright.scene.model import FloatArray, IntArray, Scene
from scenewright.scene.physics.colliders import ColliderSolid, solids_of, weighed
from scenewright.scene.physics.matter import MATTERS
from scenewright.scene.physics.model import (
    BodyJoint,
    BodyKind,
    ColliderShape,
    JointKind,
    PhysicsModel,
    RigidBody,
)
from scenewright.scene.physics.moving_parts import MovingPart, leaves_of_doors, parts_of_object

__all__ = ["physics_model"]

_DETAIL = 3e-4
"""Metres between a curved surface and its triangles."""

_HELD = frozenset({Support.WALL, Support.CEILING, Support.HELD, Support.RUG})
"""Supports of what is fixed; rugs lie flat and are soft, which no rigid body is."""

_GROUND = (50.0, 0.5)
"""Metres: half edge and half thickness of the ground below a scene without a room."""

_GRAVITY = 9.81
_PIN = 0.005
_PIN_FRICTION = 0.2
"""Radius in metres and coefficient of a hinge's pin: its friction is that of the door's weight on it."""

_SLIDE_FRICTION, _SLIDE_DAMPING = 0.02, 5.0
"""Coefficient of a drawer's ball bearings; N s/m for each kg."""

_SLOWEST = 0.8
"""rad/s: what falls on a level hinge (a lid, an oven's door) does not turn faster: such hinges are braked."""

_SWING_DAMPING = 0.3
"""N m s/rad for each kg m2 of a door on an upright hinge: it comes to rest in some seconds."""


def physics_model(
    scene: Scene, *, provider: AssetProvider | None = None, root: Path | None = None, job: Job | None = None
) -> PhysicsModel:
    """One frame of a scene as rigid bodies.

    What the layout moves as one body is one body; bodies that are joined by design are one, too. Fixed are the parts of the room, what
    is fixed to a wall or the ceiling or held by another thing, rugs, and what is in the air by design. The others are free. A scene
    without a room stands on a ground of its own. Moving parts are jointed (:mod:`scenewright.scene.physics.moving_parts`). Splats have no
    bodies.

    Args:
        provider: where catalogue objects come from; without one they are their hulls.
        root: the scene folder, for textures.

    Raises:
        ScenewrightError: a concave mesh needs CoACD, and it is not installed.
        LayoutError: see :func:`scenewright.scene.layout.reading.read_problem`.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    geometry = scene_geometry(scene, provider=provider, root=root, tolerance=_DETAIL, job=job.part(0.0, 0.3))
    job.tick(0.3, "bodies")
    reader = _Reader(scene, geometry, provider)
    reader.read_room()
    reader.read_things(read_problem(scene, provider, root, job=job.part(0.3, 0.6)))
    job.tick(0.9, "masses")
    return PhysicsModel(tuple(reader.bodies), tuple(reader.joints), geometry, (*geometry.warnings, *reader.warnings))


@dataclass(frozen=True, eq=False)
class _Thing:
    """What becomes a body with its moving parts. `parts`: by the path that theirs go on from."""

    path: str
    word: str
    kind: BodyKind
    world_from_body: FloatArray
    instances: tuple[int, ...]
    parts: tuple[tuple[str, MovingPart], ...] = ()


class _Reader:
    def __init__(self, scene: Scene, geometry: SceneGeometry, provider: AssetProvider | None) -> None:
        self.scene, self.geometry, self.provider = scene, geometry, provider
        self.solids: dict[int, list[ColliderSolid]] = {}
        for solid in solids_of(geometry):
            self.solids.setdefault(solid.instance, []).append(solid)
        self.bodies: list[RigidBody] = []
        self.joints: list[BodyJoint] = []
        self.names: set[str] = set()
        self.warnings: dict[str, None] = {}

    # -- what bodies there are ------------------------------------------------------------------------------------

    def read_room(self) -> None:
        """The parts of the room, or the ground."""
        scene = self.scene
        if scene.room is None:
            self.bodies.append(_ground(float(scene.bounds[0, 1]), self.name("ground")))
            return
        leaves = leaves_of_doors(scene, self.geometry)
        for row in scene.children_of(scene.find(scene.room.path).index):
            instances = self.within(int(row))
            if instances.size:
                entity = scene.entity(int(row))
                leaf = leaves.get(int(row))
                parts = () if leaf is None else ((entity.path, leaf),)
                self.add(_Thing(entity.path, entity.word, BodyKind.FIXED, np.eye(4), tuple(instances.tolist()), parts))

    def read_things(self, problem: Problem) -> None:
        """All else: the bodies of the layout, joined ones as one."""
        bodies, scene = problem.bodies, self.scene
        owner = owners(scene)[self.geometry.entity]
        still = bodies.fixed | aloft(scene, bodies) | np.array([s in _HELD for s in bodies.support], dtype=bool)
        poses = pose_matrices(bodies.initial)
        poses[:, 1, 3] += bodies.ground
        bulk = 4.0 * bodies.half.prod(axis=1) * bodies.height
        for group in _groups(len(bodies), problem.joined):
            main = max(group, key=lambda i: float(bulk[i]))
            instances = np.flatnonzero(np.isin(owner, bodies.row[group]))
            if not instances.size:  # Gaussians alone
                continue
            entity = scene.entity(int(bodies.row[main]))
            kind = BodyKind.FIXED if still[group].any() else BodyKind.FREE
            parts = tuple(self.moving(instances))
            self.add(_Thing(entity.path, entity.word, kind, poses[main], tuple(instances.tolist()), parts))

    def moving(self, instances: IntArray) -> Iterator[tuple[str, MovingPart]]:
        """The moving parts among instances, with the path of the catalogue object of each."""
        rows = self.geometry.entity[instances]
        for row in np.unique(rows).tolist():
            ref, use = self.scene.entity(row).asset, self.geometry.assets.get(row)
            if ref is None or use is None or self.provider is None or not ref.id:
                continue
            try:
                joints = self.provider.load(ref).joints
            except AssetError:  # its hull is drawn, and the geometry says so
                continue
            if joints:
                world_from_object = self.scene.world_from_local[row] @ use.node_from_asset
                own = instances[rows == row].tolist()
                for part in parts_of_object(self.geometry, own, world_from_object, joints, self.warnings):
                    yield self.scene.paths[row], part

    def within(self, row: int) -> IntArray:
        """The instances of a node and all below it."""
        entity = self.geometry.entity
        return np.flatnonzero((entity >= row) & (entity < self.scene.subtree_end(row))).astype(np.int32)

    # -- making them ----------------------------------------------------------------------------------------------

    def name(self, path: str) -> str:
        """A name for a path: without the root, letters, digits and underscores only, and unique."""
        below = path.split("/", 1)[-1]
        plain = re.sub(r"[^0-9A-Za-z]+", "_", below).strip("_") or "body"
        found, k = plain, 1
        while found in self.names:
            k += 1
            found = f"{plain}_{k}"
        self.names.add(found)
        return found

    def add(self, thing: _Thing) -> None:
        """A body, and one for each of its moving parts."""
        moving = {n for _, part in thing.parts for n in part.instances}
        still = tuple(n for n in thing.instances if n not in moving)
        parts = thing.parts
        if not still:
            # nothing stays behind for the parts to turn on: a lone leaf is a body as it is
            still, parts = thing.instances, ()
        parent = len(self.bodies)
        self.bodies.append(self.body(thing.path, thing.word, thing.kind, thing.world_from_body, still))
        for path, part in parts:
            self.add_part(parent, path, part)

    def add_part(self, parent: int, path: str, part: MovingPart) -> None:
        frame = self.bodies[parent].world_from_body.copy()
        frame[:3, 3] = part.origin
        whole = f"{path}/{part.path}"
        word = re.sub(r"\[\d+\]$", "", part.path.rsplit("/", 1)[-1])
        joint = BodyJoint(
            "", part.kind, parent, len(self.bodies), part.origin, part.axis, 0.0, part.upper, part.position, 0.0, 0.0,
            part.encloses,
        )  # fmt: skip
        # the frame of a part is that of its parent where the joint is shut
        shut_from_shown = joint.world_motion(0.0)
        frame = np.linalg.inv(shut_from_shown) @ frame
        child = self.body(
            whole, word, BodyKind.JOINTED, frame, part.instances, parent=parent, joint=len(self.joints),
            called=f"{path}/{part.path.split('/', 1)[-1]}",
        )  # fmt: skip
        self.bodies.append(child)
        damping, friction = _resistance(joint, child)
        suffix = "hinge" if part.kind is JointKind.REVOLUTE else "slide"
        self.joints.append(replace(joint, name=f"{child.name}_{suffix}", damping=damping, friction=friction))

    def body(
        self,
        path: str,
        word: str,
        kind: BodyKind,
        world_from_body: FloatArray,
        instances: Sequence[int],
        *,
        parent: int = -1,
        joint: int = -1,
        called: str = "",
    ) -> RigidBody:
        solids = [solid for n in instances for solid in self.solids.get(n, ())]
        colliders, mass, centre, inertia = weighed(solids, world_from_body)
        return RigidBody(
            self.name(called or path), path, word, kind, world_from_body, colliders, mass, centre, inertia,
            np.array(instances, dtype=np.int32), parent, joint,
        )  # fmt: skip


def _groups(n: int, joined: Sequence[Joined]) -> list[list[int]]:
    """The numbers of n bodies, those that are joined together in one list."""
    leader = list(range(n))

    def top(i: int) -> int:
        while leader[i] != i:
            i = leader[i]
        return i

    for group in joined:
        for body in group.bodies[1:]:
            leader[max(top(body), top(group.bodies[0]))] = min(top(body), top(group.bodies[0]))
    out: dict[int, list[int]] = {}
    for i in range(n):
        out.setdefault(top(i), []).append(i)
    return list(out.values())


def _ground(height: float, name: str) -> RigidBody:
    """A square of ground whose top is at `height`."""
    half, thick = _GROUND
    frame = np.eye(4)
    frame[1, 3] = height - thick
    volume = 8.0 * half * half * thick
    matter = MATTERS["stone"]
    solid = ColliderSolid(
        ColliderShape.BOX, frame, (half, thick, half), volume, 8.0 * half * half, matter, -1, np.zeros((0, 3)),
        np.zeros((0, 3), dtype=np.int64),
    )  # fmt: skip
    colliders, mass, centre, inertia = weighed([solid], frame)
    return RigidBody(
        name, "", "ground", BodyKind.FIXED, frame, colliders, mass, centre, inertia, np.zeros(0, dtype=np.int32)
    )


def _resistance(joint: BodyJoint, child: RigidBody) -> tuple[float, float]:
    """Damping and friction of a joint: see the constants above."""
    weight = child.mass * _GRAVITY
    if joint.kind is JointKind.PRISMATIC:
        return _SLIDE_DAMPING * child.mass, _SLIDE_FRICTION * weight
    axis = child.world_from_body[:3, :3].T @ joint.axis
    lever = child.centre - np.dot(child.centre, axis) * axis  # the frame's origin is on the axis
    inertia = float(axis @ child.inertia @ axis) + child.mass * float(lever @ lever)
    falling = weight * float(np.linalg.norm(lever)) * float(np.hypot(joint.axis[0], joint.axis[2]))
    return max(falling / _SLOWEST, _SWING_DAMPING * inertia), _PIN * _PIN_FRICTION * weight
